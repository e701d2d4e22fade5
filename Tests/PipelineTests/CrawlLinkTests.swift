import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Entries whose links lead to one page by different ways.
@Suite(.timeLimit(.minutes(5)))
struct CrawlLinkTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite(hosts: 2)
        folder = try TestWorkspace(listeningTo: [
            "id: paper, name: Paper, url: '\(site.url("/paper"))'",
            "id: reader, name: Reader, url: '\(site.url("/reader", host: 2))'",
        ])
    }

    /// - Parameter link: as a document has it, `&` escaped.
    private func serve(_ path: String, link: String) {
        site.at(path, document: numberedRSS(1...1, link: { _ in link }))
    }

    @Test(arguments: [
        "https://paper.example/awaria?utm_source=rss", "https://paper.example/awaria/amp/",
        "https://m.paper.example/awaria", "http://PAPER.example:80/awaria#comments",
        "https://paper.example/awaria;jsessionid=0A1B",
    ])
    func `two feeds that lead to one page tell one story`(link: String) async throws {
        serve("/paper", link: "https://paper.example/awaria")
        serve("/reader", link: link)
        _ = try await folder.crawl()
        let digest = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-22.json"))
        #expect(digest.brands.map(\.counts) == [Counts(mentions: 2, stories: 1)])
    }

    @Test func `a link that says each time whence its reader comes is no change`() async throws {
        serve("/paper", link: "https://paper.example/awaria?utm_campaign=monday")
        serve("/reader", link: "https://paper.example/inna")
        _ = try await folder.crawl()
        serve("/paper", link: "https://paper.example/awaria?utm_campaign=tuesday")
        serve("/reader", link: "https://paper.example/poprawiona")
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(report.feeds.map(\.changedEntries) == [0, 1])
        #expect(report.newEntries == 0)
        #expect(try folder.texts().count == 2)
    }
}
