import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// Crawlers that share an archive on a server.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct CrawlerLeaseTests {
    private let store: Store
    private let location: ArchiveLocation
    private let one = Crawler(.worker, name: "one")
    private let other = Crawler(.worker, name: "other")
    private let feeds = (1...4).map { Feed.ID("feed-\($0)") }
    private let now = Date.hour(0)

    init() throws {
        let cluster = try #require(PostgreSQLCluster.shared)
        location = try ArchiveLocation(server: try cluster.emptySchema())
        store = try Store(location)
    }

    private func commit(_ feed: Feed.ID, _ lease: FeedLease?, text: String) -> FeedCommit {
        var commit = FeedCommit.bringing(.saying(text, at: now), feed: feed, at: now)
        commit.lease = lease
        return commit
    }

    private func reported(after start: Date, through end: Date) throws -> Int {
        var count = 0
        try store.forEachEntry(reportedAfter: start, through: end) { _ in count += 1 }
        return count
    }

    @Test func `a run that vanished leaves its hosts with the pause that they had asked for`()
        async throws
    {
        let run = Crawler(.run, name: "first")
        _ = try await store.leaseHosts(["a", "b"], to: run, for: .seconds(600))
        try await store.notePauses(["a": .seconds(600)], by: run)
        try await store.notePauses(["b": .seconds(600)], by: one)
        let beginning = ContinuousClock.now
        try await store.endLeases(ofRunsBefore: Crawler(.run, name: "second")) { _ in .seconds(2) }
        let leases = try await store.leaseHosts(["a", "b"], to: one, for: .seconds(600))
        let pauses = Dictionary(uniqueKeysWithValues: leases.map { ($0.host, $0.pauseLeft) })
        // However long that took; the server keeps fractions of a second, and has a clock of its own.
        let least = .seconds(599) - beginning.duration(to: .now)
        #expect((least...Duration.seconds(600)).contains(pauses["a"] ?? .zero))
        #expect((.zero...Duration.seconds(2)).contains(pauses["b"] ?? .seconds(9)))
        // Who has it next hears of it from the host itself.
        try await store.giveBackHosts(["a": .zero], by: one)
        _ = try await store.leaseHosts(["a"], to: run, for: .seconds(600))
        try await store.endLeases(ofRunsBefore: Crawler(.run, name: "second")) { _ in .zero }
        let again = try await store.leaseHosts(["a"], to: one, for: .seconds(600))
        #expect(again.map(\.pauseLeft) == [.zero])
    }

    @Test func `a feed is leased to one crawler only`() async throws {
        let start = try await store.serverTime()
        let first = try await store.lease(
            Array(feeds[0..<2]), to: one, since: start, for: .seconds(600))
        let second = try await store.lease(feeds, to: other, since: start, for: .seconds(600))
        #expect(Set(first.keys) == Set(feeds[0..<2]))
        #expect(Set(second.keys) == Set(feeds[2..<4]))
        #expect(try await store.unheardFeeds(among: feeds, since: start) == 4)
    }

    @Test func `a feed that had its turn is leased to nobody who began before that`() async throws {
        let start = try await store.serverTime()
        let leases = try await store.lease(feeds, to: one, since: start, for: .seconds(600))
        try await store.giveBack(leases)
        #expect(try await store.unheardFeeds(among: feeds, since: start) == 0)
        #expect(try await store.lease(feeds, to: other, since: start, for: .seconds(600)).isEmpty)
        let later = try await store.serverTime()
        #expect(
            try await store.lease(feeds, to: other, since: later, for: .seconds(600)).count == 4)
    }

    @Test func `a lease that has ended is taken over, and what comes under it is refused`()
        async throws
    {
        let start = try await store.serverTime()
        let feed = feeds[0]
        let lost = try await store.lease([feed], to: one, since: start, for: .zero)
        let taken = try await store.lease([feed], to: other, since: start, for: .seconds(600))
        #expect(try #require(taken[feed]).number > #require(lost[feed]).number)
        #expect(try await store.commit([commit(feed, lost[feed], text: "late")]) == [feed])
        #expect(try store.isEmpty)
        #expect(try await store.commit([commit(feed, taken[feed], text: "in time")]).isEmpty)
        #expect(try await store.contentHashes(of: [Entry.ID("1")], in: feed).count == 1)
        // Stored, so had its turn.
        #expect(try await store.lease([feed], to: one, since: start, for: .seconds(600)).isEmpty)
    }

    @Test func `a lease that is renewed does not end`() async throws {
        let start = try await store.serverTime()
        let feed = feeds[0]
        let lease = try await store.lease([feed], to: one, since: start, for: .zero)
        #expect(try await store.renewLeases(of: one, for: .seconds(600)).isEmpty)
        #expect(try await store.lease([feed], to: other, since: start, for: .seconds(600)).isEmpty)
        #expect(try await store.commit([commit(feed, lease[feed], text: "x")]).isEmpty)
    }

    @Test func `a feed that was not heard is left to others at once, due as it was`() async throws {
        let start = try await store.serverTime()
        let leases = try await store.lease(feeds, to: one, since: start, for: .seconds(600))
        try await store.giveBack(leases, unheard: [feeds[1]])
        #expect(try await store.unheardFeeds(among: feeds, since: start) == 1)
        #expect(
            Set(try await store.lease(feeds, to: other, since: start, for: .seconds(600)).keys)
                == [feeds[1]])
        #expect(
            try await store.commit([commit(feeds[1], leases[feeds[1]], text: "late")]).count == 1)
    }

    @Test func `a file that is missing on one machine is left to the others, however it is told`()
        async throws
    {
        let start = try await store.serverTime()
        let feed = feeds[0]
        let leases = try await store.lease([feed], to: one, since: start, for: .seconds(600))
        var failed = FeedCommit(
            feed: feed, at: now, state: FeedState(failuresInARow: 1), outcome: "file",
            message: "is not there")
        failed.lease = leases[feed]
        #expect(try await store.commit([failed]).isEmpty)
        #expect(try await store.feedStates(of: [feed])[feed]?.failuresInARow == 1)
        try await store.giveBack(leases, unheard: [feed])
        let next = try await store.lease([feed], to: other, since: start, for: .seconds(600))
        #expect(Set(next.keys) == [feed])
    }

    @Test func `a run ends what an earlier run had, and nothing of a worker's`() async throws {
        let start = try await store.serverTime()
        let dead = Crawler(.run, name: "one")
        let next = Crawler(.run, name: "two")
        let lost = try await store.lease([feeds[0]], to: dead, since: start, for: .seconds(600))
        _ = try await store.lease([feeds[1]], to: one, since: start, for: .seconds(600))
        _ = try await store.leaseHosts(["a.example"], to: dead, for: .seconds(600))
        _ = try await store.leaseHosts(["b.example"], to: one, for: .seconds(600))
        try await store.endLeases(ofRunsBefore: next) {
            $0 == "a.example" ? .seconds(3_600) : .zero
        }
        #expect(
            Set(try await store.lease(feeds, to: next, since: start, for: .seconds(600)).keys)
                == Set(feeds).subtracting([feeds[1]]))
        #expect(try await store.commit([commit(feeds[0], lost[feeds[0]], text: "late")]).count == 1)
        let hosts = try await store.leaseHosts(
            ["a.example", "b.example"], to: next, for: .seconds(600))
        #expect(hosts.map(\.host) == ["a.example"])
        // It may have asked in its last moment.
        #expect(
            (.seconds(3_000)...Duration.seconds(3_600)).contains(
                try #require(hosts.first).pauseLeft))
        try await store.endLeases(ofRunsBefore: next) { _ in .zero }
        #expect(try await store.lease(feeds, to: other, since: start, for: .seconds(600)).isEmpty)
    }

    @Test func `of its hosts a crawler renews those that no other has by now`() async throws {
        _ = try await store.leaseHosts(["a.example", "b.example"], to: one, for: .zero)
        _ = try await store.leaseHosts(["b.example"], to: other, for: .seconds(600))
        #expect(try await store.renewLeases(of: one, for: .seconds(600)) == ["a.example"])
    }

    @Test func `a host is asked by one crawler, and by the next when its pause is over`()
        async throws
    {
        let hosts = ["a.example", "b.example"]
        let first = try await store.leaseHosts(["a.example"], to: one, for: .seconds(600))
        #expect(first.map(\.host) == ["a.example"])
        #expect(first.map(\.pauseLeft) == [.zero])
        let second = try await store.leaseHosts(hosts, to: other, for: .seconds(600))
        #expect(second.map(\.host) == ["b.example"])
        try await store.giveBackHosts(["a.example": .seconds(3_600)], by: one)
        let third = try await store.leaseHosts(hosts, to: other, for: .seconds(600))
        let pause = try #require(third.first { $0.host == "a.example" }).pauseLeft
        #expect((.seconds(3_000)...Duration.seconds(3_600)).contains(pause))
        // What is given back late is another's by now.
        try await store.giveBackHosts(["a.example": .zero], by: one)
        #expect(try await store.leaseHosts(["a.example"], to: one, for: .seconds(600)).isEmpty)
    }

    @Test func `what a crawler learns of hosts is news to the others`() async throws {
        let robots = RobotsCopy(
            rules: "", fetchedAt: now, checkedAt: now, pauseSeconds: 60, isUnavailable: false)
        try await store.commit(
            [],
            hosts: HostMemory(
                rests: ["a.example": now + 600],
                robots: [
                    "https://a.example": robots, "http://a.example:8080": robots,
                    "https://b.example": robots,
                ]))
        let news = try await store.hostNews(since: now - 1, of: ["a.example", "c.example"])
        #expect(news.rests == ["a.example": now + 600])
        #expect(news.robots.keys.sorted() == ["http://a.example:8080", "https://a.example"])
        #expect(try await store.hostNews(since: now + 3_600, of: ["a.example"]).isEmpty)
    }

    @Test func `what a crawler brings that does not know of an erasure is refused`() async throws {
        let polls = [FeedCommit.bringing(.saying("Zefirnet", id: "1"))]
        try store.recordErasure(id: "e1", at: now)
        await #expect(throws: StoreError.erasedSince(id: "e1")) {
            try await store.commit(polls, knowing: [])
        }
        #expect(try store.isEmpty)
        try await store.commit(polls, knowing: ["e1"])
        #expect(try !store.isEmpty)
    }

    @Test func `what is stored after a digest was made is told in the next one`() async throws {
        let start = try await store.serverTime()
        let lease = try await store.lease([feeds[0]], to: one, since: start, for: .seconds(600))
        try store.recordDigest(name: "daily", start: now - 86_400, end: now + 60)
        try await store.commit([commit(feeds[0], lease[feeds[0]], text: "Zefirnet")])
        _ = try store.settleEntries()
        #expect(try reported(after: now - 86_400, through: now + 60) == 0)
        #expect(try reported(after: now + 60, through: now + 3_600) == 1)
    }
}
