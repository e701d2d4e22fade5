import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct PastSilenceTests {
    @Test func `a feed that fell silent later is not silent in a digest of the time before`()
        async throws
    {
        let site = try CrawlSite()
        let folder = try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url("/news"))'"
        ])
        // One a day, the last on day 0.
        site.at(
            "/news",
            document: postRSS(
                (-20...0).map {
                    Post(id: "\($0)", title: "Wpis \($0)", text: "Zefirnet \($0)", day: Double($0))
                }))
        for day in [0.5, 30] { _ = try await folder.crawl(at: .crawlDay(day)) }
        let archive = try Archive(workspace: folder.workspace)
        func health(to day: Double) throws -> ListeningHealth {
            try archive.digest(
                DigestRequest(period: .span, span: .crawlDay(day - 7)..<(.crawlDay(day))),
                now: .crawlDay(30)
            ).health
        }
        #expect(try health(to: 1).silent == 0)
        #expect(try health(to: 1).sentence.hasPrefix("The one feed was heard"))
        #expect(try health(to: 20).silent == 1)
        #expect(try health(to: 30).silent == 1)
    }
}
