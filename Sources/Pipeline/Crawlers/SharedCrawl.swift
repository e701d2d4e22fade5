import Fetching
import Foundation
import Model
import Scheduling
import Storing
import Synchronization

/// A crawl that shares its feeds with others, on as many machines.
///
/// Feeds are leased a batch at a time, all feeds of a host in one batch, and the next batch is taken
/// while the last one waits for its slow hosts. A feed's state is read once the feed is leased, and
/// what it brings is stored only while the lease lasts. When nothing is left to lease, the crawl waits
/// for the feeds that others have: if a crawler vanishes, its feeds are taken over. A crawl that is
/// ended leaves what it has not heard to others, due as it was.
struct SharedCrawl: Sendable {
    let crawl: Crawl
    let store: Store
    let crawler: Crawler
    let settings: FetchSettings
    let lifetimes: LeaseLifetimes

    /// Returns one outcome a feed, by feed id; what another crawler has heard is not due.
    ///
    /// - Parameters:
    ///   - feeds: all that are listed.
    ///   - sources: those to poll, due or not, and no others; `nil` polls all that are due.
    func outcomes(of feeds: [Feed], sources: Set<String>?) async throws(StoreError)
        -> [FeedOutcome]
    {
        let groups = HostGroups(settings)
        if crawler.kind == .run {
            try await store.endLeases(ofRunsBefore: crawler) { groups.pause(of: $0) }
        }
        let sharing = HostSharing(
            fetcher: crawl.fetcher, store: store, crawler: crawler, lifetimes: lifetimes,
            groups: groups, start: crawl.scheduler.now)
        return try await throwingStoreErrorsAlone {
            try await sharing.during { try await polled(feeds, sources: sources) }
        }
    }

    // MARK: - Private

    private func polled(_ feeds: [Feed], sources: Set<String>?) async throws(StoreError)
        -> [FeedOutcome]
    {
        let start = try await store.serverTime()
        var outcomes: [FeedOutcome] = []
        var left = feeds
        while !isOver {
            let states = try await store.feedStates(of: left.map(\.id))
            left = crawl.due(of: left, states, sources: sources).map { left[$0] }
            let polled = try await self.polled(
                batches(of: left, states), of: left.count, since: start, sources: sources)
            outcomes += polled
            let had = Set(polled.map(\.feed))
            left.removeAll { had.contains($0.id) }
            guard polled.isEmpty else { continue }
            guard try await store.unheardFeeds(among: left.map(\.id), since: start) > 0 else {
                break
            }
            await Self.waitForOthers()
        }
        outcomes += try await unpolled(among: feeds, but: Set(outcomes.map(\.feed)), sources)
        return outcomes.sorted { $0.feed < $1.feed }
    }

    /// Outcomes of feeds that this crawler had no turn with.
    private func unpolled(
        among feeds: [Feed], but polled: Set<Feed.ID>, _ sources: Set<String>?
    ) async throws(StoreError) -> [FeedOutcome] {
        let others = feeds.filter { !polled.contains($0.id) }
        let states = try await store.feedStates(of: others.map(\.id))
        let due = Set(crawl.due(of: others, states, sources: nil))
        return others.indices.map { place in
            let feed = others[place]
            let isLeftOut = sources.map { !$0.contains(feed.source.id.value) } ?? false
            let outcome = FeedOutcome(unasked: feed, states[feed.id], isLeftOut: isLeftOut)
            guard isOver, !isLeftOut, due.contains(place) else { return outcome }
            return FeedOutcome(
                feed: feed.id, sourceName: feed.name,
                result: .failed(Task.isCancelled ? .cancelled : .outOfTime),
                nextCheckAt: outcome.nextCheckAt)
        }
    }

    private var isOver: Bool { Task.isCancelled || crawl.deadline.map { $0 <= .now } ?? false }

    /// How many hosts are leased at once: enough that nobody waits for their pauses, and few enough
    /// that others have as many.
    private static let hostsInBatch = 64...512
    private static let batchesOfAll = 6
    /// Batches at work, all but one of them at their slow feeds.
    private static let batchesAtOnce = 4

