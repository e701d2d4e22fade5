import Foundation
import Model

/// Says what is usual for a day, and whether a count is far from it.
///
/// On the roots of the counts, √(count + 3/8), whose spread does not grow with the count (Anscombe
/// 1948): the median of the same weekdays of eight weeks, moved to the level of the last four. Until
/// there are four weeks, working days and weekends take the place of weekdays. The deviation is
/// 1.4826 × the median absolute deviation of all those days from theirs, for a normal count its
/// standard deviation, widened for the groups that were fitted and for what the median of a few days
/// may be off; before the latter never less than that of a Poisson count, 1/2.
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

        /// In deviations from the median.
        func score(of value: Int) -> Double {
            (root(Double(value)) - median) / deviation
        }

        /// A spike has five mentions at least and lies more than four deviations above the median; a
        /// drop has a median of five at least and lies as far below.
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
                day: day, basis: basis, days: days, median: count(median).rounded(toDecimals: 2),
                deviation: max(half, 1).rounded(toDecimals: 2),
                low: count(median - Self.limit * deviation).rounded(toDecimals: 2),
                high: count(median + Self.limit * deviation).rounded(toDecimals: 2))
        }

        /// Gives less than one false alarm in a thousand days of one brand on planted archives.
        private static let limit = 4.0
    }

    /// - Returns: `nil` for a day with too few days before it.
    func usual(ofDay day: Int) -> Usual? {
        let before = (max(0, day - Self.reach)..<day).compactMap { other in
            values[other].map { (day: other, root: root(Double($0))) }
        }
        guard before.count >= Self.fewest else { return nil }
        let isByWeekday = before.count >= Self.wholeWeeks
        func group(_ day: Int) -> Int { isByWeekday ? weekdays[day] : weekdays[day] / 6 }
        let medians = Dictionary(grouping: before) { group($0.day) }
            .mapValues { (median: Self.median($0.map(\.root)), days: $0.count) }
        guard let own = medians[group(day)] else { return nil }
        let offsets = before.map { other in other.root - (medians[group(other.day)]?.median ?? 0) }
        let level = Self.median(Array(offsets.suffix(Self.wholeWeeks)))
        let fitted = Double(before.count) / Double(before.count - medians.count)
        let spread = 1.4826 * Self.median(offsets.map { abs($0 - level) }) * fitted.squareRoot()
        // The variance of the median of n normal values is π/2n of theirs.
        let doubt = (1 + Double.pi / (2 * Double(own.days))).squareRoot()
        return Usual(
            median: own.median + level, deviation: max(spread, 0.5) * doubt,
            basis: isByWeekday ? .sameWeekday : .previousDays, days: own.days)
    }

    /// - Parameter values: not empty.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// Mentions of a day that a spike has at least, and that are usual where there is a drop.
    static let floor = 5

    // MARK: - Private

    /// Eight weeks.
    static let reach = 56
    private static let wholeWeeks = 28
    private static let fewest = 14
}

/// The variance-stabilising root of a Poisson count (Anscombe 1948).
private func root(_ count: Double) -> Double { (count + 0.375).squareRoot() }

/// The count of a root; none of less than none.
private func count(_ root: Double) -> Double { max(max(root, 0) * max(root, 0) - 0.375, 0) }
