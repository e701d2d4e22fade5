import Foundation
import Model
import PostgreSQL
import TestSupport
import Testing

@testable import Storing

/// The parts that a server's archive is kept in.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerPartTests {
    let cluster: PostgreSQLCluster
    let schema: String

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
        schema = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try cluster.run("CREATE SCHEMA \(schema)")
    }

    func open(user: String = "earshot") throws -> Store {
        try Store(ArchiveLocation(server: cluster.address(schema: schema, user: user)))
    }

    @discardableResult
    func run(_ sql: String) throws -> String {
        try cluster.run("SET search_path = \(schema); \(sql)")
            .trimmingCharacters(in: .newlines)
    }

    /// Which part each entry lies in, and what hangs on it.
    func places() throws -> String {
        try run(
            """
            SELECT string_agg(
                concat_ws(' ', guid, e.tableoid::regclass, w.tableoid::regclass,
                    m.tableoid::regclass), ', ' ORDER BY guid)
            FROM entry e JOIN entry_text w ON w.rowid = e.id JOIN mention m ON m.entry = e.id
            """)
    }

    /// The month after the one that is written now.
    private var nextMonth: Date {
        get throws {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            let month = calendar.dateComponents([.year, .month], from: Date())
            return try #require(
                calendar.date(from: month).flatMap {
                    calendar.date(byAdding: .month, value: 1, to: $0)
                })
        }
    }

    @Test func `another month begins another part, and entries go on in it`() async throws {
        let store = try open()
        try await store.commit([.bringing(.saying("a", id: "a"), .saying("b", id: "b"))])
        let nextMonth = try nextMonth
        func parts(at now: Date, leastEntries: Int64) throws -> String {
            #expect(store.tend(at: now, leastEntries: leastEntries) == [])
            return try run("SELECT count(*) FROM entry_part")
        }
        #expect(try parts(at: nextMonth - 1, leastEntries: 2) == "1")
        #expect(try parts(at: nextMonth, leastEntries: 3) == "1")
        #expect(try parts(at: nextMonth, leastEntries: 2) == "2")
        #expect(try parts(at: nextMonth, leastEntries: 0) == "2")
        try await store.commit([
            // What is there already stays what it is, wherever it lies.
            .bringing(.saying("a", id: "a"), .saying("c", id: "c", at: .hour(1)), feed: "news"),
            .bringing(.saying("b, edited", id: "b"), feed: "news", at: .hour(1)),
        ])
        #expect(
            try places() == "a entry_1 entry_text_1 mention_1, b entry_1 entry_text_1 mention_1, "
                + "c entry_2 entry_text_2 mention_2")
        #expect(try store.settleEntries() == 3)
        #expect(try store.entries(numbered: [1, 2, 3]).map(\.id.value) == ["a", "b", "c"])
        #expect(
            try run(
                """
                SELECT count(*) FROM entry JOIN entry_key k ON k.entry = id
                WHERE (k.feed, k.guid, k.sequence) = (entry.feed, entry.guid, entry.sequence)
                """) == "3")
        #expect(
            try store.withSnapshot { try $0.keys.map { EntryPart(of: $0.lowerBound).number } }
                == [1, 2])
    }

    @Test func `a copy that begins anew leaves no parts that hold nothing`() async throws {
        let source = try TestArchive(.file, isSpread: false).open()
        try await source.commit([.bringing(.saying("c", id: "c"))])
        let store = try open()
        try await store.commit([.bringing(.saying("a", id: "a"))])
        #expect(try store.tend(at: nextMonth, leastEntries: 1) == [])
        try await store.commit([.bringing(.saying("b", id: "b"))])
        let parts = """
            SELECT (SELECT count(*) FROM entry_part) || ' ' || count(*) FROM pg_inherits
            WHERE inhparent = 'entry'::regclass
            """
        #expect(try run(parts) == "2 2")
        let copy = ArchiveCopy(from: source, to: store)
        try copy.begin()
        try copy.beginAnew()
        _ = try copy.fill { _ in }
        try copy.finish()
        #expect(try run(parts) == "1 1")
        try await store.commit([.bringing(.saying("d", id: "d"))])
        #expect(
            try places() == "c entry_1 entry_text_1 mention_1, d entry_1 entry_text_1 mention_1")
    }

    @Test func `where a part may not be made, entries go on in the last one`() async throws {
        let store = try open()
        try await store.commit([.bringing(.saying("a", id: "a"))])
        let role = "\(schema)_app"
        try run(
            """
            CREATE ROLE \(role) LOGIN; GRANT USAGE, CREATE ON SCHEMA \(schema) TO \(role);
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \(schema) TO \(role)
            """)
        let app = try open(user: role)
        let reasons = try app.tend(at: nextMonth, leastEntries: 1)
        #expect(reasons.count == 1)
        #expect(reasons.first?.contains("must be owner of table entry") == true, "\(reasons)")
        try await app.commit([.bringing(.saying("b", id: "b"))])
        #expect(try app.settleEntries() == 2)
        #expect(
            try places() == "a entry_1 entry_text_1 mention_1, b entry_1 entry_text_1 mention_1")
        #expect(try run("SELECT count(*) FROM entry_part") == "1")
        #expect(try store.tend(at: nextMonth, leastEntries: 1) == [])
        #expect(try run("SELECT count(*) FROM entry_part") == "2")
    }

    @Test func `a session that holds a new part up for long puts it off to the next run`()
        async throws
    {
        let store = try open()
        try await store.commit([.bringing(.saying("a", id: "a"))])
        let other = try Connection(to: try ServerAddress(cluster.address(schema: schema)))
        _ = try other.query(.text("BEGIN"))
        _ = try other.query(.text("LOCK TABLE feed IN ROW EXCLUSIVE MODE"))
        let reasons = try store.tend(at: nextMonth, leastEntries: 1)
        #expect(reasons.first?.contains("lock timeout") == true, "\(reasons)")
        _ = try other.query(.text("ROLLBACK"))
        #expect(try store.tend(at: nextMonth, leastEntries: 1) == [])
        #expect(try run("SELECT count(*) FROM entry_part") == "2")
    }

    @Test func `a copy has the parts that its entries' keys ask for`() async throws {
        let source = try open()
        try await source.commit([.bringing(.saying("a", id: "a"))])
        #expect(try source.tend(at: nextMonth, leastEntries: 1) == [])
        try await source.commit([.bringing(.saying("b", id: "b"))])
        _ = try source.settleEntries()
        let target = try Store(ArchiveLocation(server: cluster.emptySchema()))
        let copy = ArchiveCopy(from: source, to: target)
        try copy.begin()
        _ = try copy.fill { _ in }
        let lines = try #require(try ArchiveComparison(source, target).lines { _ in })
        #expect(lines.filter { !$0.isEqual } == [])
        try copy.finish()
        #expect(try target.withSnapshot { try $0.keys } == source.withSnapshot { try $0.keys })
        try await target.commit([.bringing(.saying("c", id: "c"), .saying("b", id: "b"))])
        _ = try target.settleEntries()
        #expect(try target.entries(numbered: [1, 2, 3]).map(\.id.value) == ["a", "b", "c"])
        #expect(
            try target.withSnapshot { try $0.keys }.last
                == EntryPart.span..<EntryPart.span + 2)
    }

    @Test func `the planner learns what all parts hold once much of it is new`() async throws {
        let store = try open()
        func known() throws -> String {
            try run("SELECT reltuples FROM pg_class WHERE oid = 'entry'::regclass")
        }
        let many = (1...1_000).map { TaggedEntry.saying("\($0)", id: Entry.ID("\($0)")) }
        func commit(_ entries: [TaggedEntry]) async throws {
            try await store.commit([
                FeedCommit(
                    feed: "news", at: .hour(0), state: FeedState(), entries: entries,
                    outcome: "updated")
            ])
            _ = try store.settleEntries()
            #expect(store.tend(at: nil) == [])
        }
        try await commit(Array(many.prefix(999)))
        #expect(try known() != "999")
        try await commit(Array(many.suffix(1)))
        #expect(try known() == "1000")
    }

    @Test func `keys are counted in the last part, whatever ended a run before that`() async throws
    {
        let store = try open()
        try await store.commit([.bringing(.saying("a", id: "a"))])
        // As a run leaves it that ends behind the making of a part.
        try await store.writing { try EntryPart.prepare(for: [EntryPart.span], in: $0) }
        try await store.commit([.bringing(.saying("b", id: "b"))])
        #expect(store.tend(at: nil) == [])
        try await store.commit([.bringing(.saying("c", id: "c"))])
        #expect(
            try places() == "a entry_1 entry_text_1 mention_1, b entry_1 entry_text_1 mention_1, "
                + "c entry_2 entry_text_2 mention_2")
    }
}
