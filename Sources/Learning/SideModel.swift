import Foundation
import Model

/// A logistic regression with three outcomes, praise, blame and neither (multinomial, L2).
///
///     log odds of praise to neither = k⁺·p − o⁺·n − t⁺ − d⁺·x + c⁺·s + a + tone − plainness
///     log odds of blame to neither  = k⁻·n − o⁻·p − t⁻ − d⁻·x + c⁻·s + b − tone − plainness
///     tone      = sum of the terms' tones times the factor of the row
///     plainness = sum of the terms' plainness times the factor of the row
///
/// `p` and `n` are the strengths of the lexicon's keywords for praise and for blame. `x` is 0 in texts that
/// were gathered as people write them and 1 in others, which have so much more of a threshold. `s` is the
/// share of words with a capital, 0 in all rows where that is not learnt from. `a` and `b` are what the row's
/// terms were learnt to say for each before, where an adaptation adds to that. The penalty draws the terms'
/// weights to 0, which leaves the rules as they are where the data does not speak against them.
struct SideModel {
    /// By term.
    let tones: [Double]
    /// By term.
    let plainness: [Double]
    let keywords: LearntTone.Sides
    let opposition: LearntTone.Sides
    let threshold: LearntTone.Sides
    /// What the thresholds of texts that were not gathered are beyond that; 0 without such texts.
    let aside: LearntTone.Sides
    let capitals: LearntTone.Sides

    /// - Parameters:
    ///   - penalties: By term.
    ///   - prior: Of the numbers that are no term's.
    init(_ rows: TrainingRows, penalties: [Double], prior: Prior = .none) {
        let count = penalties.count
        let start = [Double](repeating: 0, count: 2 * count) + prior.start
        let fitted = Minimizer.minimum(
            from: start, curvatures: Self.curvatures(rows, penalties, prior),
            leastCurvature: min(penalties.min() ?? .infinity, prior.penalties.min() ?? .infinity)
        ) { place, gradient in
            Self.loss(rows, penalties, prior, at: place, gradient: &gradient)
        }
        tones = Array(fitted[..<count])
        plainness = Array(fitted[count..<2 * count])
        let shared = Array(fitted[(2 * count)...])
        keywords = .init(praise: shared[Shared.ownPraise], blame: shared[Shared.ownBlame])
        opposition = .init(praise: shared[Shared.otherPraise], blame: shared[Shared.otherBlame])
        threshold = .init(
            praise: shared[Shared.thresholdPraise], blame: shared[Shared.thresholdBlame])
        aside = .init(praise: shared[Shared.asidePraise], blame: shared[Shared.asideBlame])
        capitals = .init(
            praise: shared[Shared.capitalsPraise], blame: shared[Shared.capitalsBlame])
    }

    /// What the numbers that are no term's are drawn to, and how strongly.
    struct Prior {
        fileprivate let start: [Double]
        fileprivate let means: [Double]
        fileprivate let penalties: [Double]

        /// Keywords count as they stand, and nothing holds the rest but that it must not run off.
        static let none = Prior(
            start: [1, 0, 0, 1, 0, 0, 0, 0, 0, 0],
            means: [Double](repeating: 0, count: Shared.count),
            penalties: [Double](repeating: 0.1, count: Shared.count))

        /// Keywords and capitals keep what was learnt of them.
        ///
        /// - Parameter thresholdPenalty: Of the squares of what the thresholds change by.
        static func keeping(_ base: LearntTone, thresholdPenalty: Double) -> Prior {
            let means = [
                base.keywords.praise, base.opposition.praise, base.threshold.praise,
                base.keywords.blame, base.opposition.blame, base.threshold.blame, 0, 0,
                base.capitals?.praise ?? 0, base.capitals?.blame ?? 0,
            ]
            let held = 1e6
            return Prior(
                start: means, means: means,
                penalties: [
                    held, held, thresholdPenalty, held, held, thresholdPenalty, thresholdPenalty,
                    thresholdPenalty, held, held,
                ])
        }
    }

    func weights(ofTerm term: Int) -> LearntTone.Sides {
        LearntTone.Sides(
            praise: tones[term] - plainness[term], blame: -tones[term] - plainness[term])
    }

    // MARK: - Private

    /// The numbers that are no term's, by where they stand after those that are.
    private enum Shared {
        static let ownPraise = 0
        static let otherPraise = 1
        static let thresholdPraise = 2
        static let ownBlame = 3
        static let otherBlame = 4
        static let thresholdBlame = 5
        static let asidePraise = 6
        static let asideBlame = 7
        static let capitalsPraise = 8
        static let capitalsBlame = 9
        static let count = 10
    }

    /// Of the loss along each number, where the three outcomes are as likely: variances of what they say,
    /// and the penalty.
    private static func curvatures(
        _ rows: TrainingRows, _ penalties: [Double], _ prior: Prior
    ) -> [Double] {
        let count = penalties.count
        let (toneVariance, outcomeVariance) = (2.0 / 3, 2.0 / 9)
        var curvatures = penalties + penalties + prior.penalties
        for row in 0..<rows.count {
            let weight = rows.weights[row]
            let square = weight * rows.factors[row] * rows.factors[row]
            for index in rows.starts[row]..<rows.starts[row + 1] {
                let term = Int(rows.terms[index])
                curvatures[term] += toneVariance * square
                curvatures[count + term] += outcomeVariance * square
            }
            let keywords = rows.keywords[row]
            let praise = outcomeVariance * weight * keywords.praise * keywords.praise
            let blame = outcomeVariance * weight * keywords.blame * keywords.blame
            curvatures[2 * count + Shared.ownPraise] += praise
            curvatures[2 * count + Shared.otherPraise] += blame
            curvatures[2 * count + Shared.thresholdPraise] += outcomeVariance * weight
            curvatures[2 * count + Shared.ownBlame] += blame
            curvatures[2 * count + Shared.otherBlame] += praise
            curvatures[2 * count + Shared.thresholdBlame] += outcomeVariance * weight
            let aside = rows.asides[row] * outcomeVariance * weight
            curvatures[2 * count + Shared.asidePraise] += aside
            curvatures[2 * count + Shared.asideBlame] += aside
            let capitals = outcomeVariance * weight * rows.capitals[row] * rows.capitals[row]
            curvatures[2 * count + Shared.capitalsPraise] += capitals
            curvatures[2 * count + Shared.capitalsBlame] += capitals
        }
        return curvatures
    }

