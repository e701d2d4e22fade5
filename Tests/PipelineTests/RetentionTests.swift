import Foundation
import Model
import Pipeline
import Storing
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RetentionTests {
    private let site: CrawlSite
    private let folder: TestWorkspace
    private let words = (mention: "qwzykanarek", entry: "vxqlataniec")

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace()
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'"])
        site.at(
            "/feed",
            document: postRSS([
                Post(id: "1", author: "Ola", text: "Zefirnet \(words.mention)"),
                Post(id: "2", author: "Ola", text: "Pogoda \(words.entry)"),
            ]))
    }

    private func keep(_ retention: String) throws {
        try folder.write("privacy: {retention: {\(retention)}}\n", to: "feeds/privacy.yaml")
    }

    private func isAnywhere(_ word: String) throws -> Bool {
        try !ByteSearch(for: word).finds(below: folder.workspace.path).isEmpty
    }

    @Test func `each kind goes after its own time, and nothing comes twice`() async throws {
        try keep("entries: 10d, mentions: 20d, authors: 5d, reports: 15d, runs: 3d")
        let first = try await folder.crawl()
        #expect(first.newEntries == 2 && first.expired == Expired())

        let authors = try await folder.crawl(at: .crawlDay(6))
        #expect(authors.expired?.authors == 2)
        #expect(authors.expired?.files == 1)
        let kept = try Archive(workspace: folder.workspace).search(EntrySearch())
        #expect(kept.map(\.author) == [nil, nil])

        #expect(try isAnywhere(words.entry))
        let entries = try await folder.crawl(at: .crawlDay(11))
        #expect(entries.expired?.entries == 1 && entries.expired?.mentions == 0)
        #expect(entries.newEntries == 0)
        #expect(try !isAnywhere(words.entry))
        #expect(try folder.texts() == ["Zefirnet \(words.mention)"])

        let mentions = try await folder.crawl(at: .crawlDay(38))
        #expect(mentions.expired?.mentions == 1)
        #expect(mentions.newEntries == 0)
        #expect(try !isAnywhere(words.mention))
        #expect(try await folder.crawl(at: .crawlDay(39)).newEntries == 0)
        #expect(try folder.texts().isEmpty)
        #expect(try folder.outputs().keys.allSatisfy { $0.contains("2026-12-3") })
    }

    @Test func `forget lets go of the same without a run, and says before what that is`()
        async throws
    {
        try keep("entries: 10d, mentions: 20d, authors: 5d, runs: 3d")
        _ = try await folder.crawl()
        let plan = try Expiring(in: folder.workspace, now: .crawlDay(11), isDryRun: true).plan
        var due = Expired()
        (due.entries, due.authors, due.files) = (1, 1, 1)
        #expect(plan == due)
        #expect(try folder.texts().count == 2)
        #expect(try Expiring(in: folder.workspace, now: .crawlDay(11)).execute() == due)
        #expect(try folder.texts() == ["Zefirnet \(words.mention)"])
        #expect(try !isAnywhere(words.entry))
        #expect(try await folder.crawl(at: .crawlDay(12)).newEntries == 0)
    }

    @Test func `where everything is kept forget lets go of nothing`() async throws {
        _ = try await folder.crawl()
        #expect(throws: RunError.self) {
            _ = try Expiring(in: folder.workspace, now: .crawlDay(3_000), isDryRun: true)
        }
    }

    /// FTS5 keeps the words of what was deleted.
    @Test func `what a sweep that was killed has left in the file goes with the next forget`()
        async throws
    {
        try keep("entries: 10d")
        _ = try await folder.crawl()
        try eraseAndBeKilled()
        let left = try Expiring(in: folder.workspace, now: .crawlDay(11)).execute()
        #expect(left == Expired())
        #expect(try !isAnywhere(words.entry))
    }

    @Test(arguments: ["entries: 10d", ""])
    func `it goes with the next run, too, whether anything is due or kept for good by then`(
        retention: String
    ) async throws {
        try keep("entries: 10d")
        _ = try await folder.crawl()
        try eraseAndBeKilled()
        site.at("/feed", document: postRSS([Post(id: "3", author: "Ola", text: "Zefirnet gra")]))
        try keep(retention)
        let report = try await folder.crawl(at: .crawlDay(1))
        #expect(report.expired == (retention.isEmpty ? nil : Expired()))
        #expect(try !isAnywhere(words.entry))
    }

    /// What a sweep does up to where it overwrites.
    private func eraseAndBeKilled() throws {
        do {
            let store = try Store(path: folder.workspace.archivePath)
            let expired = try store.expiredEntries(
                areMentions: false, heardBefore: .crawlDay(1), atMost: 9)
            #expect(expired.count == 1)
            _ = try store.erase(tombstones: [expired[0].key: []])
        }
        #expect(try isAnywhere(words.entry))
    }

    @Test func `the report of a worker is kept as long as that of a run`() async throws {
        try keep("runs: 3d")
        _ = try await folder.crawl()
        try folder.write("{}", to: "out/runs/2026-11-22T060000Z-1a2b3c4d.json")
        try folder.write("{}", to: "out/runs/2026-11-22T060000Z1.json")
        #expect(try await folder.crawl(at: .crawlDay(6)).expired?.files == 2)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: folder.workspace.outputPath + "/runs")
        #expect(left.sorted() == ["2026-11-22T060000Z1.json", "2026-11-28T060000Z.json"])
    }

    @Test func `for a moment that has not come nothing is let go of`() async throws {
        try keep("entries: 10d, mentions: 20d, reports: 15d")
        _ = try await folder.crawl()
        var options = Run.Options(now: .crawlDay(400))
        options.letsGo = false
        let report = try await Run(workspace: folder.workspace, options: options).execute()
        #expect(report.expired == nil)
        #expect(try folder.texts().count == 2)
    }

    @Test func `without limits everything is kept`() async throws {
        _ = try await folder.crawl()
        let report = try await folder.crawl(at: .crawlDay(3_000))
        #expect(report.expired == nil)
        #expect(try folder.texts().count == 2)
        #expect(try isAnywhere(words.entry) && isAnywhere(words.mention))
    }

    @Test(arguments: [366.0, 2, -366])
    func `a clock that the servers contradict lets go of nothing`(days: Double) async throws {
        try keep("entries: 10d, mentions: 20d")
        _ = try await folder.crawl()
        answer(daysBehind: days)
        let doubtful = try await folder.crawl(at: .crawlDay(366))
        let clock = try #require(doubtful.clock)
        #expect(doubtful.expired == nil)
        #expect(clock.answers == 1)
        #expect(abs(Double(clock.secondsAhead ?? 0) - days * 86_400) < 600)
        #expect(clock.message.contains(days > 0 ? "ahead of" : "behind"))
        #expect(try folder.texts().count == 3)

        answer(daysBehind: 0.2)
        let believed = try await folder.crawl(at: .crawlDay(370))
        #expect(believed.clock == nil)
        #expect(believed.expired?.entries == 1 && believed.expired?.mentions == 1)
        #expect(try folder.texts() == [numberedText(3)])
    }

    /// Has the server's clock differ from this machine's.
    private func answer(daysBehind days: Double) {
        site.at("/feed") { _ in
            let date = httpDate(Date.now - days * 86_400)
            return .init(
                headers: [("Date", date), ("Content-Type", "text/xml")],
                body: numberedRSS(3...3).utf8)
        }
    }

    @Test func `an expired entry that its feed changes stays away`() async throws {
        try keep("mentions: 10d")
        _ = try await folder.crawl()
        _ = try await folder.crawl(at: .crawlDay(11))
        site.at(
            "/feed",
            document: postRSS([Post(id: "1", text: "Zefirnet \(words.mention) raz jeszcze")]))
        #expect(try await folder.crawl(at: .crawlDay(13)).newEntries == 0)
        #expect(try folder.texts() == ["Pogoda \(words.entry)"])
    }

    @Test(arguments: [("mentions: 10d", "2026-12-13"), ("runs: 90d", "2026-12-12")])
    func `days whose mentions have expired do not count as days without mentions`(
        retention: String, start: String
    )
        async throws
    {
        try keep(retention)
        _ = try await folder.crawl()
        site.at(
            "/feed",
            document: postRSS(
                (20...29).map { Post(id: "\($0)", text: numberedText($0), day: Double($0)) }))
        let now = Date.crawlDay(30)
        _ = try await folder.crawl(at: now)
        if !retention.hasPrefix("mentions") {
            _ = try Forgetting(.before(.crawlDay(19)), in: folder.workspace, now: now).execute()
        }
        let archive = try Archive(workspace: folder.workspace)
        let trends = try archive.trends(days: 28, now: now)
        #expect(trends.brands.flatMap(\.baselines).isEmpty)
        #expect(trends.period.days.first == start)
        let week = try archive.digest(DigestRequest(period: .week), now: now)
        #expect(week.totals.counts.mentions == 7)
        #expect(week.totals.previous.unheard == true)
    }

    @Test(arguments: ["Zefirnet", "Pogoda"])
    func `a brand that is added later is not compared with days whose entries have expired`(
        first: String
    ) async throws {
        try keep("entries: 10d")
        // Where it names no brand, nothing is left of the first days.
        site.at("/feed", document: postRSS([Post(id: "1", text: "\(first) w dzielnicy")]))
        _ = try await folder.crawl()
        for days in [1...20, 21...31, 32...40] {
            let posts = days.flatMap { day in
                (0..<8).map { number in
                    Post(
                        id: "\(day)-\(number)", text: "Kawka w dzielnicy \(day), stolik \(number)",
                        day: Double(day))
                }
            }
            site.at("/feed", document: postRSS(posts))
            if days.contains(40) {
                try folder.write(
                    "brands: [{id: zefirnet, name: Zefirnet}, {id: kawka, name: Kawka}]\n",
                    to: "rules/brands.yaml")
            }
            _ = try await folder.crawl(at: .crawlDay(Double(days.upperBound)))
        }
        let archive = try Archive(workspace: folder.workspace)
        let trends = try archive.trends(days: 28, now: .crawlDay(40))
        #expect(trends.totals.counts.mentions == 160)
        #expect(trends.events == [])
    }

    @Test func `today is told though nothing of the days before it is left`() async throws {
        site.at(
            "/feed",
            document: postRSS(
                (0...1).map { Post(id: "\($0)", text: numberedText($0), day: Double($0)) }))
        let now = Date.crawlDay(0.4)
        _ = try await folder.crawl(at: now)
        _ = try Forgetting(.before(.crawlDay(0)), in: folder.workspace, now: now).execute()
        let trends = try Archive(workspace: folder.workspace).trends(days: 28, now: now)
        #expect(trends.period.days == ["2026-11-22"])
        #expect(trends.totals.counts.mentions == 1)
    }

    @Test func `nothing leads to reports that have been removed`() async throws {
        try keep("reports: 5d")
        _ = try await folder.crawl()
        _ = try await folder.crawl(at: .crawlDay(3))
        #expect(
            String(decoding: try folder.read("out/index.json"), as: UTF8.self)
                .contains("2026-11-22"))
        _ = try await folder.crawl(at: .crawlDay(7)) { $0.isFetchOnly = true }
        #expect(try folder.outputs().keys.contains("digests/2026-11-25.json"))
        for name in ["index.json", "index.html", "news.atom"] {
            let text = String(decoding: try folder.read("out/" + name), as: UTF8.self)
            #expect(!text.contains("digests/2026-11-22"), "\(name)")
        }
        let index = String(decoding: try folder.read("out/index.json"), as: UTF8.self)
        #expect(!index.contains("2026-11-22\"") && index.contains("2026-11-25\""))
    }
}
