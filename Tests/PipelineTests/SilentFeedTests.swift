import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// A feed that has brought nothing for much longer than is usual for it.
@Suite(.timeLimit(.minutes(5)))
struct SilentFeedTests {
    /// Ten entries, the last of them on 15 November, seven days before the first day of the crawl.
    @Test(arguments: [
        ("Wed, 11 Nov 2026", 0, "nothing new for 7 days, usually 2 a day"),
        ("Sun, 08 Nov 2026", 0, "nothing new for 7 days, usually one a day"),
        ("Mon, 02 Nov 2026", 0, "nothing new for 7 days, usually one a day"),
        ("Fri, 30 Oct 2026", 0, "nothing new for 7 days, usually one in 2 days"),
        ("Tue, 20 Oct 2026", 5, "nothing new for 12 days, usually one in 3 days"),
    ])
    func `what is usual for it is told in words that go with the number`(
        first: String, day: Double, told: String
    ) async throws {
        let site = try CrawlSite()
        let entries = (1...10).map { number in
            let date = number == 1 ? first : "Sun, 15 Nov 2026"
            return ("\(number)", "Zefirnet \(number)", "\(date) 06:00:00 +0000")
        }
        site.at("/feed", document: rss(entries))
        let folder = try TestWorkspace(listeningTo: [
            "id: forum, name: Forum, url: '\(site.url("/feed"))'"
        ])
        _ = try await folder.crawl()
        let health = try #require(try folder.check(at: .crawlDay(day)).first?.health)
        #expect(health.status == .silent)
        #expect(health.message == told + "; see whether the site has moved its feed")
        #expect(health.lastEntryAt == .crawlDay(-7))
    }

    /// As after a move to other software, or where a feed dates nothing.
    @Test(arguments: ["Sun, 15 Nov 2026 06:00:00 +0000", nil] as [String?])
    func `entries that were all said at once show no rhythm to be late by`(date: String?)
        async throws
    {
        let site = try CrawlSite()
        let items = (1...12).map { number in
            let date = date.map { "<pubDate>\($0)</pubDate>" } ?? ""
            return "<item><guid>\(number)</guid><title>Zefirnet \(number)</title>\(date)</item>"
        }
        site.at(
            "/feed",
            document: "<rss version=\"2.0\"><channel><title>Forum</title>\(items.joined())"
                + "</channel></rss>")
        let folder = try TestWorkspace(listeningTo: [
            "id: forum, name: Forum, url: '\(site.url("/feed"))'"
        ])
        _ = try await folder.crawl()
        let health = try #require(try folder.check(at: .crawlDay(5)).first?.health)
        #expect(health.entries == 12)
        #expect(health.lastEntryAt == nil)
        #expect(health.status == .ok)
    }
}
