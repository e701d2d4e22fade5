import Model

/// Where the writer of an entry goes, as far as our own brands are concerned.
enum Move {
    /// Says nothing of it, or goes from one of ours to another.
    case none
    /// Comes to one of ours or stays with it, and leaves none.
    case here
    /// Leaves one of ours, as these words say.
    case away(SentimentEvidence)
}

/// What a comparison or a change of side says of one brand.
struct Verdict: Sendable {
    let brand: Brand.ID
    let reading: Int
    /// The words that say so.
    let words: Range<Int>
    let weight: Double

    /// Of whom the brand is compared with.
    var ofOtherSide: Verdict {
        Verdict(brand: brand, reading: reading, words: words, weight: -weight)
    }
}
