package import Foundation
package import Model

/// When a notice is due: a pure function of the rule, the zone and the time.
package struct NoticeTimes: Sendable {
    private let calendar: Calendar

    package init(timeZone: TimeZone) {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// The period that is to be told now.
    ///
    /// A digest rule that is new begins with the first of its times that comes, or has passed this very
    /// day.
    ///
    /// - Parameter considered: up to when the rule was considered; `nil` for never, from where the
    ///   last day counts.
    /// - Returns: `nil` where it is not time.
    package func window(of rule: NoticeRule, considered: Date?, now: Date) -> NoticeWindow? {
        let window = NoticeWindow(
            after: considered ?? now.addingTimeInterval(-86_400), through: now)
        guard window.after < now else { return nil }
        switch rule.content {
        case .digest(let minutes, let weekdays, _):
            let times = minutes.compactMap { lastTime(minute: $0, weekdays: weekdays, until: now) }
            guard let due = times.max(),
                considered.map({ $0 < due }) ?? calendar.isDate(due, inSameDayAs: now)
            else { return nil }
            return window
        case .alerts:
            let isQuiet = rule.quietHours?.contains(minute: minuteOfDay(now)) ?? false
            return isQuiet ? nil : window
        }
    }

    // MARK: - Private

    private func minuteOfDay(_ date: Date) -> Int {
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        return (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
    }

    /// The latest moment, `now` included, at which the clock showed that time on such a day.
    private func lastTime(minute: Int, weekdays: [Int], until now: Date) -> Date? {
        let today = calendar.startOfDay(for: now)
        for back in 0...8 {
            guard let day = calendar.date(byAdding: .day, value: -back, to: today) else { continue }
            let weekday = (calendar.component(.weekday, from: day) + 5) % 7 + 1
            guard weekdays.contains(weekday) else { continue }
            // 24:00 is where the next day begins; a time that the spring change leaves out is the
            // moment of the change.
            let time =
                minute == 24 * 60
                ? calendar.date(byAdding: .day, value: 1, to: day)
                : calendar.date(
                    bySettingHour: minute / 60, minute: minute % 60, second: 0, of: day,
                    matchingPolicy: .nextTime, repeatedTimePolicy: .first)
            if let time, time <= now { return time }
        }
        return nil
    }
}
