import Foundation
import Pipeline
import TestSupport
import Testing

/// Leads that a feed gives beside its contents.
@Suite(.timeLimit(.minutes(5)))
struct CrawlLeadTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: paper, name: Paper, url: '\(site.url("/paper"))'"
        ])
    }

    private func serve(lead: String) {
        site.at(
            "/paper",
            document: """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Paper</title><item><guid>1</guid><title>Handel</title>
                <description>\(lead)</description>
                <content:encoded>W tym tygodniu piszemy o cenach.</content:encoded></item>
                </channel></rss>
                """)
    }

    @Test func `a lead is part of what an entry says, and does not make it another one`()
        async throws
    {
        serve(lead: "Sieć sklepów zapowiada zmiany")
        _ = try await folder.crawl()
        let texts = ["Sieć sklepów zapowiada zmiany\nW tym tygodniu piszemy o cenach."]
        #expect(try folder.texts() == texts)
        // As for what was stored before leads were read.
        serve(lead: "")
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(report.feeds.map(\.changedEntries) == [0])
        #expect(try folder.texts() == texts)
    }
}
