import Foundation
import GRDB
import Storing
import Testing

/// The statements whose cost must not grow with the archive, and the index each goes by.
struct QueryPlanTests {
    private let folder: ArchiveFolder

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test(arguments: [
        (
            "SELECT id FROM entry WHERE sequence IS NULL ORDER BY date, feed, guid",
            ["sqlite_autoindex_entry_1 (sequence=?)", "TEMP B-TREE"]
        ),
        (
            "SELECT id, content_hash, title, text FROM entry WHERE feed = ? AND guid = ?",
            ["sqlite_autoindex_entry_2 (feed=? AND guid=?)"]
        ),
        (
            "SELECT * FROM entry WHERE sequence IS NOT NULL AND is_mention AND reported_at > ? "
                + "AND reported_at <= ?", ["entry_by_report"]
        ),
        (
            "SELECT * FROM entry WHERE sequence IS NOT NULL AND is_mention AND date >= ? "
                + "AND date < ?", ["entry_by_date"]
        ),
        (
            "SELECT id, date, sketch FROM story WHERE date BETWEEN ? AND ?",
            ["story USING INDEX story_by_date (date>? AND date<?)"]
        ),
        (
            "SELECT story FROM entry WHERE link_key = ? AND id <> ? AND feed <> ? "
                + "AND story IS NOT NULL AND date BETWEEN ? AND ? ORDER BY sequence LIMIT 1",
            ["entry_by_link (link_key=?)", "TEMP B-TREE"]
        ),
        (
            "SELECT guid FROM entry INDEXED BY entry_by_link WHERE link_key = ? AND feed = ? "
                + "ORDER BY id LIMIT ?", ["entry_by_link (link_key=?)"]
        ),
        (
            "SELECT guid FROM entry INDEXED BY entry_by_feed WHERE feed = ? AND date = ? "
                + "ORDER BY id LIMIT ?", ["entry_by_feed (feed=? AND date=?)"]
        ),
        (
            "SELECT guid FROM entry INDEXED BY entry_by_feed WHERE feed = ? "
                + "ORDER BY date DESC, id DESC LIMIT ?", ["entry_by_feed (feed=?)"]
        ),
        (
            "SELECT entry.id FROM entry WHERE entry.sequence IS NOT NULL "
                + "AND entry.id IN (SELECT entry FROM mention WHERE brand = ?) "
                + "ORDER BY entry.date DESC, entry.sequence DESC LIMIT ?",
            [
                "SEARCH entry USING INTEGER PRIMARY KEY", "LIST SUBQUERY", "mention_by_brand",
                "TEMP B-TREE",
            ]
        ),
        (
            "SELECT feed, count(*), min(date), max(date) FROM entry GROUP BY feed",
            ["COVERING INDEX entry_by_feed"]
        ),
        (
            "SELECT id FROM entry WHERE rules_hash < ? OR rules_hash > ? LIMIT 1000",
            ["MULTI-INDEX OR", "INDEX 1", "entry_by_rules", "INDEX 2", "entry_by_rules"]
        ),
    ])
    func `a statement goes by its index`(sql: String, expected: [String]) async throws {
        _ = try Store(path: folder.path)
        let plan = try await DatabaseQueue(path: folder.path).read { database in
            try Row.fetchAll(
                database, sql: "EXPLAIN QUERY PLAN " + sql,
                arguments: StatementArguments(repeatElement(1, count: sql.count { $0 == "?" }))
            ).map { $0["detail"] as String }
        }
        #expect(plan.count == expected.count)
        for (line, part) in zip(plan, expected) { #expect(line.contains(part)) }
    }
}
