import Model

/// From the weights of a text's keywords to its label and score.
///
/// With `P` the sum of the weights above zero, `N` that of those below without their sign, and
/// `D = P − N`, the lexicon's score is `D / √(D² + 20 + 2·min(P, N))`. It grows smoothly from −1 to 1;
/// 20 is such that one plain keyword (weight 2) scores 0.41 and three score 0.8; what speaks against
/// the majority draws the score towards 0 beyond its own weight.
///
/// A text takes the side whose level is above 0, and of two the higher:
///
///     praise = s⁺ − o·s⁻ − threshold + learnt weights for praise
///     blame  = s⁻ − o·s⁺ − threshold + learnt weights for blame
///
/// `s⁺` and `s⁻` are the lexicon's score and its opposite where above 0, times √20, which makes their
/// unit that of the keywords; `o` says how much one side takes from the other. Where nothing was
/// learnt, the threshold is a score of 0.15 and `o` is 1. The tones of the learnt words move the score;
/// it never leaves what its label allows: 0.15 and more for praise, less in size for no side.
struct SentimentScale {
    private(set) var positive = 0.0
    private(set) var negative = 0.0
    private var learnt = LearntTone.Sides(praise: 0, blame: 0)
    private let threshold: LearntTone.Sides
    private let opposition: Double

    /// Scores from here on, and from minus this down, take a side.
    private static let leastScore = 0.15
    /// In a mixed text the weaker side weighs this much, and this much of what the stronger does.
    private static let leastMixed = 2.5
    private static let leastMixedShare = 0.65
    private static let damping = 20.0

    init(_ learnt: LearntTone?) {
        let least = Self.leastScore * Self.damping.squareRoot()
        threshold = learnt?.threshold ?? LearntTone.Sides(praise: least, blame: least)
        opposition = learnt?.opposition ?? 1
    }

    mutating func add(_ weight: Double) {
        if weight > 0 { positive += weight } else { negative -= weight }
    }

    mutating func add(_ weights: LearntTone.Sides, share: Double = 1) {
        learnt.praise += weights.praise * share
        learnt.blame += weights.blame * share
    }

    /// The score of the lexicon's words alone, −1 … 1.
    var lexiconScore: Double {
        let difference = positive - negative
        let damping = Self.damping + 2 * min(positive, negative)
        return difference / (difference * difference + damping).squareRoot()
    }

    /// - Parameter isReadable: There is a lexicon of the text's language.
    /// - Returns: the score with four decimals.
    func verdict(isReadable: Bool) -> (label: Sentiment.Label, score: Double) {
        let label = label(isReadable: isReadable)
        let unit = Self.damping.squareRoot()
        let score = max(-1, min(1, lexiconScore + (learnt.praise - learnt.blame) / 2 / unit))
        let least = Self.leastScore
        let kept =
            switch label {
            case .positive: max(score, least)
            case .negative: min(score, -least)
            case .neutral, .undecided: max(0.0001 - least, min(least - 0.0001, score))
            case .mixed: score
            }
        return (label, kept.rounded(decimals: 4))
    }

    // MARK: - Private

    private func label(isReadable: Bool) -> Sentiment.Label {
        let weaker = min(positive, negative)
        if weaker >= Self.leastMixed, weaker >= Self.leastMixedShare * max(positive, negative) {
            return .mixed
        }
        // Sums of decimals come out a hair short.
        let score = lexiconScore.rounded(decimals: 4) * Self.damping.squareRoot()
        let praise = level(score, threshold.praise, learnt.praise)
        let blame = level(-score, threshold.blame, learnt.blame)
        if praise >= 0, praise >= blame { return .positive }
        if blame >= 0 { return .negative }
        if weaker > 0 { return .undecided }
        return isReadable || positive + negative > 0 ? .neutral : .undecided
    }

    private func level(_ score: Double, _ threshold: Double, _ learnt: Double) -> Double {
        let own = score > 0 ? score : score * opposition
        return own - threshold + learnt + 1e-9
    }
}

extension Double {
    func rounded(decimals: Int) -> Double {
        let factor = (0..<decimals).reduce(1.0) { factor, _ in factor * 10 }
        let value = (self * factor).rounded() / factor
        return value == 0 ? 0 : value
    }
}
