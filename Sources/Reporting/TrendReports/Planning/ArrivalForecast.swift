import Foundation
import Model

/// Forecasts the next seven days with the method that would have come nearest so far, and says how far
/// off it was.
struct ArrivalForecast {
    /// Of each whole day in a row.
    private let values: [Double]
    /// What is learnt from.
    private let steadied: [Double]

    /// - Parameter steadied: the same days, with what is usual in place of bursts; `nil` for the
    ///   same.
    init(_ values: [Int], steadied: [Double]? = nil) {
        let kept = values.suffix(Self.reach).map(Double.init)
        self.values = kept
        self.steadied = (steadied?.suffix(kept.count)).map(Array.init) ?? kept
    }

    /// - Parameter days: what the seven days after the last are called.
    /// - Returns: `nil` with less than five weeks, of which one is foretold from four.
    func forecast(for days: [String]) -> Trends.Forecast? {
        guard values.count >= Self.fewest else { return nil }
        let tries = Trends.Forecast.Method.allCases.map { ($0, attempts(by: $0)) }
        let errors = tries.map { method, trials in
            Trends.Backtest.Error(
                method: method, meanAbsoluteError: Self.mean(trials.flatMap(\.errors).map(abs)))
        }
        // Of equals the simpler.
        guard
            let best = errors.indices.min(by: {
                errors[$0].meanAbsoluteError < errors[$1].meanAbsoluteError
            })
        else { return nil }
        let (method, trials) = tries[best]
        let spread = Interval(of: trials)
        let came = Self.mean(trials.flatMap { values[$0.origin..<$0.origin + 7] })
        let backtest = Trends.Backtest(
            origins: trials.count,
            errors: errors.map {
                Trends.Backtest.Error(
                    method: $0.method,
                    meanAbsoluteError: $0.meanAbsoluteError.rounded(decimals: 2))
            },
            relativeError: came > 0
                ? (errors[best].meanAbsoluteError / came).rounded(decimals: 4) : nil,
            coverage: coverage(of: trials))
        return Trends.Forecast(
            method: method, backtest: backtest,
            days: zip(days, method.week(after: steadied)).map { day, expected in
                Trends.Forecast.Day(
                    day: day, expected: expected.rounded(decimals: 1),
                    low: max(expected + spread.low, 0).rounded(decimals: 1),
                    high: max(expected + spread.high, 0).rounded(decimals: 1))
            })
    }

    // MARK: - Private

    private static let fewest = 35
    private static let learning = 28
    /// What is older than a year says little of the next week.
    private static let reach = 365

    /// A forecast made on an earlier day.
    private struct Trial {
        /// The place of the first day foretold.
        let origin: Int
        /// What came less what was expected, of seven days.
        let errors: [Double]
    }

    /// Between the first and the last decile of what the method was off by, and the wider the fewer days
    /// that is known of.
    ///
    /// The method is the one of three that did best on these very days, and forecasts of successive
    /// days are off alike. So with five weeks the deciles alone would hold 58 % of the days to come, and
    /// with seven 74 %. Widened, they hold 77 % to 82 % whatever the number of weeks (Poisson and
    /// overdispersed counts with quiet weekends, of 3 to 200 a day).
    private struct Interval {
        private static let doubt = 4.0

        let low: Double
        let high: Double

        /// - Parameter trials: by origin; not empty.
        init(of trials: [Trial]) {
            let errors = trials.flatMap(\.errors)
            let (first, last) = (quantile(errors, 0.1), quantile(errors, 0.9))
            let days = zip(trials, trials.dropFirst())
                .reduce(7) { $0 + min($1.1.origin - $1.0.origin, 7) }
            let half = (last - first) / 2 * (1 + Self.doubt / Double(days))
            // What is expected lies within, even where a course has grown all the time.
            low = min((first + last) / 2 - half, 0)
            high = max((first + last) / 2 + half, 0)
        }
    }

    private func attempts(by method: Trends.Forecast.Method) -> [Trial] {
        (Self.learning...values.count - 7).map { origin in
            let expected = method.week(after: Array(steadied[..<origin]))
            return Trial(
                origin: origin, errors: zip(values[origin..<origin + 7], expected).map { $0 - $1 })
        }
    }

    private func coverage(of trials: [Trial]) -> Double? {
        var inside = 0
        var judged = 0
        for trial in trials {
            let others = trials.filter { abs($0.origin - trial.origin) >= 7 }
            guard others.count >= 7 else { continue }
            let interval = Interval(of: others)
            inside += trial.errors.count { (interval.low...interval.high).contains($0) }
            judged += 7
        }
        return judged == 0 ? nil : (Double(inside) / Double(judged)).rounded(decimals: 4)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}

/// Interpolated between order statistics (Hyndman and Fan 1996, definition 7).
///
/// - Parameter values: not empty.
func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}
