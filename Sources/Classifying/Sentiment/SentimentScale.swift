import Model

/// From the weights of a text's keywords to its score and label.
///
/// With `P` the sum of the weights above zero, `N` that of those below without their sign, and
/// `D = P − N`, the score is `D / √(D² + 20 + 2·min(P, N))`. It grows smoothly from −1 to 1; 20 is
/// such that one plain keyword (weight 2) scores 0.41 and three score 0.8; what speaks against the
/// majority draws the score towards 0 beyond its own weight.
struct SentimentScale {
    private(set) var positive = 0.0
    private(set) var negative = 0.0

    /// Scores from here on, and from minus this down, take a side.
    static let threshold = 0.15
    /// In a mixed text the weaker side weighs this much, and this much of what the stronger does.
    static let leastMixed = 2.5
    static let leastMixedShare = 0.65

    mutating func add(_ weight: Double) {
        if weight > 0 { positive += weight } else { negative -= weight }
    }

    /// −1 … 1, four decimals.
    var score: Double {
        let difference = positive - negative
        let damping = 20 + 2 * min(positive, negative)
        return (difference / (difference * difference + damping).squareRoot()).rounded(decimals: 4)
    }

    /// - Parameter isReadable: There is a lexicon of the text's language.
    func label(isReadable: Bool) -> Sentiment.Label {
        let score = score
        let weaker = min(positive, negative)
        if weaker >= Self.leastMixed, weaker >= Self.leastMixedShare * max(positive, negative) {
            return .mixed
        }
        if score >= Self.threshold { return .positive }
        if score <= -Self.threshold { return .negative }
        if weaker > 0 { return .undecided }
        return isReadable || positive + negative > 0 ? .neutral : .undecided
    }
}

extension Double {
    func rounded(decimals: Int) -> Double {
        let factor = (0..<decimals).reduce(1.0) { factor, _ in factor * 10 }
        let value = (self * factor).rounded() / factor
        return value == 0 ? 0 : value
    }
}
