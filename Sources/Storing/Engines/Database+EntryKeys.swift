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

    /// The table that has the column `sequence` with an index.
    var numberedTable: String {
        switch engine {
        case .sqlite: "entry"
        case .postgreSQL: "entry_key"
        }
    }
}
