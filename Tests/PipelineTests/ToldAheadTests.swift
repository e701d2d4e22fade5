import Foundation
import Model
import Pipeline
import Storing
import TestSupport
import Testing

/// What becomes of digests and notices where a run's clock was far ahead, and is right again.
@Suite(.timeLimit(.minutes(5)))
struct ToldAheadTests {
    private static let year = 365.0

    private func folder(in place: ArchivePlace) throws -> TestWorkspace {
        try TestWorkspace(
            [
                "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]",
                "rules/routing.yaml": """
                time_zone: Europe/Warsaw
                teams: [{id: support, name: Support}]
                default_team: support
                """,
            ], archiveIn: place)
    }

    /// A run on a day, with two posts that the feed has shown new since the day before.
    ///
    /// - Parameter shown: the day that it is in truth.
    private func run(
        _ folder: TestWorkspace, at day: Double, shown: Double? = nil
    ) async throws -> RunReport {
        let last = Int(shown ?? day)
        let posts = (0...last).flatMap { day in
            (1...2).map { number in
                Post(
                    id: "\(day)-\(number)", text: "Zefirnet, dzień \(day), wpis \(number)",
                    day: Double(day) + 0.5)
            }
        }
        // Without a date, it gets that of the clock.
        let undated =
            "<item><guid>undated-\(last)</guid><description>Zefirnet, bez daty \(last)</description></item>"
        let document = postRSS(posts).replacing("</channel>", with: undated + "</channel>")
        try folder.write(document, to: "forum.xml")
        return try await folder.crawl(at: .crawlDay(day)) { $0.isWithoutExport = true }
    }

    private func mentions(of report: RunReport) -> Int? { report.brands.first?.mentions }

    private func kinds(_ folder: TestWorkspace, at day: Double) throws -> [String] {
        try Doctor(workspace: folder.workspace)
            .examine(isFull: true, now: .crawlDay(day)).findings
            .map { "\($0.kind.rawValue) \($0.subject)" }
    }

    @Test(arguments: ArchivePlace.available)
    func `what was heard behind a clock that was ahead is told once that is mended`(
        place: ArchivePlace
    ) async throws {
        let folder = try folder(in: place)
        let doctor = Doctor(workspace: folder.workspace)
        #expect(try await run(folder, at: 0).toldAhead == nil)
        #expect(try kinds(folder, at: 0) == [])
        let ahead = try await run(folder, at: Self.year, shown: 1)
        #expect(ahead.toldAhead == nil)
        #expect(mentions(of: ahead) == 3)
        for day in [2.0, 3] {
            let silent = try await run(folder, at: day)
            #expect(silent.newEntries == 3)
            #expect(mentions(of: silent) == 0)
            #expect(silent.toldAhead?.until == .crawlDay(Self.year))
            let text = RunSummary(silent, style: TerminalStyle(isOn: false)).text
            #expect(text.contains("2027-11-22"))
            #expect(text.contains("`earshot doctor --fix`"))
        }
        #expect(try kinds(folder, at: 3) == ["told_ahead digest_window", "told_ahead entry"])

        let mended = try doctor.mend(now: .crawlDay(3.1))
        #expect(mended.findings == [])
        #expect(mended.mended.map(\.kind) == [.toldAhead, .toldAhead])
        #expect(try kinds(folder, at: 3.1) == [])
        // Those of the wrong day are told again.
        let next = try await run(folder, at: 4)
        #expect(next.toldAhead == nil)
        #expect(mentions(of: next) == 12)
        #expect(mentions(of: try await run(folder, at: 5)) == 3)
        #expect(try kinds(folder, at: 5) == [])
        let archive = try Archive(workspace: folder.workspace)
        let heard = try archive.search(EntrySearch(limit: 1_000))
        #expect(heard.count == 18)
        #expect(heard.allSatisfy { $0.date <= .crawlDay(5) })
    }

    @Test func `the digest of the day, made anew, tells it too`() async throws {
        let folder = try folder(in: .folder)
        _ = try await run(folder, at: 0)
        _ = try await run(folder, at: Self.year, shown: 1)
        #expect(mentions(of: try await run(folder, at: 2)) == 0)
        _ = try Doctor(workspace: folder.workspace).mend(now: .crawlDay(2))
        #expect(mentions(of: try await run(folder, at: 2.1, shown: 2)) == 6)
        #expect(mentions(of: try await run(folder, at: 3)) == 3)
    }

