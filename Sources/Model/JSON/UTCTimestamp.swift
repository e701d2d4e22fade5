package import Foundation

/// RFC 3339 in UTC by arithmetic, for the dates that reports are full of.
package enum UTCTimestamp {
    /// - Returns: `2026-11-22T06:00:00Z`; `nil` before 1970, from the year 10000 on, and between two
    ///   seconds.
    package static func text(of date: Date) -> String? {
        let seconds = date.timeIntervalSince1970
        guard seconds >= 0, seconds < 253_402_300_800, seconds.rounded() == seconds else {
            return nil
        }
        let (day, second) = Int(seconds).quotientAndRemainder(dividingBy: 86_400)
        let (year, month, dayOfMonth) = civilDate(ofDay: day)
        var text: [UInt8] = []
        text.reserveCapacity(20)
        func put(_ number: Int, _ mark: Unicode.Scalar) {
            text.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
            text.append(UInt8(ascii: "0") + UInt8(number % 10))
            text.append(UInt8(ascii: mark))
        }
        text.append(UInt8(ascii: "0") + UInt8(year / 1000))
        text.append(UInt8(ascii: "0") + UInt8(year / 100 % 10))
        put(year % 100, "-")
        put(month, "-")
        put(dayOfMonth, "T")
        put(second / 3_600, ":")
        put(second / 60 % 60, ":")
        put(second % 60, "Z")
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: - Private

    /// Counts years from March, so that the leap day is a year's last (Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms", `civil_from_days`).
    ///
    /// - Parameter day: Since 1 January 1970, not before it.
    private static func civilDate(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let sinceEra = day + 719_468
        let (era, dayOfEra) = sinceEra.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shifted + 2) / 5 + 1
        )
    }
}
