import GRDB
import Model

/// Cuts out of texts the parts that a search found, by SQLite's own `snippet`, whatever keeps the
/// archive: what was found passes through an index in memory.
///
/// Making the index takes longer than a search, so a session keeps it; every transaction with it is
/// rolled back, which leaves it empty.
final class SnippetMaker {
    private let queue: DatabaseQueue

    init() throws {
        queue = try DatabaseQueue()
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE entry (id INTEGER PRIMARY KEY, title TEXT, text TEXT NOT NULL);
                    CREATE VIRTUAL TABLE entry_text USING fts5 (
                        title, text, content = 'entry', content_rowid = 'id',
                        tokenize = '\(TextIndex.tokenizer)');
                    """)
        }
    }

    /// - Parameter query: in the syntax of FTS5.
    /// - Returns: one for each entry; its beginning, where the query does not find it.
    func snippets(
        of entries: [(title: String?, text: String)], finding query: String
    ) throws -> [String] {
        zip(entries, try found(in: entries, by: query)).map { entry, snippet in
            snippet ?? String(entry.text.prefix(200))
        }
    }

    /// The same, `nil` for each entry that the query does not find.
    func found(in entries: [(title: String?, text: String)], by query: String) throws -> [String?] {
        try queue.writeWithoutTransaction { connection in
            var snippets = entries.map { _ in String?.none }
            try connection.inTransaction(.immediate) {
                let database = Database(connection, noting: Misreadings())
                let insert = try database.cachedStatement(
                    sql: "INSERT INTO entry (id, title, text) VALUES (?, ?, ?)")
                for (place, entry) in entries.enumerated() {
                    try insert.execute(arguments: [place, entry.title, entry.text])
                    try TextIndex.insert(
                        Int64(place), title: entry.title, text: entry.text, in: database)
                }
                let find = try database.cachedStatement(
                    sql: """
                        SELECT rowid, \(Store.snippet) FROM entry_text WHERE entry_text MATCH ?
                        """)
                for row in try find.rows([query]) { snippets[row[0]] = row[1] as String }
                return .rollback
            }
            return snippets
        }
    }
}
