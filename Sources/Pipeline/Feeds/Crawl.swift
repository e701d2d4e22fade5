import Fetching
import Foundation
import Model
import Scheduling
import Storing

/// Polls the feeds whose turn it is and stores what they bring, each feed whole or not at all.
struct Crawl: Sendable {
    let fetcher: Fetcher
    let poll: FeedPoll
    let store: Store
    let scheduler: PollScheduler
    let vault: Vault
    /// Nothing starts after it.
    let deadline: ContinuousClock.Instant?
    var progress: @Sendable (RunProgress) -> Void

    /// Returns one outcome a feed, by feed id.
    ///
    /// Those who have waited longest come first, so that a run without time for all starves none.
    /// Fetching goes on while documents are read on every core; what is read is stored as it comes,
    /// several feeds to a transaction. A cancelled task stops the fetching; what had come is stored.
    ///
    /// - Parameters:
    ///   - sources: those to poll, due or not, and no others; `nil` polls all that are due.
    ///   - leases: by which alone something of each feed may be stored, where crawlers share an
    ///     archive.
    func outcomes(
        of feeds: [Feed], states: FeedStates, sources: Set<String>?,
        leases: [Feed.ID: FeedLease] = [:]
    ) async throws(StoreError) -> [FeedOutcome] {
        let due = due(of: feeds, states, sources: sources)
        var outcomes = try await polls(of: due, in: feeds, states: states, leases)
        let isPolled = Set(due)
        for place in feeds.indices where !isPolled.contains(place) {
            let feed = feeds[place]
            let state = states[feed.id]
            let next = state?.polling.retiredAt == nil ? state?.nextCheckAt : nil
            outcomes.append(
                FeedOutcome(
                    feed: feed.id, sourceName: feed.name,
                    result: sources == nil ? .notDue(until: next) : .leftOut, nextCheckAt: next))
        }
        outcomes.sort { $0.feed < $1.feed }
        return outcomes
    }

    /// Places of the feeds whose turn it is.
    func due(of feeds: [Feed], _ states: FeedStates, sources: Set<String>?) -> [Int] {
        feeds.indices.filter { place in
            let feed = feeds[place]
            return sources?.contains(feed.source.id.value)
                ?? scheduler.isDue(feed, states[feed.id])
        }
    }

    // MARK: - Private

