import Model

/// Says what is usual for a day, and whether a count is far from it.
///
/// Usual is the median of the same weekdays before it, or of the days before it while there are not
/// four such weekdays. The deviation is 1.4826 × the median absolute deviation, which for a normal
/// count is its standard deviation, and never less than that of a Poisson count of this size.
struct BaselineFinder {
    let days: TrendDays
    /// Mentions of each day.
    let values: [Int]

    /// - Returns: `nil` for a day with too few whole days before it.
    func baseline(ofDay day: Int) -> Trends.Baseline? {
        let weekdays = (1...8).map { day - 7 * $0 }.filter(days.whole.contains)
        if weekdays.count >= 4 { return baseline(ofDay: day, from: weekdays, .sameWeekday) }
        let before = (1...14).map { day - $0 }.filter(days.whole.contains)
        return before.count >= 7 ? baseline(ofDay: day, from: before, .previousDays) : nil
    }

    /// A spike has five mentions at least and lies more than three deviations above the median; a
    /// drop has a median of five at least and lies as far below.
    static func kind(of value: Int, against baseline: Trends.Baseline) -> Trends.Event.Kind? {
        let distance = score(of: value, against: baseline)
        if value >= floor, distance > 3 { return .spike }
        if baseline.median >= Double(floor), distance < -3 { return .drop }
        return nil
    }

    /// In deviations from the median.
    static func score(of value: Int, against baseline: Trends.Baseline) -> Double {
        (Double(value) - baseline.median) / baseline.deviation
    }

    /// - Parameter values: not empty.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    // MARK: - Private

    private static let floor = 5

    private func baseline(
        ofDay day: Int, from others: [Int], _ basis: Trends.Baseline.Basis
    ) -> Trends.Baseline {
        let counts = others.map { Double(values[$0]) }
        let median = Self.median(counts)
        let spread = 1.4826 * Self.median(counts.map { abs($0 - median) })
        let deviation = max(spread, max(median, 1).squareRoot())
        return Trends.Baseline(
            day: days.names[day], basis: basis, days: counts.count, median: median,
            deviation: deviation.rounded(toDecimals: 2))
    }
}
