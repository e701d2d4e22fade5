import Model

extension ParsedDocument {
    /// Gives entries the ids by which they are stored.
    mutating func giveBack(_ ids: [Entry.ID: Entry.ID]) {
        for index in entries.indices {
            if let id = ids[entries[index].id] { entries[index].id = id }
        }
    }
}
