import Foundation
import Hashing
import Model
import Pipeline
import TestSupport
import Testing

struct ImportTests {
    static let now = Date(timeIntervalSince1970: 1_795_327_200)
    let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
    }

    func take(
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

    func heard(in workspace: TestWorkspace? = nil) throws -> [SearchResult] {
        try Archive(workspace: (workspace ?? folder).workspace).search(EntrySearch(limit: 10_000))
    }

    func export(_ workspace: TestWorkspace) throws -> Data {
        var lines = Data()
        try ArchiveExport(workspace: workspace.workspace).lines(of: nil) { lines += $0 }
        return lines
    }

    let csv = """
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
            7,Zefirnet,46354.41
            """.utf8)
        #expect(report.newEntries == 2)
        #expect(
            report.firstBadRows.map { "\($0.line) \($0.reason)" } == [
                "3 has no text", "4 'jutro' is no date we can read",
                "5 has 2 cells where the header has 3",
                "6 a quotation mark is neither doubled nor the cell's last",
                "8 '46354.41' is no date we can read, but a spreadsheet's count of days",
            ])
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

    @Test func `news that comes in the second in which a digest ended is told in the next one`()
        async throws
    {
        _ = try await folder.crawl(at: Self.now)
        _ = try await take("text\nZefirnet\n".utf8) {
            $0.source = "reviews"
            $0.isNews = true
        }
        let next = Self.now.addingTimeInterval(86_400)
        _ = try await folder.crawl(at: next)
        let digest = try Archive(workspace: folder.workspace).digest(DigestRequest(), now: next)
        #expect(digest.totals.counts.mentions == 1)
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
}
