package import Foundation
import Model
import Reporting

/// A time that somebody gives a command: to the second, or a whole day of their calendar.
package enum AskedMoment: Hashable, Sendable {
    case second(Date)
    case day(year: Int, month: Int, day: Int)

    /// - Parameter text: RFC 3339, or a day, `2026-11-22`.
    /// - Returns: `nil` for what is neither.
    package init?(_ text: String) {
        if let date = ContractJSON.date(text) {
            self = .second(date)
            return
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, ContractJSON.date(text + "T00:00:00Z") != nil else { return nil }
        self = .day(year: parts[0], month: parts[1], day: parts[2])
    }

    /// The time itself; of a day its first moment.
    ///
    /// - Parameter timeZone: an IANA name.
    package func start(in timeZone: String) -> Date {
        moment(in: timeZone, daysLater: 0)
    }

    /// The time itself; of a day the first moment of the next.
    package func end(in timeZone: String) -> Date {
        moment(in: timeZone, daysLater: 1)
    }

    // MARK: - Private

    private func moment(in timeZone: String, daysLater days: Int) -> Date {
        switch self {
        case .second(let date): date
        case .day(let year, let month, let day):
            LocalCalendar(timeZone: timeZone)
                .startOfDay(year: year, month: month, day: day, plus: days)
        }
    }
}

extension Workspace {
    /// From one time until before another; a day is in it from its midnight to the next, on the
    /// clocks of `rules/routing.yaml`.
    package func moments(from: AskedMoment?, to: AskedMoment?) throws(RunError)
        -> (start: Date?, end: Date?)
    {
        guard from != nil || to != nil else { return (nil, nil) }
        let timeZone = try loadRules().rules.routing.timeZone
        return (from?.start(in: timeZone), to?.end(in: timeZone))
    }

    /// The time itself; of a day its midnight on the clocks of `rules/routing.yaml`.
    package func start(of moment: AskedMoment?) throws(RunError) -> Date? {
        guard let moment else { return nil }
        if case .second(let date) = moment { return date }
        return moment.start(in: try loadRules().rules.routing.timeZone)
    }
}
