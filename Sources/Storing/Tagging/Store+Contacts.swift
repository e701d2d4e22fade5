package import Foundation
package import Model

/// An entry by the same author about the same thing.
package struct EarlierContact: Sendable, Hashable {
    package let sequence: Int64
    package let date: Date
}

extension Store {
    /// What the author of an entry said of a brand before it, in one of these categories, earliest
    /// first.
    ///
    /// Left out are the same story said again, and what nobody knows the date of.
    package func contacts(
        before entry: HeardEntry, about brand: Brand.ID, in categories: [Model.Category.ID],
        since start: Date
    ) throws(StoreError) -> [EarlierContact] {
        guard let author = entry.author else { return [] }
        let wanted = Set(categories.map(\.value))
        return try reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT sequence, date FROM entry INDEXED BY entry_by_author
                    WHERE author = ? AND author IS NOT NULL AND is_mention AND date >= ?
                        AND reported_at > ? AND (date, sequence) < (?, ?) AND story <> ?
                        AND EXISTS (
                            SELECT 1 FROM mention WHERE mention.entry = entry.id AND brand = ?)
                        AND EXISTS (
                            SELECT 1 FROM entry_category
                            WHERE entry_category.entry = entry.id
                                AND category IN (\(ListParameter.texts)))
                    ORDER BY date, sequence
                    """)
            let arguments: StatementArguments = [
                author, start.unixSeconds, HeardEntry.reportedNever.unixSeconds,
                entry.date.unixSeconds, entry.sequence, entry.story.id,
                brand.value, try ListParameter.of(wanted.sorted()),
            ]
            return try Row.fetchAll(statement, arguments: arguments).map {
                EarlierContact(
                    sequence: $0["sequence"], date: Date(unixSeconds: $0["date"] as Int64))
            }
        }
    }
}
