import Foundation
package import Model

/// A stored entry that a search found.
package struct SearchHit: Sendable {
    package let entry: HeardEntry
    /// The part of the text with the words searched for, each between `⟦` and `⟧`.
    package let snippet: String
}

extension Store {
    /// Entries that meet every condition, newest first, with their tags as people corrected them.
    ///
    /// Words are found whatever their case and diacritics. Latvian and Polish endings are not
    /// folded: `zefirnet*` finds every form.
    package func search(_ search: EntrySearch) throws(StoreError) -> [SearchHit] {
        try reading { database in try Self.hits(of: search, in: database) }
    }

    /// What `snippet` makes of an entry, 24 words: of its text if that has any of the words, else of its
    /// title.
    static let snippet = """
        CASE WHEN instr(snippet(entry_text, 1, '⟦', '⟧', '…', 24), '⟦') > 0
            THEN snippet(entry_text, 1, '⟦', '⟧', '…', 24)
            ELSE snippet(entry_text, -1, '⟦', '⟧', '…', 24) END
        """

    /// Whether an entry comes from a source: a further feed of one is known by the source and a slash.
    static let isOfSource = "entry.feed = ? OR entry.feed > ? AND entry.feed < ?"

    /// `0` is the character next to `/`.
    static func arguments(ofSource source: Feed.ID) -> StatementArguments {
        [source.value, source.value + "/", source.value + "0"]
    }

    // MARK: - Private

    private static func hits(of search: EntrySearch, in database: Database) throws -> [SearchHit] {
        let judged = try JudgedSearch(search)?.keys(in: database)
        let tagged = TaggedSearch(search)
        func keys(_ text: KeyQuery.Text) throws -> KeyQuery {
            guard let tagged else { return try KeyQuery(search, text, judged: judged) }
            let all = try KeyQuery(search, text, judged: judged, limit: .max)
            return KeyQuery(among: try tagged.keys(of: all.sql, all.arguments, in: database))
        }
        guard let query = search.text else {
            return try hits(try keys(.any), "substr(entry.text, 1, 200)", in: database)
        }
        switch database.engine {
        case .sqlite:
            let text = FullTextQuery(query).text
            return try hits(
                try keys(.meeting(text)), snippet,
                "CROSS JOIN entry_text ON entry_text.rowid = key AND entry_text MATCH ?", [text],
                in: database)
        case .postgreSQL(let session):
            let vectors = try SearchVectorQuery(query, session.words)
            let long = try KeyQuery(
                search, .meeting(vectors.uncertain), judged: judged,
                columns: "entry.id, entry.title, entry.text", limit: .max)
            let read = try LongTextSearch(query: query, session: session).keys(
                of: Row.fetchCursor(database, sql: long.sql, arguments: long.arguments),
                limit: tagged == nil ? search.limit : .max)
            let found = try hits(
                try keys(
                    read.isEmpty
                        ? .meeting(vectors.certain) : .meetingOrAmong(vectors.certain, read)),
                "''", in: database)
            guard !found.isEmpty else { return [] }
            let snippets = try session.snippets.snippets(
                of: found.map { ($0.entry.title, $0.entry.text) },
                finding: FullTextQuery(query).text)
            return zip(found, snippets).map { SearchHit(entry: $0.entry, snippet: $1) }
        }
    }

