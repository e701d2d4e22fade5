import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Storing

/// Which databases on a server are taken for an archive, and how they become one.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerSchemaTests {
    private let cluster: PostgreSQLCluster

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
    }

    private func error(of address: String, isReadOnly: Bool = false) -> StoreError? {
        #expect(throws: StoreError.self) {
            try Store(ArchiveLocation(server: address), isReadOnly: isReadOnly)
        }
    }

    @Test func `a server has the tables and columns that a file has`() throws {
        let file = try DatabaseQueue()
        try Schema.migrator.migrate(file)
        let ofFile = try file.read { database in
            try String.fetchSet(
                database,
                sql: """
                    SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
                    WHERE m.type = 'table' AND m.name NOT LIKE 'entry_text%'
                        AND m.name NOT LIKE 'grdb%' AND m.name NOT LIKE 'sqlite%'
                    """)
        }
        let store = try Store(ArchiveLocation(server: cluster.emptySchema()))
        let ofServer = try store.reading { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT table_name || '.' || column_name FROM information_schema.columns
                    WHERE table_schema = current_schema()
                        AND table_name NOT IN (
                            'entry_text', 'entry_key', 'entry_part', 'earshot_schema',
                            'feed_lease', 'host_lease')
                        AND NOT EXISTS (
                            SELECT 1 FROM pg_class
                            WHERE oid = quote_ident(table_name)::regclass AND relispartition)
                    """)
        }
        #expect(Set(ofServer) == ofFile)
    }

    @Test func `long texts of version 11 are found as those of now are`() async throws {
        let address = try cluster.emptySchema()
        let schema = try #require(address.split(separator: "%3D").last)
        let store = try Store(ArchiveLocation(server: address))
        let long = String(repeating: "w tym ", count: 300) + "w ostatnim zdaniu"
        try await store.commit([
            .bringing(.saying(long, id: "1")), .bringing(.saying("w ostatnim zdaniu", id: "2")),
        ])
        let script = try #require(
            PostgreSQLSchema.versions.first { $0.number == 12 }?.script.split(separator: "\n\n")
                .last)
        try await store.writing { database in
            // As version 11 kept it, which had no marks.
            try database.execute(
                sql: "UPDATE entry_text SET words = ts_delete(words, ARRAY['~', '~~'])")
        }
        let phrase = SearchQuery.term(.phrase("ostatnim zdaniu"))
        func found() throws -> Int {
            try store.reading { try TextIndex.keys(meeting: phrase, in: $0).count }
        }
        #expect(try found() == 2)
        let farther = SearchQuery.term(.phrase("w ostatnim zdaniu"))
        func farFound() throws -> Int {
            try store.reading { try TextIndex.keys(meeting: farther, in: $0).count }
        }
        #expect(try farFound() == 1)
        try cluster.run("SET search_path = \(schema); \(script)")
        #expect(try farFound() == 2)
    }

    @Test func `tables of somebody else's are left alone`() throws {
        let address = try cluster.emptySchema()
        let schema = try #require(address.split(separator: "%3D").last)
        try cluster.run("CREATE TABLE \(schema).theirs (x bigint)")
        let error = error(of: address)
        #expect(error == .foreignDatabase(name: cluster.address()))
        #expect(
            error?.description
                == "\(cluster.address()): holds other tables than Earshot's; name a database, or a "
                + "schema (?options=-csearch_path%3Dearshot), of its own")
        let tables = try cluster.run(
            "SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = '\(schema)'")
        #expect(tables == "theirs\n")
    }

    @Test func `an archive of a newer version is refused`() throws {
        let address = try cluster.emptySchema()
        let store = try Store(ArchiveLocation(server: address))
        try store.writing { database in
            try database.execute(sql: "INSERT INTO earshot_schema VALUES (99, now())")
        }
        #expect(
            error(of: address)
                == .newerSchema(
                    path: cluster.address(), version: 99, known: PostgreSQLSchema.latest))
    }

    @Test func `an archive that no run has made yet is not made by looking at it`() throws {
        let address = try cluster.emptySchema()
        #expect(error(of: address, isReadOnly: true) == .notMadeYet(path: cluster.address()))
        #expect(try Store(ArchiveLocation(server: address)).isEmpty)
        #expect(try Store(ArchiveLocation(server: address), isReadOnly: true).isEmpty)
    }

    @Test func `whoever only looks can change nothing`() throws {
        let address = try cluster.emptySchema()
        _ = try Store(ArchiveLocation(server: address))
        let reader = try Store(ArchiveLocation(server: address), isReadOnly: true)
        let error = #expect(throws: StoreError.self) {
            try reader.recordErasure(id: "a", at: .hour(0))
        }
        #expect(error?.description.contains("read-only transaction") == true)
        #expect(try reader.finishedErasures().isEmpty)
    }

    @Test func `several that make an archive at once make one`() async throws {
        let location = try ArchiveLocation(server: cluster.emptySchema())
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask { try Store(location).isEmpty }
            }
            for try await isEmpty in group { #expect(isEmpty) }
        }
    }

    @Test func `a database of another encoding can hold no archive`() throws {
        let name = "d" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try cluster.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'LATIN2' LOCALE 'C'")
        #expect(
            error(of: cluster.address(database: name))?.description
                == "\(cluster.address(database: name)): can hold no archive: its encoding is LATIN2; "
                + "make one with `createdb --template template0 --encoding UTF8`")
    }

    @Test func `a schema that is not there is named as what is missing`() throws {
        #expect(
            error(of: cluster.address(schema: "nowhere"))?.description
                == "\(cluster.address()): can hold no archive: no schema of its search_path is "
                + "there; make it with `CREATE SCHEMA`")
    }

    @Test func `an archive may lie in a schema of any name`() async throws {
        let name = "My \"Ears\" " + UUID().uuidString
        try cluster.run("CREATE SCHEMA \"\(name.replacing("\"", with: "\"\""))\"")
        // As libpq's options and the server's list of names escape it, and that within a URL.
        let escaped = "%22" + name.replacing("\"", with: "%22%22").replacing(" ", with: "%5C%20")
        let address = cluster.address(schema: escaped + "%22%20-cquote_all_identifiers%3Don")
        let store = try Store(ArchiveLocation(server: address))
        try await store.commit([.bringing(.saying("a"), .saying("b", id: "2"))])
        _ = try store.settleEntries()
        #expect(store.tend(at: .hour(0)).isEmpty)
        #expect(try store.statistics().sizeInBytes > 0)
        try store.erase(tombstones: [1: ["hash"]])
        #expect(try store.overwriteErased(isRebuilding: true))
        #expect(try store.entryCount() == 1)
    }

    @Test func `a role that may make no tables is told what it needs`() throws {
        let name = "r" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try cluster.run("CREATE ROLE \(name) LOGIN; CREATE SCHEMA \(name)")
        try cluster.run("GRANT USAGE ON SCHEMA \(name) TO \(name)")
        let error = error(of: cluster.address(schema: name, user: name))
        #expect(error?.description.contains("GRANT CREATE, USAGE ON SCHEMA") == true)
    }

    @Test func `what is done to files says what does it on a server`() throws {
        let store = try Store(ArchiveLocation(server: cluster.emptySchema()))
        let error = #expect(throws: StoreError.self) { try store.write(copyTo: "/tmp/none") }
        #expect(
            error?.description
                == "`earshot backup` is for an archive in a file; for one on a PostgreSQL server, "
                + "`pg_dump` writes a copy")
    }
}
