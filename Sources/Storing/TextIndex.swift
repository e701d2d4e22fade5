import GRDB

/// The full-text index beside the table `entry`.
///
/// It holds no text of its own (FTS5, external content), so each change must name what stood there
/// before. SQLite 3.40 lets no trigger do it while `trusted_schema` is off.
enum TextIndex {
    static func insert(_ key: Int64, title: String?, text: String, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO entry_text (rowid, title, text) VALUES (?, ?, ?)")
        try statement.execute(arguments: [key, title, text])
    }

    /// - Parameters title, text: exactly as they were inserted.
    static func delete(_ key: Int64, title: String?, text: String, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO entry_text (entry_text, rowid, title, text)
                VALUES ('delete', ?, ?, ?)
                """)
        try statement.execute(arguments: [key, title, text])
    }
}