    /// Which ones are meant is settled first: cutting snippets out of all would take long.
    ///
    /// - Parameters:
    ///   - snippet: as an expression.
    ///   - source: what else it needs, with its arguments.
    private static func hits(
        _ keys: KeyQuery, _ snippet: String, _ source: String = "",
        _ arguments: StatementArguments = [], in database: Database
    ) throws -> [SearchHit] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT \(HeardEntry.columns), \(snippet)
                FROM (\(keys.sql)) AS found CROSS JOIN entry ON entry.id = key \(source)
                ORDER BY entry.date DESC, entry.sequence DESC
                """, arguments: keys.arguments + arguments)
        let hits = try rows.map {
            SearchHit(entry: try HeardEntry($0), snippet: $0[HeardEntry.columnCount])
        }
        guard !hits.isEmpty else { return [] }
        let said = try corrections(of: hits.map(\.entry.sequence), in: database)
        return hits.map { hit in
            SearchHit(
                entry: hit.entry.corrected(by: said[hit.entry.sequence] ?? []),
                snippet: hit.snippet)
        }
    }
}

/// A query for the entries that a search means, latest first: for their keys, as `key`.
private struct KeyQuery {
    /// What the entries say.
    enum Text {
        case any
        /// What `entry_text MATCH ?` takes.
        case meeting(String)
        /// The same, or one of these keys.
        case meetingOrAmong(String, [Int64])
    }

    private(set) var sql = ""
    private(set) var arguments = StatementArguments([])

    /// For those that are known already.
    init(among keys: [Int64]) {
        sql = "SELECT CAST(value AS BIGINT) AS key FROM json_each(?)"
        arguments = [ListParameter.of(keys)]
    }

    /// - Parameters:
    ///   - judged: of the entries that people judged, those that are meant; see `JudgedSearch`.
    ///   - limit: that of the search, unless it says otherwise.
    init(
        _ search: EntrySearch, _ text: Text = .any, judged: [Int64]?,
        columns: String = "entry.id AS key", limit: Int? = nil
    ) throws {
        var conditions = ["entry.sequence IS NOT NULL"]
        var source = "entry"
        switch text {
        case .any: break
        case .meeting(let text):
            source += " JOIN entry_text ON entry_text.rowid = entry.id"
            conditions.append("entry_text MATCH ?")
            arguments += [text]
        case .meetingOrAmong(let text, let keys):
            conditions.append(
                """
                entry.id IN (
                    SELECT rowid FROM entry_text WHERE entry_text MATCH ?
                    UNION ALL \(ListParameter.numbers))
                """)
            arguments += [text, ListParameter.of(keys)]
        }
        if let judged { try add(search, judged: judged, to: &conditions) }
        try add(search, to: &conditions)
        arguments += [limit ?? search.limit]
        sql = """
            SELECT \(columns) FROM \(source)
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY entry.date DESC, entry.sequence DESC LIMIT ?
            """
    }

    // MARK: - Private

    /// What is asked of tags that people may have corrected.
    private mutating func add(
        _ search: EntrySearch, judged: [Int64], to conditions: inout [String]
    ) throws {
        func require(in table: String, _ meant: [(condition: String, value: String?)]) {
            let meant = meant.filter { $0.value != nil }
            guard !meant.isEmpty else { return }
            var keys = """
                SELECT entry FROM \(table)
                WHERE \(meant.map(\.condition).joined(separator: " AND "))
                    AND entry NOT IN (SELECT entry FROM review)
                """
            arguments += StatementArguments(meant.compactMap(\.value))
            if !judged.isEmpty {
                keys += " UNION ALL \(ListParameter.numbers)"
                arguments += [ListParameter.of(judged)]
            }
            conditions.append("entry.id IN (\(keys))")
        }
        let brands = try search.brands.map { try ListParameter.of($0.map(\.value).sorted()) }
        // One mention must meet all: another brand's tone is not this one's.
        require(
            in: "mention",
            [
                ("brand = ?", search.brand?.value),
                ("brand IN (\(ListParameter.texts))", brands),
                ("label = ?", search.label?.rawValue),
            ])
        require(in: "entry_category", [("category = ?", search.category?.value)])
    }

    /// What else is asked of entries, beside what they say.
    private mutating func add(_ search: EntrySearch, to conditions: inout [String]) throws {
        func require(_ condition: String, _ value: (any ColumnValue)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        require(
            "entry.id IN (SELECT entry FROM entry_category WHERE category = ?)",
            search.facet?.description)
        if let source = search.feed {
            conditions.append("(\(Store.isOfSource))")
            arguments += Store.arguments(ofSource: source)
        }
        let feeds = try search.feeds.map { try ListParameter.of($0.map(\.value).sorted()) }
        require("entry.feed IN (\(ListParameter.texts))", feeds)
        let authors = try search.authors.map { try ListParameter.of($0.sorted()) }
        require("entry.author IN (\(ListParameter.texts))", authors)
        require("entry.date >= ?", search.from?.unixSeconds)
        require("entry.date < ?", search.to?.unixSeconds)
        require("entry.heard_at <= ?", search.heardBy?.unixSeconds)
    }
}
