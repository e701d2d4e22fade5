/// Dates in numbers, the year first: RFC 3339, W3CDTF and the other forms of ISO 8601.
enum NumericDate {
    /// `nil` unless all of the text is such a date.
    static func civilDate(_ tokens: DateTokens) -> CivilDate? {
        var reader = TokenReader(tokens.tokens)
        guard var date = day(&reader) else { return nil }
        if reader.isAtEnd { return date }
        if date.namesDay, let zoned = zone(reader, of: date) { return zoned }
        guard
            reader.skip(.word("t")) || reader.skipSpaces() || reader.skip(.sign(UInt8(ascii: ",")))
        else { return nil }
        reader.skipSpaces()
        guard time(&reader, into: &date) else { return nil }
        reader.skipSpaces()
        guard reader.isAtEnd || ZoneReader.read(&reader, into: &date) else { return nil }
        reader.skipSpaces()
        return reader.isAtEnd ? date : nil
    }

    // MARK: - Private

    /// The day with the zone that it may have in XML Schema: `2026-03-05+01:00`, `2026-03-05Z`.
    private static func zone(_ reader: TokenReader, of date: CivilDate) -> CivilDate? {
        var ahead = reader
        if case .number(_, digits: 1...2) = reader.peekSecond {
            // One more number would be anything.
            _ = ahead.next()
            _ = ahead.next()
            guard ahead.peek == .sign(.colon) else { return nil }
            ahead = reader
        }
        var zoned = date
        return ZoneReader.read(&ahead, into: &zoned) && ahead.isAtEnd ? zoned : nil
    }

    private static func day(_ reader: inout TokenReader) -> CivilDate? {
        switch reader.next() {
        case .sign(.dash):
            return shortMonth(&reader)
        case .number(let year, digits: 4):
            return day(of: year, &reader)
        case .number(let value, digits: 8):
            return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        case .number(let value, digits: 7):
            return CivilDate(year: value / 1_000, dayOfYear: value % 1_000)
        case .number(let value, digits: 6):
            return CivilDate(
                year: CivilDate.year(ofTwoDigits: value / 10_000), month: value / 100 % 100,
                day: value % 100)
        case .number(let value, digits: 12):
            let day = value / 10_000
            return CivilDate(
                year: day / 10_000, month: day / 100 % 100, day: day % 100,
                hour: value / 100 % 100, minute: value % 100)
        case .number(let value, digits: 14):
            let day = value / 1_000_000
            return CivilDate(
                year: day / 10_000, month: day / 100 % 100, day: day % 100,
                hour: value / 10_000 % 100, minute: value / 100 % 100, second: value % 100)
        default:
            return nil
        }
    }

    /// Reads the rest of `-0312` and `-03-12`, a year of two digits and a month (ISO 8601:2000).
    ///
    /// The other forms of that edition without a century, `03335` above all, are those of any number.
    private static func shortMonth(_ reader: inout TokenReader) -> CivilDate? {
        switch reader.next() {
        case .number(let value, digits: 4):
            return CivilDate(
                year: CivilDate.year(ofTwoDigits: value / 100), month: value % 100, namesDay: false)
        case .number(let year, digits: 2):
            guard reader.skip(.sign(.dash)), case .number(let month, digits: 2) = reader.next()
            else { return nil }
            return CivilDate(
                year: CivilDate.year(ofTwoDigits: year), month: month, namesDay: false)
        default:
            return nil
        }
    }

    private static func day(of year: Int, _ reader: inout TokenReader) -> CivilDate? {
        if let week = week(of: year, &reader) { return week }
        guard case .sign(let separator) = reader.peek, "-/.".utf8.contains(separator) else {
            return CivilDate(year: year, namesDay: false)
        }
        _ = reader.next()
        guard case .number(let month, let digits) = reader.next() else { return nil }
        if digits == 3, reader.peek != .sign(separator) {
            return CivilDate(year: year, dayOfYear: month)
        }
        guard digits <= 3 else { return nil }
        guard reader.skip(.sign(separator)) else {
            return CivilDate(year: year, month: month, namesDay: false)
        }
        guard case .number(let day, digits: 1...2) = reader.next() else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// `2026-W48-5`, `2026W485`, and without a day.
    private static func week(of year: Int, _ reader: inout TokenReader) -> CivilDate? {
        var ahead = reader
        let isSeparated = ahead.skip(.sign(.dash))
        guard ahead.skip(.word("w")), case .number(let value, let digits) = ahead.next() else {
            return nil
        }
        var (week, weekday) = (value, Int?.none)
        if digits == 3, !isSeparated {
            (week, weekday) = (value / 10, value % 10)
        } else if digits == 2, isSeparated, ahead.skip(.sign(.dash)) {
            guard case .number(let day, digits: 1) = ahead.next() else { return nil }
            weekday = day
        } else if digits != 2 {
            return nil
        }
        guard let date = CivilDate(year: year, week: week, weekday: weekday) else { return nil }
        reader = ahead
        return date
    }

    private static func time(_ reader: inout TokenReader, into date: inout CivilDate) -> Bool {
        switch reader.next() {
        case .number(let hour, digits: 1...2):
            date.hour = hour
            return clock(&reader, into: &date)
        case .number(let value, digits: 4):
            (date.hour, date.minute) = (value / 100, value % 100)
            return true
        case .number(let value, digits: 6):
            (date.hour, date.minute, date.second) = (value / 10_000, value / 100 % 100, value % 100)
            return reader.skipFraction()
        default:
            return false
        }
    }

    private static func clock(_ reader: inout TokenReader, into date: inout CivilDate) -> Bool {
        guard reader.skip(.sign(.colon)) else { return true }
        guard case .number(let minute, digits: 1...2) = reader.next() else { return false }
        date.minute = minute
        guard reader.skip(.sign(.colon)) else { return true }
        guard case .number(let second, digits: 1...2) = reader.next() else { return false }
        date.second = second
        return reader.skipFraction()
    }
}

extension CivilDate {
    /// A day by its number in the year, 1 … 366; `nil` if the year has none such.
    init?(year: Int, dayOfYear: Int) {
        var rest = dayOfYear
        var month = 1
        while month <= 12, rest > Self.days(in: month, of: year) {
            rest -= Self.days(in: month, of: year)
            month += 1
        }
        guard month <= 12, rest > 0 else { return nil }
        self.init(year: year, month: month, day: rest)
    }
}
