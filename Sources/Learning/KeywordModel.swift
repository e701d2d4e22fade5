import Foundation
import Model

/// A logistic regression with two outcomes, of a category and not (L2).
///
///     log odds = k·(score − 1) + sum of the terms' weights times the factor of the row
///
/// There is no threshold to fit. A text where the category's own keywords just reach the 1 that is
/// needed, and no learnt term stands, is as likely to be of the category as not: that is what a person
/// means who gives a keyword the weight 1. So the fitted weights can be told in the unit of the
/// keywords. The penalty draws the terms' weights to 0, which leaves the keywords as they are.
struct KeywordModel {
    /// By term, in the unit of the category's keywords.
    let weights: [Double]

    /// - Parameter penalties: By term.
    init(_ rows: TrainingRows, penalties: [Double]) {
        let count = penalties.count
        var start = [Double](repeating: 0, count: count + 1)
        start[count] = 1
        let fitted = Minimizer.minimum(
            from: start, curvatures: Self.curvatures(rows, penalties),
            leastCurvature: min(penalties.min() ?? Self.smallPenalty, Self.smallPenalty)
        ) { place, gradient in
            Self.loss(rows, penalties, at: place, gradient: &gradient)
        }
        let unit = max(fitted[count], Self.leastUnit)
        weights = fitted[..<count].map { $0 / unit }
    }

    // MARK: - Private

    /// Where keywords tell nothing, weights in their unit would run off.
    private static let leastUnit = 0.3
    /// Of the factor of the score; it only keeps it from running off.
    private static let smallPenalty = 0.1

    /// Of the loss along each number, where both outcomes are as likely: a variance and the penalty.
    private static func curvatures(_ rows: TrainingRows, _ penalties: [Double]) -> [Double] {
        let variance = 0.25
        var curvatures = penalties + [smallPenalty]
        for row in 0..<rows.count {
            let weight = variance * rows.weights[row]
            let score = rows.keywords[row].praise - 1
            curvatures[penalties.count] += weight * score * score
            for index in rows.starts[row]..<rows.starts[row + 1] {
                curvatures[Int(rows.terms[index])] += weight * rows.factors[row] * rows.factors[row]
            }
        }
        return curvatures
    }

    private static func loss(
        _ rows: TrainingRows, _ penalties: [Double], at place: [Double], gradient: inout [Double]
    ) -> Double {
        let count = penalties.count
        var loss = smallPenalty * place[count] * place[count] / 2
        gradient[count] = smallPenalty * place[count]
        for index in 0..<count {
            loss += penalties[index] * place[index] * place[index] / 2
            gradient[index] = penalties[index] * place[index]
        }
        for row in 0..<rows.count {
            let terms = rows.starts[row]..<rows.starts[row + 1]
            let score = rows.keywords[row].praise - 1
            let odds =
                place[count] * score
                + rows.factors[row] * terms.reduce(0) { $0 + place[Int(rows.terms[$1])] }
            let isOfCategory = rows.sides[row] > 0
            // log(1 + e^odds), which does not overflow.
            let total = max(odds, 0) + log(1 + exp(-abs(odds)))
            loss += rows.weights[row] * (total - (isOfCategory ? odds : 0))
            let slope = rows.weights[row] * (1 / (1 + exp(-odds)) - (isOfCategory ? 1 : 0))
            gradient[count] += slope * score
            for index in terms {
                gradient[Int(rows.terms[index])] += slope * rows.factors[row]
            }
        }
        return loss
    }
}
