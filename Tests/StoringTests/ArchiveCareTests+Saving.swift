import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// What can be read of a damaged file is saved, and copies hold the whole.
extension ArchiveCareTests {
    @Test func `of a file with a damaged page all but that page is saved`() async throws {
        let page = try await value(
            """
            SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf'
            ORDER BY pageno LIMIT 1 OFFSET 5
            """)
        let lost = try await value("SELECT ncell FROM dbstat WHERE pageno = \(page)")
        #expect(lost > 0)
        try overwrite(page: page, ofSize: Int(try await value("PRAGMA page_size")))
        let found = try findings(isFull: false)
        #expect(found.map(\.kind).contains(.damagedPages))
        #expect(found.first?.remedy == .salvage)

        let saved = path + ".saved"
        let lines = try Salvage(from: path, into: saved).run()
        let entries = try #require(lines.first { $0.table == "entry" })
        #expect(entries.kept == Self.entries - Int(lost))
        #expect(entries.lost == Int(lost))
        let store = try Store(path: saved)
        #expect(try store.findings(isFull: true) == [])
        #expect(
            try store.search(EntrySearch(text: .term(.phrase("swiatlowod")), limit: 1_000)).count
                == entries.kept)
        #expect(
            try store.search(EntrySearch(brand: "zefirnet", limit: 1_000)).count == entries.kept)
    }

    /// - Parameter rest: of the page that the cut goes through.
    @Test(arguments: [0, 288, 4_000] as [UInt64])
    func `of a file that was cut off what is there is saved`(rest: UInt64) async throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        let size = try handle.seekToEnd()
        try handle.truncate(atOffset: size / 2 / 4_096 * 4_096 + rest)
        try handle.close()
        let error = #expect(throws: StoreError.self) { try findings(isFull: false) }
        #expect(
            error?.description.contains("`earshot doctor --fix` saves what can be read") == true)
        let saved = path + ".saved"
        let entries = try #require(
            try Salvage(from: path, into: saved).run().first { $0.table == "entry" })
        #expect(entries.kept > 0)
        #expect(entries.kept < Self.entries)
        #expect(try Store(path: saved).findings(isFull: true) == [])
    }

    @Test func `of rows with another type in a column what can be read is saved`() async throws {
        let before = try await value("SELECT sum(length(text)) FROM entry")
        try await tamper(
            """
            UPDATE entry SET text = CAST(text AS BLOB) WHERE id = 7;
            UPDATE entry SET heard_at = 'x' WHERE id = 9
            """)
        let found = try findings(isFull: false)
        #expect(
            found == [
                ArchiveFinding(
                    .brokenRows, in: "entry", "2 rows with what is of another type than its column")
            ])
        #expect(found.allSatisfy { $0.remedy == .salvage })

        let lost = try await value("SELECT length(text) FROM entry WHERE id = 9")
        let saved = path + ".saved"
        let entries = try #require(
            try Salvage(from: path, into: saved).run().first { $0.table == "entry" })
        #expect((entries.kept, entries.lost) == (Self.entries - 1, 1))
        let store = try Store(path: saved)
        #expect(try store.findings(isFull: true) == [])
        let after = try await store.reading {
            try Int64.fetchOne($0, sql: "SELECT sum(length(text)) FROM entry")
        }
        #expect(after == before - lost)
    }

    @Test func `a table of somebody else's may hold anything`() async throws {
        try await tamper(
            "CREATE TABLE notes (note, day DATE); INSERT INTO notes VALUES (1, '2026-11-22')")
        #expect(try findings(isFull: false) == [])
    }

    @Test func `what is saved of an unfinished copy is an unfinished copy still`() throws {
        try Store(path: path).writing {
            try CopyMark.set(source: "postgres://db1/earshot", in: $0)
        }
        let saved = path + ".saved"
        let entries = try #require(
            try Salvage(from: path, into: saved).run().first { $0.table == "entry" })
        #expect(entries.kept == Self.entries)
        let error = #expect(throws: StoreError.self) { try Store(path: saved) }
        #expect(error == .unfinishedCopy(path: saved, source: "postgres://db1/earshot"))
    }

    @Test func `a copy holds what the archive held`() async throws {
        let copy = path + ".copy"
        let store = try Store(path: path)
        try store.write(copyTo: copy)
        try Store.check(backup: copy)
        #expect(try Store(path: copy, isReadOnly: true).statistics().entries == Self.entries)
        // Where something is already, nothing is written.
        #expect(throws: StoreError.self) { try store.write(copyTo: copy) }
    }

    @Test func `what keeps a copy from being written is told of the copy`() throws {
        let store = try Store(path: path)
        let error = #expect(throws: StoreError.self) {
            try store.write(copyTo: path + "/nowhere/copy.1.tmp", named: path + "/nowhere/copy")
        }
        guard case .cannotOpen(path + "/nowhere/copy", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    // MARK: - Private

    private func overwrite(page: Int64, ofSize size: Int) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seek(toOffset: UInt64((Int(page) - 1) * size))
        try handle.write(contentsOf: Data(repeating: 0xA5, count: size))
        try handle.close()
    }
}
