import Foundation
import GRDB
import Model
import Synchronization
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

    @Test func `what a reader keeps in the file is not called overwritten`() async throws {
        try await store.keep(.bringing(.saying("Zefirnet", id: "1"), .saying("Kanarek", id: "2")))
        #expect(try store.erase(.text(.term(.phrase("kanarek")))) == 1)
        let reader = try DatabaseQueue(path: folder.path)
        try await reader.read { database in
            _ = try GRDB.Row.fetchOne(database, sql: "SELECT count(*) FROM entry")
            #expect(try store.overwriteErased(isRebuilding: true) == false)
        }
        try reader.close()
        #expect(try store.overwriteErased(isRebuilding: true))
    }

    @Test func `that it is to be overwritten is known until it is`() async throws {
        try await store.keep(.bringing(.saying("Zefirnet", id: "1"), .saying("Kanarek", id: "2")))
        #expect(try !store.isOverwritingDue())
        #expect(try store.erase(.text(.term(.phrase("kanarek")))) == 1)
        #expect(try Store(path: folder.path).isOverwritingDue())
        // It is no erasure of somebody's, for which a crawler would have to begin anew.
        #expect(try store.finishedErasures().isEmpty)
        #expect(try store.overwriteErased(isRebuilding: false))
        #expect(try !store.isOverwritingDue())
        #expect(try store.erase(tombstones: [:]) == 0)
        #expect(try !store.isOverwritingDue())
    }

    @Test(arguments: [false, true])
    func `no byte of what was erased is left in the file`(isRebuilding: Bool) async throws {
        let words = ["qzxkanarek", "wvylataniec"]
        let text = words.joined(separator: " ") + String(repeating: " Zefirnet pada", count: 900)
        for number in 0..<40 {
            try await store.keep(
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
        _ = try store.erase(.text(.term(.phrase(words[0]))))
        try store.overwriteErased(isRebuilding: isRebuilding)
        #expect(try finds().isEmpty)
        #expect(try store.entries(in: .all).count == 20)
        #expect(try store.count(integrityFlaws) == 0)
    }

    @Test func `where there is no room to overwrite, that is said and the log takes none`()
        async throws
    {
        for number in 0..<40 {
            let words = (0..<200).map { "w\(number)x\($0)" }.joined(separator: " ")
            try await store.keep(.bringing(.saying(words, id: Entry.ID("\(number)"))))
        }
        try store.overwriteErased(isRebuilding: true)
        try await store.keep(.bringing(.saying("Zefirnet", id: "more")))
        let queue = try store.file(for: "a test", instead: "none")
        // No less than there are, so none more.
        try await queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA max_page_count = 1")
        }
        let error = #expect(throws: StoreError.self) {
            try store.overwriteErased(isRebuilding: true)
        }
        #expect(error == .noRoomToOverwrite(path: store.path))
        let log = try FileManager.default.attributesOfItem(atPath: store.path + "-wal")
        let logSize = log[.size] as? Int
        #expect(logSize == 0)
        try await queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA max_page_count = 1000000")
        }
        #expect(try store.overwriteErased(isRebuilding: true))
    }

    @Test(arguments: [
        (StoreError.noRoomToOverwrite(path: "a"), true), (.beingRead(path: "a"), true),
        // What cannot be erased must not be in the run's reports.
        (.full(path: "a"), false), (.busy(path: "a"), false),
    ])
    func `only what lacks nothing but its overwriting may be put off`(
        error: StoreError, mayBePutOff: Bool
    ) {
        #expect(error.leavesOnlyOverwriting == mayBePutOff)
    }

    @Test func `a file is rebuilt beside itself, not where the system keeps temporary files`()
        async throws
    {
        let run = Run()
        let queue = try store.file(for: "a test", instead: "none")
        try await queue.writeWithoutTransaction { $0.trace { run.note($0) } }
        try store.overwriteErased(isRebuilding: true)
        #expect(
            run.statements.filter { $0.hasPrefix("PRAGMA temp_store") || $0 == "VACUUM" } == [
                "PRAGMA temp_store_directory = '\(FileSystem.folder(of: folder.path))'", "VACUUM",
                "PRAGMA temp_store_directory = ''",
            ])
    }
}

/// What a connection was asked to run, in order.
private final class Run: Sendable {
    private let noted = Mutex<[String]>([])

    var statements: [String] { noted.withLock { $0 } }

    func note(_ event: GRDB.Database.TraceEvent) {
        guard case .statement(let statement) = event else { return }
        let sql = statement.sql
        noted.withLock { $0.append(sql) }
    }
}
