import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Storing

/// What is left in the file of what was erased.
struct ErasedFileTests {
    private let folder: ArchiveFolder
    private let store: Store
    private let integrityFlaws =
        "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"

    init() throws {
        folder = try ArchiveFolder()
        store = try Store(path: folder.path)
    }

    private func keep(_ commits: FeedCommit...) async throws {
        try await store.commit(commits)
        _ = try store.settleEntries()
    }

    private func entries(in scope: ErasureScope) throws -> [ErasableEntry] {
        var entries: [ErasableEntry] = []
        try store.forEachEntry(in: scope) { entries.append($0) }
        return entries
    }

    private func erase(_ scope: ErasureScope) throws -> Int {
        let keys = try entries(in: scope).map(\.key)
        return try store.erase(
            tombstones: Dictionary(uniqueKeysWithValues: keys.map { ($0, ["hash \($0)"]) }))
    }

    private func count(_ sql: String) throws -> Int {
        try store.reading { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    @Test func `what a reader keeps in the file is not called overwritten`() async throws {
        try await keep(.bringing(.saying("Zefirnet", id: "1"), .saying("Kanarek", id: "2")))
        #expect(try erase(.text(.term(.phrase("kanarek")))) == 1)
        let reader = try DatabaseQueue(path: folder.path)
        try await reader.read { database in
            _ = try GRDB.Row.fetchOne(database, sql: "SELECT count(*) FROM entry")
            #expect(try store.overwriteErased(isRebuilding: true) == false)
        }
        try reader.close()
        #expect(try store.overwriteErased(isRebuilding: true))
    }

    @Test(arguments: [false, true])
    func `no byte of what was erased is left in the file`(isRebuilding: Bool) async throws {
        let words = ["qzxkanarek", "wvylataniec"]
        let text = words.joined(separator: " ") + String(repeating: " Zefirnet pada", count: 900)
        for number in 0..<40 {
            try await keep(
                .bringing(
                    .saying(
                        number.isMultiple(of: 2) ? text : "Zefirnet \(number)",
                        id: Entry.ID("\(number)"),
                        at: .hour(Double(number)))))
        }
        let files = URL(filePath: folder.path).deletingLastPathComponent().path(
            percentEncoded: false)
        func finds() throws -> [String] {
            try words.flatMap { try ByteSearch(for: $0).finds(below: files) }
        }
        #expect(try !finds().isEmpty)
        _ = try erase(.text(.term(.phrase(words[0]))))
        try store.overwriteErased(isRebuilding: isRebuilding)
        #expect(try finds().isEmpty)
        #expect(try entries(in: .all).count == 20)
        #expect(try count(integrityFlaws) == 0)
    }
}
