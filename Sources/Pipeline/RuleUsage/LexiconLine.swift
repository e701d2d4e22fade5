import Model

/// A line of a lexicon, whose words may have alternatives, with all entries that it stands for.
struct LexiconLine {
    private let entries: ArraySlice<LexiconEntry>

    /// The same in each.
    let role: LexiconEntry.Role
    let place: FileLocation

    private init(_ first: LexiconEntry, _ entries: ArraySlice<LexiconEntry>) {
        self.entries = entries
        role = first.role
        place = first.place
    }

    /// What stands before its tab: `apka|strona klękła|leży`.
    ///
    /// Since each choice among the alternatives is an entry once, they are what the entries have in the same
    /// place.
    var term: String {
        if let first = entries.first, entries.count == 1 { return first.term }
        var positions: [[Substring]] = []
        for entry in entries {
            for (position, word) in entry.term.split(separator: " ").enumerated() {
                if position == positions.count { positions.append([]) }
                if !positions[position].contains(word) { positions[position].append(word) }
            }
        }
        return positions.map { $0.joined(separator: "|") }.joined(separator: " ")
    }

    /// In the order of the file.
    static func all(of lexicon: Lexicon) -> [LexiconLine] {
        var lines: [LexiconLine] = []
        var rest = lexicon.entries[...]
        while let first = rest.first {
            let entries = rest.prefix { $0.place == first.place }
            lines.append(LexiconLine(first, entries))
            rest = rest.dropFirst(entries.count)
        }
        return lines
    }
}
