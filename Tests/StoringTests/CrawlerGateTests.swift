import Foundation
import Model
import PostgreSQL
import Synchronization
import TestSupport
import Testing

@testable import Storing

/// What keeps crawlers from storing while a digest is made.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct CrawlerGateTests {
    private let cluster: PostgreSQLCluster
    private let address: String
    private let location: ArchiveLocation
    private let store: Store
    private let crawler = Crawler(.worker, name: "one")
    private let feed = Feed.ID("feed")
    private let now = Date.hour(0)
    private let yesterday = Date.hour(-24)

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
        address = try cluster.emptySchema()
        location = try ArchiveLocation(server: address)
        store = try Store(location)
    }

    private func leasedPoll() async throws -> FeedCommit {
        let start = try await store.serverTime()
        let lease = try await store.lease([feed], to: crawler, since: start, for: .seconds(600))
        var commit = FeedCommit.bringing(.saying("Zefirnet", at: now), feed: feed, at: now)
        commit.lease = lease[feed]
        return commit
    }

    private func begun() async throws -> CrawlerPause {
        let pause = CrawlerPause(of: location)
        #expect(try await pause.begin { _ in })
        return pause
    }

    private func record(in pause: CrawlerPause, end: Date? = nil) throws -> Bool {
        try Store(location).recordDigest(
            name: "daily", start: yesterday, end: end ?? now + 60, madeIn: pause)
    }

    private func reported(after start: Date, through end: Date) throws -> Int {
        var count = 0
        try store.forEachEntry(reportedAfter: start, through: end) { _ in count += 1 }
        return count
    }

    /// Sessions that hold the gate, or wait at it.
    private func sessions(_ condition: String) throws -> [Int] {
        try Store(location).reading { database in
            try Int.fetchAll(
                database,
                sql: """
                    SELECT pid FROM pg_locks
                    WHERE relation = 'crawler_gate'::regclass AND \(condition)
                    """)
        }
    }

    private func awaitCommit() async throws {
        while try sessions("NOT granted").isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    }

    @Test func `what comes while a digest is made waits, and is told in the next one`() async throws
    {
        let poll = try await leasedPoll()
        let pause = try await begun()
        async let refused = store.commit([poll])
        try await awaitCommit()
        #expect(try Store(location).isEmpty)
        #expect(try record(in: pause))
        #expect(try await refused.isEmpty)
        _ = try store.settleEntries()
        #expect(try reported(after: yesterday, through: now + 60) == 0)
        #expect(try reported(after: now + 60, through: now + 3_600) == 1)
    }

    /// As where both are begun by the minute, on machines of their own.
    @Test func `what a worker brings that began in the second of a run comes behind its digest`()
        async throws
    {
        let poll = try await leasedPoll()
        let pause = try await begun()
        #expect(try record(in: pause, end: now))
        #expect(try await store.commit([poll]).isEmpty)
        _ = try store.settleEntries()
        #expect(try reported(after: yesterday, through: now) == 0)
        #expect(try reported(after: now, through: now + 3_600) == 1)
    }

    @Test func `a digest that something may have come into is not recorded`() async throws {
        let poll = try await leasedPoll()
        let lost = try await begun()
        for process in try sessions("granted") {
            try cluster.run("SELECT pg_terminate_backend(\(process))")
        }
        #expect(try await store.commit([poll]).isEmpty)
        #expect(try !record(in: lost))
        #expect(try ToldPeriods(of: store).lastDigestEnd == nil)
        // Made again, it tells that, too.
        let pause = try await begun()
        _ = try store.settleEntries()
        #expect(try reported(after: yesterday, through: now + 60) == 1)
        #expect(try record(in: pause))
        #expect(try ToldPeriods(of: store).lastDigestEnd == now + 60)
    }

    @Test func `the gate outlives limits on idle sessions`() async throws {
        let limits = ["idle_in_transaction_session_timeout", "idle_session_timeout"]
            .map { "%20-c\($0)%3D1000" }.joined()
        let pause = CrawlerPause(of: try ArchiveLocation(server: address + limits))
        #expect(try await pause.begin { _ in })
        try cluster.run("SELECT pg_sleep(2)")
        #expect(try record(in: pause))
    }

    @Test func `leases are renewed while what is to be stored waits`() async throws {
        let poll = try await leasedPoll()
        _ = try await store.leaseHosts(["a.example"], to: crawler, for: .seconds(600))
        let pause = try await begun()
        async let refused = store.commit([poll])
        try await awaitCommit()
        #expect(try await store.renewLeases(of: crawler, for: .seconds(600)) == ["a.example"])
        #expect(try store.isEmpty)
        pause.end()
        #expect(try await refused.isEmpty)
        #expect(try !store.isEmpty)
    }

    @Test func `a crawler that nobody ends waits for as long as it takes`() async throws {
        let pause = try await begun()
        async let stored = store.writingBehindGate(patience: .zero, tell: { _ in }) { database in
            _ = try CommitGate.pass(in: database)
            return true
        }
        try await awaitCommit()
        pause.end()
        #expect(try await stored == true)
    }

    @Test func `a crawler that is ended while it waits leaves the feed to others`() async throws {
        let poll = try await leasedPoll()
        let pause = try await begun()
        let commit = Task { try await store.commit([poll]) }
        try await awaitCommit()
        commit.cancel()
        #expect(try await commit.value == [feed])
        pause.end()
        #expect(try store.isEmpty)
        #expect(try await store.commit([poll]).isEmpty)
    }

    @Test func `who waits to make a digest says for whom, and can be ended`() async throws {
        let frozen = try Connection(to: try ServerAddress(address), application: "frozen")
        try frozen.run(script: "BEGIN; LOCK TABLE crawler_gate IN ROW SHARE MODE")
        let told = Mutex<[String]>([])
        let pause = CrawlerPause(of: location)
        let beginning = Task {
            try await pause.begin(attempt: .milliseconds(50)) { holders in
                told.withLock { $0.append("\(holders)") }
            }
        }
        while told.withLock(\.isEmpty) { try await Task.sleep(for: .milliseconds(20)) }
        beginning.cancel()
        #expect(try await !beginning.value)
        #expect(
            told.withLock(\.self) == ["[frozen (process \(frozen.serverProcess), from 127.0.0.1)]"])
        // Nothing is left of it that others would wait for.
        try frozen.run(script: "ROLLBACK")
        #expect(try await store.commit([try await leasedPoll()]).isEmpty)
    }

    @Test func `a crawler that is frozen in its commit is ended by the server`() async throws {
        let limit = try await store.writing { database in
            _ = try CommitGate.pass(in: database)
            return try String.fetchOne(
                database, sql: "SELECT current_setting('idle_in_transaction_session_timeout')")
        }
        #expect(limit == "30s")
    }
}
