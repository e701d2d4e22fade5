import Foundation
import Model
import TestSupport

@testable import Storing

/// An archive that has rows in every table, with all that a copy could get wrong: texts with what COPY
/// escapes, letters beyond ASCII, empty texts beside NULL, large and negative numbers, bytes of every
/// value, gaps between numbers, and tickets that later ones list.
enum FullArchive {
    static func fill(_ store: Store) async throws {
        let entries = texts.enumerated().map { number, text in
            TaggedEntry.saying(
                text, id: Entry.ID("guid-\(number)"), title: number % 2 == 0 ? text : nil,
                link: "https://example.org/\(number)", at: .hour(Double(number)),
                tags: .naming(
                    "zefirnet", "kawka", label: .negative, score: number % 3 == 0 ? -1 : 0.1 + 0.2,
                    categories: ["complaint", "price"]))
        }
        for (feed, entries) in [("news", entries[..<5]), ("żółw", entries[5...])] {
            try await store.commit([
                FeedCommit(
                    feed: Feed.ID(feed), at: .hour(0), state: FeedState(),
                    entries: Array(entries), outcome: "updated")
            ])
        }
        _ = try store.settleEntries()
        try addRows(to: store)
    }

    private static func addRows(to store: Store) throws {
        try store.writing { database in
            // A number that was given, and is no more.
            try database.execute(sql: "DELETE FROM entry WHERE id = 4")
            try TextIndex.delete(4, title: nil, text: texts[3], in: database)
            try database.execute(
                sql: "INSERT INTO entry_version VALUES (?, ?, ?, ?, ?)",
                arguments: [2, 1, 5, nil as String?, ""])
            for sql in rows { try database.execute(sql: sql) }
            try database.execute(
                sql: """
                    INSERT INTO notice (id, rule, channel, key, after, through, content, created_at)
                    VALUES (9, 'r', 'c', 'k', -5, 9223372036854775807, ?, 1)
                    """, arguments: [Data((0...255).map { UInt8($0) })])
        }
    }

    static let texts = [
        "Zefirnet nie działa", "tab\there, line\nbreak\r\nand \\N \\. back\\slash", "\\.",
        "goes away", "Łódź 🐢 światłowód", "quote ' and \" and $1 and ?", "", " ",
        "last " + String(repeating: "word ", count: 300),
    ]

    private static let rows = [
        "INSERT INTO digest_window VALUES ('day', -1, 2), ('ä', 3, 4)",
        "INSERT INTO host_rest VALUES ('example.org', 7)",
        """
        INSERT INTO robots (origin, rules, fetched_at, checked_at, pause_seconds, is_unavailable)
        VALUES ('https://example.org', '', 1, 2, 0, FALSE),
            ('https://example.net', NULL, NULL, 2, 30, TRUE)
        """,
        "INSERT INTO tombstone VALUES ('00'), ('ff')",
        "INSERT INTO erasure VALUES ('e-1', 3)",
        "INSERT INTO last_sequence VALUES (1, 77)",
        "INSERT INTO pseudonym_key VALUES (1, 'k-1')",
        "INSERT INTO imported_source VALUES ('old', 'Old things')",
        """
        INSERT INTO review VALUES
            (1, 'zefirnet', 'tone', 'negative', '', NULL, 'r', 'd', 5),
            (1, 'zefirnet', 'category', '', 'price', 'note', NULL, NULL, 6)
        """,
        """
        INSERT INTO ticket (id, destination, key, first_key, created_at, listed_in, was_found)
        VALUES (5, 'desk', 'list', 'list', 1, NULL, FALSE)
        """,
        """
        INSERT INTO ticket (id, destination, key, first_key, created_at, listed_in, was_found)
        VALUES (2, 'desk', 'one', 'one', 1, 5, TRUE), (7, 'desk', 'two', 'two', 1, 5, FALSE)
        """,
        """
        INSERT INTO ticket_delivery (id, ticket, entry, identity, created_at)
        VALUES (11, 2, 1, 'i', 3), (12, 5, NULL, 'j', 4)
        """,
        "INSERT INTO ticket_watermark VALUES ('desk', 8)",
        "INSERT INTO notice_watermark VALUES ('r', 8)",
    ]
}
