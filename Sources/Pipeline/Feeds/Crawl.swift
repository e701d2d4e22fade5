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

    /// Polls feeds and returns one outcome for each, by feed id.
    ///
    /// Feeds that have waited longest come first, so that a run without time for all of them starves
    /// none. Fetching goes on while documents are read on every core; what is read is stored as it
    /// comes, several feeds to a transaction. A cancelled task stops the fetching, and stores what had
    /// come.
    ///
    /// - Parameters:
    ///   - sources: those to poll, due or not, and no others; `nil` polls all that are due.
    ///   - leases: without its lease nothing of a feed may be stored, where crawlers share an archive.
    func outcomes(
        of feeds: [Feed], states: FeedStates, sources: Set<String>?,
        leases: [Feed.ID: FeedLease] = [:]
    ) async throws(StoreError) -> [FeedOutcome] {
        let due = due(of: feeds, states, sources: sources)
        var outcomes = try await polls(of: due, in: feeds, states: states, leases)
        let isPolled = Set(due)
        for place in feeds.indices where !isPolled.contains(place) {
            let feed = feeds[place]
            outcomes.append(
                FeedOutcome(unasked: feed, states[feed.id], isLeftOut: sources != nil))
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

    private func polls(
        of due: [Int], in feeds: [Feed], states: FeedStates, _ leases: [Feed.ID: FeedLease]
    ) async throws(StoreError) -> [FeedOutcome] {
        let (requests, unaskable) = requests(for: due, in: feeds, states)
        let news = fetcher.results(of: requests, deadline: deadline)
        var harvest = Harvest(of: due.count, leases: leases, progress: progress) {
            polls, hosts throws(StoreError) in
            try await store.commit(
                polls, hosts: hosts, knowing: poll.intake.privacy.erasures
            ) { progress(.waiting($0)) }
        }
        try await throwingStoreErrorsAlone {
            try await gather(news.makeAsyncIterator(), unaskable, states, into: &harvest)
        }
        try await takeHostNews(into: &harvest)
        try await harvest.waiting.commitAll()
        return harvest.settledOutcomes
    }

    /// What is to be asked, those that have waited longest first, and what cannot be asked.
    ///
    /// Feeds are referred to by their places, and states are made only when they are needed: with a
    /// hundred thousand feeds, each copy would be noticeable.
    private func requests(for due: [Int], in feeds: [Feed], _ states: FeedStates)
        -> (requests: [FetchRequest], unaskable: [FetchedFeed])
    {
        let turns = due.map { place in
            (at: current(feeds[place], states).nextCheckAt ?? .distantPast, place: place)
        }
        let order = turns.sorted { ($0.at, feeds[$0.place].id) < ($1.at, feeds[$1.place].id) }
        var requests: [FetchRequest] = []
        requests.reserveCapacity(order.count)
        var unaskable: [FetchedFeed] = []
        for turn in order {
            let feed = feeds[turn.place]
            let request = scheduler.request(
                for: feed, current(feed, states), credentials: vault.credentials(of: feed))
            if let failure = vault.failure(of: feed) {
                unaskable.append(FetchedFeed(request: request, result: .failed(failure)))
            } else {
                requests.append(request)
            }
        }
        return (requests, unaskable)
    }

    private func current(_ feed: Feed, _ states: FeedStates) -> FeedState {
        scheduler.current(states[feed.id], of: feed)
    }

    /// Reads what is fetched, and what could not be asked for, until there is no more of either.
    private func gather(
        _ fetched: FetchResults.Iterator, _ unaskable: [FetchedFeed], _ states: FeedStates,
        into harvest: inout Harvest
    ) async throws {
        let urgentHostNews = fetcher.urgentHostNews
        try await withThrowingTaskGroup(of: Step.self) { group in
            var work = Workload(unaskable: unaskable)
            func fetchNext() {
                guard work.hasRoom else { return }
                work.isFetching = true
                if let feed = work.unaskable.popLast() {
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
                try await takeHostNews(into: &harvest)
                work.note(step)
                switch step {
                case .fetched(let feed?):
                    FaultPoint.afterFetch.pass()
                    let state = current(feed.request.feed, states)
                    group.addTask { .read(try await poll.reading(feed, before: state)) }
                case .read(.finished(let result)):
                    FaultPoint.afterParse.pass()
                    try await harvest.take(result)
                case .followed(let result):
                    try await harvest.take(result)
                case .learnt(isLast: false):
                    awaitUrgentNews()
                case .waited:
                    try await harvest.waiting.commitAll()
                case .fetched(nil), .read(.unfinished), .learnt(isLast: true):
                    break
                }
                while let draft = work.nextDraft() {
                    group.addTask { .followed(try await poll.completing(draft)) }
                }
                // Nothing else is being read, so there is nothing to share a transaction with.
                if work.reading == 0 { try await harvest.waiting.commitWhatMatters() }
                if let end = harvest.waiting.endOfPatience, !work.isWaiting {
                    work.isWaiting = true
                    group.addTask { await .waited(until: end) }
                }
                fetchNext()
            }
            group.cancelAll()
        }
    }

    /// Where hosts are shared among crawlers, `HostSharing` stores what was learnt of them.
    private var storesHostNews: Bool { !store.isShared }

    private func takeHostNews(into harvest: inout Harvest) async throws(StoreError) {
        if storesHostNews { try await harvest.waiting.add(fetcher.takeHostNews()) }
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
        private var hasEnded = false
        /// Those whose failure is known, to be read like what is fetched.
        var unaskable: [FetchedFeed]
        /// Whether a task will say when patience has ended.
        var isWaiting = false
        private(set) var reading = 0
        private var following = 0
        /// Drafts that wait to fetch more.
        ///
        /// They must not keep the fetcher's results from being taken, because then it could not start
        /// what they ask for.
        private var drafts = WaitingLine<PollDraft>()

        init(unaskable: [FetchedFeed]) {
            self.unaskable = unaskable
        }

        var isDone: Bool { hasEnded && reading == 0 && following == 0 && drafts.isEmpty }
        var hasRoom: Bool { !isFetching && !hasEnded && reading < Self.readers }

        /// Counts what a step has ended and begun.
        mutating func note(_ step: Step) {
            switch step {
            case .fetched(nil):
                hasEnded = true
            case .fetched:
                isFetching = false
                reading += 1
            case .read(.unfinished(let draft)):
                reading -= 1
                drafts.append(draft)
            case .read(.finished):
                reading -= 1
            case .followed:
                following -= 1
            case .learnt:
                break
            case .waited:
                isWaiting = false
            }
        }

        mutating func nextDraft() -> PollDraft? {
            guard following < Self.followers, let draft = drafts.popFirst() else { return nil }
            following += 1
            return draft
        }

        /// Documents read at once: enough to keep every core busy while some wait for the archive.
        private static let readers = 2 * ProcessInfo.processInfo.activeProcessorCount
        /// Feeds at once that wait for further documents, which come at their hosts' pace.
        private static let followers = 64
    }
}

extension FeedOutcome {
    /// Of a feed that was not to be asked.
    ///
    /// - Parameter isLeftOut: whether the crawl was to poll other sources alone.
    init(unasked feed: Feed, _ state: FeedState?, isLeftOut: Bool) {
        let isRetired = state?.polling.retiredAt != nil
        let next = isRetired ? nil : state?.nextCheckAt
        self.init(
            feed: feed.id, sourceName: feed.name,
            result: isLeftOut ? .leftOut : isRetired ? .retired : .notDue(until: next),
            nextCheckAt: next)
    }
}
