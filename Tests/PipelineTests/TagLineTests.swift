import Foundation
import Model
import Pipeline
import Testing

struct TagLineTests {
    private func output(_ line: String, all: Bool = false) throws -> String {
        let folder = try TestWorkspace()
        let rules = try folder.workspace.loadRules().rules
        let tagLine = TagLine(tagger: Tagger(rules: rules), includesAll: all)
        return String(decoding: tagLine.output(for: line.utf8), as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"id":3,"text":"nothing"}"#, #"{"id":3,"mentions":[]}"#),
        (#"{"id":"x-3","text":"nothing"}"#, #"{"id":"x-3","mentions":[]}"#),
        (#"{"id":3}"#, #"{"error":"'text' is missing","id":3}"#),
        (#"{"text":"a"}"#, #"{"error":"'id' is missing"}"#),
        (#"{"id":3,"text":5}"#, #"{"error":"'text' has the wrong type","id":3}"#),
        ("oops", #"{"error":"not a JSON object"}"#),
        (
            #"{"id":3,"text":"a","published":"yesterday"}"#,
            #"{"error":"'published': 'yesterday' is not an RFC 3339 time","id":3}"#
        ),
    ])
    func `a line that cannot be tagged says why`(line: String, expected: String) throws {
        #expect(try output(line) == expected)
    }

    @Test func `a mention brings every tag`() throws {
        let line = try output(#"{"id":1,"text":"Zefirnet nie działa"}"#)
        let tags = try ContractJSON.decode(Tags.self, from: Data(line.utf8))
        #expect(tags.mentions.map(\.mention.brand) == ["zefirnet"])
        #expect(tags.categories.map(\.id) == ["technical_issue"])
        #expect(tags.team == "support")
        #expect(line.contains(#""id":1"#))
    }

    /// What the mapper makes of an input when it writes each line between brackets.
    private func mapped(_ input: String, maximumLineLength: Int = 100) throws -> String {
        let pipe = Pipe()
        Thread.detachNewThread {
            // The reader checks what arrives; a pipe that breaks shows there.
            try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? pipe.fileHandleForWriting.close()
        }
        var output = Data()
        try LineMapper(maximumLineLength: maximumLineLength) {
            Data("[".utf8) + $0 + Data("]".utf8)
        }
        .run(from: pipe.fileHandleForReading.fileDescriptor) { output += $0 }
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `lines come out in the order they went in`() throws {
        let lines = (0..<20_000).map { "line \($0)" }
        let expected = lines.map { "[\($0)]\n" }.joined()
        #expect(try mapped(lines.joined(separator: "\n")) == expected)
    }

    @Test(arguments: [
        ("a\r\nb\r\n", "[a]\n[b]\n"), ("a\n\n \t\nb", "[a]\n[b]\n"), ("", ""), ("ą", "[ą]\n"),
    ])
    func `lines end as on any system, and blank ones are passed over`(
        input: String, expected: String
    ) throws {
        #expect(try mapped(input) == expected)
    }

    @Test func `a line without end does not fill the memory`() throws {
        let output = try mapped(
            String(repeating: "x", count: 3 << 20) + "\nnext\n", maximumLineLength: 1_000)
        let lines = output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].count < 2 << 20)
        #expect(lines[1] == "[next]")
    }
}
