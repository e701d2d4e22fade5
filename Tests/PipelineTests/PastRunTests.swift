import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing

struct PastRunTests {
    @Test(arguments: [(true, true), (true, false), (false, true)])
    func `a run for a moment long past says that it dates back what feeds have said since`(
        isPast: Bool, isFetched: Bool
    ) async throws {
        let site = try CrawlSite()
        site.at("/feed", document: numberedRSS(1...3))
        let place = isFetched ? "url: '\(site.url("/feed"))'" : "path: news.xml"
        let folder = try TestWorkspace(listeningTo: ["id: news, name: News, \(place)"])
        try folder.write(numberedRSS(1...3), to: "news.xml")
        var options = Run.Options(now: .crawlDay(0))
        options.isPast = isPast
        let told = Mutex(0)
        _ = try await Run(workspace: folder.workspace, options: options) { step in
            if case .datedBack = step { told.withLock { $0 += 1 } }
        }.execute()
        #expect(told.withLock { $0 } == (isPast && isFetched ? 1 : 0))
    }
}
