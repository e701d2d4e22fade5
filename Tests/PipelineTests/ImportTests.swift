import Foundation
import Hashing
import Model
import Pipeline
import TestSupport
import Testing

struct ImportTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
    }

    private func take(
        _ content: some Sequence<UInt8>,
        _ change: (inout Import.Options) -> Void = {
            $0.source = "reviews"
        }, into workspace: TestWorkspace? = nil
    ) async throws -> ImportReport {
        let workspace = workspace ?? folder
        let path = workspace.workspace.path + "/file"
        try Data(Array(content)).write(to: URL(filePath: path))
        var options = Import.Options(now: Self.now)
        change(&options)
        return try await Import(workspace: workspace.workspace, options: options).execute(path)
    }

    private func heard(in workspace: TestWorkspace? = nil) throws -> [SearchResult] {
        try Archive(workspace: (workspace ?? folder).workspace).search(EntrySearch(limit: 10_000))
    }

    private func export(_ workspace: TestWorkspace) throws -> Data {
        var lines = Data()
        try ArchiveExport(workspace: workspace.workspace).lines(of: nil) { lines += $0 }
        return lines
    }

    private let csv = """
        Id;Autor;Treść;Data dodania;Ocena
        1;Ania;"Zefirnet nie działa; od rana";21.11.2026 18:00;1
        2;Bolek;Zefirnet jest świetny;22.11.2026 06:30;5
        3;;"Dziś ""zefirek""
        wieje";22.11.2026;3

        """

    @Test(arguments: [(false, 1, "2026-11-02T23:00:00Z"), (true, 0, "2026-03-10T23:00:00Z")])
    func `whoever says that months come first is not asked whether they do`(
        isMonthFirst: Bool, doubts: Int, date: String
    ) async throws {
        let report = try await take("date,text\n3/11/2026,Zefirnet\n".utf8) {
            $0.source = "reviews"
            $0.isMonthFirst = isMonthFirst
        }
        #expect(report.ambiguousDates == doubts)
        #expect(try heard().map(\.date) == [ContractJSON.date(date)])
    }

    @Test func `rows become tagged entries`() async throws {
        let report = try await take(csv.utf8)
        #expect(report.newEntries == 3)
        #expect(report.badRows == 0)
        #expect(
            report.columns == [
                "id": "Id", "author": "Autor", "text": "Treść", "published": "Data dodania",
                "rating": "Ocena",
            ])
        #expect(report.unusedColumns == [])
        let heard = try heard()
        #expect(heard.map(\.feed) == ["reviews", "reviews", "reviews"])
        let first = try #require(heard.last)
        #expect(first.date == ContractJSON.date("2026-11-21T17:00:00Z"))
        #expect(first.tags.mentions.map(\.mention.brand) == ["zefirnet"])
        #expect(first.tags.categories.map(\.id) == ["technical_issue"])
        let text = try Archive(workspace: folder.workspace).entryText(number: 3).text
        #expect(
            ["★★★☆☆\nDziś \"zefirek\"\nwieje", "★★★★★\nZefirnet jest świetny"].contains(text))
    }

    @Test(
        arguments: [
            ("https://a.example/1", "https://a.example/1"),
            ("www.a.example/1", "https://www.a.example/1"), ("javascript:alert(1)", nil),
            ("file:///etc/passwd", nil), ("data:text/html,x", nil),
        ] as [(String, String?)])
    func `only addresses of the web are taken over as links`(url: String, link: String?)
        async throws
    {
        _ = try await take("id\turl\ttext\n1\t\(url)\tZefirnet leży od rana\n".utf8)
        #expect(try heard().map(\.link) == [link])
    }

    @Test func `so they are from another archive`() async throws {
        _ = try await take("id\turl\ttext\n1\thttps://a.example/1\tZefirnet leży\n".utf8)
        let lines = String(decoding: try export(folder), as: UTF8.self)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let changed = lines.replacing("https://a.example/1", with: "javascript:alert(1)")
            .replacing("https:\\/\\/a.example\\/1", with: "javascript:alert(1)")
        #expect(changed.contains("javascript:"))
        _ = try await take(changed.utf8, { _ in }, into: other)
        #expect(try heard(in: other).map(\.link) == [nil])
    }

    @Test(arguments: [";", "\t", "#"])
    func `a line for Excel alone and empty rows below the others are passed over`(
        delimiter: String
    ) async throws {
        let empty = String(repeating: delimiter, count: 2)
        let rows = [
            "sep=\(delimiter)", ["Id", "Text", "Date"].joined(separator: delimiter),
            ["1", "Zefirnet, nie działa", "21.11.2026"].joined(separator: delimiter), empty, empty,
        ]
        let report = try await take(rows.joined(separator: "\r\n").utf8)
        #expect((report.rows, report.newEntries, report.badRows) == (1, 1, 0))
        #expect(report.columns == ["id": "Id", "text": "Text", "published": "Date"])
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                "1 new entry of 1 row, 0 known"))
    }

    @Test(arguments: ["＠Zefirnet nie działa", "=Zefirnet", "'Zefirnet' nie działa"])
    func `what guards a text from a spreadsheet is taken away`(text: String) async throws {
        let cell = SpreadsheetText.quoted(SpreadsheetText.guarded(text))
        let report = try await take("id,text,published\n1,\(cell),2026-11-21\n".utf8)
        #expect(report.newEntries == 1)
        #expect(try Archive(workspace: folder.workspace).entryText(number: 1).text == text)
    }

    @Test func `a file imported twice adds nothing`() async throws {
        _ = try await take(csv.utf8)
        let again = try await take(csv.utf8)
        #expect((again.newEntries, again.knownEntries) == (0, 3))
        #expect(try heard().count == 3)
    }

    @Test func `rows without ids are known by all that they say, as often as they say it`()
        async throws
    {
        let rows = "text\nZefirnet ok\nZefirnet ok\nKawka ok\n"
        #expect(try await take(rows.utf8).newEntries == 3)
        #expect(try await take(rows.utf8).newEntries == 0)
        let more = try await take((rows + "Zefirnet ok\n").utf8)
        #expect((more.newEntries, more.knownEntries) == (1, 3))
    }

    @Test func `a row that has changed is an edit`() async throws {
        _ = try await take(csv.utf8)
        let report = try await take(csv.replacing("świetny", with: "fatalny").utf8)
        #expect((report.newEntries, report.changedEntries) == (0, 1))
        let found = try Archive(workspace: folder.workspace)
            .search(EntrySearch(text: .term(.phrase("fatalny"))), withWordings: true)
        #expect(found.map { $0.earlier?.map(\.text) } == [["★★★★★\nZefirnet jest świetny"]])
        #expect(found.first?.editedAt == Self.now)
    }

    @Test func `bad rows are told by line, and the others go on`() async throws {
        let report = try await take(
            """
            id,text,published
            1,Zefirnet działa,2026-11-21
            2,,2026-11-21
            3,Zefirnet,jutro
            4,Zefirnet
            5,"Zefirnet" x,2026-11-21
            6,Zefirnet,2026-11-20
            """.utf8)
        #expect(report.newEntries == 2)
        #expect(
            report.firstBadRows.map { "\($0.line) \($0.reason)" } == [
                "3 has no text", "4 'jutro' is no date we can read",
                "5 has 2 cells where the header has 3",
                "6 a quotation mark is neither doubled nor the cell's last",
            ])
    }

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

    @Test func `a truth value where a text should stand is an error of its line`() async throws {
        let lines = """
            {"text": "Zefirnet nie działa", "verified": true, "id": 1}
            {"text": true, "id": 2}
            {"text": "Zefirnet działa", "author": false, "id": 3}
            {"text": "true", "id": 0}
            """
        let report = try await take(lines.utf8) { $0.source = "survey" }
        #expect(report.newEntries == 2)
        let advice = ", which is no text; put it in quotes, or name another column by --map"
        #expect(
            report.firstBadRows.map { "\($0.line) \($0.reason)" }
                == ["2 'text' is true\(advice)", "3 'author' is false\(advice)"])
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

    @Test func `a dry run shows how rows are understood and stores nothing`() async throws {
        let report = try await take(csv.utf8) {
            $0.source = "reviews"
            $0.isDryRun = true
        }
        #expect(report.rows == 3)
        #expect(report.samples.first?.text == "★☆☆☆☆\nZefirnet nie działa; od rana")
        #expect(report.samples.map(\.hasAuthor) == [true, true, false])
        #expect(!FileManager.default.fileExists(atPath: folder.workspace.archivePath))
    }

    @Test func `authors are kept as pseudonyms`() async throws {
        _ = try await take("text,author\nZefirnet,Krzysztofina Kanarek\n".utf8)
        for name in ["earshot.sqlite", "earshot.sqlite-wal"] {
            let bytes = FileManager.default.contents(atPath: folder.workspace.path + "/" + name)
            #expect(bytes?.range(of: Data("Kanarek".utf8)) == nil)
        }
    }

    @Test func `reports call the source by its name, and count its rows by their dates`()
        async throws
    {
        _ = try await take(csv.utf8) {
            $0.source = "reviews"
            $0.name = "Opinie ze sklepu"
        }
        let archive = try Archive(workspace: folder.workspace)
        let digest = try archive.digest(DigestRequest(), now: Self.now)
        #expect(Set(digest.mentions.items.map(\.source)) == ["Opinie ze sklepu"])
        // The third names no brand.
        #expect(digest.totals.counts.mentions == 2)
    }

    @Test func `rows without a date are told, as they are in no day's figures`() async throws {
        let file = "text,published\nZefirnet,2026-11-21\nZefirnet znów,\nZefirnet dalej,\n"
        let report = try await take(file.utf8)
        #expect((report.newEntries, report.undatedRows) == (3, 2))
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                "2 rows have no date and are in no digest and no trend, only in searches; with "
                    + "--news the next digest counts them\n"))
        let json = String(decoding: try ContractJSON.encode(report), as: UTF8.self)
        #expect(json.contains(#""undated_rows":2"#))
        let news = try await take(file.replacing("Zefirnet", with: "O Zefirnecie").utf8) {
            $0.source = "news"
            $0.isNews = true
        }
        #expect((news.newEntries, news.undatedRows) == (3, 0))
        #expect(!EntryImportText(news, style: TerminalStyle(isOn: false)).text.contains("no date"))
    }

    @Test func `rows are told from feeds' entries by --news alone`() async throws {
        let old = "text,published\nZefirnet,2026-01-01\n"
        _ = try await take(old.utf8)
        let archive = { try Archive(workspace: folder.workspace) }
        #expect(
            try archive().digest(DigestRequest(), now: Self.now).totals.counts.mentions == 0
        )
        _ = try await take(old.replacing("Zefirnet", with: "Zefirnet znów").utf8) {
            $0.source = "reviews"
            $0.isNews = true
        }
        #expect(
            try archive().digest(DigestRequest(), now: Self.now).totals.counts.mentions == 1
        )
    }

    @Test func `what one archive exports another imports, to the byte`() async throws {
        _ = try await take(csv.utf8)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8)
        let first = try export(folder)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let report = try await take(first, { _ in }, into: other)
        #expect((report.newEntries, report.badRows) == (3, 0))
        #expect(try export(other) == first)
        #expect(try heard(in: other).map(\.tags) == heard().map(\.tags))
        #expect(try await take(first, { _ in }, into: other).knownEntries == 3)
    }

    @Test func `what people said of tags comes along, and goes behind what was said here`()
        async throws
    {
        _ = try await take(csv.utf8)
        func judge(_ verdict: String, in folder: TestWorkspace) throws {
            let entry = try #require(
                try heard(in: folder).first { $0.snippet.contains("świetny") })
            let was = try #require(entry.tags.mentions.first).sentiment.label.rawValue
            try folder.write(
                #"{"entry": \#(entry.number), "brand": "zefirnet", "field": "tone", "was": "\#(was)", "is": "\#(verdict)", "note": "joke"}"#,
                to: "c.jsonl")
            let report = try Review(workspace: folder.workspace).apply(
                folder.workspace.path + "/c.jsonl", now: Self.now)
            #expect(report.applied == 1)
        }
        func tone(in folder: TestWorkspace) throws -> Sentiment.Label? {
            try heard(in: folder).first { $0.snippet.contains("świetny") }?
                .tags.mentions.first?.sentiment.label
        }
        try judge("mixed", in: folder)
        let lines = try export(folder)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(lines, { $0.source = nil }, into: other)
        #expect(try tone(in: other) == .mixed)
        #expect(try export(other) == lines)
        _ = try await take(lines, { $0.source = nil }, into: other)
        #expect(try export(other) == lines)

        // An archive that has the entry, and where somebody said otherwise.
        let judged = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(csv.utf8, { $0.source = "reviews" }, into: judged)
        try judge("neutral", in: judged)
        _ = try await take(lines, { $0.source = nil }, into: judged)
        #expect(try tone(in: judged) == .neutral)

        // As the rules of the other archive may have given another tone.
        let text = String(decoding: lines, as: UTF8.self)
        let others = text.replacing(#""was":"positive""#, with: #""was":"undecided""#)
        #expect(others != text)
        _ = try await take(others.utf8, { $0.source = nil }, into: judged)
        #expect(try tone(in: judged) == .neutral)
    }

    @Test func `a source that was never heard of is not exported as nothing`() async throws {
        _ = try await take(csv.utf8)
        let error = #expect(throws: RunError.self) {
            try ArchiveExport(workspace: folder.workspace).lines(of: "review") { _ in }
        }
        #expect(error?.exitCode == 65)
        #expect(error?.description.hasSuffix("a source 'review'; there are reviews") == true)
    }

    @Test func `what another archive did not mask is masked, earlier wordings too`() async throws {
        let open = try TestWorkspace(["feeds/none.yaml": "privacy: {mask: false}\n"])
        for word in ["ola.nowak@poczta.example", "ola.nowak@poczta.example, pilne"] {
            _ = try await take(
                "id,text\n1,\"Zefirnet, proszę pisać: \(word)\"\n".utf8,
                {
                    $0.source = "reviews"
                }, into: open)
        }
        let exported = try export(open)
        #expect(exported.range(of: Data("ola.nowak".utf8)) != nil)
        #expect(try await take(exported, { _ in }).newEntries == 1)
        #expect(try export(folder).range(of: Data("ola.nowak".utf8)) == nil)
    }

    @Test func `a source keeps of imported authors no more than of those it heard`() async throws {
        _ = try await take(csv.utf8)
        let exported = try export(folder)
        let strict = try TestWorkspace([
            "feeds/all.yaml": """
            fetching: {pause_per_host: 0s}
            sources:
              - {id: reviews, name: Reviews, url: 'https://a.example/feed', authors: none}
            """
        ])
        #expect(try await take(exported, { _ in }, into: strict).newEntries == 3)
        _ = try await take(csv.utf8, into: strict)
        #expect(try heard(in: strict).allSatisfy { $0.author == nil })
        #expect(try heard().contains { $0.author != nil })
    }

    @Test func `whose words are erased is not taken in from another archive`() async throws {
        _ = try await take(csv.utf8)
        let exported = try export(folder)
        _ = try await take("id,author,text\n9,Ania,Zefirnet\n".utf8)
        let later = try export(folder)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let key = try Data(contentsOf: URL(filePath: folder.workspace.path + "/.earshot-key"))
        try key.write(to: URL(filePath: other.workspace.path + "/.earshot-key"))
        _ = try await take(exported, { _ in }, into: other)
        let erasure = try Forgetting(
            .author("Ania", sources: ["reviews"]), in: other.workspace, now: Self.now
        ).execute()
        #expect(erasure.entries == 1)
        let report = try await take(later, { _ in }, into: other)
        #expect((report.newEntries, report.unwantedEntries) == (0, 2))
    }

    @Test(arguments: ["csv", "jsonl"])
    func `of rows with one id the last counts, however often the file is imported`(format: String)
        async throws
    {
        let rows = [
            ("7", "Zefirnet stoi"), ("8", "Zefirnet leży"), ("7", "Zefirnet działa"),
            ("7", "Zefirnet siedzi"), ("8", "Zefirnet leży"),
        ]
        let lines =
            format == "csv"
            ? ["id,text"] + rows.map { "\($0),\($1)" }
            : rows.map { "{\"id\": \($0), \"text\": \"\($1)\"}" }
        let file = lines.map { $0 + "\n" }.joined()
        let first = format == "csv" ? 2 : 1
        for round in 0..<2 {
            let report = try await take(file.utf8)
            #expect(report.newEntries == (round == 0 ? 2 : 0))
            #expect(report.changedEntries == 0)
            #expect(report.firstBadRows.map(\.line) == [first, first + 2])
            #expect(
                report.firstBadRows.first?.reason
                    == "has the id of line \(first + 3), which counts in its place")
            #expect(try folder.texts() == ["Zefirnet leży", "Zefirnet siedzi"])
        }
        // In another file it is an edit, as ever.
        let edit = try await take("id,text\n7,Zefirnet stoi\n".utf8)
        #expect(edit.changedEntries == 1)
    }

    @Test func `rows with one id and other ratings do not say the same`() async throws {
        let file = "id,rating,text\n7,5,Zefirnet\n7,1,Zefirnet\n"
        for round in 0..<2 {
            let report = try await take(file.utf8)
            #expect(report.newEntries == (round == 0 ? 1 : 0))
            #expect(report.changedEntries == 0)
            #expect(report.firstBadRows.map(\.line) == [2])
            #expect(try folder.texts() == ["★☆☆☆☆\nZefirnet"])
        }
    }

    @Test func `a stray rating of another scale is left out and told`() async throws {
        let rows = (10...30).map { "\($0),4,Kawka \($0)\n" }
        let report = try await take(
            ("id,rating,text\n1,8,Zefirnet\n2,8/10,Kawka\n3,,Baltfon\n" + rows.joined()).utf8)
        #expect((report.newEntries, report.unknownRatings, report.bestRating) == (24, 1, 5))
        #expect(
            try folder.texts().prefix(3) == ["Baltfon", "Zefirnet", "★★★★☆\nKawka"])
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                "1 rating left out, as a number alone is one out of 5; "))
    }

    @Test(arguments: [
        ("9", 10, "★½☆☆☆", "★★★★½"), ("90", 100, "★☆☆☆☆", "★★★★½"), ("5", 5, "★★★☆☆", "★★★★★"),
    ])
    func `some ratings above five show that all are of a longer scale`(
        other: String, best: Int, low: String, high: String
    ) async throws {
        let file = "id,rating,text\n1,3,Zefirnet\n2,\(other),Kawka\n3,4/5,Baltfon\n"
        let report = try await take(file.utf8)
        #expect((report.unknownRatings, report.bestRating) == (0, best))
        #expect(
            try folder.texts()
                == ["★★★★☆\nBaltfon", "\(low)\nZefirnet", "\(high)\nKawka"].sorted())
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                "ratings are read as out of \(best)") == (best > 5))
        #expect(try await take(file.utf8).changedEntries == 0)
    }

    @Test func `a 0 is the lowest rating of a scale that begins there, and none of five stars`()
        async throws
    {
        let ofTen = try await take("id,rating,text\n1,0,Zefirnet\n2,9,Kawka\n3,0/10,Baltfon\n".utf8)
        #expect((ofTen.bestRating, ofTen.unknownRatings) == (10, 0))
        #expect(
            try folder.texts() == ["★★★★½\nKawka", "★☆☆☆☆\nBaltfon", "★☆☆☆☆\nZefirnet"])
        let ofFive = try await take("id,rating,text\n1,0,Zefirnet\n2,4,Kawka\n3,0/5,Baltfon\n".utf8)
        #expect((ofFive.bestRating, ofFive.unknownRatings) == (5, 1))
        #expect(try folder.texts() == ["Zefirnet", "★★★★☆\nKawka", "★☆☆☆☆\nBaltfon"])
    }

    @Test func `a large file is taken in pieces`() async throws {
        let rows = (0..<3_000).map {
            "\($0),Zefirnet w dzielnicy \($0) \(String(repeating: "x", count: 700))\n"
        }
        let report = try await take(("id,text\n" + rows.joined()).utf8)
        #expect(report.newEntries == 3_000)
        #expect(report.badRows == 0)
    }

    @Test func `of a feed whose entries were imported before its first poll only new ones are new`()
        async throws
    {
        let site = try CrawlSite()
        site.at("/feed", document: numberedRSS(1...3))
        let source = "id: news, name: News, url: '\(site.url("/feed"))'"
        let old = try TestWorkspace(listeningTo: [source])
        _ = try await old.crawl()
        let new = try TestWorkspace(listeningTo: [source])
        _ = try await take(export(old), { _ in }, into: new)
        site.at("/feed", document: numberedRSS(1...4))
        let report = try await new.crawl(at: .crawlDay(1))
        #expect(report.newEntries == 1)
        #expect(try new.texts().count == 4)
    }

    @Test func `an older export takes no edit back`() async throws {
        _ = try await take(csv.utf8)
        let older = try export(folder)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8) {
            $0.source = "reviews"
            $0.now = Self.now + 60
        }
        let newer = try export(folder)
        let report = try await take(older) { $0.now = Self.now + 120 }
        #expect((report.changedEntries, report.knownEntries) == (0, 3))
        #expect(try export(folder) == newer)
    }

    @Test func `a newer export brings its edits, with the time at which they were seen`()
        async throws
    {
        _ = try await take(csv.utf8)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(export(folder), { _ in }, into: other)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8) {
            $0.source = "reviews"
            $0.now = Self.now + 60
        }
        let newer = try export(folder)
        let report = try await take(newer, { $0.now = Self.now + 3_600 }, into: other)
        #expect((report.changedEntries, report.knownEntries) == (1, 2))
        #expect(try export(other) == newer)
    }

    @Test func `a row that comes twice is known the second time, and the last where they differ`()
        async throws
    {
        let report = try await take(
            """
            id,text
            1,Zefirnet ok
            1,Zefirnet ok
            2,Zefirnet ok
            2,Zefirnet znów ok
            """.utf8)
        #expect(report.newEntries == 2)
        #expect((report.knownEntries, report.changedEntries) == (1, 0))
        #expect(report.firstBadRows.map(\.line) == [4])
    }

    @Test func `what a row without an id is known by cannot be guessed from what it says`()
        async throws
    {
        let rows = "text,author\nZefirnet ok,Krzysztofina Kanarek\n"
        _ = try await take(rows.utf8)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(rows.utf8, { $0.source = "reviews" }, into: other)
        let ids = try [folder, other].map {
            try ContractJSON.decode(ArchivedEntry.self, from: export($0)).id.value
        }
        #expect(ids.allSatisfy { $0.hasPrefix("import:") })
        // Each workspace has a key of its own.
        #expect(ids[0] != ids[1])
    }

    @Test func `a row that an earlier version took over is known by the id that it gave it`()
        async throws
    {
        let rows = "text\nZefirnet ok\n"
        _ = try await take(rows.utf8)
        // The plain hash of source, link, title, text, author and date.
        let parts = ["reviews", "", "", "Zefirnet ok", "", ""]
        let former = "import:" + ContentHash.hex(of: parts).prefix(32)
        let line = String(decoding: try export(folder), as: UTF8.self)
        let own = try ContractJSON.decode(ArchivedEntry.self, from: Data(line.utf8)).id.value
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(line.replacing(own, with: former).utf8, { _ in }, into: other)
        let report = try await take(rows.utf8, { $0.source = "reviews" }, into: other)
        #expect((report.newEntries, report.knownEntries) == (0, 1))
    }

    @Test(arguments: [("", ""), ("5", "★★★★★\n")])
    func `paragraphs that an earlier version took over as one line do not come twice`(
        rating: String, stars: String
    ) async throws {
        let rows = "rating,text\n\(rating),\"Zefirnet padł.\n\nZefirnet działa.\"\n"
        _ = try await take(rows.utf8)
        let said = "Zefirnet padł. Zefirnet działa."
        let archived = try ContractJSON.decode(ArchivedEntry.self, from: export(folder))
        let parts = ["reviews", "", "", said, "", ""]
        let formerID = "import:" + ContentHash.hex(of: parts).prefix(32)
        let formerHash = ContentHash.hex(of: ["", stars + said, ""])
        let former = String(decoding: try export(folder), as: UTF8.self)
            .replacing(archived.id.value, with: formerID)
            .replacing(archived.contentHash, with: formerHash)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(former.utf8, { _ in }, into: other)
        let report = try await take(rows.utf8, { $0.source = "reviews" }, into: other)
        #expect(report.knownEntries == 1)
        #expect((report.newEntries, report.changedEntries) == (0, 0))
    }

    @Test(arguments: ["0", "-1", "9223372036854775807", "1000000"])
    func `a line of export-archive that no archive has written is told, and the others go on`(
        version: String
    ) async throws {
        _ = try await take(csv.utf8)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8)
        let exported = String(decoding: try export(folder), as: UTF8.self)
        #expect(exported.contains("\"version\":1"))
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let report = try await take(
            exported.replacing("\"version\":1", with: "\"version\":\(version)").utf8, { _ in },
            into: other)
        #expect((report.newEntries, report.badRows) == (2, 1))
        #expect(report.firstBadRows.map(\.reason) == ["is no whole line of export-archive"])
    }

    @Test func `lines of export-archive take neither a source nor the mark of news`() async throws {
        _ = try await take(csv.utf8)
        let exported = try export(folder)
        for change: (inout Import.Options) -> Void in [{ $0.source = "b" }, { $0.isNews = true }] {
            let error = await #expect(throws: RunError.self) { try await take(exported, change) }
            #expect(error?.exitCode == 65)
            #expect(error?.description.hasPrefix("--source and --news are for rows;") == true)
        }
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