    @Test(arguments: [(10.0, 0.7), (0, -9.25)])
    func `what is heard by a clock that is behind keeps its date where the server knows better`(
        serverAhead: Double, date: Double
    ) async throws {
        let site = try CrawlSite()
        let posts = [(1, -1.0), (2, 0.7)].map {
            Post(id: "\($0.0)", text: "Zefirnet \($0.0)", day: $0.1)
        }
        site.at("/feed", document: postRSS([posts[0]]))
        let folder = try TestWorkspace(listeningTo: [
            "id: forum, name: Forum, url: '\(site.url("/feed"))'"
        ])
        _ = try await folder.crawl()
        site.at("/feed") { _ in
            .init(
                headers: [
                    ("Date", httpDate(Date.now + serverAhead * 86_400)),
                    ("Content-Type", "text/xml"),
                ], body: postRSS(posts).utf8)
        }
        _ = try await folder.crawl(at: .crawlDay(-10)) { $0.isFetchOnly = true }
        let heard = try Archive(workspace: folder.workspace).search(EntrySearch(limit: 10))
        // Days of posts begin three quarters of a day before those of the crawl.
        #expect(Set(heard.map(\.date)) == [.crawlDay(-1.75), .crawlDay(date - 0.75)])
    }

    @Test func `nothing is taken back where nothing is far ahead`() async throws {
        let folder = try folder(in: .folder)
        _ = try await run(folder, at: 0)
        _ = try await run(folder, at: 1)
        let archive = folder.workspace.path + "/earshot.sqlite"
        let before = try Data(contentsOf: URL(filePath: archive))
        // By less than half a day, a clock is not said to be wrong.
        for day in [1.0, 0.6] {
            let report = try Doctor(workspace: folder.workspace).mend(now: .crawlDay(day))
            #expect(report.mended == [])
            #expect(report.findings == [])
            #expect(!report.notes.contains { $0.contains("clock") })
        }
        #expect(try Data(contentsOf: URL(filePath: archive)) == before)
    }

    @Test func `an import of news says that no digest will have it before long`() async throws {
        let folder = try folder(in: .folder)
        _ = try await run(folder, at: 0)
        _ = try await run(folder, at: Self.year, shown: 1)
        try folder.write("id,text\n1,Zefirnet\n", to: "rows.csv")
        func take(isNews: Bool) async throws -> ImportReport {
            var options = Import.Options(now: .crawlDay(2))
            options.source = isNews ? "news" : "old"
            options.isNews = isNews
            return try await Import(workspace: folder.workspace, options: options)
                .execute(folder.workspace.path + "/rows.csv")
        }
        // What is no news is in no digest anyway.
        #expect(try await take(isNews: false).toldAhead == nil)
        let news = try await take(isNews: true)
        #expect(news.toldAhead?.until == .crawlDay(Self.year))
        let text = EntryImportText(news, style: TerminalStyle(isOn: false)).text
        #expect(text.contains("`earshot doctor --fix`"))
        _ = try Doctor(workspace: folder.workspace).mend(now: .crawlDay(2.1))
        // With the three of the wrong day, and the day's own three.
        #expect(mentions(of: try await run(folder, at: 3, shown: 2)) == 7)
    }

    @Test func `where publishers say that the clock is behind, nothing is taken back`()
        async throws
    {
        let folder = try folder(in: .folder)
        for day in 0...4 { _ = try await run(folder, at: Double(day)) }
        let report = try Doctor(workspace: folder.workspace).mend(now: .crawlDay(1))
        #expect(report.mended == [])
        #expect(report.findings == [])
        #expect(report.notes.count { $0.contains("seems to be behind") } == 1)
        // What is heard by it goes behind what has been told, as ever.
        let behind = try await run(folder, at: 1, shown: 5)
        #expect(behind.newEntries == 3)
        #expect(mentions(of: behind) == 3)
        #expect(behind.toldAhead?.until == .crawlDay(4))
        #expect(mentions(of: try await run(folder, at: 5, shown: 5)) == 3)
    }
}
