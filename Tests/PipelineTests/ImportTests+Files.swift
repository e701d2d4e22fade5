import Foundation
import Hashing
import Model
import Pipeline
import TestSupport
import Testing

/// What files are written in, and how what they are is found out.
extension ImportTests {
    @Test(arguments: [
        ("windows-1250", [0xA3, 0xF3, 0x64, 0x9F] as [UInt8], "Łódź"),
        ("windows-1257", [0x52, 0xEE, 0x67, 0xE2], "Rīgā"),
        ("iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
    ])
    func `other charsets are read when they are named`(charset: String, word: [UInt8], text: String)
        async throws
    {
        let bytes = Array("text\r\n".utf8) + word + Array("\r\n".utf8)
        let refused = await #expect(throws: RunError.self) { try await take(bytes) }
        #expect(refused?.description.contains("is not UTF-8; name its charset") == true)
        let report = try await take(bytes) {
            $0.source = "reviews"
            $0.encoding = charset
        }
        #expect(report.newEntries == 1)
        #expect(try heard().map(\.snippet) == [text])
    }

    @Test func `a file of Office is named as one, and not as text of an unknown charset`() async {
        let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
        let error = await #expect(throws: RunError.self) { try await take(office) }
        #expect(
            error?.description.contains(
                "is a file of Office, such as xls or msg; name a file of CSV or JSON Lines") == true
        )
    }

