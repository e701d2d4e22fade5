import Model

/// Searches those texts of a server that are longer than their vectors tell (`SearchVector`), by an
/// index of SQLite's own, which tells all.
///
/// They are few, and are read one after the other: an erasure must miss none of them.
struct LongTextSearch {
    let query: SearchQuery
    let session: PostgreSQLSession

    /// The first so many that meet the search, of entries that a query gives by key, title and text.
    func keys(of entries: RowCursor, limit: Int = .max) throws -> [Int64] {
        let words = FullTextQuery(query).text
        var found: [Int64] = []
        while found.count < limit, let row = try entries.next() {
            let meets = try session.snippets.found(in: [(row[1], row[2])], by: words)
            if meets[0] != nil { found.append(row[0]) }
        }
        return found
    }
}
