package import Foundation
package import Model

/// What is kept of who wrote an entry.
package struct KeptAuthor: Hashable, Sendable {
    package let pseudonym: String
    /// Only where the source's setting allows it.
    package let name: String?
}

extension Store {
    /// Who wrote the entries with these numbers, as far as it is kept.
    package func authors(ofEntries sequences: [Int64]) throws(StoreError) -> [Int64: KeptAuthor] {
        try reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT sequence, author, author_name FROM entry
                    WHERE sequence IN (\(ListParameter.numbers))
                        AND author IS NOT NULL
                    """)
            var authors: [Int64: KeptAuthor] = [:]
            let rows = try Row.fetchCursor(statement, arguments: [ListParameter.of(sequences)])
            while let row = try rows.next() {
                authors[row[0]] = KeptAuthor(pseudonym: row[1], name: row[2])
            }
            return authors
        }
    }

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
