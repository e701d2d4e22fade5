import Model
import Storing

extension Crawl {
    /// What the crawl has brought so far.
    struct Harvest {
        private var outcomes: [FeedOutcome] = []
        /// What is still to be stored.
        var waiting: CommitQueue
        private let count: Int
        private let leases: [Feed.ID: FeedLease]
        private let progress: @Sendable (RunProgress) -> Void

        /// - Parameter count: how many feeds are polled.
        init(
            of count: Int, leases: [Feed.ID: FeedLease],
            progress: @escaping @Sendable (RunProgress) -> Void,
            commit: @escaping CommitQueue.Commit
        ) {
            outcomes.reserveCapacity(count)
            waiting = CommitQueue(commit: commit)
            self.count = count
            self.leases = leases
            self.progress = progress
        }

        mutating func take(_ result: FeedPoll.Result) async throws(StoreError) {
            outcomes.append(result.outcome)
            progress(.feed(result.outcome, done: outcomes.count, of: count))
            guard var commit = result.commit else { return }
            commit.lease = leases[commit.feed]
            try await waiting.add(commit)
        }

        /// Those of the feeds, once all is stored that may be.
        var settledOutcomes: [FeedOutcome] {
            outcomes.map { waiting.refused.contains($0.feed) ? $0.refused : $0 }
        }
    }
}

// MARK: - Private

extension FeedOutcome {
    /// What becomes of it where nothing of it could be stored.
    fileprivate var refused: FeedOutcome {
        FeedOutcome(
            feed: feed, sourceName: sourceName, result: .failed(.notStored), cost: cost)
    }
}

extension FetchFailure {
    /// What was heard is left to whoever polls the feed next, due as it was.
    static let notStored = FetchFailure(
        kind: .postponed,
        message:
            "nothing of it was stored here: another crawler has taken the feed over, as nothing was "
            + "heard of this one for too long, or this one was ended while a digest was being made")
}
