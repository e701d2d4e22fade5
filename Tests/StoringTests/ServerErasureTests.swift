import Foundation
import Model
import PostgreSQL
import TestSupport
import Testing

@testable import Storing

/// What is left in a server's files of what was erased.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerErasureTests {
    private let cluster: PostgreSQLCluster
    private let schema: String
    private let store: Store

    init() throws {
        try self.init(#require(PostgreSQLCluster.shared))
    }

    private init(_ cluster: PostgreSQLCluster) throws {
        self.cluster = cluster
        schema = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try cluster.run("CREATE SCHEMA \(schema)")
        store = try Store(ArchiveLocation(server: cluster.address(schema: schema)))
    }

    private func keepAndErase() async throws {
        try await store.commit([
            .bringing(.saying("Zefirnet qzxkanarek", id: "1"), .saying("Zefirnet", id: "2"))
        ])
        _ = try store.settleEntries()
        var keys: [Int64] = []
        try store.forEachEntry(in: .text(.term(.phrase("qzxkanarek")))) { keys.append($0.key) }
        try store.erase(tombstones: Dictionary(uniqueKeysWithValues: keys.map { ($0, ["hash"]) }))
        #expect(keys.count == 1)
    }

    /// Tables in whose files a word stands.
    private func tables(holding word: String) throws -> [Substring] {
        try cluster.run("CHECKPOINT")
        return try cluster.run(
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = '\(schema)'::regnamespace AND relkind = 'r'
                AND position('\(word)'::bytea IN pg_read_binary_file(
                    pg_relation_filepath(oid))) > 0
            """
        ).split(separator: "\n")
    }

    @Test func `no byte of what was erased is left in any table`() async throws {
        try await keepAndErase()
        #expect(try tables(holding: "qzxkanarek").contains("entry_1"))
        try cluster.run("CREATE TABLE \(schema).later (body text)")
        try cluster.run("INSERT INTO \(schema).later VALUES ('qzxkanarek, too')")
        try cluster.run("DELETE FROM \(schema).later")
        #expect(try tables(holding: "qzxkanarek").contains("later"))
        #expect(try store.isOverwritingDue())
        try await store.overwriteErasedInTheEnd()
        #expect(try !store.isOverwritingDue())
        #expect(try tables(holding: "qzxkanarek").isEmpty)
    }

    @Test func `of the parts of entries, those are written anew that something was erased from`()
        async throws
    {
        try await keepAndErase()
        #expect(store.tend(at: .distantFuture, leastEntries: 1) == [])
        try await store.commit([.bringing(.saying("Zefirnet", id: "3"))])
        let files = """
            SELECT string_agg(pg_relation_filepath(oid), ' ' ORDER BY relname) FROM pg_class
            WHERE relnamespace = '\(schema)'::regnamespace AND relname IN
            """
        let (first, second) = (
            "\(files) ('entry_1', 'entry_text_1', 'mention_1')",
            "\(files) ('entry_2', 'entry_text_2', 'mention_2')"
        )
        let before = (try cluster.run(first), try cluster.run(second))
        try await store.overwriteErasedInTheEnd()
        let after = (try cluster.run(first), try cluster.run(second))
        #expect(Set(before.0.split(separator: " ")).isDisjoint(with: after.0.split(separator: " ")))
        #expect(before.1 == after.1)
        #expect(try tables(holding: "qzxkanarek").isEmpty)
        // All of it was seen to.
        try await store.overwriteErasedInTheEnd()
        #expect(try cluster.run(first) == after.0)
    }

    @Test func `no name of an author gets into what the planner knows`() async throws {
        let many = (1...50).map { number in
            TaggedEntry(
                entry: Entry(id: Entry.ID("\(number)"), text: "Zefirnet"),
                contentHash: "\(number)", author: "qzxautor", authorName: "qzxautor",
                date: .hour(0), heardAt: .hour(0), reportedAt: .hour(0),
                signature: StorySignature(minima: [], linkKey: nil), tags: .naming("zefirnet"),
                rulesHash: "r1")
        }
        #expect(store.tend(at: .distantFuture, leastEntries: 0) == [])
        for id in ["first", "second"] as [Feed.ID] {
            try await store.commit([
                FeedCommit(
                    feed: id, at: .hour(0), state: FeedState(), entries: many, outcome: "updated")
            ])
            #expect(store.tend(at: .distantFuture, leastEntries: 1) == [])
        }
        try cluster.run("ANALYZE \(schema).entry; ANALYZE \(schema).mention")
        func known(_ text: String) throws -> String {
            try cluster.run(
                """
                SELECT string_agg(DISTINCT tablename, ' ') FROM pg_stats
                WHERE schemaname = '\(schema)' AND most_common_vals::text LIKE '%\(text)%'
                """)
        }
        #expect(try known("zefirnet") == "mention mention_1 mention_2\n")
        #expect(try known("qzxautor") == "\n")
    }

    @Test func `what somebody may still read is not called overwritten`() async throws {
        let reader = try Connection(to: try ServerAddress(cluster.address(schema: schema)))
        _ = try reader.query(.text("BEGIN ISOLATION LEVEL REPEATABLE READ"))
        _ = try reader.query(.text("SELECT count(*) FROM entry"))
        try await keepAndErase()
        #expect(try store.overwriteErased(isRebuilding: true) == false)
        _ = try reader.query(.text("COMMIT"))
        try await store.overwriteErasedInTheEnd()
        #expect(try tables(holding: "qzxkanarek").isEmpty)
    }

    @Test func `what the server reads for its statistics is not called overwritten`() async throws {
        let own = try Self(PostgreSQLCluster(try #require(PostgreSQLTool.found)))
        try own.cluster.run("ALTER SYSTEM SET autovacuum_naptime = '1s'")
        // Of this table it takes the server some seconds.
        try own.cluster.run(
            """
            CREATE FUNCTION slowly(number int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_sleep(0.03) WHERE current_setting('application_name') <> 'psql';
                RETURN number;
            END $$;
            CREATE TABLE looked_at (number int);
            CREATE INDEX ON looked_at (slowly(number));
            INSERT INTO looked_at SELECT generate_series(1, 100);
            SELECT pg_reload_conf()
            """)
        let isAtWork =
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'autovacuum: %ANALYZE%looked_at'"
        while try own.cluster.run(isAtWork) == "0\n" {}
        try await own.keepAndErase()
        try await own.store.overwriteErasedInTheEnd()
        #expect(try own.tables(holding: "qzxkanarek").isEmpty)
    }

    @Test func `a role that does not own the tables is told before anything is erased`() throws {
        try cluster.run(
            """
            CREATE ROLE \(schema)_app LOGIN;
            GRANT USAGE ON SCHEMA \(schema) TO \(schema)_app;
            GRANT ALL ON ALL TABLES IN SCHEMA \(schema) TO \(schema)_app;
            GRANT ALL ON ALL SEQUENCES IN SCHEMA \(schema) TO \(schema)_app
            """)
        let app = try Store(
            ArchiveLocation(server: cluster.address(schema: schema, user: "\(schema)_app")))
        let error = #expect(throws: StoreError.self) { try app.checkErasable() }
        #expect(
            error?.description.hasSuffix(
                "what was erased can only be overwritten by the owner of the tables, earshot: come "
                    + "in as that role, or `GRANT earshot TO \(schema)_app`") == true)
        try store.checkErasable()
    }
}
