import Model
import Parsing
import Testing

/// Posts that sites list in JSON for programs; fixtures show what is read of them.
struct PostListTests {
    @Test(arguments: [
        "[]", #"{"statuses": [], "accounts": []}"#, #"{"posts": [], "hitsTotal": 0}"#,
        #"{"feed": []}"#, #"{"latest_posts": []}"#, #"{"users": [], "topic_list": {"topics": []}}"#,
    ])
    func `a list of nothing is a feed without entries`(json: String) throws {
        let document = try DocumentParser().parse(Array(json.utf8))
        #expect(document.feed.format == .json)
        #expect(document.entries.isEmpty)
        #expect(document.problems.isEmpty)
    }

    @Test(arguments: [
        #"[1, {"content": "Kawa"}]"#, #"{"latest_posts": null}"#,
        #"{"topic_list": {"topics": [{"title": "Kawa"}]}}"#,
        #"{"posts": [{"uri": "https://a.example/1", "record": {"text": "Kawa"}}]}"#,
        #"{"code": 200, "message": "OK"}"#, #"{"error": null, "message": "OK"}"#,
    ])
    func `JSON of another kind is refused`(json: String) {
        #expect(
            throws: ParseError.notAFeed(
                what: "JSON of another kind", advice: "check the address",
                at: TextPosition(line: 1, column: 1))
        ) { try DocumentParser().parse(Array(json.utf8)) }
    }

    @Test(arguments: [
        (#"{"code": "rest_no_route", "message": "Brak <b>drogi</b>"}"#, "Brak drogi"),
        (#"{"code": 404, "message": "Brak drogi"}"#, "Brak drogi"),
        (#"{"error": "Record not found"}"#, "Record not found"),
        (
            #"{"error": "InvalidRequest", "message": "Nie ma konta 0123456789abcdef01234567"}"#,
            "InvalidRequest: Nie ma konta …"
        ),
        (#"{"error": "Zły klucz q7w3e9r1, kod 4711"}"#, "Zły klucz … kod 4711"),
        (#"{"error": "Konto ola@a.example wygasło"}"#, "Konto … wygasło"),
        (#"{"errors": ["Nie ma takiej strony."], "error_type": "x"}"#, "Nie ma takiej strony."),
        (#"{"errors": [{"message": "Za dużo pytań"}], "posts": []}"#, "Za dużo pytań"),
    ])
    func `an error that a server tells in JSON is told in its words`(json: String, words: String) {
        #expect(
            throws: ParseError.notAFeed(
                what: "an error message, '\(words)'", advice: "check the address",
                at: TextPosition(line: 1, column: 1))
        ) { try DocumentParser().parse(Array(json.utf8)) }
    }

    @Test(arguments: [
        #"[{"id": 1, "content": {"rendered": "Kawa"}},\n1]"#,
        #"[{"id": 1, "review": "Kawa", "reviewer": "Ola"},\n{"id": 2}]"#,
        #"{"latest_posts": [{"id": 1, "cooked": "Kawa"},\n{"id": 2}]}"#,
        #"{"topic_list": {"topics": [{"id": 1, "title": "Nowa", "excerpt": "Kawa"},\n{}]}}"#,
        #"[{"id": 1, "content": "Kawa", "account": {"acct": "ola"}},\n{"content": "Kawa"}]"#,
        #"{"posts": [{"uri": "at://a/b/1", "record": {"text": "Kawa"}, "author": {"handle": "a"}},\n"#
            + #"{"uri": "at://a/b/2", "record": {"text": "Kawa"}}]}"#,
    ])
    func `an odd element is told of, and the others are read`(json: String) throws {
        let lines = json.replacing("\\n", with: "\n")
        let document = try DocumentParser().parse(Array(lines.utf8))
        #expect(document.entries.map(\.text) == ["Kawa"])
        #expect(
            document.problems == [
                ParseProblem(
                    line: 2, column: 1, message: "an element of the list that is no post; left out")
            ])
    }

    @Test(arguments: [
        ("?actor=ola.example&limit=5", "&cursor=2026%2D11%2D20T09%3A00"),
        ("?cursor=a&actor=ola.example&limit=5", "&cursor=2026%2D11%2D20T09%3A00"),
    ])
    func `a list goes on at its own address, with the cursor that it states`(
        query: String, end: String
    ) throws {
        let url = "https://posty.example/xrpc/app.bsky.feed.getAuthorFeed"
        let json = #"{"feed": [], "cursor": "2026-11-20T09:00"}"#
        let document = try DocumentParser().parse(Array(json.utf8), url: url + query)
        #expect(document.feed.hints.next == "\(url)?actor=ola.example&limit=5\(end)")
    }

    @Test func `of a list of dated posts that is too long the newest are kept`() throws {
        let posts = (1...4).map { number in
            #"{"id": \#(number), "date_gmt": "2026-11-0\#(number)T10:00:00", "#
                + #""content": {"rendered": "<p>Wpis \#(number)</p>"}}"#
        }
        let document = try DocumentParser().parse(
            Array("[\(posts.joined(separator: ","))]".utf8), maximumEntries: 2)
        #expect(document.entries.map(\.text) == ["Wpis 3", "Wpis 4"])
        #expect(
            document.problems.map(\.message) == [
                "4 entries, the limit is 2; the newest are kept"
            ])
    }
}
