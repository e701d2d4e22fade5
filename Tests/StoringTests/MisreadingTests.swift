import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Storing

/// One bit that turns makes bytes of a text, and SQLite says nothing of it.
struct MisreadingTests {
    private let folder: ArchiveFolder
    private let store: Store

    init() throws {
        folder = try ArchiveFolder()
        store = try Store(path: folder.path)
    }

    struct Misread: Sendable, CustomTestStringConvertible {
        let sql: String
        let type: String
        let read: @Sendable (Storing.Row) -> Void

        var testDescription: String { "\(sql) as \(type)" }
    }

    @Test(arguments: [
        Misread(sql: "x'fffe'", type: "String") { _ = $0["title"] as String },
        Misread(sql: "x'fffe'", type: "String") { _ = $0["title"] as String? },
        Misread(sql: "x'fffe'", type: "String") { _ = $0[0] as String },
        Misread(sql: "x'fffe'", type: "String") { _ = $0[0] as String? },
        Misread(sql: "'x'", type: "Int64") { _ = $0["title"] as Int64 },
        Misread(sql: "NULL", type: "Int64") { _ = $0["title"] as Int64 },
        Misread(sql: "NULL", type: "Data") { _ = $0[0] as Data },
    ])
    func `what a column cannot hold fails its transaction, and nothing of it is kept`(
        misread: Misread
    ) throws {
        let error = #expect(throws: StoreError.self) {
            try store.writing { database in
                try database.execute(sql: "INSERT INTO feed (id) VALUES ('a')")
                let row = try Storing.Row.fetchOne(
                    database, sql: "SELECT \(misread.sql) AS title")
                misread.read(try #require(row))
            }
        }
        #expect(error == damaged("column 'title' cannot be read as \(misread.type)"))
        let feeds = try store.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM feed") }
        #expect(feeds == 0)
    }

    @Test func `so does a row that is one of many`() throws {
        let error = #expect(throws: StoreError.self) {
            try store.reading { database in
                let rows = try Storing.Row.fetchCursor(
                    database, sql: "SELECT 1 AS number UNION ALL SELECT NULL")
                while let row = try rows.next() { _ = row["number"] as Int }
            }
        }
        #expect(error == damaged("column 'number' cannot be read as Int"))
    }

    /// GRDB's own message would hold the whole row.
    @Test func `a list of values is told without what is in it`() throws {
        let error = #expect(throws: StoreError.self) {
            try store.reading { try Int64.fetchAll($0, sql: "SELECT NULL") }
        }
        #expect(error == damaged("a column holds what it cannot"))
    }

    @Test func `nothing where there may be nothing is no damage`() throws {
        let titles = try store.reading { database in
            try Storing.Row.fetchAll(database, sql: "SELECT NULL AS title UNION ALL SELECT 'a'")
                .map { ($0["title"] as String?, $0[0] as String?) }
        }
        #expect(titles.map(\.0) == [nil, "a"])
        #expect(titles.map(\.1) == [nil, "a"])
    }

    @Test func `an entry of which a bit has turned is told, and ends nothing but what reads it`()
        async throws
    {
        try await store.commit([.bringing(.saying("Zefirnet nie działa"))])
        try await DatabaseQueue(path: folder.path).writeWithoutTransaction {
            try $0.execute(
                sql: "PRAGMA foreign_keys = OFF; UPDATE entry SET feed = x'fffe'")
        }
        let error = #expect(throws: StoreError.self) {
            try store.outdatedEntries(rulesHash: "r2", limit: 10)
        }
        #expect(error == damaged("column 'feed' cannot be read as String"))
        #expect(try store.entryCount() == 1)
    }

    /// Bytes count as later than any number.
    @Test func `a time of which a bit has turned ends no time before it begins`() async throws {
        try await store.commit([
            .bringing(.saying("a", id: "1"), .saying("b", id: "2", at: .hour(9)), at: .hour(9))
        ])
        try store.recordDigest(name: "monday", start: .hour(0), end: .hour(24))
        try await DatabaseQueue(path: folder.path).writeWithoutTransaction {
            try $0.execute(
                sql: """
                    PRAGMA ignore_check_constraints = ON;
                    UPDATE entry SET heard_at = x'fffe' WHERE guid = '2';
                    UPDATE digest_window SET "end" = x'fffe'
                    """)
        }
        let pauses = #expect(throws: StoreError.self) {
            try store.pauses(endingFrom: .hour(0), to: .hour(24))
        }
        #expect(pauses == damaged("column 'at' cannot be read as Int64"))
        let window = #expect(throws: StoreError.self) { try store.digestWindow(named: "monday") }
        #expect(window == damaged("column 'end' cannot be read as Int64"))
    }

    @Test(arguments: ["move_first_seen_at", "move_sightings", "move_to"])
    func `a move of which a part is not there is none`(column: String) async throws {
        var state = FeedState()
        state.polling.movedTo = "https://a.example/feed"
        state.polling.move = PollingState.Move(
            to: "https://b.example/feed", firstSeenAt: .hour(1), sightings: 2)
        try await store.commit([
            FeedCommit(feed: "news", at: .hour(1), state: state, outcome: "updated")
        ])
        try await store.writing { try $0.execute(sql: "UPDATE feed SET \(column) = NULL") }
        let read = try #require(try store.feedStates()["news"])
        state.polling.move = nil
        #expect(read == state)
    }

    private func damaged(_ reason: String) -> StoreError {
        .damaged(path: folder.path, reason: reason)
    }
}
