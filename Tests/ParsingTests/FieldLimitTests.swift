import Model
import Parsing
import Testing

/// One entry may not cost later stages what thousands do; `limit-….xml` has the other fields.
struct FieldLimitTests {
    private static let limit = 256 * 1024

    private func parse(_ text: String, kind: Source.Kind = .feed) throws -> ParsedDocument {
        try DocumentParser().parse(
            Array(
                "<rss><channel><item><guid>1</guid><description>\(text)</description></item></channel></rss>"
                    .utf8))
    }

    @Test func `a text as long as may be is whole`() throws {
        let text = String(repeating: "ż", count: Self.limit / 2)
        let document = try parse(text)
        #expect(document.entries.first?.text == text)
        #expect(document.problems == [])
    }

    @Test(arguments: [
        // The limit is within a character of one, two and four bytes, and of seven scalars.
        ("a", "a"), ("", "ż"), ("a", "😀"), ("", "x\u{301}"), ("ab", "👩‍👩‍👧‍👦"),
    ])
    func `a longer text is cut between two characters`(start: String, character: Character) throws {
        let size = character.utf8.count
        let text = start + String(repeating: character, count: Self.limit / size + 1)
        let document = try parse(text)
        let kept = (Self.limit - start.utf8.count) / size
        #expect(document.entries.first?.text == start + String(repeating: character, count: kept))
        #expect(
            document.problems == [
                ParseProblem(
                    line: 1, column: 15, message: "a text of more than 262144 bytes; cut there")
            ])
    }

    @Test func `a character without end is cut all the same`() throws {
        let text = "e" + String(repeating: "\u{301}", count: Self.limit)
        let kept = try #require(try parse(text).entries.first?.text)
        #expect(kept.count == 1)
        #expect((Self.limit - 1...Self.limit).contains(kept.utf8.count))
    }

    @Test func `the text of a page is cut as well`() throws {
        let words = String(repeating: "słowo za słowem ", count: 200)
        let paragraphs = String(repeating: "<p>\(words)</p>\n", count: 100)
        let page = Array("<html><body><article>\(paragraphs)</article></body></html>".utf8)
        let text = try DocumentParser().mainText(of: page, url: nil, contentType: nil)
        #expect(text.isCut)
        #expect((Self.limit - 1...Self.limit).contains(text.text?.utf8.count ?? 0))
    }

    /// - Parameter length: of the base, in bytes.
    private func contentUnderBase(_ length: Int, links: Int) throws -> String {
        let base = "http://a.example/" + String(repeating: "a", count: length - 18) + "/"
        let links = String(repeating: "&lt;img src='b'&gt;", count: links)
        let document = try DocumentParser().parse(
            Array(
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='\(base)'><entry><id>1</id>"
                    .utf8) + Array("<content type='html'>\(links)</content></entry></feed>".utf8))
        return try #require(document.entries.first?.content)
    }

    @Test func `a base longer than an address may be is none`() throws {
        #expect(try contentUnderBase(2_048, links: 1).hasSuffix("a/b'>"))
        #expect(try contentUnderBase(2_049, links: 1) == "<img src='b'>")
    }

    @Test func `links stay relative once they have made a text several times as long`() throws {
        let plain = "<img src='b'>".utf8.count * 10_000
        let content = try contentUnderBase(1_000, links: 10_000)
        #expect(content.hasPrefix("<img src='http://a.example/aaa"))
        #expect(content.hasSuffix("<img src='b'>"))
        #expect((4 * plain..<6 * plain).contains(content.utf8.count))
    }

    @Test func `entries whose ids are too long stay apart`() throws {
        let id = String(repeating: "x", count: 3_000)
        let items = ["1", "2", "1"].map {
            "<item><guid>\(id)\($0)</guid><title>\($0)</title></item>"
        }
        let entries = try DocumentParser().parse(
            Array("<rss><channel>\(items.joined())</channel></rss>".utf8)
        ).entries
        #expect(entries.map(\.title) == ["1", "2"])
        #expect(entries.allSatisfy { $0.id.value.utf8.count == 64 })
    }
}
