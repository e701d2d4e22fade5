import GRDB
import Model

/// Finds entries by what they say and by what they said before they were edited.
///
/// The full-text index holds what entries say now; of earlier wordings, which are few, one is made for
/// each search, in memory.
struct WordingSearch {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Hands over the entries, by key, with those of their wordings that meet the words.
    func forEachEntry(meeting query: SearchQuery, _ body: (ErasableEntry) -> Void) throws {
        let present = try TextIndex.keys(meeting: query, in: database)
        let earlier = try earlierVersions(meeting: FullTextQuery(query).text)
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
    ///
    /// - Parameter query: in the syntax of FTS5.
    private func earlierVersions(meeting query: String) throws -> [Int64: [Int]] {
        let queue = try DatabaseQueue()
        return try queue.write { index in
            try index.execute(
                sql: """
                    CREATE VIRTUAL TABLE wording USING fts5 (
                        title, text, content = '', tokenize = '\(TextIndex.tokenizer)')
                    """)
            var places: [(entry: Int64, version: Int)] = []
            let rows = try Row.fetchCursor(
                database, sql: "SELECT entry, version, title, text FROM entry_version")
            while let row = try rows.next() {
                places.append((row["entry"], row["version"]))
                try TextIndex.insert(
                    Int64(places.count), title: row["title"], text: row["text"], into: "wording",
                    in: Database(index, noting: Misreadings()))
            }
            let found = try Int.fetchAll(
                index, sql: "SELECT rowid FROM wording WHERE wording MATCH ? ORDER BY rowid",
                arguments: [query])
            return Dictionary(grouping: found.map { places[$0 - 1] }, by: \.entry)
                .mapValues { $0.map(\.version) }
        }
    }
}

extension Store {
    func forEachEntry(everSaying query: SearchQuery, _ body: (ErasableEntry) -> Void)
        throws(StoreError)
    {
        try readingOnce { try WordingSearch($0).forEachEntry(meeting: query, body) }
    }
}
