import Model
import Tokenizing

/// Where the writer of an entry goes, as far as our own brands are concerned.
enum Move {
    /// Says nothing of it, or goes from one of ours to another.
    case none
    /// Comes to one of ours or stays with it, and leaves none.
    case here
    /// Leaves one of ours, as these words say.
    case away(SentimentEvidence)

    var isNone: Bool {
        if case .none = self { true } else { false }
    }
}

/// What a comparison or a change of side says of one brand.
struct Verdict: Sendable {
    let brand: Brand.ID
    let reading: Int
    /// The words that say so.
    let words: Range<Int>
    let weight: Double
}

extension [Verdict] {
    /// What comparisons say of a brand that is not named: the reverse of what they say of the one that it is
    /// compared with, and nothing where they are between two that are named, "Baltfon is better than Kawka".
    func ofUnnamed(in analysis: Analysis) -> [Verdict] {
        func sentence(of verdict: Verdict) -> [Int] {
            let words = analysis.readings[verdict.reading].words
            return [verdict.reading, words[verdict.words.lowerBound].sentence]
        }
        let sentences = Dictionary(grouping: self, by: sentence)
        return filter { one in
            let others = sentences[sentence(of: one)] ?? []
            return !others.contains { $0.isOfOtherSide(than: one) }
        }.map(\.reversed)
    }
}

extension Verdict {
    fileprivate var reversed: Verdict {
        Verdict(brand: brand, reading: reading, words: words, weight: -weight)
    }

    /// Of one sentence: whether both may be said by one comparison, "A is better than B", "A is as fast as B".
    fileprivate func isOfOtherSide(than other: Verdict) -> Bool {
        brand != other.brand && (words == other.words || (weight > 0) != (other.weight > 0))
    }
}
