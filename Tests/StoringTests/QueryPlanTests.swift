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
            "SELECT id FROM entry INDEXED BY entry_unsettled WHERE sequence IS NULL "
                + "ORDER BY date, feed, guid LIMIT 1000", ["entry_unsettled"]
        ),
        (
            "SELECT id, content_hash, title, text FROM entry WHERE feed = ? AND guid = ?",
            ["sqlite_autoindex_entry_2 (feed=? AND guid=?)"]
        ),
        (
            "SELECT * FROM entry WHERE sequence IS NOT NULL AND is_mention AND reported_at > ? "
                + "AND reported_at <= ? ORDER BY sequence", ["entry_by_report", "TEMP B-TREE"]
        ),
        (
            "SELECT * FROM entry WHERE sequence IS NOT NULL AND is_mention AND date >= ? "
                + "AND date < ? ORDER BY sequence", ["entry_by_date", "TEMP B-TREE"]
        ),
        (
            "SELECT story FROM story_band WHERE hash IN (?, ?) AND date BETWEEN ? AND ?",
            ["story_band USING PRIMARY KEY (hash=? AND date>? AND date<?)"]
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
