package import Foundation
import GRDB

/// What an archive holds, and how large it is.
package struct ArchiveStatistics: Hashable, Sendable, Codable {
    package let entries: Int
    /// Entries that name a brand.
    package let mentions: Int
    package let stories: Int
    package let feeds: Int
    package let editedEntries: Int
    /// Entries that the next run numbers and joins to their stories.
    package let unsettledEntries: Int
    package let firstEntryAt: Date?
    package let lastEntryAt: Date?
    package let lastDigestAt: Date?
    package let schemaVersion: Int
    package let sizeInBytes: Int
    /// Of pages that hold nothing; new entries go there first.
    package let freeBytes: Int
}

extension Store {
    package func statistics() throws(StoreError) -> ArchiveStatistics {
        try reading { database in
            func count(_ sql: String) throws -> Int {
                try Int.fetchOne(database, sql: sql) ?? 0
            }
            func date(_ sql: String) throws -> Date? {
                try Int64.fetchOne(database, sql: sql).map(Date.init(unixSeconds:))
            }
            let pageSize = try count("PRAGMA page_size")
            return ArchiveStatistics(
                entries: try count("SELECT count(*) FROM entry"),
                mentions: try count("SELECT count(*) FROM entry WHERE is_mention"),
                stories: try count("SELECT count(DISTINCT story) FROM entry"),
                feeds: try count("SELECT count(*) FROM feed"),
                editedEntries: try count("SELECT count(DISTINCT entry) FROM entry_version"),
                unsettledEntries: try count("SELECT count(*) FROM entry WHERE sequence IS NULL"),
                firstEntryAt: try date("SELECT min(date) FROM entry"),
                lastEntryAt: try date("SELECT max(date) FROM entry"),
                lastDigestAt: try date("SELECT max(end) FROM digest_window"),
                schemaVersion: try count("PRAGMA user_version"),
                sizeInBytes: try count("PRAGMA page_count") * pageSize,
                freeBytes: try count("PRAGMA freelist_count") * pageSize)
        }
    }
}