    private static func loss(
        _ rows: TrainingRows, _ penalties: [Double], _ prior: Prior, at place: [Double],
        gradient: inout [Double]
    ) -> Double {
        let count = penalties.count
        let shared = 2 * count
        var loss = penalty(penalties, prior, at: place, gradient: &gradient)
        for row in 0..<rows.count {
            var tone = 0.0
            var plainness = 0.0
            let terms = rows.starts[row]..<rows.starts[row + 1]
            for index in terms {
                let term = Int(rows.terms[index])
                tone += place[term]
                plainness += place[count + term]
            }
            let factor = rows.factors[row]
            tone *= factor
            plainness *= factor
            let odds = odds(
                of: row, in: rows, tone: tone, plainness: plainness, at: place, from: shared)
            let weight = rows.weights[row]
            loss += weight * odds.loss(side: rows.sides[row])
            let praise = weight * (odds.praiseShare - (rows.sides[row] > 0 ? 1 : 0))
            let blame = weight * (odds.blameShare - (rows.sides[row] < 0 ? 1 : 0))
            let (toneSlope, plainSlope) = (praise - blame, -praise - blame)
            for index in terms {
                let term = Int(rows.terms[index])
                gradient[term] += toneSlope * factor
                gradient[count + term] += plainSlope * factor
            }
            add(praise: praise, blame: blame, of: row, in: rows, to: &gradient, from: shared)
        }
        return loss
    }

    /// - Parameter shared: where the numbers begin that are no term's.
    private static func odds(
        of row: Int, in rows: TrainingRows, tone: Double, plainness: Double, at place: [Double],
        from shared: Int
    ) -> Odds {
        let (keywords, offset, aside) = (rows.keywords[row], rows.offsets[row], rows.asides[row])
        let capitals = rows.capitals[row]
        return Odds(
            praise: place[shared + Shared.ownPraise] * keywords.praise
                - place[shared + Shared.otherPraise] * keywords.blame
                - place[shared + Shared.thresholdPraise]
                - place[shared + Shared.asidePraise] * aside
                + place[shared + Shared.capitalsPraise] * capitals
                + offset.praise + tone - plainness,
            blame: place[shared + Shared.ownBlame] * keywords.blame
                - place[shared + Shared.otherBlame] * keywords.praise
                - place[shared + Shared.thresholdBlame]
                - place[shared + Shared.asideBlame] * aside
                + place[shared + Shared.capitalsBlame] * capitals
                + offset.blame - tone - plainness)
    }

    /// Adds a row's part to the gradient along the numbers that are no term's.
    private static func add(
        praise: Double, blame: Double, of row: Int, in rows: TrainingRows,
        to gradient: inout [Double], from shared: Int
    ) {
        let (keywords, aside) = (rows.keywords[row], rows.asides[row])
        let capitals = rows.capitals[row]
        gradient[shared + Shared.ownPraise] += praise * keywords.praise
        gradient[shared + Shared.otherPraise] -= praise * keywords.blame
        gradient[shared + Shared.thresholdPraise] -= praise
        gradient[shared + Shared.ownBlame] += blame * keywords.blame
        gradient[shared + Shared.otherBlame] -= blame * keywords.praise
        gradient[shared + Shared.thresholdBlame] -= blame
        gradient[shared + Shared.asidePraise] -= praise * aside
        gradient[shared + Shared.asideBlame] -= blame * aside
        gradient[shared + Shared.capitalsPraise] += praise * capitals
        gradient[shared + Shared.capitalsBlame] += blame * capitals
    }

    /// What the weights cost by their size alone; with the gradient of that.
    private static func penalty(
        _ penalties: [Double], _ prior: Prior, at place: [Double], gradient: inout [Double]
    ) -> Double {
        let count = penalties.count
        let shared = 2 * count
        var penalty = 0.0
        for index in 0..<count {
            let (tone, plainness) = (place[index], place[count + index])
            penalty += penalties[index] * (tone * tone + plainness * plainness) / 2
            gradient[index] = penalties[index] * tone
            gradient[count + index] = penalties[index] * plainness
        }
        for number in 0..<Shared.count {
            let change = place[shared + number] - prior.means[number]
            penalty += prior.penalties[number] * change * change / 2
            gradient[shared + number] = prior.penalties[number] * change
        }
        return penalty
    }
}

/// Of three outcomes, from the log odds of two to the third.
private struct Odds {
    private let praise: Double
    private let blame: Double
    private let logTotal: Double

    init(praise: Double, blame: Double) {
        self.praise = praise
        self.blame = blame
        let most = max(praise, blame, 0)
        logTotal = most + log(exp(praise - most) + exp(blame - most) + exp(-most))
    }

    var praiseShare: Double { exp(praise - logTotal) }
    var blameShare: Double { exp(blame - logTotal) }

    func loss(side: Int) -> Double {
        logTotal - (side > 0 ? praise : side < 0 ? blame : 0)
    }
}
