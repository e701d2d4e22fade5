import Foundation
import GRDB
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
        var conditions = ["entry.sequence IS NOT NULL"]
        var arguments = StatementArguments()
        func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        let text = search.text.map { FullTextQuery($0).text }
        require("entry_text MATCH ?", text)
        if search.brand != nil || search.label != nil {
            // One mention must meet both: another brand's tone is not this one's.
            let mentions = [("brand", search.brand?.value), ("label", search.label?.rawValue)]
                .filter { $0.1 != nil }
            let meant = mentions.map { "\($0.0) = ?" }.joined(separator: " AND ")
            conditions.append("entry.id IN (SELECT entry FROM mention WHERE \(meant))")
            arguments += StatementArguments(mentions.map(\.1))
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
            conditions.append("entry.author IN (\(authors.placeholders))")
            arguments += StatementArguments(authors.sorted())
        }
        require("entry.date >= ?", search.from?.unixSeconds)
        require("entry.date < ?", search.to?.unixSeconds)
        arguments += [search.limit]

        // Which ones are meant is settled first: cutting snippets out of all would take long.
        let order = "ORDER BY entry.date DESC, entry.sequence DESC"
        let found = """
            SELECT entry.id AS key
            FROM entry \(text == nil ? "" : "JOIN entry_text ON entry_text.rowid = entry.id")
            WHERE \(conditions.joined(separator: " AND ")) \(order) LIMIT ?
            """
        let snippet = "snippet(entry_text, -1, '⟦', '⟧', '…', 24)"
        let sql =
            text == nil
            ? """
            SELECT \(HeardEntry.columns), substr(entry.text, 1, 200)
            FROM (\(found)) JOIN entry ON entry.id = key \(order)
            """
            : """
            SELECT \(HeardEntry.columns), \(snippet)
            FROM (\(found)) CROSS JOIN entry ON entry.id = key
            CROSS JOIN entry_text ON entry_text.rowid = key AND entry_text MATCH ? \(order)
            """
        if let text { arguments += [text] }
        return try reading { [arguments] database in
            try Row.fetchAll(database, sql: sql, arguments: arguments).map {
                SearchHit(entry: try HeardEntry($0), snippet: $0[HeardEntry.columnCount])
            }
        }
    }

    /// Whether an entry comes from a source: a further feed of one is known by the source and a slash.
    static let isOfSource = "entry.feed = ? OR entry.feed > ? AND entry.feed < ?"

    /// `0` is the character next to `/`.
    static func arguments(ofSource source: Feed.ID) -> StatementArguments {
        [source.value, source.value + "/", source.value + "0"]
    }
}
