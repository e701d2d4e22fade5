import Foundation
import Model
import Storing
import TestSupport
import Testing

/// From when on each source has been listened to.
@Suite(.eachEngine)
struct ListeningTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    @Test func `a source is listened to from its first poll, what was imported from its dates`()
        async throws
    {
        #expect(try store.firstHeard() == [:])
        let old = TaggedEntry(
            entry: Entry(id: "old", text: "Zefirnet"), contentHash: "old", author: nil,
            date: .hour(-900), heardAt: .hour(5), reportedAt: .hour(-900),
            signature: StorySignature(minima: [], linkKey: nil), tags: .naming("zefirnet"),
            rulesHash: "r1")
        try await store.commit([.bringing(old)])
        #expect(try store.firstHeard() == ["news": .hour(-900)])
        #expect(try store.importedSources() == ["news"])
        try await store.commit([.bringing(state: FeedState(firstFetchedAt: .hour(4)))])
        #expect(try store.importedSources() == [])
        #expect(try store.firstHeard() == ["news": .hour(4)])
        #expect(try store.firstHeard(files: ["news"]) == ["news": .hour(-900)])
        #expect(try store.recordsSince() == .hour(-900))
    }

    @Test func `a file counts from where feeds begin, not from where an import does`() async throws
    {
        try await store.commit([
            .bringing(
                .saying("Zefirnet", id: "rows", at: .hour(-9_000)), feed: "survey", state: nil),
            .bringing(
                .saying("Zefirnet jest", id: "post", at: .hour(-90)),
                state: FeedState(firstFetchedAt: .hour(0))),
        ])
        #expect(
            try store.firstHeard(files: ["news"])
                == ["news": .hour(-90), "survey": .hour(-9_000)])
    }

    @Test func `a source counts from when another archive began to listen to it`() async throws {
        let moved = TaggedEntry.saying("Zefirnet", id: "moved", at: .hour(-900))
        try await store.commit([.bringing(moved)])
        try await store.commit([.bringing(state: FeedState(firstFetchedAt: .hour(6)))])
        #expect(try store.firstHeard() == ["news": .hour(-900)])
    }
}
