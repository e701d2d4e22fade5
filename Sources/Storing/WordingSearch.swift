import GRDB
import Model

/// Finds entries by what they say and by what they said before they were edited.
///
/// The full-text index holds what entries say now; of earlier wordings, which are few, one is made for
/// each search.
struct WordingSearch {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Hands over the entries, by key, with those of their wordings that meet the words.
    ///
    /// - Parameter query: in the syntax of FTS5.
    func forEachEntry(meeting query: String, _ body: (ErasableEntry) -> Void) throws {
        let present = Set(
            try Int64.fetchAll(
                database, sql: "SELECT rowid FROM entry_text WHERE entry_text MATCH ?",
                arguments: [query]))
        let earlier = try earlierVersions(meeting: query)
        let entry = try database.cachedStatement(
            sql: "SELECT \(ErasableEntry.columns) FROM entry WHERE id = ?")
        let wording = try database.cachedStatement(
            sql: "SELECT text FROM entry_version WHERE entry = ? AND version = ?")
        for key in present.union(earlier.keys).sorted() {
            guard let row = try Row.fetchOne(entry, arguments: [key]) else { continue }
            var texts: [String] = present.contains(key) ? [row["text"]] : []
            for version in earlier[key] ?? [] {
                texts += try String.fetchAll(wording, arguments: [key, version])
            }
            body(ErasableEntry(row, texts: texts))
        }
    }

    // MARK: - Private

    /// The numbers of wordings, by the keys of their entries.
    private func earlierVersions(meeting query: String) throws -> [Int64: [Int]] {
        try database.execute(
            sql: """
                CREATE VIRTUAL TABLE temp.wording USING fts5 (
                    title, text, content = '', tokenize = '\(TextIndex.tokenizer)')
                """)
        defer {
            // It goes with the connection all the same.
            try? database.execute(sql: "DROP TABLE temp.wording")
        }
        var places: [(entry: Int64, version: Int)] = []
        let rows = try Row.fetchCursor(
            database, sql: "SELECT entry, version, title, text FROM entry_version")
        while let row = try rows.next() {
            places.append((row["entry"], row["version"]))
            try TextIndex.insert(
                Int64(places.count), title: row["title"], text: row["text"],
                into: "temp.wording", in: database)
        }
        let found = try Int.fetchAll(
            database, sql: "SELECT rowid FROM temp.wording WHERE wording MATCH ? ORDER BY rowid",
            arguments: [query])
        return Dictionary(grouping: found.map { places[$0 - 1] }, by: \.entry)
            .mapValues { $0.map(\.version) }
    }
}

extension Store {
    func forEachEntry(everSaying query: SearchQuery, _ body: (ErasableEntry) -> Void)
        throws(StoreError)
    {
        try translatingErrors {
            // Not `reading`: that allows no temporary tables.
            try database.writeWithoutTransaction { database in
                try database.inTransaction(.deferred) {
                    try WordingSearch(database).forEachEntry(
                        meeting: FullTextQuery(query).text, body)
                    return .commit
                }
            }
        }
    }
}
