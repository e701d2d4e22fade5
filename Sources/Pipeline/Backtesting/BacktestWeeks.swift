import Foundation

/// The last weeks of a period, from Monday to Monday as the routing's time zone tells days.
struct BacktestWeeks: Sendable {
    /// Where each week begins, and the last one ends.
    let bounds: [Date]

    /// - Parameters:
    ///   - end: Falls into the last week, or ends it.
    ///   - timeZone: An IANA name; one that the system does not know is read as UTC.
    init(count: Int, until end: Date, timeZone: String) {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        let last = calendar.dateInterval(of: .weekOfYear, for: end.addingTimeInterval(-1))
        guard let last else { preconditionFailure("every moment falls into a week") }
        bounds = (0...count).map { number in
            let days = 7 * (number - count)
            guard let bound = calendar.date(byAdding: .day, value: days, to: last.end) else {
                preconditionFailure("the calendar cannot move \(last.end) by \(days) days")
            }
            return bound
        }
    }

    /// `nil` for what was said before or afterwards.
    func index(of date: Date) -> Int? {
        guard let first = bounds.first, let end = bounds.last, date >= first, date < end else {
            return nil
        }
        return (bounds.firstIndex { $0 > date } ?? 1) - 1
    }
}