    @Test func `byte-order marks say what a file is written in`() async throws {
        let text = "text;data\nŁódź 🚲;2026-11-21\n"
        let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        _ = try await take([0xFF, 0xFE] + wide)
        let again = try await take([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect((again.newEntries, again.knownEntries) == (0, 1))
    }

    @Test(arguments: [
        ("text;data\nZefirnet padł;2026-11-21\nZefirnet wrócił;2026-11-22", 3),
        ("text;data\nZefirnet padł;2026-11-21\n", 3),
        (#"{"text": "Zefirnet padł"}"# + "\n" + #"{"text": "Zefirnet wrócił"}"#, 2),
        (#"{"text": "Zefirnet padł"}"# + "\n", 2),
    ])
    func `a file that was cut within a character says so with its last line`(
        text: String, line: Int
    ) async throws {
        let units: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let wide: [UInt8] = [0xFF, 0xFE] + units
        let report = try await take(wide + [UInt8(ascii: "!")])
        #expect(report.newEntries == 1)
        #expect(
            report.firstBadRows.map { "\($0.line) \($0.reason)" } == [
                "\(line) ends within a character: the file was cut; take it anew from where it comes"
            ])
        // The first half of a bicycle.
        let half = try await take(wide + [0x3D, 0xD8])
        #expect(half.firstBadRows.map(\.line) == [line])
        #expect(try await take(wide).badRows == 0)
    }

    @Test func `JSON Lines are read, nested members too`() async throws {
        let lines = """
            {"body": "Zefirnet nie działa", "author": {"name": "Ania"}, "created_at": 1795284000}
            {"body": "<p>Zefirnet &amp; spółka</p>", "author": {"name": null}}

            [1]
            {"votes": 5}
            """
        let report = try await take(lines.utf8) {
            $0.source = "survey"
            $0.mapping = ImportMapping(stated: [.author: "author.name"])
        }
        #expect(report.newEntries == 2)
        #expect(
            report.firstBadRows.map { "\($0.line) \($0.reason)" }
                == ["4 is no JSON object", "5 has no text"])
        #expect(
            try heard().map(\.snippet).sorted() == ["Zefirnet & spółka", "Zefirnet nie działa"])
    }

    @Test func `a text that was cut within an emoji is taken`() async throws {
        let lines = #"""
            {"text": "Zefirnet nie działa \ud83d", "id": "a"}
            {"text": "Zefirnet działa \ud83d\ude00", "id": "b"}
            """#
        let report = try await take(lines.utf8) { $0.source = "survey" }
        #expect((report.newEntries, report.badRows) == (2, 0))
        #expect(
            try heard().map(\.snippet).sorted()
                == ["Zefirnet działa 😀", "Zefirnet nie działa \u{FFFD}"])
    }

    @Test func `a name with a full stop counts before one that is put together`() async throws {
        let line = #"{"said": {"text": "Zefirnet działa"}, "said.text": "Zefirnet nie działa"}"#
        _ = try await take(line.utf8) {
            $0.source = "survey"
            $0.mapping = ImportMapping(stated: [.text: "said.text"])
        }
        #expect(try heard().map(\.snippet) == ["Zefirnet nie działa"])
    }

    /// Put together, the names of these members would take twenty gigabytes.
    @Test(.timeLimit(.minutes(1)))
    func `members of one with a name of pages are left out`() async throws {
        let name = String(repeating: "k", count: 1_000_000)
        let members = (0..<20_000).map { "\"m\($0)\": 1" }.joined(separator: ",")
        let report = try await take("{\"text\": \"Zefirnet\", \"\(name)\": {\(members)}}\n".utf8)
        #expect((report.newEntries, report.unusedColumns) == (1, []))
    }

    @Test func `a file that says nothing to us is refused with what to do`() async throws {
        let cases: [(String, String)] = [
            ("", "there is nothing in it"),
            ("a,b\n1,2\n", "no column is the text"),
            ("text,published\nx,never\n", "its one row cannot be taken over; line 2 'never'"),
            (" [\n{\"text\": \"x\"}]", "is one JSON array; write each of its objects on a line"),
            ("{\n  \"text\": \"x\"\n}\n", "has JSON objects of several lines; write each"),
            ("\n{\"text\": \"x\",\r\n\"id\": 1}", "has JSON objects of several lines; write each"),
            ("\n<!DOCTYPE html>\n<title>x, y</title>", "is a web page or XML; name a file of CSV"),
            ("PK\u{3}\u{4}x", "is a zip file; name a file of CSV or JSON Lines"),
            ("SQLite format 3\0", "is an SQLite database; name a file of CSV or JSON Lines"),
        ]
        for (content, message) in cases {
            let error = await #expect(throws: RunError.self) { try await take(content.utf8) }
            #expect(error?.exitCode == 65)
            #expect(error?.description.contains(message) == true)
        }
        let aFolder = await #expect(throws: RunError.self) {
            try await Import(workspace: folder.workspace, options: Import.Options(now: Self.now))
                .execute(folder.workspace.path)
        }
        #expect(aFolder?.description.hasSuffix("and none of mails; name a file in it") == true)
        let nowhere = await #expect(throws: RunError.self) {
            try await take("text\nZefirnet\n".utf8) { _ in }
        }
        #expect(nowhere?.description.contains("give all of them a source by --source") == true)
    }

    /// As those of a file that was cut out of a longer one.
    @Test(arguments: [#"{"text": "Kawka","#, #"{"said": {"#])
    func `a damaged first row stops no other`(row: String) async throws {
        let report = try await take("\(row)\n{\"text\": \"Zefirnet\"}\n".utf8) {
            $0.source = "survey"
            $0.format = .jsonLines
        }
        #expect((report.newEntries, report.badRows) == (1, 1))
    }

    @Test func `a large file is taken in pieces`() async throws {
        let rows = (0..<3_000).map {
            "\($0),Zefirnet w dzielnicy \($0) \(String(repeating: "x", count: 700))\n"
        }
        let report = try await take(("id,text\n" + rows.joined()).utf8)
        #expect(report.newEntries == 3_000)
        #expect(report.badRows == 0)
    }

    @Test func `where a line lacks a column that was named no other is taken for it`() async throws
    {
        let report = try await take(
            """
            {"id": 1, "message": "shipped"}
            {"id": 2, "review": "Zefirnet ok", "message": "shipped"}
            """.utf8
        ) {
            $0.source = "survey"
            $0.mapping = ImportMapping(stated: [.text: "review"])
        }
        #expect(try heard().map(\.snippet) == ["Zefirnet ok"])
        #expect(report.firstBadRows.map { "\($0.line) \($0.reason)" } == ["1 has no text"])
        #expect(report.columns == ["id": "id", "text": "review"])
        #expect(report.unusedColumns == ["message"])
    }

    /// As exports write what is empty; the answer is the shop's own, and `lp` another number.
    @Test func `where a line lacks a column that the others have no other is taken for it`()
        async throws
    {
        let report = try await take(
            """
            {"id": "1", "lp": "7", "review": "Zefirnet ok", "author": "Ania", "name": "Router"}
            {"id": "2", "lp": "8", "review": null, "response": "Zefirnet dziękuje", "name": "Router"}
            {"id": null, "lp": "1", "review": "Zefirnet leży", "author": null, "name": "Router"}
            """.utf8)
        #expect(try heard().map(\.snippet).sorted() == ["Zefirnet leży", "Zefirnet ok"])
        #expect(try heard().count { $0.author != nil } == 1)
        #expect(report.firstBadRows.map { "\($0.line) \($0.reason)" } == ["2 has no text"])
    }

    @Test func `a column that no line has is told`() async throws {
        let error = await #expect(throws: RunError.self) {
            try await take("{\"text\": \"Zefirnet\"}\n{\"text\": \"ok\"}\n".utf8) {
                $0.source = "survey"
                $0.mapping = ImportMapping(stated: [.author: "author.name"])
            }
        }
        #expect(
            error?.description == "--map: there is no column 'author.name'; there are 'text'")
    }

    @Test func `a JSON file in one line that is too long is told, and read to its end`()
        async throws
    {
        let item = "{\"text\": \"" + String(repeating: "x", count: 1_000) + "\"},"
        let error = await #expect(throws: RunError.self) {
            try await take(("{\"items\": [" + String(repeating: item, count: 17_000)).utf8)
        }
        #expect(error?.description.contains("line 1 is longer than 16 MiB") == true)
    }
}
