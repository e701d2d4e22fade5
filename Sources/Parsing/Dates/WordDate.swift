/// Dates with words, or with the day first: RFC 822, asctime, "5 marca 2026 r.", "05.03.2026 14:05".
struct WordDate {
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var time: CivilDate?
    private var zone: CivilDate?

    /// `nil` unless every token is part of a date or a word that goes with one.
    init?(_ tokens: DateTokens) {
        var reader = TokenReader(tokens.tokens)
        while let token = reader.peek {
            switch token {
            case .space:
                _ = reader.next()
            case .sign(let sign):
                guard readSign(sign, &reader) else { return nil }
            case .word(let word):
                guard readWord(word, &reader) else { return nil }
            case .number:
                guard readNumber(&reader) else { return nil }
            }
        }
    }

    /// What was read; `nil` if no day can be told from it.
    var civilDate: CivilDate? {
        guard let year, let month, let day else { return nil }
        return CivilDate(
            year: year, month: month, day: day, hour: time?.hour ?? 0, minute: time?.minute ?? 0,
            second: time?.second ?? 0, zone: zone?.zone)
    }

    // MARK: - Private

    private mutating func readSign(_ sign: UInt8, _ reader: inout TokenReader) -> Bool {
        // Behind a time of day a sign and a number are an offset; elsewhere a sign only separates.
        if time != nil, zone == nil, sign == .dash || sign == UInt8(ascii: "+") {
            var zoned = CivilDate(year: 0)
            if case .number = reader.peekSecond {
                guard ZoneReader.read(&reader, into: &zoned) else { return false }
                zone = zoned
                return true
            }
        }
        _ = reader.next()
        return ",.-/()|".utf8.contains(sign)
    }

    private mutating func readWord(_ word: String, _ reader: inout TokenReader) -> Bool {
        if month == nil, let value = DateNames.month(word) {
            month = value
            _ = reader.next()
            return true
        }
        var zoned = CivilDate(year: 0)
        if time != nil, zone == nil, ZoneReader.read(&reader, into: &zoned) {
            zone = zoned
            return true
        }
        _ = reader.next()
        switch word {
        case "a", "p":
            guard time != nil, reader.skip(.sign(.dot)), reader.skip(.word("m")) else {
                return DateNames.isFiller(word)
            }
            return readHalf(isAfternoon: word == "p")
        case "am", "pm":
            return readHalf(isAfternoon: word == "pm")
        case "st", "nd", "rd", "th":
            return day != nil
        case "t":
            return day != nil && time == nil
        default:
            // A zone that is named once more in brackets, and separators such as » and ·.
            return DateNames.isWeekday(word) || DateNames.isFiller(word)
                || DateNames.month(word) == month && month != nil
                || TimeZoneNames.zone(word) != nil && zone != nil
                || !word.unicodeScalars.contains(where: \.properties.isAlphabetic)
        }
    }

    /// Reads the hour before as one of the twelve before or after noon.
    private mutating func readHalf(isAfternoon: Bool) -> Bool {
        guard let hour = time?.hour, (1...12).contains(hour) else { return false }
        time?.hour = hour % 12 + (isAfternoon ? 12 : 0)
        return true
    }

    private mutating func readNumber(_ reader: inout TokenReader) -> Bool {
        guard case .number(let value, let digits) = reader.next() else { return false }
        if time == nil, digits <= 2, reader.peek == .sign(.colon) {
            return readTime(hour: value, &reader)
        }
        if time == nil, digits <= 2, year != nil, day != nil, readSplitTime(hour: value, &reader) {
            return true
        }
        if day == nil, month == nil, year == nil, digits <= 2, readDayAndMonth(value, &reader) {
            return true
        }
        switch digits {
        case 4 where year == nil:
            year = value
        case 1...2 where day == nil:
            day = value
        case 2 where year == nil:
            year = CivilDate.year(ofTwoDigits: value)
        default:
            return false
        }
        return true
    }

    private mutating func readTime(hour: Int, _ reader: inout TokenReader) -> Bool {
        var clock = CivilDate(year: 0, hour: hour)
        _ = reader.next()
        guard case .number(let minute, digits: 1...2) = reader.next() else { return false }
        clock.minute = minute
        if reader.peek == .sign(.colon) {
            _ = reader.next()
            guard case .number(let second, digits: 1...2) = reader.next() else { return false }
            clock.second = second
            guard reader.skipFraction() else { return false }
        }
        time = clock
        return true
    }

    /// Reads the rest of `14.05` and `14h05`, times of day only behind a whole date.
    private mutating func readSplitTime(hour: Int, _ reader: inout TokenReader) -> Bool {
        var ahead = reader
        guard ahead.skip(.sign(.dot)) || ahead.skip(.word("h")),
            case .number(let minute, digits: 2) = ahead.next()
        else { return false }
        time = CivilDate(year: 0, hour: hour, minute: minute)
        reader = ahead
        return true
    }

    /// Reads the rest of `05.03.2026`: the day stands first, but for numbers that are no month.
    private mutating func readDayAndMonth(_ first: Int, _ reader: inout TokenReader) -> Bool {
        var ahead = reader
        guard case .sign(let separator) = ahead.next(), "./-".utf8.contains(separator),
            case .number(let second, digits: 1...2) = ahead.next(),
            ahead.next() == .sign(separator),
            case .number(let last, let digits) = ahead.next(), digits == 4 || digits == 2
        else { return false }
        (day, month) = second > 12 ? (second, first) : (first, second)
        year = digits == 4 ? last : CivilDate.year(ofTwoDigits: last)
        reader = ahead
        return true
    }
}
