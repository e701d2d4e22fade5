import Foundation
import GRDB
import Model
import PostgreSQL
import TestSupport
import Testing

@testable import Storing

/// An archive goes over to another one whole, whatever keeps either, and however often it is begun.
struct ArchiveCopyTests {
    struct Way: Sendable, CustomTestStringConvertible {
        let from: ArchiveEngine
        let to: ArchiveEngine
        var testDescription: String { "\(from) → \(to)" }

        static let all = ArchiveEngine.available.flatMap { from in
            ArchiveEngine.available.map { Way(from: from, to: $0) }
        }
    }

    private func equalLines(_ source: Store, _ target: Store) throws
        -> [ArchiveComparison.TableLine]
    {
        try #require(try ArchiveComparison(source, target).lines { _ in })
    }

    private func change(_ store: Store, _ sql: String) throws {
        try store.writing { try $0.execute(sql: sql) }
    }

    private func forget(_ key: Int64, _ text: String, in store: Store) throws {
        try store.writing { try TextIndex.delete(key, title: nil, text: text, in: $0) }
    }

    private func number(_ store: Store, _ sql: String) throws -> Int {
        try store.reading { try Int.fetchOne($0, sql: sql) } ?? 0
    }

    /// What `fill` copies when it is ended at its first batch; `nil` when it is.
    private func fillOneBatch(_ copy: ArchiveCopy) async throws -> Int? {
        try await Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try copy.fill { _ in }
        }.value
    }

    @Test(arguments: Way.all)
    func `every table goes over, row by row, and searches find the same`(way: Way) async throws {
        let here = try TestArchive(way.from)
        let there = try TestArchive(way.to)
        let source = try here.open()
        try await FullArchive.fill(source)
        let target = try there.open()
        let copy = ArchiveCopy(from: source, to: target, batch: .init(rows: 3))
        try copy.begin()
        let copied = try copy.fill { _ in }
        let lines = try equalLines(source, target)
        #expect(lines.filter { !$0.isEqual } == [])
        #expect(lines.filter { $0.source.rows == 0 }.map(\.table) == [])
        #expect(lines.reduce(0) { $0 + $1.source.rows } == copied)
        #expect(try ArchiveComparison(source, target).unsearchableEntries() == 0)
        try copy.finish()
        #expect(try target.unfinishedCopy == nil)
        #expect(try there.open(isReadOnly: true).findings(isFull: true) == [])
        for word in ["swiatlowod", "slash", "zefirnet", "word"] {
            let search = EntrySearch(text: .term(.phrase(word)), limit: 20)
            let found = try target.search(search).map(\.snippet)
            #expect(try found == source.search(search).map(\.snippet))
            #expect(!found.isEmpty, "\(word)")
        }
    }

    @Test(arguments: Way.all)
    func `a copy that is ended behind each batch goes on there and doubles nothing`(way: Way)
        async throws
    {
        let here = try TestArchive(way.from)
        let there = try TestArchive(way.to)
        let source = try here.open()
        try await FullArchive.fill(source)
        try ArchiveCopy(from: source, to: try there.open()).begin()
        var starts = 0
        var isDone = false
        while !isDone {
            starts += 1
            let target = try Store(there.location, acceptsUnfinished: true)
            let copy = ArchiveCopy(from: source, to: target, batch: .init(rows: 2))
            isDone = try await fillOneBatch(copy) != nil
        }
        let target = try Store(there.location, acceptsUnfinished: true)
        #expect(starts > 20)
        #expect(try equalLines(source, target).filter { !$0.isEqual } == [])
        #expect(try ArchiveComparison(source, target).unsearchableEntries() == 0)
    }

    @Test(.eachEngine) func `what a copy has not come to the end of is refused to all else`()
        async throws
    {
        let here = try TestArchive(.file)
        let there = try TestArchive()
        let source = try here.open()
        try await FullArchive.fill(source)
        let copy = ArchiveCopy(from: source, to: try there.open(), batch: .init(rows: 4))
        try copy.begin()
        #expect(try await fillOneBatch(copy) == nil)
        for isReadOnly in [false, true] {
            let error = #expect(throws: StoreError.self) {
                try there.open(isReadOnly: isReadOnly)
            }
            #expect(
                error
                    == .unfinishedCopy(path: "\(there.location)", source: "\(here.location)"))
            #expect(error?.description.contains("goes on with it") == true)
        }
        let half = try Store(there.location, acceptsUnfinished: true)
        #expect(try ArchiveCopy.standing(of: half) == .unfinished(source: source.path))
    }

    @Test(.eachEngine) func `what an earlier copy brought is gone when another one begins anew`()
        async throws
    {
        let first = try TestArchive(.file).open()
        try await FullArchive.fill(first)
        let other = try TestArchive(.file).open()
        try await other.commit([.bringing(.saying("Zefirnet alone"), feed: "other")])
        let target = try TestArchive().open()
        let copy = ArchiveCopy(from: first, to: target)
        try copy.begin()
        _ = try copy.fill { _ in }
        let second = ArchiveCopy(from: other, to: target)
        try second.beginAnew()
        _ = try second.fill { _ in }
        #expect(try equalLines(other, target).filter { !$0.isEqual } == [])
        #expect(try ArchiveComparison(other, target).unsearchableEntries() == 0)
        #expect(try target.search(EntrySearch(text: .term(.phrase("word")), limit: 5)).isEmpty)
    }

    @Test(arguments: Way.all)
    func `entries that come after a copy get the numbers that follow`(way: Way) async throws {
        let source = try TestArchive(way.from, isSpread: false).open()
        try await FullArchive.fill(source)
        let target = try TestArchive(way.to, isSpread: false).open()
        let copy = ArchiveCopy(from: source, to: target)
        try copy.begin()
        _ = try copy.fill { _ in }
        try copy.finish()
        let last = try number(target, "SELECT max(id) FROM entry")
        try await target.commit([.bringing(.saying("Zefirnet again", id: "new"), feed: "news")])
        let new = try number(target, "SELECT id FROM entry WHERE guid = 'new'")
        #expect(new == last + 1)
    }

    @Test(
        arguments: [
            (
                "UPDATE mention SET label = 'positive' WHERE entry = 3", "mention",
                "entry 3, field text, start 0, brand zefirnet: differs in label"
            ),
            ("UPDATE entry SET title = '' WHERE id = 2", "entry", "id 2: differs in title"),
            ("DELETE FROM tombstone WHERE hash = 'ff'", "tombstone", "hash ff: only in the source"),
            ("DELETE FROM tombstone WHERE hash = '00'", "tombstone", "hash 00: only in the source"),
            ("INSERT INTO tombstone VALUES ('aa')", "tombstone", "hash aa: only in the target"),
            ("INSERT INTO tombstone VALUES ('zz')", "tombstone", "hash zz: only in the target"),
        ])
    func `a difference is told by its table and first key`(
        change: String, table: String, difference: String
    ) async throws {
        for way in Way.all {
            let source = try TestArchive(way.from, isSpread: false).open()
            try await FullArchive.fill(source)
            let target = try TestArchive(way.to, isSpread: false).open()
            let copy = ArchiveCopy(from: source, to: target)
            try copy.begin()
            _ = try copy.fill { _ in }
            try self.change(target, change)
            let lines = try equalLines(source, target).filter { !$0.isEqual }
            #expect(lines.map(\.table) == [table])
            #expect(lines.first?.firstDifference == difference)
            #expect(lines.first?.source.hash != lines.first?.target.hash)
        }
    }

    @Test(.eachEngine) func `an entry that searches would miss is counted`() async throws {
        let source = try TestArchive(.file).open()
        try await FullArchive.fill(source)
        let target = try TestArchive().open()
        let copy = ArchiveCopy(from: source, to: target)
        try copy.begin()
        _ = try copy.fill { _ in }
        try forget(2, FullArchive.texts[1], in: target)
        #expect(try ArchiveComparison(source, target).unsearchableEntries() == 1)
    }

    @Test(.eachEngine) func `a row that leads nowhere is told, with its table`() async throws {
        let folder = try ArchiveFolder()
        let source = try Store(path: folder.path)
        try await FullArchive.fill(source)
        try await DatabaseQueue(path: folder.path).writeWithoutTransaction {
            try $0.execute(
                sql: "PRAGMA foreign_keys = OFF; INSERT INTO entry_category VALUES (999, 'lost')")
        }
        let target = try TestArchive().open()
        let copy = ArchiveCopy(from: source, to: target)
        try copy.begin()
        let error = #expect(throws: StoreError.self) { try copy.fill { _ in } }
        #expect(error?.description.contains("takes no row") == true, "\(error)")
        #expect(error?.description.contains("entry_category") == true)
    }

    @Test(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
    func `a server has no table that a copy forgets but those of its own`() throws {
        let store = try TestArchive(.server).open()
        let tables = try store.reading { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT relname FROM pg_class
                    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                        AND NOT relispartition
                    """)
        }
        let own: Set = [
            "earshot_schema", "entry_text", "entry_key", "entry_part", "feed_lease", "host_lease",
            "crawler_gate",
        ]
        #expect(Set(tables).subtracting(own) == Set(try CopiedTable.all().map(\.name)))
    }

    @Test func `tables that others refer to come first`() throws {
        let names = try CopiedTable.all().map(\.name)
        for (first, second) in [
            ("feed", "entry"), ("entry", "mention"), ("ticket", "ticket_delivery"),
        ] {
            let place = try #require(names.firstIndex(of: first))
            #expect(try place < #require(names.firstIndex(of: second)))
        }
    }
}
