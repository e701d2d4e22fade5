import Fetching
import Foundation
import Model
import Storing
import Synchronization

/// Leases hosts for one of several crawlers, so that two never ask one host at the same time.
///
/// A host that its fetcher wants is leased as soon as nobody else has it, together with what is left of
/// the pause after the last request. A host that it has finished with is given back, once what was
/// learnt of it is stored. Every lease is renewed long before it ends. A crawler that vanishes, or
/// loses the archive, starts nothing more when its permits end, and others get its hosts when its
/// leases end.
struct HostSharing: Sendable {
    let fetcher: Fetcher
    let store: Store
    let crawler: Crawler
    let lifetimes: LeaseLifetimes
    let groups: HostGroups
    /// From when on what others learnt of hosts is news here.
    let start: Date

    /// Shares hosts for as long as work that asks them goes on, then stores what was learnt of them.
    func during<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value)
        async throws -> Value
    {
        let value = try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await run()
                return nil
            }
            group.addTask { try await work() }
            var value: Value?
            // If leasing fails, the group throws and so ends the work, which would wait for hosts in
            // vain.
            for try await result in group {
                guard let result else { continue }
                value = result
                group.cancelAll()
            }
            return value
        }
        try await storeNews()
        guard let value else { preconditionFailure("work ended without a value") }
        return value
    }

    // MARK: - Private

    /// How long a host that others have is left before it is tried again.
    private static let pause = Duration.milliseconds(250)

    /// Clocks of crawlers differ, by less than this.
    private static let clockDifference: TimeInterval = 600

    /// Works until its task is cancelled.
    private func run() async throws(StoreError) {
        let wishes = WishBook()
        let (bell, ringer) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        try await throwingStoreErrorsAlone {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await wish in fetcher.hostWishes {
                        wishes.all.withLock { $0.note(wish) }
                        ringer.yield()
                    }
                }
                group.addTask {
                    for await _ in fetcher.urgentHostNews {
                        wishes.all.withLock { $0.noteUrgentNews() }
                        ringer.yield()
                    }
                }
                group.addTask {
                    while !Task.isCancelled {
                        // Cut short when the crawl is over.
                        try? await Task.sleep(for: Self.pause)
                        ringer.yield()
                    }
                }
                var renewedAt = ContinuousClock.now
                for await _ in bell where !Task.isCancelled {
                    try await carryOut(wishes)
                    guard ContinuousClock.now - renewedAt >= lifetimes.renewal else { continue }
                    renewedAt = .now
                    try await renew(wishes)
                }
                group.cancelAll()
            }
        }
        // Others need not wait for what is done with.
        let rest = wishes.all.withLock { $0.takeAll(pause: groups.pause) }
        try await storeNews()
        try await store.giveBackHosts(rest, by: crawler)
    }

    /// Stores what the fetcher has learnt of hosts since it was last asked.
    private func storeNews() async throws(StoreError) {
        let news = fetcher.takeHostNews()
        guard !news.isEmpty else { return }
        try await store.commit([], hosts: news)
    }

    private func carryOut(_ book: WishBook) async throws(StoreError) {
        let (wanted, done, slowed, isUrgent) = book.all.withLock {
            ($0.wanted, $0.takeDone(), $0.takeSlowed(), $0.takeUrgency())
        }
        // What others need not know yet waits for company.
        if isUrgent || !done.isEmpty { try await storeNews() }
        try await store.notePauses(slowed, by: crawler)
        try await store.giveBackHosts(done, by: crawler)
        guard !wanted.isEmpty else { return }
        let asked = ContinuousClock.now
        let leases = try await store.leaseHosts(
            wanted.sorted(), to: crawler, for: lifetimes.lease)
        guard !leases.isEmpty else { return }
        var news = try await store.hostNews(
            since: start.addingTimeInterval(-Self.clockDifference), of: leases.map(\.host))
        for lease in leases {
            book.all.withLock { $0.noteLeased(lease.host) }
            fetcher.open(
                lease.host,
                HostPermit(
                    notBefore: .now + lease.pauseLeft, end: asked + lifetimes.permit,
                    memory: news))
            // Said once, it is known.
            news = HostMemory()
        }
    }

    private func renew(_ book: WishBook) async throws(StoreError) {
        let asked = ContinuousClock.now
        let held = try await store.renewLeases(of: crawler, for: lifetimes.lease)
        // Hosts that others have by now may be asked only until the time that was last allowed.
        for host in book.all.withLock({ $0.leased }).intersection(held) {
            fetcher.open(host, HostPermit(notBefore: asked, end: asked + lifetimes.permit))
        }
    }

    private final class WishBook: Sendable {
        let all = Mutex(Wishes())
    }

    /// What the fetcher has said of hosts, and what has come of it.
    private struct Wishes {
        private(set) var wanted: Set<String> = []
        private(set) var leased: Set<String> = []
        private var done: [String: Duration] = [:]
        /// Pauses that hosts have asked for.
        private var pauses: [String: Duration] = [:]
        /// Those of them that are news.
        private var slowed: [String: Duration] = [:]
        /// Whether a host has asked to be left alone.
        private var isNewsUrgent = false

        mutating func note(_ wish: HostWish) {
            switch wish {
            case .wanted(let host):
                // Wanted again before it was given back: it simply stays.
                done[host] = nil
                wanted.insert(host)
            case .done(let host, let pauseLeft):
                wanted.remove(host)
                leased.remove(host)
                done[host] = pauseLeft
            case .slowed(let host, let pause):
                pauses[host] = pause
                slowed[host] = pause
            }
        }

        mutating func noteLeased(_ host: String) {
            wanted.remove(host)
            leased.insert(host)
            // It may have been others' since it was last said.
            slowed[host] = pauses[host]
        }

        mutating func noteUrgentNews() { isNewsUrgent = true }

        mutating func takeSlowed() -> [String: Duration] {
            defer { slowed = [:] }
            return slowed
        }

        mutating func takeUrgency() -> Bool {
            defer { isNewsUrgent = false }
            return isNewsUrgent
        }

        mutating func takeDone() -> [String: Duration] {
            defer { done = [:] }
            return done
        }

        /// All leased hosts, including those that the fetcher has not said it is finished with.
        mutating func takeAll(pause: (String) -> Duration) -> [String: Duration] {
            for host in leased { done[host] = max(pause(host), pauses[host] ?? .zero) }
            leased = []
            return takeDone()
        }
    }
}
