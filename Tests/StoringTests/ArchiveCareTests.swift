import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Storing

/// What can go wrong in an archive is found, named, and mended without losing what was heard.
struct ArchiveCareTests {
    private let folder: ArchiveFolder
    var path: String { folder.path }
    static let entries = 400

    init() async throws {
        folder = try ArchiveFolder()
        let store = try Store(path: path)
        for feed in 0..<4 {
            let entries = (0..<Self.entries / 4).map { number in
                TaggedEntry.saying(
                    "Zefirnet \(feed) \(number) "
                        + String(
                            repeating: "światłowód nie działa w dzielnicy \(number) ", count: 9),
                    id: Entry.ID("\(number)"), at: .hour(Double(number)),
                    tags: .naming("zefirnet", label: .negative, categories: ["complaint"]))
            }
            try await store.commit([
                FeedCommit(
                    feed: Feed.ID("feed-\(feed)"), at: .hour(0), state: FeedState(),
                    entries: entries, outcome: "updated")
            ])
        }
        _ = try store.settleEntries()
        try store.checkpoint()
    }

    func findings(isFull: Bool = true) throws -> [ArchiveFinding] {
        try Store(path: path, isReadOnly: true).findings(isFull: isFull)
    }

    /// Changes the file as no code of ours would.
    func tamper(_ sql: String) async throws {
        try await DatabaseQueue(path: path).writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; " + sql)
        }
    }

    func value(_ sql: String) async throws -> Int64 {
        try await DatabaseQueue(path: path).read { try Int64.fetchOne($0, sql: sql) } ?? -1
    }

    @Test(arguments: [true, false])
    func `in a whole archive nothing is found`(isFull: Bool) throws {
        #expect(try findings(isFull: isFull) == [])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let sql: String
        let kinds: Set<ArchiveFinding.Kind>
        var isSeenAtOnce = true
        var testDescription: String { sql }
    }

    @Test(arguments: [
        Fault(sql: "DROP INDEX entry_by_date", kinds: [.missingIndex]),
        Fault(sql: "DELETE FROM feed WHERE id = 'feed-2'", kinds: [.orphanRows]),
        Fault(
            sql: "INSERT INTO entry_text (entry_text) VALUES ('delete-all')",
            kinds: [.textIndexOutOfStep]),
        Fault(
            sql: "UPDATE entry SET text = 'Zefirnet' WHERE id = 7", kinds: [.textIndexOutOfStep],
            isSeenAtOnce: false),
        Fault(
            sql: "UPDATE entry SET tags = x'FF' WHERE id < 5", kinds: [.unreadableTags],
            isSeenAtOnce: false),
        Fault(
            sql:
                "DELETE FROM mention WHERE entry = 3; UPDATE entry SET is_mention = 0 WHERE id = 4",
            kinds: [.tagRowsOutOfStep], isSeenAtOnce: false),
        Fault(
            sql: "DELETE FROM entry WHERE sequence = 1",
            kinds: [.orphanRows, .textIndexOutOfStep]),
        Fault(sql: "DELETE FROM story", kinds: [.orphanRows]),
    ])
    func `each fault is named, and mended`(fault: Fault) async throws {
        try await tamper(fault.sql)
        let before = try await value("SELECT count(*) FROM entry")
        let found = try findings()
        #expect(Set(found.map(\.kind)) == fault.kinds)
        #expect(found.allSatisfy { $0.remedy == .repair })
        #expect(try findings(isFull: false).isEmpty != fault.isSeenAtOnce)
        try Store(path: path).repair(found)
        #expect(try findings().filter { $0.kind != .unreadableTags } == [])
        #expect(try await value("SELECT count(*) FROM entry") == before)
    }

    @Test func `tags that cannot be read are made again by the next run`() async throws {
        try await tamper("UPDATE entry SET tags = x'FF' WHERE id = 5")
        let store = try Store(path: path)
        try store.repair(try store.findings(isFull: true))
        #expect(try store.outdatedEntries(rulesHash: "r1", limit: 10).map(\.key) == [5])
    }

    @Test func `so are those of a newer program, which are told as such`() async throws {
        try await tamper("UPDATE entry SET tags = x'3F00' WHERE id = 5")
        let store = try Store(path: path)
        let found = try store.findings(isFull: true)
        #expect(found.map(\.kind) == [.unreadableTags])
        #expect(
            found.map(\.message) == [
                "the tags of 1 entry were written by a newer Earshot; upgrade earshot, or have the next "
                    + "run of this one make them again"
            ])
        let entry = try #require(try store.withSnapshot { try $0.entry(key: 5) })
        let number = try #require(entry.sequence)
        #expect(throws: StoreError.newerTags(of: "entry #\(number)")) { try entry.tags }
        try store.repair(found)
        #expect(try store.outdatedEntries(rulesHash: "r1", limit: 10).map(\.key) == [5])
    }

    @Test func `a story whose first entry is gone stays one story, and keeps its ticket`()
        async throws
    {
        try await tamper(
            """
            UPDATE entry SET story = 3 WHERE sequence IN (3, 5, 7, 9);
            INSERT INTO ticket (destination, key, first_key, generation, story, heard_at, created_at)
                VALUES ('desk', 'k', 'k', 1, 3, 0, 0);
            DELETE FROM mention WHERE entry = (SELECT id FROM entry WHERE sequence = 3);
            DELETE FROM entry_category WHERE entry = (SELECT id FROM entry WHERE sequence = 3);
            DELETE FROM entry WHERE sequence = 3;
            """)
        try Store(path: path).repair(try findings())
        #expect(try findings() == [])
        let stories = try await DatabaseQueue(path: path).read {
            try Int64.fetchAll($0, sql: "SELECT story FROM entry WHERE sequence IN (5, 7, 9)")
        }
        #expect(stories == [5, 5, 5])
        #expect(try await value("SELECT story FROM ticket") == 5)
    }

    @Test func `what tickets have of an entry that is gone goes`() async throws {
        try await tamper(
            """
            INSERT INTO ticket (id, destination, key, first_key, generation, heard_at, created_at)
                VALUES (1, 'desk', 'k', 'k', 1, 0, 0);
            INSERT INTO ticket_delivery (ticket, entry, identity, created_at)
                VALUES (1, 100000, 'a', 0), (9, 1, 'b', 0), (1, 2, 'c', 0);
            INSERT INTO ticket_candidate VALUES (100000);
            UPDATE ticket SET listed_in = 8;
            """)
        let found = try findings()
        #expect(Set(found.map(\.kind)) == [.orphanRows])
        try Store(path: path).repair(found)
        #expect(try findings() == [])
        #expect(try await value("SELECT count(*) FROM ticket_delivery") == 1)
        #expect(try await value("SELECT count(*) FROM ticket") == 1)
        #expect(
            try await value("SELECT count(*) FROM ticket_candidate WHERE entry = 100000") == 0)
    }

    @Test func `an empty file is no backup`() throws {
        let empty = path + ".empty"
        try Data().write(to: URL(filePath: empty))
        #expect(throws: StoreError.foreignFile(path: empty)) { try Store.check(backup: empty) }
    }

    @Test func `what only SQLite may write no statement writes`() throws {
        let store = try Store(path: path)
        #expect(throws: StoreError.self) {
            try store.writing { try $0.execute(sql: "DELETE FROM entry_text_data") }
        }
    }

    @Test func `an index that does not say what its table says is made anew`() async throws {
        let root = try await value(
            "SELECT rootpage FROM sqlite_master WHERE name = 'entry_by_date'")
        try await tamper("DELETE FROM sqlite_master WHERE name = 'entry_by_date'")
        try await tamper("UPDATE entry SET date = date + 60 WHERE id = 9")
        try await tamper(
            """
            INSERT INTO sqlite_master VALUES ('index', 'entry_by_date', 'entry', \(root),
                'CREATE INDEX entry_by_date ON entry (date) WHERE is_mention')
            """)
        let found = try findings()
        #expect(found.map(\.subject) == ["entry_by_date"])
        #expect(found.map(\.kind) == [.indexOutOfStep])
        try Store(path: path).repair(found)
        #expect(try findings() == [])
    }

    @Test func `a feed whose row is made anew was read when the first of it was heard`()
        async throws
    {
        try await tamper("DELETE FROM feed WHERE id = 'feed-2'")
        let store = try Store(path: path)
        try store.repair(try store.findings(isFull: false))
        #expect(try store.feedStates()["feed-2"]?.firstFetchedAt == .hour(0))
    }

    @Test(arguments: [
        ("row 12 missing from index entry_by_date", ArchiveFinding.Kind.indexOutOfStep),
        ("wrong # of entries in index entry_by_date", .indexOutOfStep),
        // An index cannot be made anew of rows that it does not allow.
        ("non-unique entry in index sqlite_autoindex_entry_2", .brokenRows),
        ("NULL value in entry.text", .brokenRows),
        ("Tree 4 page 9: btreeInitPage() returns error code 11", .damagedPages),
        ("malformed inverted index for FTS5 table main.entry_text", .textIndexOutOfStep),
        ("fts5: corruption in table \"entry_text\"", .textIndexOutOfStep),
    ])
    func `what SQLite says of a file is told by what can be done`(
        message: String, kind: ArchiveFinding.Kind
    ) {
        #expect(ArchiveFinding(integrityMessage: message).kind == kind)
    }
}
