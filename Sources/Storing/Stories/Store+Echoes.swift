package import Foundation
package import Model

extension Store {
    /// Entries said before a moment that name a brand and hold two of the terms at least, the latest
    /// first; spam is left out, and what nobody knows the date of.
    ///
    /// - Parameter terms: words and phrases; case and diacritics do not matter.
    package func entries(
        holdingTwoOf terms: [String], naming brand: Brand.ID, before moment: Date, limit: Int
    ) throws(StoreError) -> [PastEntry] {
        let phrases = SearchQuery.phrases(terms)
        guard phrases.count > 1 else { return [] }
        let pairs = phrases.indices.dropLast().map { index in
            SearchQuery.all([phrases[index], .any(Array(phrases[(index + 1)...]))])
        }
        return try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT date, story FROM entry_text JOIN entry ON entry.id = entry_text.rowid
                    WHERE entry_text MATCH ? AND date < ? AND sequence IS NOT NULL
                        AND reported_at > ?
                        AND entry.id IN (SELECT entry FROM mention WHERE brand = ?)
                        AND NOT EXISTS (
                            SELECT 1 FROM entry_category AS tag
                            WHERE tag.entry = entry.id AND tag.category = ?)
                    ORDER BY date DESC, sequence DESC LIMIT ?
                    """,
                arguments: [
                    try TextIndex.argument(for: .any(pairs), in: database), moment.unixSeconds,
                    HeardEntry.reportedNever.unixSeconds, brand.value,
                    Model.Category.ID.spam.value, limit,
                ]
            ).map { PastEntry(date: Date(unixSeconds: $0[0] as Int64), story: $0[1]) }
        }
    }
}
