import Foundation
import Model

/// That a rule fires far more or far less often than before, held against how much was said.
///
/// Were it as before, the entries of both periods in which it fired would fall into either by the share
/// of the mentions that it has. What comes out is told from four standard deviations on, since thousands
/// of rules are looked at, and from twice or half of it, since posts come in swarms.
struct RuleDrift: Hashable, Sendable {
    /// How many times as often; `nil` where it did not fire before.
    let factor: Double?
    /// In standard deviations; above zero for more.
    let deviation: Double

    private static let leastDeviation = 4.0
    private static let leastFactor = 2.0

    /// - Returns: `nil` where it is as before as far as can be told.
    init?(_ count: RuleTally.Count, among mentions: RuleTally.Count) {
        let (now, before) = (Double(mentions.entries), Double(mentions.before))
        guard now > 0, before > 0, count.entries + count.before > 0 else { return nil }
        let share = now / (now + before)
        let all = Double(count.entries + count.before)
        let deviation =
            (Double(count.entries) - all * share) / (all * share * (1 - share)).squareRoot()
        let factor =
            count.before == 0
            ? nil : Double(count.entries) / now / (Double(count.before) / before)
        let isFar = factor.map { $0 >= Self.leastFactor || $0 <= 1 / Self.leastFactor } ?? true
        guard deviation.magnitude >= Self.leastDeviation, isFar else { return nil }
        self.factor = factor.map { $0.rounded(decimals: 2) }
        self.deviation = deviation
    }
}
