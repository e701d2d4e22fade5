import Model
import TestSupport
import Testing

@testable import Storing

/// What must not cost more as a server's archive grows.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerReadingTests {
    @Test func `which entry of a feed came first is found without reading entries`() async throws {
        let archive = try TestArchive(.server, isSpread: false)
        let store = try archive.open()
        try await store.keep(
            .bringing(.saying("Zefirnet", id: "1"), .saying("Kawka", id: "2")),
            .bringing(.saying("Baltfon", id: "3"), feed: "blog"))
        #expect(try readsOfEntries(in: store) { $0.firstEntries } == 0)
        #expect(try readsOfEntries(in: store) { _ in "SELECT min(heard_at) FROM entry" } == 1)
        #expect(try store.firstHeard().keys.sorted() == ["blog", "news"])
    }

    /// How often a query goes through entries, or an index of them.
    private func readsOfEntries(in store: Store, _ sql: (Database) -> String) throws -> Int64 {
        try store.reading { database in
            // With what the session has not yet told the server of earlier transactions.
            func count() throws -> Int64 {
                try Int64.fetchOne(
                    database,
                    sql: """
                        SELECT sum(seq_scan + idx_scan)::bigint FROM pg_stat_xact_user_tables
                        WHERE schemaname = current_schema() AND relname = 'entry_1'
                        """) ?? 0
            }
            let before = try count()
            _ = try Row.fetchAll(database, sql: sql(database))
            return try count() - before
        }
    }
}
