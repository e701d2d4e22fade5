/// From how many mentions of a kind on an alert is given.
///
/// With b the largest of the counts of the window before, of the same weekday and of an average window
/// of the weeks before, and k the number of windows that are known: from
/// max(5, b + 3w·√(max(b, 1)·(1 + 1/k))) mentions. That is three standard deviations of a Poisson count
/// from the mean of k such, and never a handful. Talk wavers more than Poisson counts do, and w says how
/// much more: twice the deviation of the windows' roots, √(count + 3/8), as the deviation of a Poisson
/// count's root is ½ (Anscombe 1948); 1 at least, and 1 while fewer than fourteen windows are known.
struct AlertThreshold {
    let mentions: Int

    /// - Parameters:
    ///   - near: the counts of the window before and of the same weekday, as far as they were heard.
    ///   - before: the counts of windows of the weeks before.
    /// - Returns: `nil` where nothing is known.
    init?(near: [Int], before: [Int]) {
        let known = max(near.count, before.count)
        guard known > 0 else { return nil }
        let average = Double(before.reduce(0, +)) / Double(max(before.count, 1))
        let usual = max(Double(near.max() ?? 0), average)
        let doubt = 1 + 1 / Double(known)
        let spread = Self.unrest(of: before) * (max(usual, 1) * doubt).squareRoot()
        mentions = max(Self.floor, Int((usual + 3 * spread).rounded(.up)))
    }

    /// The least that it can be whatever the weeks before were like, so that they need not be read.
    static func least(near: [Int]) -> Int {
        let usual = Double(near.max() ?? 0)
        return max(floor, Int((usual + 3 * max(usual, 1).squareRoot()).rounded(.up)))
    }

    // MARK: - Private

    private static let floor = 5
    private static let fewest = 14

    private static func unrest(of counts: [Int]) -> Double {
        guard counts.count >= fewest else { return 1 }
        let roots = counts.map { (Double($0) + 0.375).squareRoot() }
        return max(1, 2 * RobustEstimates.deviation(of: roots))
    }
}
