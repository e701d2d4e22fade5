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
        #"[{"content": {"rendered": "Kawa"}}, 1]"#, #"[{"content": "Kawa"}]"#,
        #"{"code": "rest_no_route", "message": "Brak", "data": {"status": 404}}"#,
        #"{"posts": [{"uri": "https://a.example/1", "record": {"text": "Kawa"}}]}"#,
    ])
    func `JSON of another kind is refused`(json: String) {
        #expect(throws: ParseError.self) { try DocumentParser().parse(Array(json.utf8)) }
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
