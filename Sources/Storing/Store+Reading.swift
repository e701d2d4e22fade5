package import Foundation
import GRDB
package import Model

extension Store {
    /// Entries with mentions that a digest of the time after `start` up to and including `end`
    /// counts, in the order of their numbers.
    package func entries(reportedAfter start: Date, through end: Date) throws(StoreError)
        -> [HeardEntry]
    {
        try heardEntries(
            where: "is_mention AND reported_at > ? AND reported_at <= ?",
            [start.unixSeconds, end.unixSeconds])
    }

    /// Entries with mentions that were said from `start` until before `end`.
    package func entries(saidFrom start: Date, to end: Date) throws(StoreError) -> [HeardEntry] {
        try heardEntries(
            where: "is_mention AND date >= ? AND date < ?", [start.unixSeconds, end.unixSeconds])
    }

    /// The entry with this number, whether it mentions a brand or not.
    package func entry(sequence: Int64) throws(StoreError) -> HeardEntry? {
        try heardEntries(where: "sequence = ?", [sequence]).first
    }

    /// Where the digest of this name begins: where it began before, or where the last one ended.
    ///
    /// - Parameter fallback: for the first digest of all.
    package func digestStart(name: String, end: Date, fallback: Date) throws(StoreError) -> Date {
        try reading { database in
            let own = try Int64.fetchOne(
                database, sql: "SELECT start FROM digest_window WHERE name = ?", arguments: [name])
            let previous = try Int64.fetchOne(
                database,
                sql: "SELECT max(end) FROM digest_window WHERE end < ? AND end >= ?",
                arguments: [end.unixSeconds, fallback.unixSeconds - 6 * 86_400])
            return Date(unixSeconds: own ?? previous ?? fallback.unixSeconds)
        }
    }

    package func recordDigest(name: String, start: Date, end: Date) throws(StoreError) {
        try writing {
            try $0.execute(
                sql: """
                    INSERT INTO digest_window (name, start, end) VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET end = max(end, excluded.end)
                    """, arguments: [name, start.unixSeconds, end.unixSeconds])
        }
    }

    // MARK: - For searching

    func heardEntries(where condition: String, _ arguments: StatementArguments)
        throws(StoreError) -> [HeardEntry]
    {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM entry WHERE sequence IS NOT NULL AND \(condition)
                    ORDER BY sequence
                    """, arguments: arguments
            ).map(HeardEntry.init)
        }
    }
}

extension HeardEntry {
    init(_ row: Row) throws {
        guard let reason = StoryMembership.Reason(rawValue: row["story_reason"]) else {
            throw StoreError.failed(
                reason: "unknown story reason '\(row["story_reason"] as String)'")
        }
        self.init(
            sequence: row["sequence"], feed: Feed.ID(row["feed"]), id: Entry.ID(row["guid"]),
            link: row["link"], title: row["title"], text: row["text"], author: row["author"],
            date: Date(unixSeconds: row["date"] as Int64),
            heardAt: Date(unixSeconds: row["heard_at"] as Int64),
            reportedAt: Date(unixSeconds: row["reported_at"] as Int64),
            story: StoryMembership(
                id: row["story"], reason: reason, similarity: row["story_similarity"]),
            tags: try Self.tags(row))
    }

    private static func tags(_ row: Row) throws -> Tags {
        do {
            return try TagsColumn.decode(row["tags"])
        } catch {
            let sequence: Int64 = row["sequence"]
            throw StoreError.failed(
                reason: "the tags of entry #\(sequence) cannot be read; the file is damaged")
        }
    }
}
