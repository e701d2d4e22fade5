import Foundation
import Model
import Pipeline
import Testing

struct TagLineTests {
    private func output(
        _ line: String, all: Bool = false, in folder: TestWorkspace? = nil
    ) throws -> String {
        let folder = try folder ?? TestWorkspace()
        let rules = try folder.workspace.loadRules().rules
        let tagLine = TagLine(tagger: Tagger(rules: rules), includesAll: all)
        return String(
            decoding: tagLine.output(for: InputLine(number: 7, bytes: Array(line.utf8)[...])),
            as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"id":3,"text":"nothing"}"#, #"{"id":3,"mentions":[]}"#),
        (#"{"id":"x-3","text":"nothing"}"#, #"{"id":"x-3","mentions":[]}"#),
        (#"{"id":3}"#, #"{"error":"line 7: 'text' is missing","id":3}"#),
        (#"{"text":"a"}"#, #"{"error":"line 7: 'id' is missing"}"#),
        (#"{"id":3,"text":5}"#, #"{"error":"line 7: 'text' must be a text","id":3}"#),
        ("[]", #"{"error":"line 7: not a JSON object"}"#),
        (
            #"{"id":1.5,"text":"a"}"#,
            #"{"error":"line 7: 'id' must be a text or a whole number of up to 64 bits"}"#
        ),
        ("\u{0}{\u{0}\"\u{0}i", #"{"error":"line 7: is in UTF-16; write UTF-8"}"#),
        ("oops", #"{"error":"line 7: not a JSON object"}"#),
        (
            #"{"id":3,"text":"a","published":"yesterday"}"#,
            #"{"error":"line 7: 'published': 'yesterday' is not an RFC 3339 time","id":3}"#
        ),
    ])
    func `a line that cannot be tagged says why`(line: String, expected: String) throws {
        #expect(try output(line) == expected)
    }

    @Test func `a line that is not UTF-8 is told as that, with its id`() throws {
        let folder = try TestWorkspace()
        let rules = try folder.workspace.loadRules().rules
        let bytes = Array(#"{"id":3,"text":""#.utf8) + [0x9F, 0x6C, 0x65] + Array(#""}"#.utf8)
        let output = TagLine(tagger: Tagger(rules: rules), includesAll: false)
            .output(for: InputLine(number: 2, bytes: bytes[...]))
        #expect(
            String(decoding: output, as: UTF8.self)
                == #"{"error":"line 2: is not UTF-8; write UTF-8","id":3}"#)
    }

    @Test func `a line that is too long is told, as no more than its beginning is read`() throws {
        let folder = try TestWorkspace()
        let rules = try folder.workspace.loadRules().rules
        let bytes = Array(repeating: UInt8(ascii: "x"), count: 2 << 20)
        let output = TagLine(tagger: Tagger(rules: rules), includesAll: false)
            .output(for: InputLine(number: 3, bytes: bytes[...], isCut: true))
        #expect(
            String(decoding: output, as: UTF8.self) == #"{"error":"line 3: longer than 2 MiB"}"#)
    }

    @Test(arguments: [
        (#""opinie""#, true), (#""opini\u0065""#, true), (#""opinie/comments""#, true),
        (#""forum""#, false), (#""forum/opinie""#, false), ("5", false),
        ("null", false), ("true", false), (#"{"name":"opinie"}"#, false),
    ])
    func `a line of a source that is about a brand mentions it`(source: String, mentions: Bool)
        throws
    {
        let folder = try TestWorkspace([
            "rules/brands.yaml": "brands: [{id: zefirnet, name: Zefirnet, sources: [opinie]}]"
        ])
        let line = try output(#"{"id":1,"text":"Nie działa","source":\#(source)}"#, in: folder)
        let isMention =
            line.contains(#""brand":"zefirnet""#) && line.contains(#""form":"","#)
        #expect(isMention == mentions)
        #expect(mentions || line == #"{"id":1,"mentions":[]}"#)
    }

    /// As JavaScript writes a text that it cut within an emoji.
    @Test func `a text that ends in half a character is tagged`() throws {
        let line = try output(#"{"id":1,"text":"Zefirnet nie działa \ud83d"}"#)
        let whole = try output(#"{"id":1,"text":"Zefirnet nie działa \ufffd"}"#)
        #expect(line.contains(#""brand":"zefirnet""#))
        #expect(line == whole)
    }

    @Test func `a mention brings every tag`() throws {
        let line = try output(#"{"id":1,"text":"Zefirnet nie działa"}"#)
        let tags = try ContractJSON.decode(Tags.self, from: Data(line.utf8))
        #expect(tags.mentions.map(\.mention.brand) == ["zefirnet"])
        #expect(tags.categories.map(\.id) == ["technical_issue"])
        #expect(tags.team == "support")
        #expect(line.contains(#""id":1"#))
    }

    @Test(arguments: [
        (#"{"id":0,"text":"Zefirnet nie działa"}"#, EntryText(text: "Zefirnet nie działa"), "0"),
        (
            #"{"id":"\u0001\u001f\"\\\/\b\f\n\r\t\u017c\ud83d\ude00","text":"Kawka \"ok\""}"#,
            EntryText(text: "Kawka \"ok\""),
            #""\u0001\u001f\"\\/\b\f\n\r\tż😀""#
        ),
        (
            #" { "title" : "Kawka!" , "id" : -12 , "text" : "great, but the Baltfon app is bad" } "#,
            EntryText(title: "Kawka!", text: "great, but the Baltfon app is bad"), "-12"
        ),
        (
            #"{"id":1,"text":"ok","url":null,"other":true,"published":"2026-11-22T06:00:00Z"}"#,
            EntryText(text: "ok"), "1"
        ),
        (
            #"{"id":1,"text":"sūdzība par Kavku","language":"lv-LV","author":"A"}"#,
            EntryText(text: "sūdzība par Kavku", language: .latvian, author: "A"), "1"
        ),
    ])
    func `a line is written as the contract has it, and read whatever else it holds`(
        line: String, entry: EntryText, id: String
    ) throws {
        let tagger = Tagger(rules: try TestWorkspace.shipped.loadRules().rules)
        let tags = try ContractJSON.encode(tagger.tags(for: entry))
        let expected = String(decoding: tags, as: UTF8.self)
            .replacing(",\"language\":{", with: ",\"id\":\(id),\"language\":{", maxReplacements: 1)
        let tagLine = TagLine(tagger: tagger, includesAll: true)
        let output = { (line: String) in
            String(
                decoding: tagLine.output(for: InputLine(number: 7, bytes: Array(line.utf8)[...])),
                as: UTF8.self)
        }
        #expect(output(line) == expected)
        // A list is read by the decoder of any JSON.
        let open = try #require(line.firstIndex(of: "{"))
        let unusual = line[...open] + #""list":[{"a":1.5}],"# + line[line.index(after: open)...]
        #expect(output(String(unusual)) == expected)
    }

    @Test(arguments: [
        #"{"id":1,"text":"a","id":2}"#, #"{"id":1.5,"text":"a"}"#, #"{"id":01,"text":"a"}"#,
        #"{"id":1,"text":"a",}"#, #"{"id":1,"text":"a"}}"#, #"{"id":null,"text":"a"}"#,
        #"{"id":1,"text":null}"#, #"{"id":1,"text":"\ud83d"}"#, #"{"id":1,"text":"\x"}"#,
        #"{"id":1,"text":"a","title":7}"#, #"{"id":1,"text":"a"#, #"{"id":true,"text":"a"}"#, "{",
        "{\"id\":1,\"text\":\"a\u{1}\"}",
    ])
    func `an odd line is answered, not lost`(line: String) throws {
        let answer = try output(line)
        #expect(answer.hasPrefix("{") && answer.hasSuffix("}"))
        #expect(answer.contains("error") || answer.contains("mentions"))
    }

    /// What the mapper makes of an input when it writes each line between brackets.
    private func mapped(
        _ input: String, maximumLineLength: Int = 100, threads: Int = .max
    ) throws -> String {
        let pipe = Pipe()
        Thread.detachNewThread {
            // The reader checks what arrives; a pipe that breaks shows there.
            try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? pipe.fileHandleForWriting.close()
        }
        var output = Data()
        try LineMapper(maximumLineLength: maximumLineLength, threads: threads) {
            Data("[".utf8) + $0.bytes + Data("]".utf8)
        }
        .run(from: pipe.fileHandleForReading.fileDescriptor) { output += $0 }
        return String(decoding: output, as: UTF8.self)
    }

    @Test(arguments: [1, 2, 3, .max])
    func `lines come out in the order they went in, whatever the number of threads`(
        threads: Int
    ) throws {
        let lines = (0..<20_000).map { "line \($0)" }
        let expected = lines.map { "[\($0)]\n" }.joined()
        #expect(try mapped(lines.joined(separator: "\n"), threads: threads) == expected)
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
