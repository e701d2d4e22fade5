import Foundation
import Model

/// Works out by when a team has to answer: its answer time is counted in its business hours, on the
/// clocks of one time zone.
///
/// A shift from 08:00 to 20:00 is twelve hours on every day. A shift during which the clocks change is
/// an hour shorter or longer, as the people who work it know.
struct AnswerBy {
    let team: Team
    let calendar: LocalCalendar

    /// The moment at which the time for an answer ends.
    ///
    /// - Returns: `nil` where the team has no time for this severity, or one that does not end within
    ///   ten years, as with shifts of no hours.
    func deadline(for severity: Severity, from start: Date) -> Date? {
        var known = KnownDays()
        return deadline(for: severity, from: start, knowing: &known)
    }

    /// The shifts of days that were looked up already, by when each day begins: most posts of a digest
    /// are of a few days, and to ask a calendar takes long.
    struct KnownDays {
        fileprivate var shifts: [Date: [Range<Date>]] = [:]
    }

    /// The same for one start after the other.
    ///
    /// - Parameter known: of this team alone.
    func deadline(for severity: Severity, from start: Date, knowing known: inout KnownDays)
        -> Date?
    {
        guard let allowed = team.answerWithin[severity] else { return nil }
        var left = allowed.inSeconds
        guard !team.hours.isEmpty else {
            return left <= Double(Self.furthestDay) * 86_400 ? start.addingTimeInterval(left) : nil
        }
        guard team.hours.contains(where: { !$0.weekdays.isEmpty && !$0.minutes.isEmpty }) else {
            return nil
        }
        let first = calendar.startOfDay(start)
        for offset in 0..<Self.furthestDay {
            let day = offset == 0 ? first : calendar.startOfDay(first, plus: offset)
            let open = known.shifts[day] ?? openHours(on: day)
            known.shifts[day] = open
            for hours in open where hours.upperBound > start {
                let from = max(hours.lowerBound, start)
                let length = hours.upperBound.timeIntervalSince(from)
                if left <= length { return from.addingTimeInterval(left) }
                left -= length
            }
        }
        return nil
    }

    // MARK: - Private

    /// Ten years: a time that ends later is none, and RFC 3339 may have no way to write it.
    private static let furthestDay = 3_660

    private func isHoliday(_ day: LocalCalendar.Moment) -> Bool {
        [nil, day.year].contains { year in
            team.holidays.contains(Holiday(year: year, month: day.month, day: day.day))
        }
    }

    /// The shifts of a day in order, those that touch or overlap joined.
    ///
    /// - Parameter day: its first moment.
    private func openHours(on day: Date) -> [Range<Date>] {
        let moment = calendar.moment(of: day)
        guard !isHoliday(moment) else { return [] }
        let shifts = team.hours.filter { $0.weekdays.contains(moment.weekday) }.map(\.minutes)
            .sorted { $0.lowerBound < $1.lowerBound }
        var joined: [Range<Int>] = []
        for shift in shifts {
            if let last = joined.last, shift.lowerBound <= last.upperBound {
                let end = max(last.upperBound, shift.upperBound)
                joined[joined.count - 1] = last.lowerBound..<end
            } else {
                joined.append(shift)
            }
        }
        return joined.map { shift in
            let opens = calendar.time(shift.lowerBound, onDayOf: day)
            return opens..<max(opens, calendar.time(shift.upperBound, onDayOf: day))
        }
    }
}

extension Duration {
    fileprivate var inSeconds: Double {
        let parts = components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
