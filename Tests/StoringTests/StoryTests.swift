import Foundation
import Model
import Storing
import TestSupport
import Testing

@Suite(.eachEngine)
struct StoryTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    private func stories(_ commits: FeedCommit...) async throws -> [StoryMembership] {
        try await store.commit(commits)
        let count = try store.settleEntries()
        return try (1...Int64(count)).compactMap { try store.entry(sequence: $0)?.story }
    }

    @Test func `a reprint joins the first entry that told the story`() async throws {
        let stories = try await stories(
            .bringing(.saying(.release, at: .hour(0)), feed: "wire"),
            .bringing(.saying(.release, at: .hour(1)), feed: "portal"),
            .bringing(
                .saying("Nowa taryfa od grudnia. " + .release, at: .hour(2)), feed: "blog"))
        #expect(stories.map(\.id) == [1, 1, 1])
        #expect(stories.map(\.reason) == [.first, .sameText, .similarText])
        #expect(stories[2].similarity > 0.5 && stories[2].similarity < 1)
    }

    @Test func `the same link in another feed is the same story`() async throws {
        let stories = try await stories(
            .bringing(
                .saying("Cały tekst", link: "https://a.example/1?utm_source=x", at: .hour(0)),
                feed: "paper"),
            .bringing(
                .saying("Zajawka", link: "http://www.a.example/1", at: .hour(1)), feed: "portal"))
        #expect(stories.map(\.id) == [1, 1])
        #expect(stories[1].reason == .sameLink)
    }

    @Test func `posts of one thread are stories of their own`() async throws {
        let stories = try await stories(
            .bringing(
                .saying("Nie działa", id: "1", link: "https://f.example/t/5", at: .hour(0)),
                .saying("U mnie też", id: "2", link: "https://f.example/t/5", at: .hour(1)),
                feed: "forum"))
        #expect(stories.map(\.id) == [1, 2])
    }

    @Test func `short posts that read alike are stories of their own`() async throws {
        let stories = try await stories(
            .bringing(.saying("Zefirnet nie działa", id: "1", at: .hour(0)), feed: "a"),
            .bringing(.saying("Zefirnet nie działa", id: "2", at: .hour(1)), feed: "b"))
        #expect(stories.map(\.id) == [1, 2])
    }

    @Test func `a copy a month later is a story of its own`() async throws {
        let stories = try await stories(
            .bringing(.saying(.release, at: .hour(0)), feed: "wire"),
            .bringing(.saying(.release, at: .hour(31 * 24)), feed: "portal"))
        #expect(stories.map(\.id) == [1, 2])
    }
}
