import Model

extension Database {
    /// A condition for the one entry that has what only one may have: `feed = ? AND guid = ?`, or
    /// `sequence = ?`.
    ///
    /// On a server, entries lie in parts, and what is there once in all of them is kept beside them
    /// (`EntryPart`): asked for there, an entry is found without a look into each part.
    func entry(with condition: String) -> String {
        switch engine {
        case .sqlite: condition
        case .postgreSQL: "entry.id = (SELECT entry FROM entry_key WHERE \(condition))"
        }
    }

    /// The same for several entries.
    func entries(with condition: String) -> String {
        switch engine {
        case .sqlite: condition
        case .postgreSQL: "entry.id IN (SELECT entry FROM entry_key WHERE \(condition))"
        }
    }

    /// The rows of a feed's entries that are stored already, of those asked for.
    ///
    /// - Parameter columns: as a list of expressions.
    func rows(_ columns: String, ofEntries ids: [Entry.ID], in feed: Feed.ID) throws
        -> [Entry.ID: Row]
    {
        let statement = try cachedStatement(
            sql: "SELECT \(columns) FROM entry WHERE \(entry(with: "feed = ? AND guid = ?"))")
        let rows = try statement.rows(ofEach: ids.map { [feed.value, $0.value] })
        return Dictionary(
            zip(ids, rows).compactMap { id, rows in rows.first.map { (id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A query for the first stored entry of each feed: `feed`, and its key as `id`.
    ///
    /// In a file along an index that has both. On a server no index has, and every run would read all
    /// entries for it, which are wide, while crawlers wait for its reports.
    var firstEntries: String {
        switch engine {
        case .sqlite: "SELECT feed, min(id) AS id FROM entry GROUP BY feed"
        case .postgreSQL: "SELECT feed, min(entry) AS id FROM entry_key GROUP BY feed"
        }
    }

    /// The table that has the column `sequence` with an index.
    var numberedTable: String {
        switch engine {
        case .sqlite: "entry"
        case .postgreSQL: "entry_key"
        }
    }
}
