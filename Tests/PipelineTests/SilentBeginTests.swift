import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What reports say before anything has been heard.
struct SilentBeginTests {
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace([
            "feeds/mine.yaml": "sources: [{id: news, name: News, path: news.xml}]",
            "news.xml": rss([]),
        ])
    }

    @Test(arguments: [(true, false), (false, false), (true, true)])
    func `the first run says nothing of the time before it`(answers: Bool, letsGo: Bool)
        async throws
    {
        if letsGo {
            try folder.write("privacy: {retention: {mentions: 730d}}\n", to: "feeds/privacy.yaml")
        }
        if !answers { try folder.write("no feed", to: "news.xml") }
        let now = Date.crawlDay(0)
        _ = try await Run(workspace: folder.workspace, options: Run.Options(now: now)).report()
        let archive = try Archive(workspace: folder.workspace)
        let trends = try archive.trends(days: 28, now: now)
        #expect(trends.period.days == ["2026-11-22"])
        #expect(trends.headlines[0] == "In the time so far nobody mentioned Zefirnet.")
        #expect(trends.headlines[1].hasPrefix("What is usual is not known yet"))
        let digest = try archive.digest(DigestRequest(), now: now)
        #expect(digest.totals.previous.unheard == true)
        #expect(!digest.headlines[0].contains("the day before"))
    }

    @Test func `a feed whose list stays empty is listened to`() async throws {
        for day in 0...3 { _ = try await folder.crawl(at: .crawlDay(Double(day))) }
        let now = Date.crawlDay(3)
        let archive = try Archive(workspace: folder.workspace)
        let trends = try archive.trends(days: 28, now: now)
        #expect(
            trends.headlines[0] == "In 3 days and today so far nobody mentioned Zefirnet.")
        let digest = try archive.digest(DigestRequest(), now: now)
        #expect(digest.totals.previous.unheard == nil)
        #expect(digest.headlines[0].hasSuffix("the day before there were no mentions either."))
        // Those days stay days without mentions once there is one.
        try folder.write(postRSS([Post(id: "1", text: "Zefirnet", day: 3.5)]), to: "news.xml")
        _ = try await folder.crawl(at: .crawlDay(4))
        let days = try archive.trends(days: 28, now: .crawlDay(4)).period.days
        #expect(days.first == "2026-11-22" && days.count == 5)
    }
}
