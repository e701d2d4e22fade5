import Foundation

/// A logistic regression with three outcomes, praise, blame and neither (multinomial, L2).
///
///     log odds of praise to neither =  tone − plainness − threshold of praise
///     log odds of blame to neither  = −tone − plainness − threshold of blame
///     tone      = a·s   + sum of the terms' tones times the factor of the row
///     plainness = b·|s| + sum of the terms' plainness times the factor of the row
///
/// `s` is the lexicon's score. The penalty draws the terms' weights to 0, which leaves the lexicon as
/// it is: what the data does not speak against stays as it was written.
struct SideModel {
    /// By term.
    let tones: [Double]
    let plainness: [Double]
    /// `a` and `b`.
    let scoreTone: Double
    let scorePlainness: Double
    let praiseThreshold: Double
    let blameThreshold: Double

    /// - Parameter penalties: By term.
    init(_ rows: TrainingRows, penalties: [Double]) {
        let count = penalties.count
        var start = [Double](repeating: 0, count: 2 * count + 4)
        start[2 * count] = 2
        let fitted = Minimizer.minimum(from: start) { place, gradient in
            Self.loss(rows, penalties, at: place, gradient: &gradient)
        }
        tones = Array(fitted[..<count])
        plainness = Array(fitted[count..<2 * count])
        scoreTone = fitted[2 * count]
        scorePlainness = fitted[2 * count + 1]
        praiseThreshold = fitted[2 * count + 2]
        blameThreshold = fitted[2 * count + 3]
    }

    // MARK: - Private

    /// Of the four numbers that are no term's; it only keeps them from running off.
    private static let smallPenalty = 0.1

    private static func loss(
        _ rows: TrainingRows, _ penalties: [Double], at place: [Double],
        gradient: inout [Double]
    ) -> Double {
        let count = penalties.count
        var loss = 0.0
        for index in 0..<count {
            let (tone, plainness) = (place[index], place[count + index])
            loss += penalties[index] * (tone * tone + plainness * plainness) / 2
            gradient[index] = penalties[index] * tone
            gradient[count + index] = penalties[index] * plainness
        }
        for index in 2 * count..<2 * count + 4 {
            loss += smallPenalty * place[index] * place[index] / 2
            gradient[index] = smallPenalty * place[index]
        }
        for row in 0..<rows.count {
            var tone = 0.0
            var plainness = 0.0
            let terms = rows.starts[row]..<rows.starts[row + 1]
            for index in terms {
                let term = Int(rows.terms[index])
                tone += place[term]
                plainness += place[count + term]
            }
            let (factor, score) = (rows.factors[row], rows.scores[row])
            tone = tone * factor + place[2 * count] * score
            plainness = plainness * factor + place[2 * count + 1] * abs(score)
            let odds = Odds(
                praise: tone - plainness - place[2 * count + 2],
                blame: -tone - plainness - place[2 * count + 3])
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
            gradient[2 * count] += toneSlope * score
            gradient[2 * count + 1] += plainSlope * abs(score)
            gradient[2 * count + 2] -= praise
            gradient[2 * count + 3] -= blame
        }
        return loss
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
