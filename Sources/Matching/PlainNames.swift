import Model
import Tokenizing

/// Finds names where a look at the bytes of an entry tells them: names of single words that stand plainly,
/// of brands that ask for nothing else.
struct PlainNames: Sendable {
    private let index: NameIndex
    /// By number of a brand, its id.
    private let ids: [Brand.ID]
    /// By number of a brand, whether a name that stands plainly is all it takes.
    private let isPlain: [Bool]
    /// By number of a form, that of its brand; −1 where the brand or the form is not plain, or another form
    /// is folded alike.
    ///
    /// One look at memory for nearly all names that stand in texts.
    private let soleBrands: [Int32]

    init(of brands: [Brand], _ index: NameIndex) {
        self.index = index
        ids = brands.map(\.id)
        let isPlain = brands.map(\.isPlain)
        self.isPlain = isPlain
        soleBrands = index.brands.enumerated().map { term, brand in
            isPlain[Int(brand)] && index.isPlain(term) && index.trie.term(before: term) == nil
                ? brand : -1
        }
    }

    /// What the matcher finds by the words; `nil` where it takes the words to tell.
    func findings(in entry: EntryText) -> [NameFinding]? {
        var found: [NameFinding] = []
        if let title = entry.title {
            guard add(namesIn: title, .title, to: &found) else { return nil }
        }
        guard add(namesIn: entry.text, .text, to: &found) else { return nil }
        return found
    }

    // MARK: - Private

    private func add(
        namesIn text: String, _ field: TextField, to found: inout [NameFinding]
    ) -> Bool {
        index.trie.tellSightings(in: text) { sighting in
            let brand = Int(soleBrands[sighting.lastTerm])
            guard brand >= 0 else { return add(namesAt: sighting, field, to: &found) }
            // Where there is one, there are often two: an array that grows one by one costs more.
            if found.isEmpty { found.reserveCapacity(4) }
            found.append(Self.finding(of: ids[brand], at: sighting, field))
            return true
        }
    }

    /// Adds the names of a place of several: one that the rules list goes before another's spelling; then
    /// that of the brand counts whose id comes first.
    private func add(
        namesAt sighting: TermSighting, _ field: TextField, to found: inout [NameFinding]
    ) -> Bool {
        var named: [(brand: Int, rank: Int)] = []
        var term = Optional(sighting.lastTerm)
        while let number = term {
            let brand = Int(index.brands[number])
            guard isPlain[brand], index.isPlain(number) else { return false }
            let rank = index.writing(of: number).rank
            // Two forms of one brand that are folded alike are one place.
            if let last = named.last, last.brand == brand {
                named[named.count - 1].rank = min(last.rank, rank)
            } else {
                named.append((brand, rank))
            }
            term = index.trie.term(before: number)
        }
        let ranked = named.sorted { ($0.rank, ids[$0.brand]) < ($1.rank, ids[$1.brand]) }
        guard let first = ranked.first else { return false }
        let counted = Self.finding(of: ids[first.brand], at: sighting, field)
        found += named.reversed().map { name in
            name.brand == first.brand
                ? counted
                : Self.finding(
                    of: ids[name.brand], at: sighting, field,
                    NameFinding.rejection(for: counted.mention))
        }
        return true
    }

    private static func finding(
        of brand: Brand.ID, at sighting: TermSighting, _ field: TextField,
        _ rejection: String? = nil
    ) -> NameFinding {
        NameFinding(
            mention: Mention(
                brand: brand, form: sighting.form, field: field, range: sighting.range),
            rejection: rejection)
    }
}
