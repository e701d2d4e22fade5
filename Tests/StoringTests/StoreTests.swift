import Foundation
import Grouping
import Model
import TestSupport
import Testing

@testable import Storing

@Suite(.eachEngine)
struct StoreTests {
    private let archive: TestArchive

    init() throws {
        archive = try TestArchive()
    }

    @Test func `what was committed is read back when the archive is opened again`() async throws {
        let state = FeedState(
            validators: Validators(
                url: "https://news.example/feed", etag: "W/\"a b\"",
                lastModified: "Sat, 21 Nov 2026 06:00:00 GMT"),
            bodyHash: "abc", firstFetchedAt: .hour(0), lastPolledAt: .hour(1),
            lastSuccessAt: .hour(1), lastNewEntryAt: .hour(1), nextCheckAt: .hour(2),
            failuresInARow: 2, lastFailure: FetchFailure(kind: .dns, message: "no such host"))
        let tags = Tags.naming("zefirnet", label: .negative, score: -0.5, categories: ["complaint"])
        let store = try archive.open()
        try await store.commit([
            .bringing(.saying("Zażółć gęślą jaźń", title: "Tytuł", tags: tags), state: state)
        ])
        _ = try store.settleEntries()
        try store.checkpoint()

        let reopened = try archive.open(isReadOnly: true)
        #expect(try reopened.feedStates() == ["news": state])
        let entry = try #require(try reopened.entry(sequence: 1))
        #expect(entry.text == "Zażółć gęślą jaźń")
        #expect(entry.title == "Tytuł")
        #expect(entry.tags == tags)
        #expect(entry.story == StoryMembership(id: 1, reason: .first, similarity: 1))
    }

    @Test func `a failure that only a later version knows ends no run of this one`() async throws {
        let store = try archive.open()
        let state = FeedState(
            lastPolledAt: .hour(1), failuresInARow: 2,
            lastFailure: FetchFailure(kind: .dns, message: "no such host"))
        try await store.commit([
            .bringing(.saying("Zefirnet"), state: state),
            .bringing(.saying("Kawka"), feed: "shop", state: state),
        ])
        try await store.writing { database in
            try database.execute(
                sql: """
                    UPDATE feed SET last_failure = replace(last_failure, 'dns', 'later')
                    WHERE id = 'news'
                    """)
        }
        var rest = state
        rest.lastFailure = nil
        #expect(try store.feedStates() == ["news": rest, "shop": state])
    }

    @Test func `many entries are found by their numbers at once`() async throws {
        let store = try archive.open()
        try await store.commit(
            (1...450).map { .bringing(.saying("Zefirnet \($0)", id: Entry.ID("\($0)"))) })
        _ = try store.settleEntries()
        let numbers = try store.entries(numbered: Array(1...450)).map(\.sequence)
        #expect(numbers.sorted() == Array(1...450))
        #expect(try store.entries(numbered: [9_999]) == [])
    }

    @Test func `saving an entry twice changes nothing`() async throws {
        let store = try archive.open()
        try await store.commit([.bringing(.saying("Zefirnet"))])
        try await store.commit([.bringing(.saying("Zefirnet", at: .hour(5)))])
        #expect(try store.settleEntries() == 1)
        #expect(try store.entry(sequence: 1)?.date == .hour(0))
        #expect(try store.entry(sequence: 2) == nil)
    }

    @Test func `what says nothing of a feed leaves what its polls have left`() async throws {
        let store = try archive.open()
        let state = FeedState(
            firstFetchedAt: .hour(0), lastPolledAt: .hour(1), nextCheckAt: .hour(2))
        try await store.commit([.bringing(.saying("Zefirnet"), state: state)])
        try await store.commit([
            .bringing(.saying("Kawka", id: "2"), state: nil),
            .bringing(.saying("Kawka", id: "3"), feed: "shop", state: nil),
        ])
        #expect(try store.feedStates() == ["news": state, "shop": FeedState()])
        #expect(try store.settleEntries() == 3)
    }

    @Test func `an edited entry keeps its number and its dates`() async throws {
        let store = try archive.open()
        try await store.commit([.bringing(.saying("Zefirnet działa"))])
        _ = try store.settleEntries()
        try await store.commit([
            .bringing(.saying("Zefirnet nie działa", at: .hour(5), tags: .naming("kawka")))
        ])
        #expect(try store.settleEntries() == 0)
        let entry = try #require(try store.entry(sequence: 1))
        #expect(entry.text == "Zefirnet nie działa")
        #expect(entry.reportedAt == .hour(0))
        #expect(try store.search(EntrySearch(brand: "zefirnet")).isEmpty)
        #expect(try store.search(EntrySearch(brand: "kawka")).count == 1)
        let hashes = try await store.contentHashes(of: ["1", "2"], in: "news")
        #expect(hashes == ["1": "Zefirnet nie działa"])
    }

