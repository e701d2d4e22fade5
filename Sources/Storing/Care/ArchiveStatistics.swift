package import Foundation

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
    /// Of pages that hold nothing, where new entries go first; `nil` for a server, which does not tell.
    package let freeBytes: Int?
}

extension Store {
    package func statistics() throws(StoreError) -> ArchiveStatistics {
        try reading { database in
            let size = try ArchiveSize(of: database)
            return ArchiveStatistics(
                entries: try database.count("entry"),
                mentions: try database.count("entry WHERE is_mention"),
                stories: try Int.fetchOne(database, sql: "SELECT count(DISTINCT story) FROM entry")
                    ?? 0,
                feeds: try database.count("feed"),
                editedEntries: try Int.fetchOne(
                    database, sql: "SELECT count(DISTINCT entry) FROM entry_version") ?? 0,
                unsettledEntries: try database.count("entry WHERE sequence IS NULL"),
                firstEntryAt: try database.date(sql: "SELECT min(date) FROM entry"),
                lastEntryAt: try database.date(sql: "SELECT max(date) FROM entry"),
                lastDigestAt: try database.date(sql: "SELECT max(\"end\") FROM digest_window"),
                schemaVersion: size.version, sizeInBytes: size.bytes, freeBytes: size.freeBytes)
        }
    }
}

/// What an engine says of the archive as a whole.
private struct ArchiveSize {
    let version: Int
    let bytes: Int
    let freeBytes: Int?

    init(of database: Database) throws {
        func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
        switch database.engine {
        case .sqlite:
            let pageSize = try number("PRAGMA page_size")
            version = try number("PRAGMA user_version")
            bytes = try number("PRAGMA page_count") * pageSize
            freeBytes = try number("PRAGMA freelist_count") * pageSize
        case .postgreSQL:
            version = try number("SELECT max(version) FROM earshot_schema")
            bytes = try number(
                """
                SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class
                WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind = 'r'
                """)
            freeBytes = nil
        }
    }
}