    // Feeds go by their places, and states are made when they are needed: of a hundred thousand,
    // each copy would be felt.
    private func polls(
        of due: [Int], in feeds: [Feed], states: FeedStates, _ leases: [Feed.ID: FeedLease]
    ) async throws(StoreError) -> [FeedOutcome] {
        func current(_ feed: Feed) -> FeedState { scheduler.current(states[feed.id], of: feed) }
        let turns = due.map { place in
            (at: current(feeds[place]).nextCheckAt ?? .distantPast, place: place)
        }
        let order = turns.sorted { ($0.at, feeds[$0.place].id) < ($1.at, feeds[$1.place].id) }
        var requests: [FetchRequest] = []
        requests.reserveCapacity(order.count)
        var unaskable: [FetchedFeed] = []
        for turn in order {
            let feed = feeds[turn.place]
            let request = scheduler.request(
                for: feed, current(feed), credentials: vault.credentials(of: feed))
            if let failure = vault.failure(of: feed) {
                unaskable.append(FetchedFeed(request: request, result: .failed(failure)))
            } else {
                requests.append(request)
            }
        }
        let fetched = fetcher.results(of: requests, deadline: deadline).makeAsyncIterator()
        let urgentHostNews = fetcher.urgentHostNews
        // Where hosts are shared, whoever shares them out stores what was learnt of them.
        let storesHostNews = !store.isShared
        var outcomes: [FeedOutcome] = []
        outcomes.reserveCapacity(due.count)
        var waiting = CommitQueue { polls, hosts throws(StoreError) in
            try await store.commit(
                polls, hosts: hosts, knowing: poll.intake.privacy.erasures
            ) { progress(.waiting($0)) }
        }
        do {
            try await withThrowingTaskGroup(of: Step.self) { group in
                var work = Workload()
                func fetchNext() {
                    guard work.hasRoom else { return }
                    work.isFetching = true
                    if let feed = unaskable.popLast() {
                        group.addTask { .fetched(feed) }
                        return
                    }
                    group.addTask { .fetched(await fetched.next().map(FetchedFeed.init)) }
                }
                func awaitUrgentNews() {
                    group.addTask { .learnt(isLast: await urgentHostNews.first { true } == nil) }
                }
                fetchNext()
                if storesHostNews { awaitUrgentNews() }
                while !work.isDone, let step = try await group.next() {
                    // Before anybody is told of what came of it.
                    if storesHostNews { try await waiting.add(fetcher.takeHostNews()) }
                    switch step {
                    case .fetched(nil):
                        work.hasEnded = true
                    case .fetched(let feed?):
                        FaultPoint.afterFetch.pass()
                        work.isFetching = false
                        work.reading += 1
                        let state = current(feed.request.feed)
                        group.addTask { .read(try await poll.reading(feed, before: state)) }
                    case .read(.unfinished(let draft)):
                        work.reading -= 1
                        work.drafts.append(draft)
                    case .read(.finished(let result)):
                        FaultPoint.afterParse.pass()
                        work.reading -= 1
                        try await take(result)
                    case .followed(let result):
                        work.following -= 1
                        try await take(result)
                    case .learnt(isLast: false):
                        awaitUrgentNews()
                    case .learnt(isLast: true):
                        break
                    case .waited:
                        work.isWaiting = false
                        try await waiting.commitAll()
                    }
                    while let draft = work.nextDraft() {
                        group.addTask { .followed(try await poll.completing(draft)) }
                    }
                    // Nothing else is being read: there is no better company to wait for.
                    if work.reading == 0 { try await waiting.commitWhatMatters() }
                    if let end = waiting.endOfPatience, !work.isWaiting {
                        work.isWaiting = true
                        group.addTask { await .waited(until: end) }
                    }
                    fetchNext()
                }
                group.cancelAll()
                func take(_ result: FeedPoll.Result) async throws {
                    outcomes.append(result.outcome)
                    progress(.feed(result.outcome, done: outcomes.count, of: due.count))
                    guard var commit = result.commit else { return }
                    commit.lease = leases[commit.feed]
                    try await waiting.add(commit)
                }
            }
            if storesHostNews { try await waiting.add(fetcher.takeHostNews()) }
            try await waiting.commitAll()
        } catch let error as StoreError {
            throw error
        } catch {
            preconditionFailure("reading a feed throws nothing but StoreError, got \(error)")
        }
        for place in outcomes.indices where waiting.refused.contains(outcomes[place].feed) {
            outcomes[place] = outcomes[place].refused
        }
        return outcomes
    }

    /// What a child task of the crawl came back with.
    private enum Step: Sendable {
        /// `nil` when there are no more.
        case fetched(FetchedFeed?)
        case read(FeedPoll.Reading)
        case followed(FeedPoll.Result)
        /// Something of a host that must not be forgotten with this process.
        case learnt(isLast: Bool)
        /// For company, and no longer.
        case waited

        static func waited(until end: ContinuousClock.Instant) async -> Step {
            do {
                try await Task.sleep(until: end, clock: .continuous)
            } catch {
                // The crawl is ended, and stores the sooner what it has.
            }
            return .waited
        }
    }

    /// What is at work, and whether more may be.
    private struct Workload {
        var isFetching = false
        /// Whether the fetcher has no more.
        var hasEnded = false
        /// Whether a task will say when patience has ended.
        var isWaiting = false
        var reading = 0
        var following = 0
        /// Those that wait to be followed, which must not keep the fetcher from being emptied: what
        /// they ask for could then not start.
        var drafts: [PollDraft] = []

        var isDone: Bool { hasEnded && reading == 0 && following == 0 && drafts.isEmpty }
        var hasRoom: Bool { !isFetching && !hasEnded && reading < Self.readers }

        mutating func nextDraft() -> PollDraft? {
            guard following < Self.followers, !drafts.isEmpty else { return nil }
            following += 1
            return drafts.removeFirst()
        }

        /// Documents read at once: enough to keep every core busy while some wait for the archive.
        private static let readers = 2 * ProcessInfo.processInfo.activeProcessorCount
        /// Feeds at once that wait for further documents, which come at their hosts' pace.
        private static let followers = 64
    }
}

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
