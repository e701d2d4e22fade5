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

    /// From when on the archive holds what was said; `nil` while it holds nothing.
    ///
    /// The earliest hundredth is left out of account: a feed may begin with a post from years ago.
    package func listeningSince() throws(StoreError) -> Date? {
        try reading { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT date FROM entry WHERE is_mention ORDER BY date LIMIT 1
                    OFFSET (SELECT count(*) / 100 FROM entry WHERE is_mention)
                    """
            ).map(Date.init(unixSeconds:))
        }
    }

    /// The entry with this number, whether it mentions a brand or not.
    package func entry(sequence: Int64) throws(StoreError) -> HeardEntry? {
        try heardEntries(where: "sequence = ?", [sequence]).first
    }

    /// The time that the digest of this name covers when it is made at `now`.
    ///
    /// It goes on where the last one ended, and once made it never ends earlier again, whatever the
    /// clock says: no time falls between two digests.
    ///
    /// - Parameter fallback: where the first digest of all begins.
    package func digestWindow(name: String, now: Date, fallback: Date) throws(StoreError)
        -> (start: Date, end: Date)
    {
        try reading { database in
            let own = try Row.fetchOne(
                database, sql: "SELECT start, end FROM digest_window WHERE name = ?",
                arguments: [name])
            if let own {
                return (
                    Date(unixSeconds: own["start"]), max(Date(unixSeconds: own["end"]), now)
                )
            }
            let previous = try Int64.fetchOne(
                database, sql: "SELECT max(end) FROM digest_window WHERE end < ?",
                arguments: [now.unixSeconds])
            return (previous.map(Date.init(unixSeconds:)) ?? fallback, now)
        }
    }

    /// When the latest digest of all ended; what is heard before that would be in none.
    package func lastDigestEnd() throws(StoreError) -> Date? {
        try reading {
            try Int64.fetchOne($0, sql: "SELECT max(end) FROM digest_window")
                .map(Date.init(unixSeconds:))
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
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(HeardEntry.columns) FROM entry
                    WHERE sequence IS NOT NULL AND \(condition) ORDER BY sequence
                    """, arguments: arguments)
            return try Array(rows.map(HeardEntry.init))
        }
    }
}

extension HeardEntry {
    /// What `init(_:)` reads.
    static let columns = """
        sequence, feed, guid, link, title, has_own_title, text, author, language, date, heard_at, reported_at, story,
        story_reason, story_similarity, tags
        """

    init(_ row: Row) throws {
        guard let reason = StoryMembership.Reason(rawValue: row["story_reason"]) else {
            throw StoreError.failed(
                reason: "unknown story reason '\(row["story_reason"] as String)'")
        }
        self.init(
            sequence: row["sequence"], feed: Feed.ID(row["feed"]), id: Entry.ID(row["guid"]),
            link: row["link"], title: row["title"], hasOwnTitle: row["has_own_title"],
            text: row["text"], author: row["author"],
            language: (row["language"] as String?).map(LanguageCode.init),
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
