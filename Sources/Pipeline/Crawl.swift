import Fetching
import Foundation
import Model
import Storing

/// Polls feeds and stores what they bring, each feed whole or not at all.
struct Crawl: Sendable {
    let fetcher: Fetcher
    let poll: FeedPoll
    let store: Store
    let progress: @Sendable (RunProgress) -> Void

    /// Returns one outcome a feed, by feed id.
    ///
    /// Fetching goes on while documents are read on every core; what is read is stored as it comes,
    /// several feeds to a transaction. A cancelled task stops the fetching; what had come is stored.
    func outcomes(of feeds: [Feed], states: [Feed.ID: FeedState]) async throws(StoreError)
        -> [FeedOutcome]
    {
        let requests = feeds.map { feed in
            let state = states[feed.id]
            return FetchRequest(
                feed: feed, validators: state?.validators, bodyHash: state?.bodyHash)
        }
        var outcomes: [FeedOutcome] = []
        var waiting = CommitQueue(store: store)
        do {
            try await withThrowingTaskGroup(of: FeedPoll.Reading.self) { group in
                var atWork = 0
                func finishOne() async throws {
                    guard let reading = try await group.next() else { return }
                    atWork -= 1
                    outcomes.append(reading.outcome)
                    progress(.feed(reading.outcome, done: outcomes.count, of: feeds.count))
                    if let commit = reading.commit { try await waiting.add(commit) }
                }
                for await (request, result, timing) in fetcher.results(of: requests) {
                    if atWork == Self.readers { try await finishOne() }
                    atWork += 1
                    let fetched = FetchedFeed(request: request, result: result, timing: timing)
                    group.addTask { [poll] in
                        try await poll.reading(
                            fetched, before: states[request.feed.id] ?? FeedState())
                    }
                }
                while atWork > 0 { try await finishOne() }
                try await waiting.commitAll()
            }
        } catch let error as StoreError {
            throw error
        } catch {
            preconditionFailure("reading a feed throws nothing but StoreError, got \(error)")
        }
        return outcomes.sorted { $0.feed < $1.feed }
    }

    // MARK: - Private

    /// Documents read at once: enough to keep every core busy while some wait for the archive.
    private static let readers = 2 * ProcessInfo.processInfo.activeProcessorCount
}

/// Gathers polls so that several share one transaction, which is what a disk is fast at.
private struct CommitQueue {
    let store: Store
    private var polls: [FeedCommit] = []
    private var entries = 0

    init(store: Store) {
        self.store = store
    }

    mutating func add(_ poll: FeedCommit) async throws(StoreError) {
        polls.append(poll)
        entries += poll.entries.count
        if polls.count >= 50 || entries >= 1_000 { try await commitAll() }
    }

    mutating func commitAll() async throws(StoreError) {
        guard !polls.isEmpty else { return }
        try await store.commit(polls)
        polls = []
        entries = 0
    }
}
