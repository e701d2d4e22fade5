package import Foundation

/// A time as HTTP writes it (RFC 9110 §5.6.7): one form to write, three to read.
package enum HTTPDate {
    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`; the name of the day is not looked at.
    ///
    /// `nil` for anything else, and for a day that its month does not have.
    ///
    /// - Parameter now: decides the century of a year of two digits, which lies at most 50 years
    ///   ahead.
    package static func date(_ text: String, now: Date) -> Date? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.dropFirst().map(String.init)
        if words.count == 5, words[4].uppercased() == "GMT" {
            return date(day: words[0], month: words[1], year: words[2], time: words[3], now: now)
        }
        if words.count == 4 {
            return date(day: words[1], month: words[0], year: words[3], time: words[2], now: now)
        }
        return nil
    }

    // MARK: - Private

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func date(day: String, month: String, year: String, time: String, now: Date)
        -> Date?
    {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map(number)
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            hour < 24, minute < 60, second <= 60,
            let month = months.firstIndex(of: month.lowercased()),
            let day = number(day), (1...31).contains(day), let digits = number(year)
        else { return nil }
        let seconds = (hour * 60 + minute) * 60 + second
        func moment(year: Int) -> Date? {
            let days = days(year: year, month: month + 1, day: day)
            let next = month < 11 ? (year, month + 2) : (year + 1, 1)
            guard days < Self.days(year: next.0, month: next.1, day: 1) else { return nil }
            return Date(timeIntervalSince1970: Double(days * 86_400 + seconds))
        }
        switch year.utf8.count {
        case 4: return moment(year: digits)
        case 2:
            let limit = now.addingTimeInterval(50 * 365.25 * 86_400)
            return [2000, 1900].compactMap { moment(year: digits + $0) }.first { $0 <= limit }
        default: return nil
        }
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    /// Days from 1 January 1970 in the Gregorian calendar, by counting years from March so that the
    /// leap day comes last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
