import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// An archive from before its entries lay in parts, which becomes the first part.
extension ServerPartTests {
    @Test func `an archive of version 12 becomes the first part of one of now`() async throws {
        try makeVersion12()
        let store = try open()
        #expect(
            try places()
                == (1...3).map { "g\($0) entry_1 entry_text_1 mention_1" }
                .joined(separator: ", "))
        #expect(
            try run(
                "SELECT string_agg(concat_ws(' ', entry, guid, sequence), ', ') FROM entry_key")
                == "1 g1 9, 2 g2 8, 3 g3 7")
        #expect(try await store.contentHashes(of: ["g2", "g4"], in: "news") == ["g2": "old"])
        try await store.commit([.bringing(.saying("new", id: "g2"), .saying("c", id: "g4"))])
        #expect(
            try run("SELECT string_agg(concat_ws(' ', id, text), ', ' ORDER BY id) FROM entry")
                == "1 text 1, 2 new, 3 text 3, 5 c")
        // Whatever hangs on an entry still goes with it.
        try run("DELETE FROM entry WHERE id = 2")
        #expect(
            try run(
                """
                SELECT concat_ws(' ', (SELECT count(*) FROM entry_key),
                    (SELECT count(*) FROM entry_text), (SELECT count(*) FROM mention))
                """) == "3 3 3")
    }

    @Test func `who numbers entries as version 12 did numbers their keys, too`() async throws {
        let store = try open()
        try await store.commit([.bringing(.saying("a", id: "a"), .saying("b", id: "b"))])
        try run(
            """
            UPDATE entry SET sequence = 1, story = 1, story_reason = 'first', story_similarity = 1
            WHERE guid = 'a'
            """)
        #expect(try store.settleEntries() == 1)
        #expect(try store.entries(numbered: [1, 2]).map(\.id.value) == ["a", "b"])
    }

    @Test func `who had rights in version 12 has them still`() throws {
        try makeVersion12()
        let role = "\(schema)_reader"
        try run(
            """
            CREATE ROLE \(role) LOGIN; GRANT USAGE ON SCHEMA \(schema) TO \(role);
            GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(role)
            """)
        _ = try open()
        let reader = try Store(
            ArchiveLocation(server: cluster.address(schema: schema, user: role)), isReadOnly: true)
        let numbers = try reader.reading { database in
            try Int64.fetchAll(
                database,
                sql: """
                    SELECT sequence FROM entry JOIN mention ON entry = id JOIN entry_text ON rowid = id
                    WHERE \(database.entry(with: "sequence = 9"))
                    """)
        }
        #expect(numbers == [9])
    }

    @Test func `what the log of version 12 knew of answers is known on, to whoever might read it`()
        throws
    {
        try makeVersion12()
        let role = "\(schema)_listener"
        try run(
            """
            INSERT INTO fetch_log VALUES
                ('news', 10, 'updated'), ('news', 20, 'not_modified'), ('news', 30, 'status');
            CREATE ROLE \(role) LOGIN; GRANT USAGE ON SCHEMA \(schema) TO \(role);
            GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(role)
            """)
        _ = try open()
        let reader = try Store(
            ArchiveLocation(server: cluster.address(schema: schema, user: role)), isReadOnly: true)
        let time = Date(unixSeconds: 0)..<Date(unixSeconds: 99)
        #expect(try reader.lastAnswer(in: time) == Date(unixSeconds: 20))
        #expect(try run("SELECT string_agg(at::text, ' ' ORDER BY at) FROM answer") == "10 20")
    }

    @Test func `what was erased in version 12 is overwritten in this one`() async throws {
        try makeVersion12()
        let quoted = """
            SELECT count(*) FROM pg_stats WHERE schemaname = '\(schema)' AND attname = 'text'
            """
        try run("ANALYZE entry")
        #expect(try run(quoted) == "1")
        let store = try open()
        #expect(try run(quoted) == "0")
        let file = "SELECT pg_relation_filepath('entry_1')"
        let before = try run(file)
        try await store.overwriteErasedInTheEnd()
        #expect(try run(file) != before)
    }

    @Test func `an archive that others' tables lead to is left as it is, and they are named`()
        throws
    {
        try makeVersion12()
        try run("CREATE TABLE note (about bigint REFERENCES entry (id))")
        let error = #expect(throws: StoreError.self) { try open() }
        #expect(
            error?.description.contains("the table note has a foreign key to \"entry\"") == true,
            "\(String(describing: error))")
        #expect(try run("SELECT max(version) FROM earshot_schema") == "12")
    }

    // MARK: - Private

    /// An archive as version 12 left it, of three entries.
    private func makeVersion12() throws {
        let earlier = PostgreSQLSchema.versions.filter { $0.number <= 12 }
        try run(
            """
            CREATE TABLE earshot_schema (
                version bigint PRIMARY KEY, made_at timestamptz NOT NULL);
            \(earlier.map(\.script).joined(separator: "\n"));
            INSERT INTO earshot_schema VALUES (11, now()), (12, now());
            INSERT INTO feed (id) VALUES ('news');
            INSERT INTO entry (
                id, sequence, feed, guid, content_hash, date, heard_at, reported_at, story,
                story_reason, story_similarity, rules_hash, is_mention, has_own_title, sketch,
                tags, text)
            OVERRIDING SYSTEM VALUE
            SELECT n, 10 - n, 'news', 'g' || n, 'old', 0, 0, 0, 10 - n, 'first', 1, 'r', true,
                true, '', '', 'text ' || n
            FROM generate_series(1, 3) AS n;
            SELECT setval('entry_id_seq', 7);
            INSERT INTO entry_text SELECT id, '' FROM entry;
            INSERT INTO mention SELECT id, 'text', 0, 'zefirnet', 'f', 'neutral', 0 FROM entry
            """)
    }
}
