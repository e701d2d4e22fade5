import Foundation
import PostgreSQL
import TestSupport
import Testing

@testable import Storing

/// For how long a server is tried again that was there before: from its failure on, however long the
/// work has taken that failed with it.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerPatienceTests {
    private let cluster: PostgreSQLCluster
    private let address: String

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
        address = try cluster.emptySchema()
    }

    /// One whose patience is over before its first transaction is.
    private func engine(_ address: String) throws -> PostgreSQLEngine {
        try PostgreSQLEngine(
            try ServerAddress(address), isReadOnly: false, patience: .milliseconds(500))
    }

    private func proxied(by proxy: CuttingProxy) -> String {
        address.replacing(":\(cluster.port)/", with: ":\(proxy.port)/")
    }

    private func insert(_ name: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO digest_window VALUES (?, 1, 2)", arguments: [name])
    }

    private func windows(_ address: String) throws -> [String] {
        try Store(ArchiveLocation(server: address)).reading {
            try String.fetchAll($0, sql: "SELECT name FROM digest_window ORDER BY name")
        }
    }

    private func sleep(_ database: Database, for seconds: Double = 1) throws {
        _ = try Row.fetchOne(database, sql: "SELECT pg_sleep(?)::text", arguments: [seconds])
    }

    @Test func `a long transaction whose connection is ended is carried out again`() throws {
        _ = try Store(ArchiveLocation(server: address))
        var attempts = 0
        try engine(address).write(isKept: true) { database in
            attempts += 1
            try insert("a", in: database)
            if attempts == 1 {
                try sleep(database)
                let process = try Int.fetchOne(database, sql: "SELECT pg_backend_pid()")
                try cluster.run("SELECT pg_terminate_backend(\(process ?? 0))")
            }
            try insert("b", in: database)
        }
        #expect(attempts == 2)
        #expect(try windows(address) == ["a", "b"])
    }

    @Test func `a long transaction that meets another one is carried out again`() throws {
        let other = try Store(ArchiveLocation(server: address))
        try other.writing { try insert("a", in: $0) }
        let addition = "UPDATE digest_window SET \"end\" = \"end\" + 10"
        var attempts = 0
        try engine(address).write(isKept: true) { database in
            attempts += 1
            if attempts == 1 {
                try sleep(database)
                try other.writing { try $0.execute(sql: addition) }
            }
            try database.execute(sql: addition)
        }
        #expect(attempts == 2)
        let end = try other.reading {
            try Int.fetchOne($0, sql: "SELECT \"end\" FROM digest_window")
        }
        #expect(end == 22)
    }

    @Test func `of a long transaction that nobody heard the end of the server is asked`() throws {
        _ = try Store(ArchiveLocation(server: address))
        let proxy = try CuttingProxy(to: cluster.port, cutBehind: "COMMIT")
        defer { proxy.stop() }
        var attempts = 0
        try engine(proxied(by: proxy)).write(isKept: true) { database in
            attempts += 1
            try insert("\(attempts)", in: database)
            try sleep(database)
        }
        #expect(proxy.isCut)
        #expect(try windows(address) == ["1"])
    }

    @Test func `a server that is new in its place and has not heard of a transaction gets it`()
        throws
    {
        _ = try Store(ArchiveLocation(server: address))
        let heir = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        let schema = try #require(address.split(separator: "%3D").last).description
        try heir.run("CREATE SCHEMA \(schema)")
        _ = try Store(ArchiveLocation(server: heir.address(schema: schema)))
        // The heir has lost more than one transaction of those that the first one kept.
        let ahead = try Connection(to: try ServerAddress(address))
        for _ in 0..<500 { try ahead.send(.text("SELECT pg_current_xact_id()::text")) }
        try ahead.flush()
        let proxy = try CuttingProxy(to: cluster.port, cutBehind: "COMMIT")
        let both = """
            host=127.0.0.1,127.0.0.1 port=\(proxy.port),\(heir.port) user=earshot dbname=postgres \
            options=-csearch_path=\(schema)
            """
        var attempts = 0
        try engine(both).write(isKept: true) { database in
            attempts += 1
            try insert("\(attempts)", in: database)
            if attempts == 1 { proxy.stop() }
        }
        #expect(proxy.isCut)
        #expect(try windows(heir.address(schema: schema)) == ["2"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `a server that was given up is asked again by whoever comes next`() async throws {
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        let patience = Duration.seconds(1)
        let engine = try PostgreSQLEngine(
            try ServerAddress(own.address()), isReadOnly: true, patience: patience)
        let ask: @Sendable (Database) throws -> Int? = { try Int.fetchOne($0, sql: "SELECT 1") }
        #expect(try engine.readOnce(ask) == 1)
        #expect(try await engine.read(ask) == 1)
        try own.kill()
        let first = ContinuousClock.now
        #expect(throws: PostgreSQLError.self) { try engine.readOnce(ask) }
        #expect(ContinuousClock.now - first >= patience)
        #expect(throws: PostgreSQLError.self) { try engine.readOnce(ask) }
        await #expect(throws: PostgreSQLError.self) { try await engine.read(ask) }
        try own.start()
        #expect(try engine.readOnce(ask) == 1)
        #expect(try await engine.read(ask) == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a digest that has waited for long waits on when its connection is ended`() async throws {
        let location = try ArchiveLocation(server: address)
        _ = try Store(location)
        let storing = try Connection(to: try ServerAddress(address), application: "storing")
        try storing.run(script: "BEGIN; LOCK TABLE crawler_gate IN ROW SHARE MODE")
        let pause = CrawlerPause(of: location, rush: .milliseconds(500))
        let start = ContinuousClock.now
        let beginning = Task { try await pause.begin(attempt: .milliseconds(100)) { _ in } }
        let schema = try #require(address.split(separator: "%3D").last)
        let waits = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity JOIN pg_locks USING (pid)
            WHERE relation = '\(schema).crawler_gate'::regclass AND mode = 'ExclusiveLock'
            """
        while ContinuousClock.now - start < .seconds(1) {
            try await Task.sleep(for: .milliseconds(20))
        }
        while try cluster.run(waits).isEmpty {}
        try storing.run(script: "ROLLBACK")
        #expect(try await beginning.value)
        pause.end()
    }
}
