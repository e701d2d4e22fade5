import Foundation
import Model
import Pipeline
import Testing

struct TagLineTests {
    private func output(_ line: String, all: Bool = false) throws -> String {
        let folder = try TestWorkspace()
        let rules = try folder.workspace.loadRules().rules
        let tagLine = TagLine(tagger: Tagger(rules: rules), includesAll: all)
        return String(decoding: tagLine.output(for: line), as: UTF8.self)
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

    @Test func `lines come out in the order they went in`() async throws {
        let lines = (0..<5_000).map { "line \($0)" }.joined(separator: "\n")
        let pipe = Pipe()
        let writer = Task.detached {
            try pipe.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
            try pipe.fileHandleForWriting.close()
        }
        var output = Data()
        await LineMapper { Data($0.uppercased().utf8) }
            .run(from: pipe.fileHandleForReading) { output += $0 }
        try await writer.value
        #expect(String(decoding: output, as: UTF8.self) == lines.uppercased() + "\n")
    }
}
