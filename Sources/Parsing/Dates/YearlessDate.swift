import Foundation

/// Dates without a year, as forums show those of the last months: "22 lis, 14:20", "Nov 22".
enum YearlessDate {
    /// The last such day that has come; one of tomorrow has where clocks are ahead.
    ///
    /// - Parameter timeZone: of the clock times, unless these name one.
    /// - Returns: `nil` where the text has none.
    static func date(within text: String, now: Date, timeZone: TimeZone) -> Date? {
        guard var civil = FeedDate.yearlessDate(within: text) else { return nil }
        civil.zone = civil.zone ?? .place(timeZone)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let year = calendar.component(.year, from: now)
        let latest = now.addingTimeInterval(24 * 60 * 60)
        for year in [year + 1, year, year - 1] {
            civil.year = year
            if let date = civil.date, date <= latest { return date }
        }
        return nil
    }
}

extension WordDate {
    /// What was read; `nil` if it has a year, or lacks a day or a month.
    var yearlessDate: CivilDate? {
        guard year == nil, let month, let day else { return nil }
        return CivilDate(
            year: 0, month: month, day: day, hour: time?.hour ?? 0, minute: time?.minute ?? 0,
            second: time?.second ?? 0, zone: zone?.zone)
    }
}