    /// Begins each batch when little is left of the last one: so slow hosts hold up nobody else, and
    /// polls of one batch still come close together, to be stored in one transaction.
    private func polled(
        _ batches: [[Feed]], of count: Int, since start: Double, sources: Set<String>?
    ) async throws(StoreError) -> [FeedOutcome] {
        let tally = Tally(of: count)
        return try await throwingStoreErrorsAlone {
            try await withThrowingTaskGroup(of: Step.self) { group in
                var waiting = batches.makeIterator()
                var atWork = 0
                func startNext() {
                    guard !isOver, let batch = waiting.next() else { return }
                    let (end, ender) = AsyncStream<Void>.makeStream()
                    atWork += 1
                    group.addTask {
                        defer { ender.finish() }
                        let crawl = self.crawl.telling(tally) { ender.finish() }
                        return .polled(
                            try await self.polled(
                                batch: batch, by: crawl, since: start, sources: sources))
                    }
                    group.addTask {
                        for await _ in end {}
                        return .hasLittleLeft
                    }
                }
                startNext()
                var polled: [FeedOutcome] = []
                var mayStart = false
                for try await step in group {
                    switch step {
                    case .polled(let outcomes):
                        polled += outcomes
                        atWork -= 1
                    case .hasLittleLeft:
                        mayStart = true
                    }
                    if mayStart, atWork < Self.batchesAtOnce {
                        mayStart = false
                        startNext()
                    }
                }
                return polled
            }
        }
    }

    /// What has become of a batch.
    private enum Step: Sendable {
        case hasLittleLeft
        case polled([FeedOutcome])
    }

    private func polled(
        batch: [Feed], by crawl: Crawl, since start: Double, sources: Set<String>?
    ) async throws(StoreError) -> [FeedOutcome] {
        let leases = try await store.lease(
            batch.map(\.id), to: crawler, since: start, for: lifetimes.lease)
        guard !leases.isEmpty else { return [] }
        let feeds = batch.filter { leases[$0.id] != nil }
        let states = try await store.feedStates(of: feeds.map(\.id))
        let outcomes = try await crawl.outcomes(
            of: feeds, states: states, sources: sources, leases: leases)
        try await store.giveBack(
            leases, unheard: Set(outcomes.filter(\.leavesTurn).map(\.feed)))
        return outcomes
    }

    /// Feeds of one host together, hosts by the feed that has waited longest.
    private func batches(of feeds: [Feed], _ states: FeedStates) -> [[Feed]] {
        func turn(_ feed: Feed) -> Date { states[feed.id]?.nextCheckAt ?? .distantPast }
        let groups = HostGroups(settings)
        let byGroup = Dictionary(grouping: feeds) { groups.name(of: $0) ?? "" }
        let queues = byGroup.map { name, feeds in
            (turn: feeds.map(turn).min() ?? .distantPast, name: name, feeds: feeds)
        }.sorted { ($0.turn, $0.name) < ($1.turn, $1.name) }
        let hosts = min(
            max(queues.count / Self.batchesOfAll, Self.hostsInBatch.lowerBound),
            Self.hostsInBatch.upperBound)
        return queues.batches(of: hosts).map { $0.flatMap(\.feeds) }
    }

    private static func waitForOthers() async {
        do {
            try await Task.sleep(for: .seconds(1))
        } catch {
            // The crawl is ended, which whoever waits sees for itself.
        }
    }
}

/// How many feeds have been polled, of those of several batches.
private final class Tally: Sendable {
    let count: Int
    let done = Mutex(0)

    init(of count: Int) {
        self.count = count
    }
}

extension Crawl {
    /// The same for one batch of several, which together tell of their progress.
    ///
    /// - Parameter hasLittleLeft: called when an eighth is left of what it polls.
    fileprivate func telling(_ tally: Tally, hasLittleLeft: @escaping @Sendable () -> Void) -> Crawl
    {
        var crawl = self
        crawl.progress = { [progress] step in
            guard case .feed(let outcome, let done, let count) = step else { return progress(step) }
            if (count - done) * 8 <= count { hasLittleLeft() }
            tally.done.withLock { done in
                done += 1
                progress(.feed(outcome, done: done, of: tally.count))
            }
        }
        return crawl
    }
}

extension FeedOutcome {
    /// Whether others may still hear the feed: the crawl was ended before anything was heard or stored of
    /// it, or it is a file that another machine may have.
    fileprivate var leavesTurn: Bool {
        switch result {
        case .failed(let failure):
            failure == .cancelled || failure == .outOfTime || failure == .notStored
                || failure.kind == .file
        case .notDue: true
        case .updated, .notModified, .retired, .leftOut: false
        }
    }
}

extension Crawler {
    /// Named so that an operator who looks into the server's tables finds it.
    static func ofThisProcess(_ kind: Kind) -> Crawler {
        let process = ProcessInfo.processInfo
        return Crawler(
            kind, name: "\(process.hostName) \(process.processIdentifier) \(UUID().uuidString)")
    }
}
