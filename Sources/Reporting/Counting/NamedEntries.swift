import Model

/// The entries that have something with a name in common: a category, a source, a language.
struct NamedEntries {
    let id: String
    let name: String
    let entries: [CountedEntry]

    var counted: NamedCounts {
        NamedCounts(id: id, name: name, counts: Counts(of: entries))
    }

    /// Groups entries, each under all its keys; the largest group first, then by id.
    static func groups<Key: Hashable>(
        of entries: [CountedEntry], by keys: (CountedEntry) -> [Key],
        named name: (Key) -> (id: String, name: String)
    ) -> [Self] {
        var groups: [Key: [CountedEntry]] = [:]
        for entry in entries {
            for key in keys(entry) {
                groups[key, default: []].append(entry)
            }
        }
        return groups.map { key, entries in
            let (id, name) = name(key)
            return NamedEntries(id: id, name: name, entries: entries)
        }
        .sorted { ($1.entries.count, $0.id) < ($0.entries.count, $1.id) }
    }
}
