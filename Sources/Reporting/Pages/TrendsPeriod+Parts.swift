import Foundation
import Model

/// A day or a week that a report covers only in part has only a part of its count, which must not look
/// like a drop.
extension Trends.Period {
    /// Whether its last day has not ended yet, as on the morning on which a report is made.
    package var endsInPart: Bool {
        days.count > 1 && LocalCalendar(timeZone: timeZone).startOfDay(to) != to
    }

    /// When its last seven days begin, to the hour.
    ///
    /// Counted in calendar days, a report made in the morning would compare six days and some hours
    /// with whole weeks.
    var lastWeekBegins: Date { LocalCalendar(timeZone: timeZone).date(to, plus: -7, .day) }

    /// Whether there is at least a week before the last seven days to compare them with.
    var hasTwoWeeks: Bool { LocalCalendar(timeZone: timeZone).date(to, plus: -14, .day) >= from }

    /// How many weeks lie before the last seven days.
    var weeksBefore: Double {
        LocalCalendar(timeZone: timeZone).days(from: from, to: lastWeekBegins) / 7
    }

    /// The counts of the days that have ended.
    package func ended(_ daily: [Int]) -> [Int] {
        endsInPart ? daily.dropLast() : daily
    }

    /// Whether it covers only some days of a week, or hours of one.
    ///
    /// - Parameter name: `2026-W47` (ISO 8601).
    func cuts(week name: String) -> Bool {
        let calendar = LocalCalendar(timeZone: timeZone)
        guard let (first, last) = calendar.days(ofWeek: name) else { return false }
        return first < from || calendar.startOfDay(last, plus: 1) > to
    }
}
