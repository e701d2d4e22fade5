import Model

extension Trends.Forecast.Method {
    /// What the method expects of the seven days after `values`.
    ///
    /// - Parameter values: one a day; four weeks at least.
    func week(after values: [Double]) -> [Double] {
        switch self {
        case .seasonalNaive: Array(values.suffix(7))
        case .weekdayMean:
            (0..<7).map { day in
                (1...4).map { values[values.count + day - 7 * $0] }.reduce(0, +) / 4
            }
        case .holtWinters: HoltWinters(values).week
        }
    }
}

/// A level and a weekly season, smoothed exponentially without a trend.
///
/// ETS(A,N,A) as in Hyndman and Athanasopoulos 2021, “Forecasting: principles and practice”, §8.3;
/// the first week gives the first level and season.
struct HoltWinters {
    /// How much a new day moves the level, and its weekday's season.
    static let smoothing = (level: 0.2, season: 0.1)

    private(set) var level: Double
    /// Of the next seven days.
    private(set) var season: [Double]

    /// - Parameter values: one a day; a week at least.
    init(_ values: [Double]) {
        let first = values.prefix(7)
        let mean = first.reduce(0, +) / 7
        level = mean
        season = first.map { $0 - mean }
        for value in values.dropFirst(7) {
            let old = season.removeFirst()
            let before = level
            level = Self.smoothing.level * (value - old) + (1 - Self.smoothing.level) * before
            season.append(
                Self.smoothing.season * (value - before) + (1 - Self.smoothing.season) * old)
        }
    }

    var week: [Double] { season.map { max(level + $0, 0) } }
}
