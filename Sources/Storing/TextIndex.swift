import GRDB

/// The full-text index beside the table `entry`.
///
/// It holds no text of its own (FTS5, external content), so each change must name what stood there
/// before. SQLite 3.40 lets no trigger do it while `trusted_schema` is off.
enum TextIndex {
    static func insert(_ key: Int64, title: String?, text: String, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO entry_text (rowid, title, text) VALUES (?, ?, ?)")
        try statement.execute(arguments: [key, title.map(folded), folded(text)])
    }

    /// - Parameters title, text: exactly as they were inserted.
    static func delete(_ key: Int64, title: String?, text: String, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO entry_text (entry_text, rowid, title, text)
                VALUES ('delete', ?, ?, ?)
                """)
        try statement.execute(arguments: [key, title.map(folded), folded(text)])
    }

    /// The one Polish letter whose stroke Unicode does not take for a diacritic: `remove_diacritics`
    /// leaves it, so that `światłowód` would not be found as `swiatlowod`.
    static func folded(_ text: String) -> String {
        text.replacing("ł", with: "l").replacing("Ł", with: "L")
    }
}
