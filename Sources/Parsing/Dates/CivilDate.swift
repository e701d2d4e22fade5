import Foundation

/// A date and time of day with its zone, as written.
struct CivilDate {
    enum Zone: Hashable {
        /// Minutes east of Greenwich.
        case offset(Int)
        /// Whose clocks go by summer time in summer.
        case place(TimeZone)
    }

    var year: Int
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    /// `nil` where none is stated, which is read as UTC.
    var zone: Zone?
    /// Whether a day is stated, not only a month or a year.
    var namesDay = true

    /// The moment; `nil` where the calendar or the clock has no such one, before 1971, and from the year
    /// 10000 on, which RFC 3339 cannot write.
    ///
    /// Software writes such dates when it knows none: the start of Unix time, in whatever zone, years 1
    /// and 1900; or, in January 1970, seconds that it takes for milliseconds. Nothing was published
    /// as feeds then.
    var date: Date? {
        guard (1971...9999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day), (0...24).contains(hour),
            hour < 24 || (minute == 0 && second == 0), (0...59).contains(minute),
            (0...60).contains(second)
        else { return nil }
        let minutes = (Self.dayNumber(year, month, day) * 24 + hour) * 60 + minute
        // The second that clocks are stopped for is the one before.
        let shown = Date(timeIntervalSince1970: Double(minutes * 60 + min(second, 59)))
        let moment: Date
        switch zone {
        case nil: moment = shown
        case .offset(let minutes):
            guard (-24 * 60...24 * 60).contains(minutes) else { return nil }
            moment = shown - Double(minutes * 60)
        case .place(let place): moment = Self.moment(at: place, showing: shown)
        }
        return moment < Self.end ? moment : nil
    }

    /// The first moment of the year 10000.
    static let end = Date(timeIntervalSince1970: 253_402_300_800)

    /// The moment at which the clocks of a place show what those of Greenwich show at another one.
    static func moment(at place: TimeZone, showing shown: Date) -> Date {
        // What the clocks show then is known only once the moment is, near enough.
        let near = shown - Double(place.secondsFromGMT(for: shown))
        return shown - Double(place.secondsFromGMT(for: near))
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// A year of two digits: 70 … 99 are of the last century (as in POSIX, from 69 on).
    static func year(ofTwoDigits year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    /// Days since 1970-01-01, counted in years that start in March, so that leap days come last.
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
