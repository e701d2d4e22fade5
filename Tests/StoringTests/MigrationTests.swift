import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Storing

struct MigrationTests {
    private let folder: ArchiveFolder
    private var path: String { folder.path }

    init() throws {
        folder = try ArchiveFolder()
    }

    /// What `sql` gives, a text a row, of the archive as it lies there.
    private func rows(_ sql: String) async throws -> [String] {
        try await DatabaseQueue(path: path).read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "–" : "\($0.storage.value ?? "")" }
                    .joined(separator: " ")
            }
        }
    }

    @Test func `an archive of the first version keeps everything`() async throws {
        try FirstSchema.makeArchive(at: path)
        let store = try Store(path: path)
        let states = try store.feedStates()
        #expect(
            states["news"]
                == FeedState(
                    validators: Validators(
                        url: "https://news.example/feed", etag: "W/\"1\"",
                        lastModified: "Sat, 08 Nov 2025 06:00:00 GMT"),
                    bodyHash: "abc", firstFetchedAt: Date(unixSeconds: 1_762_750_000),
                    lastPolledAt: .hour(0), lastSuccessAt: .hour(0),
                    lastNewEntryAt: Date(unixSeconds: 1_762_757_000), nextCheckAt: .hour(24)))
        #expect(
            states["forum"]
                == FeedState(
                    lastPolledAt: .hour(0), failuresInARow: 3,
                    lastFailure: FetchFailure(
                        kind: .status, message: "forum.example answers 403", status: 403)))

        let first = try #require(try store.entry(sequence: 1))
        #expect(first.text == "Zefirnet nie działa")
        #expect(first.title == "Awaria")
        #expect(first.link == "https://news.example/a")
        #expect(first.author == "p1")
        #expect(first.language == .polish)
        #expect(first.tags.mentions.map(\.mention.brand) == ["zefirnet"])
        #expect(first.tags.categories.map(\.id) == ["complaint"])
        let second = try #require(try store.entry(sequence: 2))
        #expect(!second.hasOwnTitle)
        #expect(second.story == StoryMembership(id: 1, reason: .sameLink, similarity: 1))
        #expect(try ToldPeriods(of: store).lastDigestEnd == .hour(0))
        #expect(
            try store.search(
                EntrySearch(text: .term(.phrase("dziala")), brand: "zefirnet", label: .negative)
            )
            .map(\.entry.sequence) == [1])
    }

    @Test func `work that the first version had begun goes on`() async throws {
        try FirstSchema.makeArchive(at: path)
        let store = try Store(path: path)
        #expect(try store.settleEntries() == 1)
        #expect(try store.entry(sequence: 3)?.text == "Zefirnet: nowe")
        #expect(try store.search(EntrySearch(text: .term(.phrase("nowe")))).count == 1)
        let hashes = try await store.contentHashes(of: ["a", "b", "c", "d"], in: "news")
        #expect(hashes == ["a": "h1", "b": "h2", "c": "h3"])
        // What only this version keeps is there to be filled.
        var state = try #require(try store.feedStates()["news"])
        state.polling = PollingState(configuredURL: "https://news.example/feed", failureScore: 1.5)
        let rests = HostMemory(rests: ["news.example": .hour(1)])
        try await store.commit([.bringing(state: state)], hosts: rests)
        #expect(try store.feedStates()["news"] == state)
        #expect(try store.hostMemory() == rests)
    }

    @Test func `an archive of the second version keeps its stories and what it knows of hosts`()
        async throws
    {
        try SecondSchema.makeArchive(at: path)
        let store = try Store(path: path)
        let hosts = try store.hostMemory()
        #expect(hosts.rests == ["forum.example": .hour(1)])
        #expect(hosts.robots.keys.sorted() == ["https://news.example"])
        let polling = try #require(try store.feedStates()["news"]).polling
        #expect(polling.intervalSeconds == 7_200)
        #expect(polling.failureScore == 1.5)
        #expect(try store.settleEntries() == 1)
        try store.checkpoint()
        #expect(try await rows("SELECT id, date FROM story") == ["1 1762757000"])
    }

    @Test func `a story that the third version knew is joined by its text`() async throws {
        try ThirdSchema.makeArchive(at: path)
        let store = try Store(path: path)
        try await store.commit([
            .bringing(.saying(ThirdSchema.release, at: .hour(1)), feed: "forum")
        ])
        // The one that the first version had begun with, and the copy.
        #expect(try store.settleEntries() == 2)
        #expect(
            try store.entry(sequence: 4)?.story
                == StoryMembership(id: 1, reason: .sameText, similarity: 1))
        try store.checkpoint()
        let names = try await rows("SELECT name FROM sqlite_master WHERE name LIKE 'story%'")
        #expect(names == ["story", "story_by_date"])
    }

    @Test func `an archive of the third version takes edits`() async throws {
        try ThirdSchema.makeArchive(at: path)
        let store = try Store(path: path)
        let before = try #require(try store.entry(sequence: 1))
        #expect(before.editedAt == nil)
        try await store.commit([
            .bringing(.saying("Zefirnet działa", id: "a", at: .hour(5)), at: .hour(5))
        ])
        #expect(try store.entry(sequence: 1)?.editedAt == .hour(5))
        #expect(
            try store.earlierWordings(ofSequence: 1)
                == [
                    EarlierWording(
                        version: 1, title: before.title, text: before.text, replacedAt: .hour(5))
                ])
    }

    @Test func `a ticket that the ninth version saw closed can be seen reopened`() throws {
        try NinthSchema.makeArchive(at: path)
        let store = try Store(path: path)
        let closed = try #require(try store.trackedTickets(since: .distantPast).first)
        #expect(closed.lastClosedAt == Date(unixSeconds: 1_762_760_000))
        try store.record(
            [
                TicketStatus(
                    id: "5", phase: .open, name: "open", createdAt: nil, firstResponseAt: nil,
                    closedAt: nil, changedAt: Date(unixSeconds: 1_762_763_600))
            ], of: "desk", readTo: Date(unixSeconds: 1_762_770_000))
        let open = try #require(try store.trackedTickets(since: .distantPast).first)
        #expect(open.reopenings == 1)
        #expect(open.lastClosedAt == closed.lastClosedAt)
        #expect(open.reopenedAt == Date(unixSeconds: 1_762_763_600))
    }

    @Test func `what people said before the eleventh version counts on, and more can be said`()
        throws
    {
        try NinthSchema.makeArchive(at: path)
        let store = try Store(path: path)
        let before = try store.corrections()
        #expect(before.map(\.is) == ["praise"])
        let other = Correction(
            entry: before[0].entry, brand: "zefirnet", field: .category, was: nil, is: "question")
        #expect(try store.apply([other], now: .hour(1)) == [.applied])
        #expect(try store.corrections().map(\.is) == ["praise", "question"])
    }

    @Test(arguments: [
        FirstSchema.makeArchive, SecondSchema.makeArchive, ThirdSchema.makeArchive,
        SeventhSchema.makeArchive, NinthSchema.makeArchive,
    ])
    func `a migrated archive is built as a new one is`(
        makeArchive: @Sendable (String) throws -> Void
    ) async throws {
        try makeArchive(path)
        try Store(path: path).checkpoint()
        let columns = """
            SELECT m.name, p.name, p.type, p."notnull", p.dflt_value, p.pk
            FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'
            ORDER BY m.name, p.cid
            """
        let indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
        let versions = "SELECT a.*, v.* FROM pragma_application_id a, pragma_user_version v"
        let migrated = (try await rows(columns), try await rows(indexes), try await rows(versions))
        #expect(migrated.2 == ["\(Schema.applicationID) \(Schema.version)"])
        #expect(try await rows("PRAGMA integrity_check") == ["ok"])
        #expect(try await rows("PRAGMA foreign_key_check") == [])
        #expect(try await rows("SELECT count(*) FROM fetch_log") == ["2"])

        let other = try MigrationTests()
        try Store(path: other.path).checkpoint()
        #expect(try await other.rows(columns) == migrated.0)
        #expect(try await other.rows(indexes) == migrated.1)
    }

    @Test func `what the log of the thirteenth version knew of answers is known on`() throws {
        try FirstSchema.makeArchive(at: path)
        let store = try Store(path: path)
        // One feed answered, and one refused, at that hour.
        #expect(try store.lastAnswer(in: .hour(-1)..<Date.hour(1)) == .hour(0))
        let answers = try store.reading {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM answer")
        }
        #expect(answers == 1)
    }

    @Test func `opened a second time nothing is migrated again`() async throws {
        try FirstSchema.makeArchive(at: path)
        try Store(path: path).checkpoint()
        let before = try Data(contentsOf: URL(filePath: path))
        try Store(path: path).checkpoint()
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        let names = try await rows("SELECT identifier FROM grdb_migrations")
        #expect(names == (1...Schema.version).map(String.init))
    }

    @Test func `who only looks at an archive of the first version is told to run`() throws {
        try FirstSchema.makeArchive(at: path)
        let error = #expect(throws: StoreError.self) { try Store(path: path, isReadOnly: true) }
        #expect(error?.description == "\(path): not ready to be read; `earshot run` makes it so")
    }
}
