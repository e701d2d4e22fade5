import Foundation
import Model
import PostgreSQL
import Synchronization
import TestSupport
import Testing

@testable import Storing

/// What becomes of a transaction when the server, or the way to it, ends in its midst.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerFaultTests {
    private let cluster: PostgreSQLCluster
    private let address: String

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
        address = try cluster.emptySchema()
    }

    private func store(_ address: String) throws -> Store {
        try Store(ArchiveLocation(server: address))
    }

    private func windows(_ store: Store) throws -> [String] {
        try store.reading {
            try String.fetchAll($0, sql: "SELECT name FROM digest_window ORDER BY name")
        }
    }

    private func insert(_ name: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO digest_window VALUES (?, 1, 2)", arguments: [name])
    }

    /// What serves a store where nobody waits for it as a task.
    private func process(of store: Store) throws -> Int {
        try #require(
            try store.reading { try Int.fetchOne($0, sql: "SELECT pg_backend_pid()") })
    }

    /// Ends whatever serves a store, as an operator would.
    private func terminate(in database: Database) throws {
        let process = try Int.fetchOne(database, sql: "SELECT pg_backend_pid()")
        try cluster.run("SELECT pg_terminate_backend(\(process ?? 0))")
    }

    @Test func `a transaction whose connection is ended is carried out again, from its beginning`()
        throws
    {
        let store = try store(address)
        var attempts = 0
        try store.writing { database in
            attempts += 1
            try insert("a", in: database)
            if attempts == 1 { try terminate(in: database) }
            try insert("b", in: database)
        }
        #expect(attempts == 2)
        #expect(try windows(store) == ["a", "b"])
    }

    @Test func `a transaction that the server ended as idle is carried out again`() throws {
        _ = try store(address)
        let store = try store(address + "%20-cidle_in_transaction_session_timeout%3D1000")
        var attempts = 0
        try store.writing { database in
            attempts += 1
            try insert("a", in: database)
            _ = try Int.fetchOne(database, sql: "SELECT 1")
            if attempts == 1 { try cluster.run("SELECT pg_sleep(2)") }
            try insert("b", in: database)
        }
        #expect(attempts == 2)
        #expect(try windows(store) == ["a", "b"])
    }

    @Test(arguments: ["", "%20-ctcp_keepalives_idle%3D77"])
    func `the server notices within two minutes that a machine has vanished`(option: String) throws
    {
        let store = try store(address + option)
        let names = ["idle", "interval", "count"].map { "tcp_keepalives_\($0)" }
        let settings = try store.reading { database in
            try (names + ["tcp_user_timeout"]).map { name in
                try String.fetchOne(database, sql: "SELECT current_setting('\(name)')")
            }
        }
        // What the address says goes before.
        #expect(settings == [option.isEmpty ? "30" : "77", "10", "3", "60000"])
    }

    @Test func `the lock of a run outlives limits on idle sessions`() throws {
        let location = try ArchiveLocation(server: address + "%20-cidle_session_timeout%3D1000")
        let lock = try ArchiveLock(of: location)
        try cluster.run("SELECT pg_sleep(2)")
        #expect(throws: StoreError.locked(path: "\(location)")) { try ArchiveLock(of: location) }
        withExtendedLifetime(lock) {}
    }

    @Test func `readers keep runs away from a server's archive, and not one another`() throws {
        let location = try ArchiveLocation(server: address)
        do {
            let readers = try (1...2).map { _ in try ArchiveLock(of: location, isReader: true) }
            #expect(throws: StoreError.locked(path: "\(location)")) {
                try ArchiveLock(of: location)
            }
            withExtendedLifetime(readers) {}
        }
        let run = try ArchiveLock(of: location)
        #expect(throws: StoreError.locked(path: "\(location)")) {
            try ArchiveLock(of: location, isReader: true)
        }
        withExtendedLifetime(run) {}
    }

    @Test(.timeLimit(.minutes(1)))
    func `the lock of a run that has just ended is waited for`() throws {
        let lock = Mutex<ArchiveLock?>(try ArchiveLock(of: ArchiveLocation(server: address)))
        let name = "next-\(UUID().uuidString)"
        let cluster = cluster
        Thread.detachNewThread {
            // It has asked once, and was told that another has it.
            let waiters = """
                SELECT count(*) FROM pg_stat_activity WHERE application_name = '\(name)'
                AND state = 'idle' AND query LIKE '%pg_try_advisory_lock%'
                """
            while (try? cluster.run(waiters)).map({ !$0.hasPrefix("1") }) ?? false {}
            lock.withLock { $0 = nil }
        }
        let location = try ArchiveLocation(server: address + "&application_name=\(name)")
        let next = try ArchiveLock(of: location)
        #expect(lock.withLock { $0 == nil })
        withExtendedLifetime(next) {}
    }

    @Test func `the lock of a run outlives a server that is only just starting anew`() throws {
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        let location = try ArchiveLocation(server: own.address())
        let lock = try ArchiveLock(of: location)
        try own.kill()
        Thread.detachNewThread { try? own.start() }
        try lock?.ensure()
        #expect(throws: StoreError.locked(path: "\(location)")) { try ArchiveLock(of: location) }
        withExtendedLifetime(lock) {}
    }

    @Test func `a connection that broke while nothing was done is made again`() throws {
        let store = try store(address)
        try store.reading { try terminate(in: $0) }
        var attempts = 0
        let count = try store.reading { database in
            attempts += 1
            return try Int.fetchOne(database, sql: "SELECT count(*) FROM entry")
        }
        #expect(count == 0)
        #expect(attempts == 2)
    }

    @Test func `what was read, and not handed on, is read again when the connection is ended`()
        throws
    {
        let store = try store(address)
        try store.writing { try insert("a", in: $0) }
        var attempts = 0
        let names = try store.reading { database in
            attempts += 1
            let names = try String.fetchAll(database, sql: "SELECT name FROM digest_window")
            if attempts == 1 { try terminate(in: database) }
            _ = try Int.fetchOne(database, sql: "SELECT 1")
            return names
        }
        #expect(names == ["a"])
        #expect(attempts == 2)
    }

    @Test func `what was read and handed on is not handed on twice`() async throws {
        let store = try store(address)
        try await store.commit([.bringing(.saying("a"), .saying("b", id: "2"))])
        _ = try store.settleEntries()
        var heard: [String] = []
        #expect(throws: StoreError.self) {
            try store.readingOnce { database in
                let rows = try Row.fetchCursor(database, sql: "SELECT text FROM entry")
                while let row = try rows.next() { heard.append(row[0]) }
                try terminate(in: database)
                _ = try Int.fetchOne(database, sql: "SELECT 1")
            }
        }
        #expect(heard.count == 2)
        #expect(try store.entryCount() == 2)
    }

    @Test func `a digest's entries go on where the connection was ended, none of them twice`()
        async throws
    {
        let store = try store(address)
        // More than the server is asked for at once.
        let said = (1...1_200).map { number in
            TaggedEntry.saying("\(number)", id: Entry.ID("\(number)"))
        }
        try await store.commit([
            FeedCommit(
                feed: "news", at: .hour(0), state: FeedState(), entries: said, outcome: "updated")
        ])
        _ = try store.settleEntries()
        let process = try process(of: store)
        let end = "SELECT pg_terminate_backend(\(process))"
        var heard: [String] = []
        try store.forEachEntry(reportedAfter: .distantPast, through: .distantFuture) { entry in
            heard.append(entry.text)
            if heard.count == 700 { #expect(throws: Never.self) { try cluster.run(end) } }
        }
        #expect(heard.count == said.count)
        #expect(Set(heard).count == said.count)
        #expect(try self.process(of: store) != process)
    }

    @Test func `a server that crashes in a transaction and comes back has it whole, and once`()
        async throws
    {
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        let store = try store(own.address())
        try await store.commit([.bringing(.saying("before", id: "0"))])
        let attempts = Mutex(0)
        try await store.writing { database in
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            try insert("a", in: database)
            _ = try Int.fetchOne(database, sql: "SELECT 1")
            if attempt == 1 {
                try own.kill()
                try own.start()
            }
            try insert("b", in: database)
        }
        #expect(attempts.withLock(\.self) == 2)
        #expect(try windows(store) == ["a", "b"])
        #expect(try store.entryCount() == 1)
    }

    @Test func `what was kept is not done again though nobody heard that it was`() throws {
        _ = try store(address)
        let proxy = try CuttingProxy(to: cluster.port, cutBehind: "COMMIT")
        defer { proxy.stop() }
        let store = try store(
            address.replacing(":\(cluster.port)/", with: ":\(proxy.port)/"))
        var attempts = 0
        try store.writing { database in
            attempts += 1
            try database.execute(
                sql:
                    "INSERT INTO ticket (destination, key, first_key, created_at) VALUES ('d', ?, ?, 1)",
                arguments: ["k\(attempts)", "k\(attempts)"])
        }
        #expect(proxy.isCut)
        #expect(attempts == 1)
        #expect(
            try store.reading { try String.fetchAll($0, sql: "SELECT key FROM ticket") } == ["k1"])
    }

    @Test func `two that change one row do so one after the other`() throws {
        let one = try store(address)
        let other = try store(address)
        try one.writing { try insert("a", in: $0) }
        let addition = "UPDATE digest_window SET \"end\" = \"end\" + 10"
        var attempts = 0
        try one.writing { database in
            attempts += 1
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM digest_window")
            if attempts == 1 { try other.writing { try $0.execute(sql: addition) } }
            try database.execute(sql: addition)
        }
        #expect(attempts == 2)
        let end = try one.reading { try Int.fetchOne($0, sql: "SELECT \"end\" FROM digest_window") }
        #expect(end == 22)
    }

    @Test func `a value of another type fails its transaction, and says which`() throws {
        let store = try store(address)
        let error = #expect(throws: StoreError.self) {
            try store.writing { database in
                try insert("a", in: database)
                let row = try Row.fetchOne(database, sql: "SELECT 'x'::text AS date")
                _ = row?["date"] as Int64?
            }
        }
        #expect(
            error?.description
                == "the archive refused: column 'date', of type 25, cannot be read as Int64")
        #expect(try windows(store).isEmpty)
    }
}
