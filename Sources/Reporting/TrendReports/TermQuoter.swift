import Model
import Tokenizing

/// Quotes mentions for the words that they are shown for.
struct TermQuoter {
    private let mentions: [ListedMention.ID: QuotedMention]
    private var reader = TermReader()

    init(_ mentions: [QuotedMention]) {
        self.mentions = Dictionary(mentions.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The sentence that has most of the terms; of two that have as many, one that names the brand,
    /// then the first.
    ///
    /// - Parameter terms: words and phrases, in any form.
    /// - Returns: `nil` where the text has none of them.
    mutating func quote(_ id: ListedMention.ID, for terms: [String]) -> Quote? {
        guard let mention = mentions[id] else { return nil }
        let stems = Set(terms.map(TermStem.stems))
        let text = EntryTerms(mention.entry, reader: &reader)
        let found = text.places { stems.contains(TermStem.stems(of: $0)) }
        let sentences = Dictionary(grouping: found, by: \.sentence)
        let names = mention.places.map(\.mention).filter { $0.field == .text }.map(\.range)
        func isNamed(_ places: [EntryTerms.Place]) -> Bool {
            places.contains { place in names.contains { text.sentence(of: $0) == place.sentence } }
        }
        let best = sentences.values.max { one, other in
            (one.count, isNamed(one) ? 1 : 0, -one[0].sentence)
                < (other.count, isNamed(other) ? 1 : 0, -other[0].sentence)
        }
        return best.map { places in
            Quote(
                mention: id,
                snippet: SnippetCutter(mention, holding: places.map(\.range)).snippet)
        }
    }
}
