import Foundation
import Grouping
import Model
import TestSupport
import Testing

@testable import Storing

@Suite(.eachEngine)
struct ErasureTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    @Test func `what is erased is gone from every table and every search`() async throws {
        let tags = Tags.naming("zefirnet", label: .negative, categories: ["complaint"])
        try await store.keep(
            .bringing(
                .saying("Zefirnet nie działa", id: "1", tags: tags),
                .saying("Zefirnet działa", id: "2", tags: tags)))
        #expect(try store.entries(in: .text(.term(.phrase("nie")))).map(\.mentions) == [1])
        #expect(try store.erase(.text(.term(.phrase("nie")))) == 1)
        #expect(try store.entry(sequence: 1) == nil)
        #expect(try store.search(EntrySearch(text: .term(.phrase("nie")))).isEmpty)
        #expect(
            try store.search(EntrySearch(text: .term(.phrase("działa")))).map(\.entry.sequence) == [
                2
            ])
        for table in ["entry", "mention", "entry_category"] {
            #expect(try store.count("SELECT count(*) FROM \(table)") == 1)
        }
        #expect(try await store.tombstones(among: ["hash 1", "hash 2"]) == ["hash 1"])
    }

    @Test func `whatever other tables have of an entry goes with it`() async throws {
        try await store.keep(.bringing(.saying("Zefirnet", id: "1"), .saying("Zefirnet", id: "2")))
        try await store.writing { database in
            for sql in [
                "CREATE TABLE letter (entry BIGINT REFERENCES entry (id), body TEXT)",
                """
                CREATE TABLE note (
                    about BIGINT REFERENCES \(database.numberedTable) (sequence), body TEXT)
                """,
                "INSERT INTO letter VALUES (1, 'a'), (2, 'b')",
                "INSERT INTO note VALUES (1, 'c'), (2, 'd')",
            ] { try database.execute(sql: sql) }
        }
        #expect(try store.erase(.keys([1])) == 1)
        #expect(try store.count("SELECT count(*) FROM letter") == 1)
        #expect(try store.count("SELECT count(*) FROM note") == 1)
    }

    @Test func `a story passes on to the next that told it`() async throws {
        let edited = "Nowa taryfa od grudnia. " + .release
        try await store.keep(
            .bringing(.saying(.release, at: .hour(0)), feed: "wire"),
            .bringing(.saying(edited, link: "https://a.example/1", at: .hour(1)), feed: "portal"),
            .bringing(.saying(.release, at: .hour(2)), feed: "blog"),
            .bringing(.saying("Zajawka", link: "https://a.example/1", at: .hour(3)), feed: "news"))
        #expect(try (1...4).map { try store.entry(sequence: $0)?.story.id } == [1, 1, 1, 1])
        #expect(try store.erase(.keys([1])) == 0)
        let stories = try (2...4).compactMap { try store.entry(sequence: $0)?.story }
        #expect(stories.map(\.id) == [2, 2, 2])
        #expect(stories.map(\.reason) == [.first, .similarText, .sameLink])
        #expect(stories[1].similarity > 0.5 && stories[1].similarity < 1)
        // A copy that comes later finds the story by its new first entry.
        try await store.keep(.bringing(.saying(edited, at: .hour(5)), feed: "late"))
        #expect(
            try store.entry(sequence: 5)?.story
                == StoryMembership(id: 2, reason: .sameText, similarity: 1))
    }

    @Test func `a story without entries ends, and nothing joins it`() async throws {
        try await store.keep(.bringing(.saying(.release)))
        #expect(try store.erase(.all) == 1)
        #expect(try store.count("SELECT count(*) FROM story") == 0)
        try await store.keep(.bringing(.saying(.release, at: .hour(1)), feed: "portal"))
        #expect(
            try store.entry(sequence: 2)?.story
                == StoryMembership(id: 2, reason: .first, similarity: 1))
    }

    @Test func `numbers of erased entries are not given again`() async throws {
        try await store.keep(.bringing(.saying("Zefirnet", id: "1"), .saying("Zefirnet", id: "2")))
        _ = try store.erase(.all)
        try await store.keep(.bringing(.saying("Zefirnet", id: "3")))
        #expect(try store.entry(sequence: 3)?.id == "3")
    }

    @Test func `an entry that waits for its number can be erased`() async throws {
        try await store.commit([.bringing(.saying("Zefirnet"))])
        #expect(try store.erase(.before(.hour(1))) == 0)
        #expect(try store.isEmpty)
    }

    @Test func `what was heard before a moment is old, by whether it names a brand`()
        async throws
    {
        try await store.keep(
            .bringing(
                .saying("Zefirnet", id: "1", at: .hour(0)),
                .saying("nic", id: "2", at: .hour(1), tags: .naming()),
                .saying("nic", id: "3", at: .hour(9), tags: .naming()),
                .saying("Kawka", id: "4", at: .hour(5), tags: .naming("kawka"))))
        func expired(_ areMentions: Bool) throws -> [Entry.ID] {
            try store.expiredEntries(
                areMentions: areMentions, heardBefore: .hour(5), atMost: 10
            ).map(\.id)
        }
        #expect(try expired(true) == ["1"])
        #expect(try expired(false) == ["2"])
    }

    @Test func `a phrase far behind in a long text is found to be erased`() async throws {
        let long = String(repeating: "w tym tygodniu ", count: 6_000)
        try await store.keep(
            .bringing(
                .saying(long + "mówi Ola Nowak", id: "1"),
                .saying(long + "mówi Nowak Ola", id: "2"),
                .saying("mówi Ola Nowak", id: "3")))
        let found = try store.entries(in: .text(.term(.phrase("Ola Nowak"))))
        #expect(found.map(\.id) == ["1", "3"])
        _ = try store.erase(.text(.term(.phrase("Ola Nowak"))))
        #expect(try store.entries(in: .text(.term(.phrase("nowak")))).map(\.id) == ["2"])
    }

    @Test func `words find what entries say and what they said, in each wording by itself`()
        async throws
    {
        try await store.keep(.bringing(.saying("Jan Nowak chwali Zefirnet", id: "1")))
        try await store.keep(.bringing(.saying("Jan chwali Zefirnet", id: "1", at: .hour(1))))
        try await store.keep(.bringing(.saying("Nowak chwali Zefirnet", id: "1", at: .hour(2))))
        try await store.keep(.bringing(.saying("Jan Nowak milczy", id: "2")))
        try await store.keep(.bringing(.saying("Jan", id: "3")))
        try await store.keep(.bringing(.saying("Nowak", id: "3", at: .hour(1))))
        #expect(
            try store.entries(in: .text(.all([.term(.phrase("jan")), .term(.phrase("nowak"))])))
                .map(
                    \.texts)
                == [["Jan Nowak chwali Zefirnet"], ["Jan Nowak milczy"]])
        #expect(
            try store.entries(in: .text(.term(.phrase("chwali")))).map(\.texts)
                == [
                    ["Nowak chwali Zefirnet", "Jan Nowak chwali Zefirnet", "Jan chwali Zefirnet"]
                ])
        let reader = try archive.open(isReadOnly: true)
        var found = 0
        try reader.forEachEntry(in: .text(.term(.phrase("jan")))) { _ in found += 1 }
        #expect(found == 3)
    }

    @Test func `a page is told by its address as written, or as links are compared`() async throws {
        let link = "https://a.example/1?utm_source=x"
        let key = try #require(StorySketcher.linkKey(link))
        try await store.keep(
            .bringing(
                .saying("a", id: "1", link: link),
                .saying("b", id: "2", link: "https://b.example/"),
                .saying("c", id: "3")))
        #expect(try store.entries(in: .link(key: key, link: "other")).map(\.id) == ["1"])
        #expect(try store.entries(in: .link(key: nil, link: link)).map(\.id) == ["1"])
    }

    @Test func `what was said before a moment was not said at it`() async throws {
        try await store.keep(
            .bringing(.saying("a", id: "1", at: .hour(1)), .saying("b", id: "2", at: .hour(2))))
        #expect(try store.entries(in: .before(.hour(2))).map(\.id) == ["1"])
    }
}
