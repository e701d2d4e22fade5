package import Foundation
package import Model

extension Store {
    /// Those of these sources and authors that named a brand in what was reported by a moment.
    package func known(_ voices: Voices, by moment: Date) throws(StoreError) -> Voices {
        try reading { database in
            func known(_ values: some Sequence<String>, in column: String) throws -> [String] {
                let statement = try database.cachedStatement(
                    sql: """
                        SELECT EXISTS (
                            SELECT 1 FROM entry
                            WHERE \(column) = ? AND \(column) IS NOT NULL AND is_mention
                                AND sequence IS NOT NULL AND reported_at <= ?)
                        """)
                return try values.filter { value in
                    try Bool.fetchOne(statement, arguments: [value, moment.unixSeconds]) ?? false
                }
            }
            return Voices(
                feeds: Set(try known(voices.feeds.map(\.value), in: "feed").map { Feed.ID($0) }),
                authors: Set(try known(voices.authors, in: "author")))
        }
    }
}
