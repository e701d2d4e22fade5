import Foundation
import GRDB
import Model
import Synchronization
import TestSupport
import Testing

@testable import Storing

/// What must not cost more as the archive grows: the statements that are run for it, as they are run,
/// and how SQLite goes about each.
struct QueryPlanTests {
    private let folder: ArchiveFolder
    private let store: Store
    private let entry: HeardEntry

    private let long = """
        Zefirnet nie działa od rana w całym mieście i nikt z obsługi nie odbiera telefonu, a klienci \
        czekają już trzecią godzinę na jakąkolwiek informację o przyczynie awarii
        """

    init() async throws {
        folder = try ArchiveFolder()
        store = try Store(path: folder.path)
        try await store.commit([
            .bringing(
                TaggedEntry(
                    entry: Entry(id: "1", text: "Zefirnet"), contentHash: "1", author: "a",
                    date: .hour(0), heardAt: .hour(0), reportedAt: .hour(0),
                    signature: StorySignature(minima: [], linkKey: "a.example/1"),
                    tags: .naming("zefirnet", categories: ["complaint"]), rulesHash: "r1"))
        ])
        _ = try store.settleEntries()
        entry = try #require(try store.entry(sequence: 1))
    }

    /// All statements that are run meanwhile, each once.
    private func statements(of work: (Store) async throws -> Void) async throws -> [String] {
        let statements = Statements()
        try await store.queue().writeWithoutTransaction {
            $0.trace { statements.note($0) }
        }
        try await work(store)
        try await store.queue().writeWithoutTransaction { $0.trace(options: []) }
        let run = statements.all.filter { sql in
            ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains { sql.hasPrefix($0) }
        }
        #expect(!run.isEmpty)
        return run
    }

