import Foundation
import Model

/// Says what is usual for a day, and whether a count is far from it.
///
/// It works on √(count + 3/8), since the spread of such roots does not grow with a Poisson count
/// (Anscombe 1948). What is usual is where the same weekdays of the last eight weeks lie, moved to the
/// level of the last four. Until there are four weeks, working days and weekends take the place of
/// single weekdays.
///
/// The deviation is that of all those days from what was usual for them, widened for the number of
/// groups that were fitted. A Poisson count's would be 1/2. What exceeds that comes from talk that
/// varies in proportion to its amount, as a negative binomial count does: on the roots, its variance
/// grows with the count (Anscombe 1948). It is divided among the days accordingly, so a quiet weekend
/// is not taken to be as unsteady as the working days. Finally the deviation is widened by how far an
/// estimate from a few days may be off.
struct BaselineFinder {
    /// Mentions of each day in a row; `nil` for one that was not heard from end to end.
    let values: [Int?]
    /// ISO 8601, of each day.
    let weekdays: [Int]

    /// What is usual, on the roots of counts.
    struct Usual {
        let median: Double
        let deviation: Double
        let basis: Trends.Baseline.Basis
        let days: Int

        /// In deviations from what is usual.
        func score(of value: Int) -> Double {
            (root(Double(value)) - median) / deviation
        }

        /// A spike has five mentions at least and lies more than 3.7 deviations above what is usual; a
        /// drop lies as far below, where five at least are usual.
        func kind(of value: Int) -> Trends.Event.Kind? {
            let score = score(of: value)
            if value >= BaselineFinder.floor, score > Self.limit { return .spike }
            if count(median) >= Double(BaselineFinder.floor), score < -Self.limit { return .drop }
            return nil
        }

        /// What is usual, as a count.
        var mentions: Double { count(median) }

        func baseline(ofDay day: String) -> Trends.Baseline {
            let half = (count(median + deviation) - count(median - deviation)) / 2
            return Trends.Baseline(
                day: day, basis: basis, days: days, median: count(median).rounded(decimals: 2),
                deviation: max(half, 1).rounded(decimals: 2),
                low: count(median - Self.limit * deviation).rounded(decimals: 2),
                high: count(median + Self.limit * deviation).rounded(decimals: 2))
        }

        /// Gives less than one false alarm in a thousand days of one brand on planted archives.
        private static let limit = 3.7
    }

    /// - Returns: `nil` for a day with too few days before it.
    func usual(ofDay day: Int) -> Usual? {
        let before = (max(0, day - Self.reach)..<day).compactMap { other in
            values[other].map { (day: other, root: root(Double($0))) }
        }
        guard before.count >= Self.fewest else { return nil }
        let isByWeekday = before.count >= Self.wholeWeeks
        func group(_ day: Int) -> Int { isByWeekday ? weekdays[day] : weekdays[day] / 6 }
        let places = Dictionary(grouping: before) { group($0.day) }
            .mapValues { (place: RobustEstimates.location(of: $0.map(\.root)), days: $0.count) }
        guard let own = places[group(day)] else { return nil }
        let fitted = before.map { other in places[group(other.day)]?.place ?? 0 }
        let offsets = zip(before, fitted).map { $0.root - $1 }
        let level = RobustEstimates.location(of: Array(offsets.suffix(Self.wholeWeeks)))
        let weights = fitted.map { Self.weight(ofUsual: $0 + level) }
        let share =
            Self.weight(ofUsual: own.place + level) * Double(weights.count)
            / weights.reduce(0, +)
        let excess = Self.excess(of: offsets, from: places.count)
        // The variance of the place of n normal values is π/3n of theirs.
        let doubt = 1 + Double.pi / (3 * Double(own.days))
        return Usual(
            median: own.place + level,
            deviation: ((Self.ofPoisson + excess * share) * doubt).squareRoot(),
            basis: isByWeekday ? .sameWeekday : .previousDays, days: own.days)
    }

    /// Mentions of a day that a spike has at least, and that are usual where there is a drop.
    static let floor = 5

    // MARK: - Private

    /// Eight weeks.
    static let reach = 56
    private static let wholeWeeks = 28
    private static let fewest = 14
    /// The variance of the root of a Poisson count.
    private static let ofPoisson = 0.25

    /// How much the variance of roots is above that of Poisson counts, if it is.
    ///
    /// - Parameter groups: whose places were fitted to these values.
    private static func excess(of offsets: [Double], from groups: Int) -> Double {
        let freedom = Double(offsets.count - groups) / Double(offsets.count)
        let spread = RobustEstimates.deviation(of: offsets)
        return max(spread * spread / freedom - ofPoisson, 0)
    }

    /// How much a day varies for what is usual on it: more the higher its count.
    ///
    /// Days with next to none vary alike, since a few counts do not tell them apart.
    private static func weight(ofUsual root: Double) -> Double { count(root) + Double(floor) }
}

/// The variance-stabilising root of a Poisson count (Anscombe 1948).
private func root(_ count: Double) -> Double { (count + 0.375).squareRoot() }

/// The count of a root; none of less than none.
private func count(_ root: Double) -> Double { max(max(root, 0) * max(root, 0) - 0.375, 0) }
