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
        let fetched = fetcher.results(of: requests).makeAsyncIterator()
        var outcomes: [FeedOutcome] = []
        var waiting = CommitQueue(store: store)
        do {
            try await withThrowingTaskGroup(of: Step.self) { group in
                var isFetching = false
                var hasEnded = false
                var reading = 0
                func fetchNext() {
                    guard !isFetching, !hasEnded, reading < Self.readers else { return }
                    isFetching = true
                    group.addTask { .fetched(await fetched.next().map(FetchedFeed.init)) }
                }
                fetchNext()
                while let step = try await group.next() {
                    switch step {
                    case .fetched(nil):
                        hasEnded = true
                    case .fetched(let feed?):
                        isFetching = false
                        reading += 1
                        let state = states[feed.request.feed.id] ?? FeedState()
                        group.addTask { .read(try await poll.reading(feed, before: state)) }
                    case .read(let result):
                        reading -= 1
                        outcomes.append(result.outcome)
                        progress(.feed(result.outcome, done: outcomes.count, of: feeds.count))
                        if let commit = result.commit { try await waiting.add(commit) }
                        // Nothing else is about to come: there is no better company to wait for.
                        if reading == 0 { try await waiting.commitAll() }
                    }
                    fetchNext()
                }
            }
        } catch let error as StoreError {
            throw error
        } catch {
            preconditionFailure("reading a feed throws nothing but StoreError, got \(error)")
        }
        return outcomes.sorted { $0.feed < $1.feed }
    }

    // MARK: - Private

    /// What a child task of the crawl came back with.
    private enum Step: Sendable {
        /// `nil` when there are no more.
        case fetched(FetchedFeed?)
        case read(FeedPoll.Reading)
    }

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
