import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct MissedTimeTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url("/news"))'",
            "id: forum, name: Forum, url: '\(site.url("/forum"))'",
        ])
        serve(-3...0, at: "/forum")
        serve(-3...0, at: "/news")
    }

    /// A post for each of some days.
    private func serve(_ days: some Sequence<Int>, at path: String) {
        site.at(
            path,
            document: postRSS(
                days.map { day in
                    Post(
                        id: "\(path) \(day)", title: "Wpis \(day)", text: "Zefirnet \(day)",
                        day: Double(day))
                }))
    }

    private func health(day: Double) async throws -> ListeningHealth {
        _ = try await folder.crawl(at: .crawlDay(day))
        return try Archive(workspace: folder.workspace)
            .digest(DigestRequest(), now: .crawlDay(day)).health
    }

    @Test(arguments: [(7...9, true), (2...9, false)])
    func `what a feed did not hold any more after it was down is told once`(
        days: ClosedRange<Int>, isMissed: Bool
    ) async throws {
        #expect(try await health(day: 0.5).sentence.hasPrefix("All 2 feeds were heard"))
        serve(-3...2, at: "/news")
        serve(-3...2, at: "/forum")
        #expect(try await health(day: 2.5).sentence.hasPrefix("All 2 feeds were heard"))
        site.at("/news") { _ in .init(404) }
        #expect(try await health(day: 5).failing == 1)
        serve(days, at: "/news")
        let back = try await health(day: 9.5)
        #expect(back.ok == 2)
        #expect(
            back.sentence.hasPrefix(
                isMissed
                    ? "The list of News does not reach back to when it was last heard: what was "
                        + "said there from Tue 24 Nov 2026, 19:00 to Sat 28 Nov 2026, 13:00 may"
                    : "All 2 feeds were heard"))
        serve(-3...2, at: "/forum")
        #expect(try await health(day: 11).sentence.hasPrefix("All 2 feeds were heard"))

        let week = try Archive(workspace: folder.workspace)
            .digest(DigestRequest(period: .week), now: .crawlDay(11)).health.sentence
        #expect(week.hasPrefix("The list of News") == isMissed)
        let next = try Archive(workspace: folder.workspace)
            .digest(DigestRequest(period: .week), now: .crawlDay(15))
        #expect(next.health.missed == nil)
        #expect(next.health.missedBefore?.map(\.sourceName) == (isMissed ? ["News"] : nil))
        #expect(next.brands.first?.previous.unheard == nil)
    }

    @Test(arguments: [([7.0], true), ([7, 8, 9], false)])
    func `an empty list behind an absence hides nothing that was missed, unless it stays empty`(
        days: [Double], isMissed: Bool
    ) async throws {
        serve(-3...2, at: "/news")
        serve(-3...2, at: "/forum")
        _ = try await health(day: 2.5)
        site.at("/news") { _ in .init(404) }
        #expect(try await health(day: 5).failing == 1)
        site.at("/news", document: postRSS([]), etag: "\"empty\"")
        for day in days { #expect(try await health(day: day).failing == 0) }
        serve(7...10, at: "/news")
        let sentence = try await health(day: 10).sentence
        #expect(sentence.contains("from Tue 24 Nov 2026, 19:00 to Sat 28 Nov 2026") == isMissed)
    }

    /// Within a day and a half, in which a list is taken to reach back.
    @Test func `what stands on a further page that cannot be had is told as missed`() async throws {
        #expect(try await health(day: 0.5).sentence.hasPrefix("All 2 feeds were heard"))
        let next = #"<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="/p2"/>"#
        site.at(
            "/news",
            document: postRSS([Post(id: "late", title: "Wpis", text: "Zefirnet", day: 2.25)])
                .replacing("<channel>", with: "<channel>" + next))
        site.at("/p2") { _ in .init(500) }
        let late = try await health(day: 1.9)
        #expect(late.ok == 2)
        #expect(
            late.sentence.hasPrefix(
                "The list of News does not reach back to when it was last heard"))
    }

    /// Posts of certain days, none of which was there before.
    private func serveNew(_ days: [Double], at path: String) {
        site.at(
            path,
            document: postRSS(
                days.enumerated().map { number, day in
                    Post(
                        id: "\(path) \(day) \(number)", title: "Wpis \(day) \(number)",
                        text: "Zefirnet \(day) \(number)", day: day)
                }))
    }

    /// Within a day and a half as well, from day 1.25 of the posts to day 2.65.
    @Test(arguments: [
        ([2.5, 2.46, 2.42, 2.38], true),
        // One alone, or the issue of a day, says nothing of how many there are.
        ([2.5], false), ([2.5, 2.5, 2.5], false),
        // A night is longer than what may be missing.
        ([2.6, 2.58, 2.56, 2.54, 1.6], false),
        // One that is dated before all that is known proves nothing of the others.
        ([2.5, 2.46, 2.42, 2.38, 0.9], true), ([2.5, 2.46, 2.42, 0.9, 0.8], false),
    ])
    func `a list that turned over is told, by the run and by the digest`(
        days: [Double], isMissed: Bool
    ) async throws {
        _ = try await health(day: 0.5)
        serve(-3...2, at: "/forum")
        serveNew(days, at: "/news")
        let report = try await folder.crawl(at: .crawlDay(1.9))
        let line = try #require(report.feeds.first { $0.feed == "news" })
        #expect((line.missed != nil) == isMissed)
        let told = "· news: its list does not reach back to when it was last read"
        let summary = RunSummary(report, style: TerminalStyle(isOn: false)).text
        #expect(summary.contains(told) == isMissed)
        let digest = try Archive(workspace: folder.workspace)
            .digest(DigestRequest(), now: .crawlDay(1.9))
        #expect((digest.health.missed?.map(\.sourceName) == ["News"]) == isMissed)
    }

    @Test func `a list that turns over day after day is told in the first day's digest`()
        async throws
    {
        _ = try await health(day: 0.5)
        for (day, isTold) in [(1.7, true), (2.9, false), (4.1, false)] {
            serve(-3...Int(day + 0.75), at: "/forum")
            // Hourly posts, the last six hours before the run.
            serveNew((0..<4).map { day + 0.5 - Double($0) / 24 }, at: "/news")
            let health = try await health(day: day)
            #expect((health.missed?.map(\.sourceName) == ["News"]) == isTold)
            #expect(health.sentence.hasPrefix("All 2 feeds were heard") == !isTold)
        }
        let week = try Archive(workspace: folder.workspace)
            .digest(DigestRequest(period: .week), now: .crawlDay(11)).health
        #expect(week.missed?.map(\.sourceName) == ["News", "News", "News"])
    }

    @Test(arguments: [true, false])
    func `a post that a forum shows first does not hide that its list turned over`(isFirst: Bool)
        async throws
    {
        _ = try await health(day: 0.5)
        let known = Post(id: "/news 0", title: "Wpis 0", text: "Zefirnet 0", day: 0)
        let new = [2.5, 2.46, 2.42, 2.38].map { day in
            Post(id: "new \(day)", title: "Wpis \(day)", text: "Zefirnet \(day)", day: day)
        }
        site.at("/news", document: postRSS(isFirst ? [known] + new : new + [known]))
        let report = try await folder.crawl(at: .crawlDay(1.9))
        let line = try #require(report.feeds.first { $0.feed == "news" })
        #expect(line.newEntries == 4)
        #expect((line.missed != nil) == isFirst)
        let notes = try folder.check(at: .crawlDay(1.9)).flatMap(\.notes)
        #expect(notes.contains { $0.contains("nothing in common") } == isFirst)
    }

    /// Whether a run with these numbers in a list without dates told that something may be missing.
    private func isMissed(_ numbers: some Sequence<Int>, day: Double) async throws -> Bool {
        let items = numbers.map { number in
            "<item><guid>\(number)</guid><description>\(numberedText(number))</description></item>"
        }
        site.at(
            "/news",
            document: "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())"
                + "</channel></rss>")
        let report = try await folder.crawl(at: .crawlDay(day))
        return try #require(report.feeds.first { $0.feed == "news" }).missed != nil
    }

    @Test func `a list without dates that has nothing of the last one is told the first time`()
        async throws
    {
        #expect(try await isMissed(1...4, day: 0.5) == false)
        #expect(try await isMissed(5...8, day: 1.7))
        #expect(try await isMissed(9...12, day: 2.9) == false)
        #expect(try await isMissed(11...14, day: 4.1) == false)
        #expect(try await isMissed(21...24, day: 5.3))
        // What a page lists may be one thing at a time.
        #expect(try await isMissed(24...24, day: 6.5) == false)
        #expect(try await isMissed(31...32, day: 7.7) == false)
    }

    /// A redirect is believed after a week, and only if some of what stands there is known.
    @Test func `a list that turns over where a redirect leads is told from the second time on`()
        async throws
    {
        _ = try await folder.crawl(at: .crawlDay(0.5))
        let address = site.url("/moved")
        site.at("/news") { _ in .init(301, headers: [("Location", address)]) }
        for (day, isMissed) in [(1.7, false), (2.9, true)] {
            // Hourly posts, the last six hours before the run.
            serveNew((0..<4).map { day + 0.5 - Double($0) / 24 }, at: "/moved")
            let report = try await folder.crawl(at: .crawlDay(day))
            let line = try #require(report.feeds.first { $0.feed == "news" })
            #expect(line.newEntries == 4)
            #expect((line.missed != nil) == isMissed, "day \(day)")
        }
    }

    /// The feed cannot be heard on day 2.7.
    @Test func `an outage and a list that turns over by itself do not hide each other`()
        async throws
    {
        _ = try await health(day: 0.5)
        for (day, isTold) in [(1.7, true), (3.8, true), (5.0, true), (6.2, false)] {
            if day == 3.8 {
                site.at("/news") { _ in .init(500) }
                _ = try await folder.crawl(at: .crawlDay(2.7))
            }
            serve(-3...Int(day + 0.75), at: "/forum")
            serveNew((0..<4).map { day + 0.5 - Double($0) / 24 }, at: "/news")
            let health = try await health(day: day)
            #expect((health.missed?.map(\.sourceName) == ["News"]) == isTold, "day \(day)")
        }
    }

    @Test func `a run tells of all lists that turned over in one line`() async throws {
        _ = try await folder.crawl(at: .crawlDay(0.5))
        for path in ["/news", "/forum"] { serveNew([2.5, 2.46, 2.42, 2.38], at: path) }
        let report = try await folder.crawl(at: .crawlDay(1.9))
        #expect(report.feeds.count { $0.missed != nil } == 2)
        let lines = RunSummary(report, style: TerminalStyle(isOn: false)).text
            .split(separator: "\n").filter { $0.contains("may be missing") }
        #expect(lines.count == 1)
        #expect(
            lines.first?.contains(
                "and 1 more: their lists do not reach back to when they were last read; posts from "
                    + "2026-11-22T18:00:00Z to ") == true)
    }

    @Test func `what stands behind the limit of a list is told as missed`() async throws {
        try folder.listen(to: [
            "id: news, name: News, url: '\(site.url("/news"))', limits: {max_entries: 2}",
            "id: forum, name: Forum, url: '\(site.url("/forum"))'",
        ])
        #expect(try await health(day: 0.5).sentence.hasPrefix("All 2 feeds were heard"))
        serveNew([1.8, 1.7, 1.6], at: "/news")
        let late = try await health(day: 1.9)
        #expect(late.ok == 2)
        #expect(
            late.sentence.hasPrefix(
                "The list of News does not reach back to when it was last heard"))
    }

    @Test func `a list that never held anything has lost nothing`() async throws {
        serve([Int](), at: "/news")
        _ = try await folder.crawl(at: .crawlDay(0.5))
        serve(-3...2, at: "/forum")
        _ = try await folder.crawl(at: .crawlDay(2.5))
        site.at("/news") { _ in .init(404) }
        #expect(try await health(day: 5).failing == 1)
        serve(7...9, at: "/news")
        let back = try await health(day: 9.5)
        #expect(back.missed == nil)
        #expect(back.sentence.hasPrefix("All 2 feeds were heard"))
    }

    /// The log of polls is short, and feeds are polled many times a day.
    @Test func `a digest that tells of a missed time can be made again after many polls`()
        async throws
    {
        _ = try await folder.crawl(at: .crawlDay(0.5))
        serve(-3...2, at: "/news")
        serve(-3...2, at: "/forum")
        _ = try await folder.crawl(at: .crawlDay(2.5))
        site.at("/news") { _ in .init(404) }
        _ = try await folder.crawl(at: .crawlDay(5))
        serve(7...9, at: "/news")
        let told = try await health(day: 9.5)
        #expect(told.missed?.map(\.sourceName) == ["News"])
        for day in 10..<45 { _ = try await folder.crawl(at: .crawlDay(Double(day) + 0.5)) }
        let archive = try Archive(workspace: folder.workspace)
        let path = folder.workspace.path + "/out/digests/2026-12-01.json"
        #expect(try archive.verify(digestAt: path).isReproduced)
        let again = try archive.digest(DigestRequest(), now: .crawlDay(9.5)).health
        #expect(again.missed == told.missed)
    }
}
