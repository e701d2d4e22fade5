import GRDB
import Model

/// The full-text index beside the table `entry`.
///
/// SQLite's holds no text of its own (FTS5, external content), so each change must name what stood
/// there before; SQLite 3.40 lets no trigger do it while `trusted_schema` is off. PostgreSQL's holds
/// the words of each entry.
enum TextIndex {
    /// How texts are cut into words.
    static let tokenizer = "unicode61 remove_diacritics 2"

    /// - Parameter table: another index of the same columns, for comparing; of a file alone.
    static func insert(
        _ key: Int64, title: String?, text: String, into table: String = "entry_text",
        in database: Database
    ) throws {
        switch database.engine {
        case .sqlite:
            let statement = try database.cachedStatement(
                sql: "INSERT INTO \(table) (rowid, title, text) VALUES (?, ?, ?)")
            try statement.execute(arguments: [key, title.map(folded), folded(text)])
        case .postgreSQL(let session):
            let words = try SearchVector(title: title, text: text, session.words).text
            let statement = try database.cachedStatement(
                sql: "INSERT INTO entry_text (rowid, words) VALUES (?, CAST(? AS tsvector))")
            try statement.execute(arguments: [key, words])
        }
    }

    /// Takes in many entries at once.
    static func load(_ entries: [(key: Int64, title: String?, text: String)], in database: Database)
        throws
    {
        switch database.engine {
        case .sqlite:
            for entry in entries {
                try insert(entry.key, title: entry.title, text: entry.text, in: database)
            }
        case .postgreSQL(let session):
            let rows = try entries.map { entry in
                let words = try SearchVector(
                    title: entry.title, text: entry.text, session.words)
                return [entry.key.databaseValue, words.text.databaseValue]
            }
            try database.load(rows, into: "entry_text", columns: ["rowid", "words"])
        }
    }

    /// - Parameters title, text: exactly as they were inserted.
    static func delete(_ key: Int64, title: String?, text: String, in database: Database) throws {
        switch database.engine {
        case .sqlite:
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO entry_text (entry_text, rowid, title, text)
                    VALUES ('delete', ?, ?, ?)
                    """)
            try statement.execute(arguments: [key, title.map(folded), folded(text)])
        case .postgreSQL:
            try database.cachedStatement(sql: "DELETE FROM entry_text WHERE rowid = ?")
                .execute(arguments: [key])
        }
    }

    /// Keys of the entries that meet a search, however long their texts are.
    static func keys(meeting query: SearchQuery, in database: Database) throws -> Set<Int64> {
        let find = "SELECT rowid FROM entry_text WHERE entry_text MATCH ?"
        switch database.engine {
        case .sqlite:
            return Set(
                try Int64.fetchAll(
                    database, sql: find, arguments: [FullTextQuery(query).text]))
        case .postgreSQL(let session):
            let vectors = try SearchVectorQuery(query, session.words)
            let certain = try Int64.fetchAll(database, sql: find, arguments: [vectors.certain])
            let uncertain = try Row.fetchCursor(
                database,
                sql: """
                    SELECT entry.id, entry.title, entry.text
                    FROM entry_text JOIN entry ON entry.id = entry_text.rowid
                    WHERE entry_text MATCH ?
                    """, arguments: [vectors.uncertain])
            let read = try LongTextSearch(query: query, session: session).keys(of: uncertain)
            return Set(certain).union(read)
        }
    }

    /// A search as the condition `entry_text MATCH ?` takes it.
    ///
    /// On a server it misses phrases far behind in long texts, and takes what stands there for absent:
    /// for what looks over many entries, and not for whoever asks for certain ones.
    static func argument(for query: SearchQuery, in database: Database) throws -> String {
        switch database.engine {
        case .sqlite: FullTextQuery(query).text
        case .postgreSQL(let session): try SearchVectorQuery(query, session.words).text
        }
    }

    /// The one Polish letter whose stroke Unicode does not take for a diacritic: `remove_diacritics`
    /// leaves it, so that `światłowód` would not be found as `swiatlowod`.
    static func folded(_ text: String) -> String {
        var bytes = Array(text.utf8)
        // Both letters begin with this byte, and hardly another letter that other languages have.
        guard bytes.contains(0xC5) else { return text }
        var (place, end) = (0, 0)
        while place < bytes.count {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            let isStroked = bytes[place] == 0xC5 && (next == 0x81 || next == 0x82)
            bytes[end] = isStroked ? UInt8(ascii: next == 0x82 ? "l" : "L") : bytes[place]
            place += isStroked ? 2 : 1
            end += 1
        }
        bytes.removeLast(bytes.count - end)
        return String(decoding: bytes, as: UTF8.self)
    }
}
