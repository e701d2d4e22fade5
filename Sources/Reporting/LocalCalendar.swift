package import Foundation
import Model

/// Days, weekdays and hours as they are told in one time zone.
package struct LocalCalendar: Sendable {
    /// The parts of a moment that people read.
    struct Moment: Hashable {
        let year: Int
        let month: Int
        let day: Int
        let hour: Int
        let minute: Int
        /// ISO 8601: 1 is Monday, 7 is Sunday.
        let weekday: Int
        fileprivate let date: Date
        fileprivate let timeZone: TimeZone

        /// `UTC+2` where the clock shows this time twice, in the night that summer time ends.
        var offset: String? {
            // No clock is put back twice in a day.
            let before = timeZone.secondsFromGMT(for: date.addingTimeInterval(-12 * 3600))
            let after = timeZone.secondsFromGMT(for: date.addingTimeInterval(12 * 3600))
            guard before > after else { return nil }
            let own = timeZone.secondsFromGMT(for: date)
            let other = own == before ? after : before
            let again = date.addingTimeInterval(Double(own - other))
            guard timeZone.secondsFromGMT(for: again) == other else { return nil }
            let (hours, minutes) = (abs(own) / 3600, abs(own) / 60 % 60)
            return "UTC" + (own < 0 ? "−" : "+") + "\(hours)"
                + (minutes == 0 ? "" : String(format: ":%02d", minutes))
        }
    }

    let timeZone: String
    private let calendar: Calendar

    /// - Parameter timeZone: an IANA name; a name that the system does not know is read as UTC.
    package init(timeZone: String) {
        self.timeZone = timeZone
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        self.calendar = calendar
    }

    func moment(of date: Date) -> Moment {
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .weekday], from: date)
        return Moment(
            year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0,
            hour: parts.hour ?? 0, minute: parts.minute ?? 0,
            weekday: ((parts.weekday ?? 1) + 5) % 7 + 1, date: date, timeZone: calendar.timeZone)
    }

    package func startOfDay(_ date: Date) -> Date {
        calendar.startOfDay(for: date)
    }

    /// The first moment of the local day that begins so many days after `day`'s.
    package func startOfDay(_ day: Date, plus days: Int) -> Date {
        let start = calendar.startOfDay(for: day)
        guard let moved = calendar.date(byAdding: .day, value: days, to: start) else {
            preconditionFailure("the calendar cannot move \(start) by \(days) days")
        }
        return calendar.startOfDay(for: moved)
    }

    /// The first moment of the day so many days after one of the calendar.
    package func startOfDay(year: Int, month: Int, day: Int, plus days: Int) -> Date {
        let parts = DateComponents(year: year, month: month, day: day)
        guard let date = calendar.date(from: parts) else {
            preconditionFailure("the calendar has no day \(year)-\(month)-\(day)")
        }
        return startOfDay(date, plus: days)
    }

    /// The moment some days or months later at which a clock on the wall shows the same time.
    package func date(_ date: Date, plus count: Int, _ unit: Calendar.Component) -> Date {
        guard let moved = calendar.date(byAdding: unit, value: count, to: date) else {
            preconditionFailure("the calendar cannot move \(date) by \(count)")
        }
        return moved
    }

    /// How many days lie between two moments, by the clocks on the wall: a week in which these change has
    /// seven, too.
    func days(from start: Date, to end: Date) -> Double {
        let whole = Int((end.timeIntervalSince(start) / 86_400).rounded())
        return Double(whole)
            + end.timeIntervalSince(date(start, plus: whole, .day)) / 86_400
    }

    /// The moment at which a clock on the wall shows so many minutes after midnight.
    ///
    /// A time that the spring change leaves out is the moment of the change; one that the autumn
    /// change shows twice is the first of the two. 1440 is the next midnight.
    func time(_ minutes: Int, onDayOf day: Date) -> Date {
        let start = calendar.startOfDay(for: day)
        guard minutes < 24 * 60 else { return startOfDay(start, plus: 1) }
        let found = calendar.date(
            bySettingHour: minutes / 60, minute: minutes % 60, second: 0, of: start,
            matchingPolicy: .nextTime, repeatedTimePolicy: .first)
        return found ?? start.addingTimeInterval(Double(minutes) * 60)
    }

    /// `2026-11-22`.
    package func dayName(of date: Date) -> String {
        let moment = moment(of: date)
        return [padded(moment.year, to: 4), padded(moment.month), padded(moment.day)]
            .joined(separator: "-")
    }

    /// `2026-W47` (ISO 8601).
    func weekName(of date: Date) -> String {
        let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
        return "\(padded(parts.yearForWeekOfYear ?? 0, to: 4))-W\(padded(parts.weekOfYear ?? 0))"
    }

    /// When the hours or weeks begin that `from..<to` touches.
    func starts(of unit: Trends.Course.Unit, from: Date, to: Date) -> [Date] {
        let part: Calendar.Component = unit == .hour ? .hour : .weekOfYear
        var starts: [Date] = []
        var next = from
        while next < to, let interval = calendar.dateInterval(of: part, for: next) {
            starts.append(interval.start)
            next = interval.end
        }
        return starts
    }

    /// `2026-11-21T18:00+01:00`, `2026-W47`.
    func name(of unit: Trends.Course.Unit, at start: Date) -> String {
        guard unit == .hour else { return weekName(of: start) }
        let moment = moment(of: start)
        let minutes = calendar.timeZone.secondsFromGMT(for: start) / 60
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        return dayName(of: start) + "T\(padded(moment.hour)):\(padded(moment.minute))"
            + (minutes < 0 ? "-" : "+") + "\(padded(hours)):\(padded(rest))"
    }

    /// The Monday and the Sunday of a week, each as it begins.
    ///
    /// - Parameter name: `2026-W47` (ISO 8601).
    /// - Returns: `nil` for what names no week.
    func days(ofWeek name: String) -> (first: Date, last: Date)? {
        let parts = name.split(separator: "-W").compactMap { Int($0) }
        guard parts.count == 2,
            let first = calendar.date(
                from: DateComponents(
                    weekday: 2, weekOfYear: parts[1], yearForWeekOfYear: parts[0])),
            weekName(of: first) == name
        else { return nil }
        return (first, startOfDay(first, plus: 6))
    }

    /// The Sunday of a week, as `2026-11-22`.
    ///
    /// - Parameter name: `2026-W47` (ISO 8601).
    /// - Returns: `nil` for what names no week.
    func lastDay(ofWeek name: String) -> String? {
        (days(ofWeek: name)?.last).map(dayName)
    }

    /// - Parameter month: `2026-11`.
    /// - Returns: `nil` for what names no month.
    func lastDay(ofMonth month: String) -> String? {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2,
            let first = calendar.date(from: DateComponents(year: parts[0], month: parts[1])),
            dayName(of: first) == month + "-01",
            let next = calendar.date(byAdding: .month, value: 1, to: first)
        else { return nil }
        return dayName(of: startOfDay(next, plus: -1))
    }

    /// The last whole hour, week or month before a moment.
    package func lastWhole(_ unit: Calendar.Component, before moment: Date) -> Range<Date>? {
        guard let current = calendar.dateInterval(of: unit, for: moment),
            let last = calendar.dateInterval(of: unit, for: current.start.addingTimeInterval(-1))
        else { return nil }
        return last.start..<last.end
    }

    // MARK: - Private

    private func padded(_ number: Int, to length: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}
