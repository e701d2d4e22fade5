import Model
import Tokenizing

extension QuotedMention {
    /// Whether all that speaks for a category stands in sentences that name other brands and not this one.
    ///
    /// - Parameter topics: what people may ask of any brand; these are no others.
    func isOfAnother(_ category: Model.Category.ID, than topics: Set<Brand.ID>) -> Bool {
        let tag = entry.tags.categories.first { $0.id == category }
        let evidence = tag?.evidence ?? []
        // A source may be about the brand without a word of its name.
        guard !evidence.isEmpty, !places.contains(where: \.mention.isBySource) else {
            return false
        }
        let others = entry.tags.mentions.filter {
            $0.mention.brand != brand && !topics.contains($0.mention.brand)
        }
        return TextField.allCases.allSatisfy { field in
            let spoken = evidence.filter { $0.field == field }.map(\.range)
            guard !spoken.isEmpty else { return true }
            let sentences = Sentences(of: field == .text ? entry.text : entry.title ?? "")
            func named(_ places: [TaggedMention]) -> Set<Int> {
                sentences.numbers(
                    of: places.map(\.mention).filter { $0.field == field }.map(\.range))
            }
            return sentences.numbers(of: spoken).isSubset(
                of: named(others).subtracting(named(places)))
        }
    }
}

/// The sentences of a text, by number.
private struct Sentences {
    private let words: Words

    init(of text: String) {
        words = Words(of: text)
    }

    /// Of those in which the ranges begin.
    func numbers(of ranges: [Range<Int>]) -> Set<Int> {
        Set(ranges.compactMap { range in words.first { $0.range.overlaps(range) }?.sentence })
    }
}
