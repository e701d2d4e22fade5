package import Foundation
package import Model

extension Store {
    /// Those of these sources and authors that named a brand in what was reported by a moment.
    package func known(_ voices: Voices, by moment: Date) throws(StoreError) -> Voices {
        try reading { database in
            func known(_ values: some Sequence<String>, in column: String) throws -> [String] {
                let statement = try database.cachedStatement(
                    sql: """
                        SELECT value FROM json_each(?) WHERE EXISTS (
                            SELECT 1 FROM entry
                            WHERE \(column) = value AND \(column) IS NOT NULL AND is_mention
                                AND sequence IS NOT NULL AND reported_at <= ?)
                        """)
                return try String.fetchAll(
                    statement, arguments: [try ListParameter.of(values), moment.unixSeconds])
            }
            return Voices(
                feeds: Set(try known(voices.feeds.map(\.value), in: "feed").map { Feed.ID($0) }),
                authors: Set(try known(voices.authors, in: "author")))
        }
    }
}
