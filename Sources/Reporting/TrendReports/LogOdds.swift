import Foundation

/// Compares how often terms are used in two sets of texts.
///
/// The log of the odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
/// "Fightin' Words", §3.3.2, equations 16, 20 and 22). The prior is both sets together, scaled to
/// `priorStrength` counts, so that rare terms need more evidence.
struct LogOdds {
    struct Result: Hashable {
        let logOdds: Double
        let zScore: Double
    }

    /// Counts of all terms together, in each set.
    let recentTotal: Int
    let beforeTotal: Int
    /// How many counts the prior weighs.
    var priorStrength = 500.0

    /// A prior that weighs no more than a tenth of what was counted: among few texts the usual one
    /// would leave nothing to say.
    static func ofFewTexts(recentTotal: Int, beforeTotal: Int) -> LogOdds {
        var odds = LogOdds(recentTotal: recentTotal, beforeTotal: beforeTotal)
        odds.priorStrength = min(odds.priorStrength, Double(recentTotal + beforeTotal) / 10)
        return odds
    }

    /// - Returns: `nil` for a term that neither set has, or where a set is empty.
    func compare(recent: Int, before: Int) -> Result? {
        guard recentTotal > 0, beforeTotal > 0, recent + before > 0 else { return nil }
        let pooled = Double(recent + before) / Double(recentTotal + beforeTotal)
        let prior = priorStrength * pooled
        func logit(_ count: Int, of total: Int) -> Double {
            let this = Double(count) + prior
            let others = Double(total) + priorStrength - this
            return log(this / others)
        }
        let difference = logit(recent, of: recentTotal) - logit(before, of: beforeTotal)
        guard difference.isFinite else { return nil }
        let variance = 1 / (Double(recent) + prior) + 1 / (Double(before) + prior)
        return Result(logOdds: difference, zScore: difference / variance.squareRoot())
    }
}
