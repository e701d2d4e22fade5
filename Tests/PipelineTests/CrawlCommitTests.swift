import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing

/// When what a crawl learns is in the archive, while it goes on.
@Suite(.timeLimit(.minutes(2)))
struct CrawlCommitTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite(hosts: 2)
        folder = try TestWorkspace(listeningTo: [
            "id: quick, name: Quick, url: '\(site.url("/quick"))'",
            "id: slow, name: Slow, url: '\(site.url("/slow", host: 2))'",
        ])
        site.at("/slow") { _ in .init(delivery: .silence) }
    }

    @Test func `what waits for company is stored while the other feeds keep it waiting`()
        async throws
    {
        // Nothing anybody would miss, so that it may wait.
        site.at("/quick") { _ in .init(404) }
        let told = Told()
        let crawl = Run(workspace: folder.workspace, options: Run.Options(now: .crawlDay(0))) {
            if case .feed(let outcome, _, _) = $0 { told.add(outcome.feed) }
        }
        let run = Task { try await crawl.execute() }
        while try !isStored("quick") {
            try await Task.sleep(for: .milliseconds(5))
        }
        // The slow one would have brought a commit with it.
        #expect(told.feeds == ["quick"])
        run.cancel()
        _ = try await run.value
    }

    /// The feeds whose outcomes were told, in order.
    private final class Told: Sendable {
        private let state = Mutex<[Feed.ID]>([])

        var feeds: [Feed.ID] { state.withLock { $0 } }

        func add(_ feed: Feed.ID) { state.withLock { $0.append(feed) } }
    }

    /// Whether a poll of the feed is in the archive, which the run may only be making yet.
    private func isStored(_ feed: Feed.ID) throws -> Bool {
        let checks: [FeedCheck]
        do throws(RunError) {
            checks = try folder.check()
        } catch {
            guard case .store = error else { throw error }
            return false
        }
        return checks.contains { $0.health.feed == feed && $0.health.failuresInARow == 1 }
    }
}
