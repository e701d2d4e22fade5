import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct ParseLineTests {
    private func output(_ line: String, isCut: Bool = false) -> String {
        let parse = ParseLine(
            kind: .feed, selectors: nil, now: Date(timeIntervalSince1970: 1_795_327_200))
        return String(
            decoding: parse.output(
                for: InputLine(number: 7, bytes: Array(line.utf8)[...], isCut: isCut)),
            as: UTF8.self)
    }

    private func line(_ document: String, _ rest: String = "") -> String {
        #"{"id":"a/1","body":"\#(Data(document.utf8).base64EncodedString())"\#(rest)}"#
    }

    @Test func `a document gives what parse prints, under the id of its line`() throws {
        let feed = rss([("1", "Zefirnet", "Sat, 21 Nov 2026 18:00:00 +0100")])
        let answer = Data(output(line(feed)).utf8)
        let document = try StandaloneParsing.parse(
            Array(feed.utf8), url: nil, contentType: nil, kind: .feed, selectors: nil,
            now: Date(timeIntervalSince1970: 1_795_327_200))
        #expect(document.entries.count == 1)
        #expect(try ContractJSON.decode(ParsedDocument.self, from: answer) == document)
        #expect(try JSONSchema(ContractSchema.parse.bytes).problems(in: answer) == [])
        #expect(try JSONDecoder().decode(Identified.self, from: answer).id == "a/1")
    }

    @Test func `address and content type are those of the line`() throws {
        let feed = rss([("1", "Zefirnet", "Sat, 21 Nov 2026 18:00:00 +0100")])
            .replacing("https://", with: "/")
        let answer = output(line(feed, #","url":"https://town.example/a/feed.xml""#))
        #expect(answer.contains("https://town.example/"))
        let strange = output(line(feed, #","content_type":"text/xml; charset=klingon""#))
        #expect(strange.contains("klingon"))
    }

    @Test func `a document says of what kind it is`() {
        let page = "<html><body><p>no list of posts</p></body></html>"
        #expect(output(line(page)).contains("this is an HTML page, not a feed"))
        #expect(
            output(line(page, #","kind":"page""#)).contains("no posts were recognised in the page"))
    }

    @Test(arguments: [
        ("oops", #"{"error":"line 7: not a JSON object"}"#),
        (#"{"id":3}"#, #"{"error":"line 7: 'body' is missing","id":3}"#),
        (#"{"body":""}"#, #"{"error":"line 7: 'id' is missing"}"#),
        (
            #"{"id":3,"body":""}"#,
            #"{"error":"the document is empty; check the address","id":3}"#
        ),
    ])
    func `what cannot be read says why, and nothing more is lost`(
        line: String, expected: String
    ) throws {
        #expect(output(line) == expected)
        let schema = try JSONSchema(ContractSchema.parse.bytes)
        #expect(try schema.problems(in: Data(expected.utf8)) == [])
    }

    @Test(arguments: [#"{"id":3,"body":"?"}"#, #"{"id":3,"body":"","kind":"blog"}"#])
    func `a member that is none of what it may be is named`(line: String) {
        let answer = output(line)
        #expect(answer.hasPrefix(#"{"error":"line 7: '"#) && answer.hasSuffix(#","id":3}"#))
    }

    @Test func `a line that is too long is told`() {
        let long = String(repeating: "x", count: 2 << 20)
        #expect(output(long, isCut: true) == #"{"error":"line 7: longer than 2 MiB"}"#)
    }

    private struct Identified: Decodable {
        let id: String
    }
}