    /// The lines of the plans of all that is run meanwhile.
    private func plan(of work: (Store) async throws -> Void) async throws -> [String] {
        let run = try await statements(of: work)
        return try await store.queue().read { database in
            try run.flatMap { sql in
                try GRDB.Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql)
                    .map { $0["detail"] as String }
            }
        }
    }

    /// Of a plan, what goes through all of a table, or an index, that grows with the archive.
    private func scans(_ plan: [String]) -> [String] {
        let growing = ["entry", "entry_version", "entry_category", "mention", "story"]
        return plan.filter { line in
            let words = line.split(separator: " ")
            return words.first == "SCAN" && growing.contains { $0 == words[1] }
        }
    }

    struct Work: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What the plan names, beside what it scans.
        let indexes: [String]
        let body: @Sendable (Store, HeardEntry) async throws -> Void

        init(
            _ name: String, _ indexes: [String],
            _ body: @escaping @Sendable (Store, HeardEntry) async throws -> Void
        ) {
            testDescription = name
            self.indexes = indexes
            self.body = body
        }
    }

    @Test(arguments: [
        Work("knowing entries by their ids", ["entry_2 (feed=? AND guid=?)"]) { store, _ in
            _ = try await store.contentHashes(of: ["1"], in: "news")
        },
        Work("knowing what imported rows said", ["entry_2 (feed=? AND guid=?)"]) { store, _ in
            _ = try await store.storedWordings(of: ["1"], in: "news")
        },
        Work("asking whether a feed has entries", ["(feed=?)"]) { store, _ in
            _ = try await store.holdsEntries(of: "news")
        },
        Work("knowing entries by their pages", ["entry_by_link (link_key=?)"]) { store, _ in
            _ = try await store.knownEntries(of: "news", leadingTo: ["k"], atMost: 9)
        },
        Work("knowing entries by their dates", ["entry_by_feed (feed=? AND date=?)"]) { store, _ in
            _ = try await store.knownEntries(of: "news", from: [.hour(0)], atMost: 9)
        },
        Work("the latest entries of a feed", ["entry_by_feed (feed=?)"]) { store, _ in
            _ = try await store.latestKnownEntries(of: "news", atMost: 9)
        },
        Work("storing an edit", ["entry_2 (feed=? AND guid=?)"]) { store, _ in
            try await store.commit([.bringing(.saying("Zefirnet znowu", id: "1"))])
        },
        Work("a digest", ["entry_by_report"]) { store, _ in
            try store.forEachEntry(reportedAfter: .hour(0), through: .hour(9)) { _ in }
        },
        Work("a trend report", ["entry_by_date"]) { store, _ in
            try store.forEachEntry(saidFrom: .hour(0), to: .hour(9)) { _ in }
        },
        Work("an entry by its number", ["(sequence=?)"]) { store, _ in
            _ = try store.entry(sequence: 1)
        },
        Work("what an author said before", ["entry_by_author"]) { store, entry in
            _ = try store.contacts(
                before: entry, about: "zefirnet", in: ["complaint"], since: .hour(-9))
        },
        Work("who praised before", ["entry_by_author"]) { store, _ in
            try store.forEachEntry(
                by: ["a", "b"], about: "zefirnet", in: "praise",
                saidIn: Date.hour(-9)..<Date.hour(9)
            ) { _ in }
        },
        Work("a search for words", ["entry_text"]) { store, _ in
            _ = try store.search(EntrySearch(text: .term(.phrase("zefirnet"))))
        },
        Work("a search for a brand", ["mention_by_brand"]) { store, _ in
            _ = try store.search(EntrySearch(brand: "zefirnet"))
        },
        Work("a search for some brands", ["mention_by_brand"]) { store, _ in
            _ = try store.search(EntrySearch(brands: ["zefirnet", "kawka"]))
        },
        Work(
            "a search for what a team answers of a brand",
            ["mention_by_brand", "SEARCH entry USING INTEGER PRIMARY KEY"]
        ) { store, _ in
            _ = try store.search(EntrySearch(brand: "zefirnet", team: "marketing"))
        },
        Work("a search among what people judged", ["SEARCH entry USING INTEGER PRIMARY KEY"]) {
            store, _ in
            _ = try store.apply(
                [
                    Correction(
                        entry: 1, brand: "zefirnet", field: .category, was: "complaint", is: nil)
                ], now: .hour(1))
            _ = try store.search(
                EntrySearch(brand: "zefirnet", from: .hour(0), to: .hour(9)))
        },
        Work("looking for outdated tags", ["entry_by_rules", "entry_by_rules"]) { store, _ in
            _ = try store.outdatedEntries(rulesHash: "r1", limit: 1_000)
        },
        Work("looking for what is old enough to go", ["entry_by_age"]) { store, _ in
            _ = try store.expiredEntries(areMentions: true, heardBefore: .hour(9), atMost: 9)
        },
        Work("looking for pauses", ["entry_by_age (<expr>=? AND is_mention=? AND heard_at>?)"]) {
            store, _ in
            _ = try store.pauses(endingFrom: .hour(0), to: .hour(9))
        },
        Work("the first that names no brand", ["entry_by_age"]) { store, _ in
            _ = try store.firstHeardNamingNone()
        },
        Work("letting go of authors", ["entry_by_age"]) { store, _ in
            _ = try store.clearAuthors(heardBefore: .hour(9), atMost: 9)
        },
    ])
    func `work on entries goes by an index, and never through all of them`(work: Work) async throws
    {
        let plan = try await plan { try await work.body($0, entry) }
        #expect(scans(plan) == [])
        for index in work.indexes { #expect(plan.contains { $0.contains(index) }, "\(plan)") }
    }

    @Test(arguments: [
        (Date?.some(.hour(0)), Date?.some(.hour(5)), 1), (.hour(0), .hour(6), 2),
        (.hour(1), nil, 1),
        (nil, nil, 2), (.hour(6), nil, 0),
    ])
    func `of what people judged a search reads its own period`(
        from: Date?, to: Date?, read: Int
    ) async throws {
        try await store.commit([.bringing(.saying("Zefirnet", id: "2", at: .hour(5)))])
        _ = try store.settleEntries()
        let said = (1...2).map {
            Correction(entry: $0, brand: "zefirnet", field: .category, was: nil, is: "praise")
        }
        #expect(try store.apply(said, now: .hour(7)) == [.applied, .applied])
        let search = EntrySearch(category: "praise", from: from, to: to)
        let keys = try await store.reading { try JudgedSearch(search)?.keys(in: $0) }
        #expect(keys?.count == read)
        #expect(try store.search(search).count == read)
    }

    @Test func `entries are numbered and joined to stories by indexes alone`() async throws {
        try await store.commit([
            .bringing(
                .saying("Zefirnet", id: "2", link: "https://a.example/1", at: .hour(1)),
                feed: "portal"),
            .bringing(.saying(long, id: "3", at: .hour(2)), feed: "blog"),
        ])
        let plan = try await plan { _ = try $0.settleEntries() }
        #expect(scans(plan) == [])
        for index in [
            "entry_1 (sequence=?)", "entry_by_link (link_key=?)",
            "story USING INDEX story_by_date (date>? AND date<?)",
        ] {
            #expect(plan.contains { $0.contains(index) }, "\(plan)")
        }
    }

    @Test func `entries of a link are read once, however many share it`() async throws {
        let link = "https://a.example/1"
        try await store.commit(
            ["portal", "blog"].map { feed in
                .bringing(
                    .saying("Zefirnet", id: "2", link: link),
                    .saying("Zefirnet", id: "3", link: link),
                    .saying("Zefirnet", id: "4", link: link), feed: feed)
            })
        let run = try await statements { _ = try $0.settleEntries() }
        #expect(run.filter { $0.contains("link_key = 'a.example/1'") }.count == 1)
    }

    @Test func `a plan that goes through all entries is told from one that goes by an index`()
        async throws
    {
        let plan = try await plan { try $0.forEachEntry(in: .all) { _ in } }
        #expect(scans(plan) == ["SCAN entry"])
    }
}

/// What a connection was asked to run.
private final class Statements: Sendable {
    private let noted = Mutex<Set<String>>([])

    var all: [String] { noted.withLock { $0.sorted() } }

    func note(_ event: GRDB.Database.TraceEvent) {
        guard case .statement(let statement) = event else { return }
        let sql = statement.expandedSQL
        noted.withLock { _ = $0.insert(sql) }
    }
}

extension Store {
    fileprivate func queue() throws -> DatabaseQueue { try file(for: "a test", instead: "none") }
}
