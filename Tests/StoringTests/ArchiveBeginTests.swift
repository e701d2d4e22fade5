import Foundation
import Grouping
import Model
import Storing
import TestSupport
import Testing

/// From when on the archive holds what was said.
struct ArchiveBeginTests {
    private let folder: ArchiveFolder
    private let store: Store

    init() throws {
        folder = try ArchiveFolder()
        store = try Store(path: folder.path)
    }

    private func begin(_ days: [Double]) async throws -> Date? {
        let entries = days.enumerated().map { number, day in
            TaggedEntry(
                entry: Entry(id: Entry.ID("\(number)"), text: "Zefirnet"), contentHash: "a",
                author: nil, date: .hour(day * 24), heardAt: .hour(max(0, day * 24)),
                reportedAt: .hour(day * 24),
                signature: StorySignature(minima: [], linkKey: nil), tags: .naming("zefirnet"),
                rulesHash: "r1")
        }
        try await store.commit([
            FeedCommit(
                feed: "news", at: .hour(0), state: FeedState(), entries: entries,
                outcome: "updated")
        ])
        return try store.recordsSince()
    }

    @Test func `a burst in a young archive does not push out what was there before it`()
        async throws
    {
        let burst = Array(repeating: 30.0, count: 400)
        #expect(try await begin([0, 9, 20] + burst) == .hour(0))
    }

    @Test func `posts from years ago are no beginning, where they are few`() async throws {
        let regular = (0..<300).map { Double($0) / 10 }
        #expect(try await begin([-900, -400, -1] + regular) == .hour(-24))
    }

    @Test func `posts from years ago are the beginning, where they are many`() async throws {
        let regular = (0..<90).map { Double($0) / 10 }
        #expect(try await begin([-900] + regular) == .hour(-900 * 24))
    }

    @Test func `an archive begins with its first day, however long it goes on`() async throws {
        #expect(try await begin((0..<500).map { Double($0) / 5 }) == .hour(0))
    }

    @Test func `an archive begins when it listened first, though nobody named a brand for weeks`()
        async throws
    {
        try await store.commit([
            .bringing(.saying("Pogoda", id: "weather", at: .hour(24), tags: .naming()))
        ])
        #expect(try await begin([30, 31]) == .hour(24))
    }
}
