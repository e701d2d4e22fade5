import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct SourceTimeZoneTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace()
    }

    private func listen(_ more: String) throws {
        try folder.listen(to: ["id: news, name: News, url: '\(site.url("/feed"))'\(more)"])
    }

    private func serve(_ hours: ClosedRange<Int>) {
        let items = hours.map { hour in
            "<item><guid>\(hour)</guid><title>Zefirnet o \(hour)</title>"
                + "<pubDate>Sat, 21 Nov 2026 \(hour):00:00</pubDate></item>"
        }
        site.at(
            "/feed",
            document: "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())"
                + "</channel></rss>")
    }

    @Test func `a zone that is stated later holds for what is new, and makes nothing new`()
        async throws
    {
        try listen("")
        serve(10...11)
        #expect(try await folder.crawl().newEntries == 2)
        try listen(", time_zone: Europe/Riga")
        serve(10...12)
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(report.newEntries == 1)
        #expect(report.feeds.map(\.changedEntries) == [0])
        let entries = try Archive(workspace: folder.workspace).search(EntrySearch())
        // Riga is two hours ahead in winter.
        #expect(
            entries.map { ContractJSON.timestamp($0.date) }.sorted() == [
                "2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z", "2026-11-21T11:00:00Z",
            ])
    }
}
