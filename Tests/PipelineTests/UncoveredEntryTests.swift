import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Lists without dates that are longer than what is kept of them: three entries at each end.
@Suite(.timeLimit(.minutes(5)))
struct UncoveredEntryTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url("/feed"))', limits: {max_entries: 6}"
        ])
    }

    private func serve(_ numbers: some Sequence<Int>) {
        let items = numbers.map { number in
            "<item><guid>wpis-\(number)</guid><title>Wpis \(number)</title>"
                + "<description>Zefirnet po raz \(number)</description></item>"
        }
        site.at(
            "/feed",
            document: "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())"
                + "</channel></rss>")
    }

    /// How many entries of the second list are stored, and how many of these the day's digest tells.
    private func counts(of numbers: some Sequence<Int>) async throws -> [Int] {
        serve(11...19)
        #expect(try await folder.crawl().newEntries == 6)
        serve(numbers)
        let report = try await folder.crawl(at: .crawlDay(2))
        let digest = try Archive(workspace: folder.workspace)
            .digest(DigestRequest(), now: .crawlDay(2))
        serve(numbers)
        #expect(try await folder.crawl(at: .crawlDay(4)).newEntries == 0)
        return [report.newEntries, digest.totals.counts.mentions]
    }

    @Test(arguments: [
        // A new one at the beginning and none at the end any more, and the other way round.
        (10...18, [2, 1]), (12...20, [2, 1]),
        // What is new has not come out of the middle.
        (9...19, [2, 2]), (11...20, [1, 1]),
        // All of it is new.
        (31...39, [6, 6]),
    ])
    func `what comes to light in the middle of a list is stored and no news`(
        numbers: ClosedRange<Int>, counts: [Int]
    ) async throws {
        #expect(try await self.counts(of: numbers) == counts)
    }
}
