/// Where a few values lie, and how far apart they are, even if some of them do not belong with the
/// others.
///
/// Both estimates use pairs of values. So for normal values they are nearly as precise as mean and
/// standard deviation, at 95 % and 82 % of their efficiency; the median has 64 % and the median
/// absolute deviation 37 %.
enum RobustEstimates {
    /// The median of the means of all pairs, each value with itself included (Hodges and Lehmann 1963).
    ///
    /// It holds as long as no more than 29 % of the values do not belong.
    ///
    /// - Parameter values: not empty.
    static func location(of values: [Double]) -> Double {
        median(pairs(values, from: 0) { ($0 + $1) / 2 })
    }

    /// Qn, the first quartile of the distances between any two values (Rousseeuw and Croux 1993),
    /// scaled to the standard deviation of normal values, with the factor for their number of Croux and
    /// Rousseeuw 1992.
    ///
    /// It holds as long as no more than half the values do not belong.
    ///
    /// - Parameter values: ten or more.
    static func deviation(of values: [Double]) -> Double {
        let count = values.count
        let half = count / 2 + 1
        let distances = pairs(values, from: 1) { abs($0 - $1) }.sorted()
        let size = Double(count)
        let factor = size / (size + (count.isMultiple(of: 2) ? 3.8 : 1.4))
        return normalQuartile * factor * distances[half * (half - 1) / 2 - 1]
    }

    /// - Parameter values: not empty.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    // MARK: - Private

    /// 1 / (√2 Φ⁻¹(5/8)).
    private static let normalQuartile = 2.219_144_465_985_076

    /// What is made of each value and every one from so many places behind it.
    private static func pairs(
        _ values: [Double], from distance: Int, _ make: (Double, Double) -> Double
    ) -> [Double] {
        var made: [Double] = []
        made.reserveCapacity(values.count * (values.count + 1) / 2)
        for (index, value) in values.enumerated() {
            for other in values.dropFirst(index + distance) { made.append(make(value, other)) }
        }
        return made
    }
}
