package import Model
package import Tokenizing

/// A labelled text, read: its words, what the rules say of it, and what is right.
package struct Example {
    package let set: Int
    package let words: Words
    /// Strengths of what the rules say already: praise and blame, or the score of a category alone.
    let keywords: LearntTone.Sides
    /// Keywords of several words that nothing is learnt from inside, in reading order.
    let phrases: [Range<Int>]
    /// Whether it is typed without accents, so that learnt terms count in bare letters, too.
    let isBare: Bool
    /// Share of the words with a capital, where tone is judged.
    let capitals: Double
    /// −1 for blame, 1 for praise or for what is of the category, 0 for neither.
    let side: Int
    package let weight: Double
    /// Whether it tells how much it takes for a side, and not only what its words say.
    package let isGathered: Bool

    /// A text whose tone is judged.
    ///
    /// - Parameters:
    ///   - evidence: What the lexicon alone says of the text.
    ///   - length: Up to how many words keywords count in full, as `LearntTone` has it.
    ///   - isBare: As `Classifier.readsBareLetters` has it.
    package init(
        set: Int, words: Words, evidence: [SentimentEvidence], length: LearntTone.Sides?,
        isBare: Bool, label: LabelledText.Label, weight: Double, isGathered: Bool
    ) {
        self.set = set
        self.words = words
        self.isBare = isBare
        phrases = words.phrases(among: evidence.map(\.range))
        let shares = LearntTone.keywordShares(inWords: words.countWithoutMarks, length: length)
        let weights = evidence.map { shares.counting($0.weight) }
        let praise = weights.reduce(0) { $0 + max($1, 0) }
        let blame = weights.reduce(0) { $0 - min($1, 0) }
        keywords = LearntTone.strengths(praise: praise, blame: blame)
        var capitals = Capitals()
        capitals.add(words)
        self.capitals = capitals.share
        side =
            switch label {
            case .negative: -1
            case .neutral: 0
            case .positive: 1
            }
        self.weight = weight
        self.isGathered = isGathered
    }

    /// A text that is judged to be of a category, or not to be.
    ///
    /// - Parameter score: What the category's own keywords reach of the 1 that is needed.
    package init(set: Int, words: Words, score: Double, isOfCategory: Bool, weight: Double) {
        self.set = set
        self.words = words
        phrases = []
        isBare = false
        capitals = 0
        keywords = .init(praise: min(max(score, Self.leastScore), Self.mostScore), blame: 0)
        side = isOfCategory ? 1 : 0
        self.weight = weight
        isGathered = true
    }

    /// Whether it is judged to be of the category.
    package var isOfCategory: Bool { side > 0 }

    /// Beyond these a score leaves no doubt.
    private static let leastScore = -1.0
    private static let mostScore = 3.0
}

extension Words {
    /// The ranges of scalars that hold several words, as indices.
    ///
    /// - Parameter ranges: In reading order, none overlapping.
    fileprivate func phrases(among ranges: [Range<Int>]) -> [Range<Int>] {
        var phrases: [Range<Int>] = []
        var next = startIndex
        for range in ranges {
            while next < endIndex, self[next].range.lowerBound < range.lowerBound { next += 1 }
            let first = next
            while next < endIndex, self[next].range.lowerBound < range.upperBound { next += 1 }
            if next - first > 1 { phrases.append(first..<next) }
        }
        return phrases
    }
}
