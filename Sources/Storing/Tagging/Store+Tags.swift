import Foundation
package import Model

/// A stored text whose tags were made by other rules than today's.
package struct OutdatedEntry: Sendable {
    package let key: Int64
    package let text: EntryText
}

extension Store {
    /// Up to `limit` entries that were tagged by other rules.
    ///
    /// - Parameter count: How many to pass over: those that were read already and are not written yet.
    package func outdatedEntries(rulesHash: String, limit: Int, skipping count: Int = 0)
        throws(StoreError) -> [OutdatedEntry]
    {
        try reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, feed, CASE WHEN has_own_title THEN title END AS title, text, link, language,
                    coalesce(author_name, author) AS author FROM entry
                    WHERE rules_hash < ? OR rules_hash > ?
                    \(database.order(by: "id")) LIMIT ? OFFSET ?
                    """, arguments: [rulesHash, rulesHash, limit, count])
            return rows.map { row in
                OutdatedEntry(
                    key: row["id"],
                    text: EntryText(
                        title: row["title"], text: row["text"], link: row["link"],
                        language: (row["language"] as String?).map(LanguageCode.init),
                        author: row["author"], source: Feed.ID(row["feed"]).source))
            }
        }
    }

    /// How many entries were tagged by other rules.
    package func outdatedCount(rulesHash: String) throws(StoreError) -> Int {
        try reading {
            try $0.count(
                "entry WHERE rules_hash < ? OR rules_hash > ?", arguments: [rulesHash, rulesHash])
        }
    }

    package func entryCount() throws(StoreError) -> Int {
        try reading { try $0.count("entry") }
    }

    /// Places in entries at which a brand is named.
    package func mentionCount() throws(StoreError) -> Int {
        try reading { try $0.count("mention") }
    }

    /// Whether every entry was tagged by these rules.
    package func isTagged(by rulesHash: String) throws(StoreError) -> Bool {
        try outdatedEntries(rulesHash: rulesHash, limit: 1).isEmpty
    }

    /// Replaces the tags of stored entries, all of them or none.
    package func retag(_ tags: [(key: Int64, tags: Tags)], rulesHash: String) throws(StoreError) {
        try writing { database in
            let update = try database.cachedStatement(
                sql: "UPDATE entry SET tags = ?, rules_hash = ?, is_mention = ? WHERE id = ?")
            try Self.takeOutOfOutboxes(
                unnaming: tags.filter(\.tags.mentions.isEmpty).map(\.key), in: database)
            for (key, tags) in tags {
                let tags = PackedTags(tags)
                try update.execute(arguments: [tags.column, rulesHash, tags.isMention, key])
                try deleteTags(of: key, in: database)
                try saveTags(tags, of: key, in: database)
            }
        }
    }

    /// The rows of mentions and categories that searches and counts go by.
    func saveTags(_ tags: PackedTags, of entry: Int64, in database: Database) throws {
        let mention = try database.cachedStatement(
            sql: """
                INSERT INTO mention (entry, field, start, brand, form, label, score)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for row in tags.mentions {
            try mention.execute(arguments: [
                entry, row.field.rawValue, row.start, row.brand.value, row.form,
                row.label.rawValue, row.score,
            ])
        }
        let category = try database.cachedStatement(
            sql: "INSERT INTO entry_category (entry, category) VALUES (?, ?)")
        for topic in tags.topics {
            try category.execute(arguments: [entry, topic])
        }
    }

    func deleteTags(of entry: Int64, in database: Database) throws {
        for table in ["mention", "entry_category"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE entry = ?")
                .execute(arguments: [entry])
        }
    }
}

extension Tags {
    /// What the table `entry_category` has of an entry: its categories, and its values of facets with
    /// the facet before them, as in `touchpoint:app`; no id has a colon.
    var topics: [String] {
        categories.map(\.id.value) + facets.values.map(\.description)
    }
}