    @Test func `numbers go by date, whatever order feeds were stored in`() async throws {
        let store = try archive.open()
        try await store.commit([.bringing(.saying("late", at: .hour(9)), feed: "a")])
        try await store.commit([
            .bringing(.saying("early", at: .hour(1)), feed: "b"),
            .bringing(.saying("early too", at: .hour(1)), feed: "a2"),
        ])
        #expect(try store.settleEntries() == 3)
        #expect(
            try (1...3).map { try store.entry(sequence: $0)?.text }
                == ["early too", "early", "late"])
    }

    @Test func `an entry is in no report before it is settled`() async throws {
        let store = try archive.open()
        try await store.commit([.bringing(.saying("Zefirnet", at: .hour(1)))])
        #expect(try store.texts(reportedAfter: .hour(0), through: .hour(2)).isEmpty)
        _ = try store.settleEntries()
        #expect(try store.texts(reportedAfter: .hour(0), through: .hour(2)) == ["Zefirnet"])
    }

    @Test func `a digest counts what came after its start up to its very end`() async throws {
        let store = try archive.open()
        try await store.commit([
            .bringing(
                .saying("at the start", id: "1", at: .hour(1)),
                .saying("at the end", id: "2", at: .hour(2)),
                .saying("no mention", id: "3", at: .hour(2), tags: .naming()))
        ])
        _ = try store.settleEntries()
        #expect(try store.texts(reportedAfter: .hour(1), through: .hour(2)) == ["at the end"])
        var said: [String] = []
        try store.forEachEntry(saidFrom: .hour(1), to: .hour(2)) { said.append($0.text) }
        #expect(said == ["at the start"])
    }

    @Test func `the next digest begins where the last one ended`() throws {
        let store = try archive.open()
        func window(_ name: String, _ now: Double) throws -> [Date] {
            let window = try store.digestWindow(
                name: name, now: .hour(now), fallback: .hour(now - 24))
            try store.recordDigest(name: name, start: window.start, end: window.end)
            return [window.start, window.end]
        }
        #expect(try window("monday", 24) == [.hour(0), .hour(24)])
        #expect(try window("tuesday", 49) == [.hour(24), .hour(49)])
        // The same day once more, a little later: nothing between the two is lost.
        #expect(try window("tuesday", 50) == [.hour(24), .hour(50)])
        // After a long holiday.
        #expect(try window("next month", 900) == [.hour(50), .hour(900)])
    }

    @Test(arguments: [23, 30])
    func `a digest that was made ends neither earlier again nor behind where the next began`(
        now: Double
    ) throws {
        let store = try archive.open()
        try store.recordDigest(name: "monday", start: .hour(0), end: .hour(24))
        try store.recordDigest(name: "tuesday", start: .hour(24), end: .hour(48))
        let window = try store.digestWindow(name: "monday", now: .hour(now), fallback: .hour(-1))
        #expect([window.start, window.end] == [.hour(0), .hour(24)])
        #expect(try ToldPeriods(of: store).lastDigestEnd == .hour(48))
    }

    @Test func `a digest that is recorded anew is not cut short`() throws {
        let store = try archive.open()
        try store.recordDigest(name: "monday", start: .hour(0), end: .hour(24))
        try store.recordDigest(name: "monday", start: .hour(0), end: .hour(20))
        #expect(try store.digestWindow(named: "monday") == Date.hour(0)..<Date.hour(24))
    }

    @Test func `a digest that ends when another did begins where the one before ended`() throws {
        let store = try archive.open()
        try store.recordDigest(name: "a", start: .hour(0), end: .hour(12))
        try store.recordDigest(name: "b", start: .hour(12), end: .hour(24))
        let window = try store.digestWindow(name: "c", now: .hour(24), fallback: .hour(-9))
        #expect([window.start, window.end] == [.hour(12), .hour(24)])
    }

    @Test func `rules see an entry's own title, and its author by name where that is kept`()
        async throws
    {
        func entry(_ id: Entry.ID, hasOwnTitle: Bool, authorName: String?) -> TaggedEntry {
            TaggedEntry(
                entry: Entry(id: id, title: "Wątek", text: "a"), hasOwnTitle: hasOwnTitle,
                contentHash: id.value, author: "key", authorName: authorName, date: .hour(0),
                heardAt: .hour(0), reportedAt: .hour(0),
                signature: StorySignature(minima: [], linkKey: nil), tags: .naming(),
                rulesHash: "r1")
        }
        let store = try archive.open()
        try await store.commit([
            .bringing(
                entry("1", hasOwnTitle: true, authorName: "Ola"),
                entry("2", hasOwnTitle: false, authorName: nil))
        ])
        let texts = try store.outdatedEntries(rulesHash: "r2", limit: 9).map(\.text)
        #expect(texts.map(\.title) == ["Wątek", nil])
        #expect(texts.map(\.author) == ["Ola", "key"])
    }

    @Test func `tags of other rules are replaced, batch by batch`() async throws {
        let store = try archive.open()
        try await store.commit([
            .bringing(.saying("a", id: "1"), .saying("b", id: "2", rulesHash: "r2"))
        ])
        let outdated = try store.outdatedEntries(rulesHash: "r2", limit: 10)
        #expect(outdated.map(\.text.text) == ["a"])
        try store.retag(outdated.map { ($0.key, .naming("kawka")) }, rulesHash: "r2")
        #expect(try store.outdatedEntries(rulesHash: "r2", limit: 10).isEmpty)
        _ = try store.settleEntries()
        #expect(try store.search(EntrySearch(brand: "kawka")).map(\.entry.text) == ["a"])
    }

    @Test func `the next batch of outdated tags is read before the last is written`() async throws {
        let store = try archive.open()
        try await store.commit([
            .bringing(
                .saying("a", id: "1", rulesHash: "r1"), .saying("b", id: "2", rulesHash: "r3"),
                .saying("c", id: "3", rulesHash: "r2"), .saying("d", id: "4", rulesHash: "r1"),
                .saying("e", id: "5", rulesHash: "r3"))
        ])
        var batch = try store.outdatedEntries(rulesHash: "r2", limit: 2)
        var texts: [String] = []
        while !batch.isEmpty {
            texts += batch.map(\.text.text)
            let next = try store.outdatedEntries(
                rulesHash: "r2", limit: 2, skipping: batch.count)
            try store.retag(batch.map { ($0.key, .naming("kawka")) }, rulesHash: "r2")
            batch = next
        }
        #expect(texts.sorted() == ["a", "b", "d", "e"])
        #expect(try store.isTagged(by: "r2"))
    }

    @Test func `only the last 30 polls of a feed are kept in the log`() async throws {
        let store = try archive.open()
        for hour in 0..<40 { try await store.commit([.bringing(at: .hour(Double(hour)))]) }
        let count = try await store.reading {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM fetch_log")
        }
        #expect(count == 30)
    }

    @Test func `of polls of a feed at one moment the log has the last`() async throws {
        let store = try archive.open()
        for (outcome, message) in [("failed", "no such host"), ("updated", nil)] {
            try await store.commit([
                FeedCommit(
                    feed: "news", at: .hour(0), state: nil, outcome: outcome, message: message)
            ])
        }
        let rows = try await store.reading { database in
            try Row.fetchAll(database, sql: "SELECT outcome, message FROM fetch_log")
                .map { [$0["outcome"] as String, $0["message"] as String?] }
        }
        #expect(rows == [["updated", nil]])
    }

    @Test func `an entry is known again by its page in its own feed, first stored first`()
        async throws
    {
        let store = try archive.open()
        let link = "https://a.example/1"
        let key = try #require(StorySketcher.linkKey(link))
        try await store.commit([
            .bringing(
                .saying("a", id: "1", link: link, at: .hour(1)),
                .saying("b", id: "2", link: link, at: .hour(3)),
                .saying("c", id: "3", at: .hour(2))),
            .bringing(.saying("d", id: "4", link: link), feed: "other"),
        ])
        let known = try await store.knownEntries(of: "news", leadingTo: [key], atMost: 9)
        #expect(known[key]?.map(\.id) == ["1", "2"])
        let latest = try await store.latestKnownEntries(of: "news", atMost: 2)
        #expect(latest.map(\.id) == ["2", "3"])
    }
}

extension Store {
    func texts(reportedAfter start: Date, through end: Date) throws -> [String] {
        var texts: [String] = []
        try forEachEntry(reportedAfter: start, through: end) { texts.append($0.text) }
        return texts
    }
}
