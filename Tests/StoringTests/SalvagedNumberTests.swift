import Foundation
import Model
import Testing

@testable import Storing

/// What entries that are lost were called stays theirs.
struct SalvagedNumberTests {
    private let folder: ArchiveFolder
    private let store: Store

    init() async throws {
        folder = try ArchiveFolder()
        store = try Store(path: folder.path)
        let entries = (1...40).map { number in
            TaggedEntry.saying(
                "Zefirnet \(number) " + String(repeating: "nie działa ", count: 60),
                id: Entry.ID("\(number)"), at: .hour(Double(number)))
        }
        try await store.keep(
            FeedCommit(
                feed: "news", at: .hour(0), state: FeedState(), entries: entries,
                outcome: "updated"))
        try store.checkpoint()
    }

    @Test func `numbers of entries that are lost are given to no others`() async throws {
        let page = try store.count(
            """
            SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf'
            ORDER BY path DESC LIMIT 1
            """)
        let handle = try FileHandle(forWritingTo: URL(filePath: folder.path))
        try handle.seek(toOffset: UInt64((page - 1) * 4_096))
        try handle.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        try handle.close()
        let saved = folder.path + ".saved"
        _ = try Salvage(from: folder.path, into: saved).run()
        let rest = try Store(path: saved)
        let last = "SELECT max(sequence) FROM entry"
        #expect(try rest.count(last) < 40)
        try await rest.keep(.bringing(.saying("Zefirnet znowu", id: "new", at: .hour(50))))
        #expect(try rest.count(last) == 41)
    }
}
