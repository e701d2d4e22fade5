import Foundation
package import Model

/// A stored entry that a search found.
package struct SearchHit: Sendable {
    package let entry: HeardEntry
    /// The part of the text with the words searched for, each between `⟦` and `⟧`.
    package let snippet: String
}

extension Store {
    /// Entries that meet every condition, newest first.
    ///
    /// Words are found whatever their case and diacritics. Latvian and Polish endings are not
    /// folded: `zefirnet*` finds every form.
    package func search(_ search: EntrySearch) throws(StoreError) -> [SearchHit] {
        try reading { database in try Self.hits(of: search, in: database) }
    }

    /// What `snippet` makes of a text: of the better of both columns, 24 words.
    static let snippet = "snippet(entry_text, -1, '⟦', '⟧', '…', 24)"

    /// Whether an entry comes from a source: a further feed of one is known by the source and a slash.
    static let isOfSource = "entry.feed = ? OR entry.feed > ? AND entry.feed < ?"

    /// `0` is the character next to `/`.
    static func arguments(ofSource source: Feed.ID) -> StatementArguments {
        [source.value, source.value + "/", source.value + "0"]
    }

    // MARK: - Private

    private static func hits(of search: EntrySearch, in database: Database) throws -> [SearchHit] {
        let text = try search.text.map { try TextIndex.argument(for: $0, in: database) }
        let (found, arguments) = try entries(meeting: search, text)
        // Which ones are meant is settled first: cutting snippets out of all would take long.
        let order = "ORDER BY entry.date DESC, entry.sequence DESC"
        guard let query = search.text, let text else {
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns), substr(entry.text, 1, 200)
                    FROM (\(found)) AS found JOIN entry ON entry.id = key \(order)
                    """, arguments: arguments
            ).map { SearchHit(entry: try HeardEntry($0), snippet: $0[HeardEntry.columnCount]) }
        }
        switch database.engine {
        case .sqlite:
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns), \(snippet)
                    FROM (\(found)) AS found CROSS JOIN entry ON entry.id = key
                    CROSS JOIN entry_text ON entry_text.rowid = key AND entry_text MATCH ? \(order)
                    """, arguments: arguments + [text]
            ).map { SearchHit(entry: try HeardEntry($0), snippet: $0[HeardEntry.columnCount]) }
        case .postgreSQL(let session):
            let entries = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns)
                    FROM (\(found)) AS found JOIN entry ON entry.id = key \(order)
                    """, arguments: arguments
            ).map { try HeardEntry($0) }
            guard !entries.isEmpty else { return [] }
            let snippets = try session.snippets.snippets(
                of: entries.map { ($0.title, $0.text) }, finding: FullTextQuery(query).text)
            return zip(entries, snippets).map { SearchHit(entry: $0, snippet: $1) }
        }
    }

    /// A query for the keys of the entries that are meant, as `key`.
    private static func entries(meeting search: EntrySearch, _ text: String?) throws -> (
        sql: String, arguments: StatementArguments
    ) {
        var conditions = ["entry.sequence IS NOT NULL"]
        var arguments = StatementArguments([])
        func require(_ condition: String, _ value: (any ColumnValue)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        require("entry_text MATCH ?", text)
        if search.brand != nil || search.label != nil {
            // One mention must meet both: another brand's tone is not this one's.
            let mentions = [("brand", search.brand?.value), ("label", search.label?.rawValue)]
                .filter { $0.1 != nil }
            let meant = mentions.map { "\($0.0) = ?" }.joined(separator: " AND ")
            conditions.append("entry.id IN (SELECT entry FROM mention WHERE \(meant))")
            arguments += StatementArguments(mentions.compactMap(\.1))
        }
        require(
            "entry.id IN (SELECT entry FROM entry_category WHERE category = ?)",
            search.category?.value)
        require(
            "entry.id IN (SELECT entry FROM entry_category WHERE category = ?)",
            search.facet?.description)
        if let source = search.feed {
            conditions.append("(\(Self.isOfSource))")
            arguments += Self.arguments(ofSource: source)
        }
        if let authors = search.authors {
            conditions.append("entry.author IN (SELECT value FROM json_each(?))")
            arguments += [try ListParameter.of(authors.sorted())]
        }
        require("entry.date >= ?", search.from?.unixSeconds)
        require("entry.date < ?", search.to?.unixSeconds)
        arguments += [search.limit]

        let sql = """
            SELECT entry.id AS key
            FROM entry \(text == nil ? "" : "JOIN entry_text ON entry_text.rowid = entry.id")
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY entry.date DESC, entry.sequence DESC LIMIT ?
            """
        return (sql, arguments)
    }
}
