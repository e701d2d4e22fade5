import GRDB
import Model

/// Cuts out of a text the part that a search found, by SQLite's own `snippet`, whatever keeps the
/// archive: one entry at a time passes through an index in memory.
struct SnippetMaker {
    private let queue: DatabaseQueue
    private let query: String

    /// - Parameter query: in the syntax of FTS5.
    init(query: String) throws {
        self.query = query
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

    func snippet(title: String?, text: String) throws -> String {
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO entry (id, title, text) VALUES (1, ?, ?)",
                arguments: [title, text])
            try TextIndex.insert(1, title: title, text: text, in: Database(database))
            let found = try String.fetchOne(
                database,
                sql: """
                    SELECT \(Store.snippet) FROM entry_text WHERE rowid = 1 AND entry_text MATCH ?
                    """, arguments: [query])
            try TextIndex.delete(1, title: title, text: text, in: Database(database))
            try database.execute(sql: "DELETE FROM entry")
            return found ?? String(text.prefix(200))
        }
    }
}
