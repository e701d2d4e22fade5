/// Dates with words, or with the day first: RFC 822, asctime, "5 marca 2026 r.", "05.03.2026 14:05",
/// and those with the year first whose time is in words.
struct WordDate {
    private(set) var year: Int?
    private(set) var month: Int?
    /// Whether it may be a Tuesday: `mar, 17 nov 2026` (French, Spanish, Italian).
    private var mayBeTuesday = false
    private(set) var day: Int?
    private(set) var time: CivilDate?
    private(set) var zone: CivilDate?
    /// A word behind the time that stands where a zone does.
    private(set) var unknownZone: String?
    /// Whether the hours are those of half a day.
    private var isOfTwelveHours = false
    /// What stood before the year of a date in numbers.
    private var numbers: (first: Int, second: Int, separator: UInt8)?
    private var hasUnknownWord = false
    /// The last word before the next number.
    private var lastWord: String?
    private var isInBrackets = false
    private let order: DayOrder?

    /// `nil` unless every token is part of a date or a word that goes with one.
    ///
    /// One unknown word may stand before all numbers, a weekday in whatever language, and a label up to
    /// a colon.
    ///
    /// - Parameter order: of day and month where both are numbers; `nil` if that is to be guessed.
    init?(_ tokens: DateTokens, order: DayOrder?) {
        self.order = order
        var reader = TokenReader(tokens.tokens)
        reader.skipLabel()
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
        settleOrder()
    }

    /// What was read; `nil` if no day can be told from it.
    var civilDate: CivilDate? {
        guard let year, let month, let day else { return nil }
        return CivilDate(
            year: year, month: month, day: day, hour: time?.hour ?? 0, minute: time?.minute ?? 0,
            second: time?.second ?? 0, zone: zone?.zone)
    }

    /// `nil` where the order of day and month is no question, as with full stops between them.
    private(set) var sign: DayOrder.Sign?

    // MARK: - Private

    private var isAtStart: Bool { year == nil && month == nil && day == nil && time == nil }

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
        switch sign {
        case UInt8(ascii: "("), UInt8(ascii: "["):
            // A comment (RFC 822 §3.4.3): a zone's long name as a rule, where its offset is known.
            isInBrackets = true
            if zone != nil { while let next = reader.peek, !next.isClosing { _ = reader.next() } }
            return day != nil || sign == UInt8(ascii: "(")
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            isInBrackets = false
            return true
        case .colon:
            // Servers' logs part a day and its time so: `05/Mar/2026:14:05:09`.
            return isAtStart && hasUnknownWord || year != nil && time == nil
        case .dash where isAtStart && !hasUnknownWord:
            // The year of a date before ours.
            return false
        case UInt8(ascii: "'"):
            // `26 Nov '26`.
            guard year == nil, case .number(_, digits: 2) = reader.peek else { return false }
            return true
        default:
            return ",.-/|;@".utf8.contains(sign)
        }
    }

    private mutating func readWord(_ word: String, _ reader: inout TokenReader) -> Bool {
        lastWord = word
        if month == nil || mayBeTuesday, let value = DateNames.month(word) {
            mayBeTuesday =
                isAtStart && word == "mar" && reader.peekSecond == .sign(UInt8(ascii: ","))
            month = value
            _ = reader.next()
            return true
        }
        if month == nil, day != nil, year == nil, let value = Self.romanMonths.firstIndex(of: word)
        {
            month = value + 1
            _ = reader.next()
            return true
        }
        let isSpaced = reader.isBehindSpace
        var zoned = CivilDate(year: 0)
        if time != nil, zone == nil, ZoneReader.read(&reader, into: &zoned) {
            zone = zoned
            return true
        }
        _ = reader.next()
        switch word {
        case "p" where isAtStart, "t" where isAtStart:
            // Pirmdiena and trešdiena, as the C library shortens them.
            return takeAsUnknown(word, isSpaced: isSpaced)
        case "a", "p":
            guard time != nil, reader.skip(.sign(.dot)), reader.skip(.word("m")) else {
                return DateNames.isFiller(word)
            }
            return readHalf(isAfternoon: word == "p")
        case "am", "pm":
            return readHalf(isAfternoon: word == "pm")
        case "st", "nd", "rd", "th", "er", "º", "го", "go":
            return day != nil || DateNames.isWeekday(word)  // "nd" is Sunday in Polish.
        case "t":
            return day != nil && time == nil
        default:
            // A zone that is named once more in brackets, and separators such as » and ·.
            return DateNames.isWeekday(word) || DateNames.isFiller(word)
                || DateNames.month(word) == month && month != nil
                || TimeZoneNames.zone(word) != nil && zone != nil
                || !word.unicodeScalars.contains(where: \.properties.isAlphabetic)
                || isInBrackets && day != nil || takeAsUnknown(word, isSpaced: isSpaced)
        }
    }

    /// Months as Poles number them: `5 III 2026`.
    private static let romanMonths = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ]

    /// Takes a word for a weekday where one may stand, or for a zone where a zone may.
    private mutating func takeAsUnknown(_ word: String, isSpaced: Bool) -> Bool {
        if isAtStart {
            defer { hasUnknownWord = true }
            return !hasUnknownWord
        }
        guard time != nil, day != nil, zone == nil, unknownZone == nil, isSpaced,
            word.contains("/") || (2...5).contains(word.count)
        else { return false }
        unknownZone = word
        return true
    }

    /// Reads the hour before as one of the twelve before or after noon.
    ///
    /// Of one that can only be of twenty-four, `15:04 PM`, the word says nothing new.
    private mutating func readHalf(isAfternoon: Bool) -> Bool {
        guard let hour = time?.hour, (0...(isAfternoon ? 23 : 12)).contains(hour) else {
            return false
        }
        guard (1...12).contains(hour) else { return true }
        time?.hour = hour % 12 + (isAfternoon ? 12 : 0)
        isOfTwelveHours = true
        return true
    }

    private mutating func readNumber(_ reader: inout TokenReader) -> Bool {
        let isSpaced = reader.isBehindSpace
        defer { lastWord = nil }
        guard case .number(let value, let digits) = reader.next() else { return false }
        if time == nil, digits <= 2, reader.peek == .sign(.colon) {
            return readTime(hour: value, &reader)
        }
        if isAtStart, digits <= 2, let clock = ClockReader.read(hour: value, before: &reader) {
            time = clock
            return true
        }
        if time == nil, digits <= 2, year != nil, day != nil,
            let clock = ClockReader.read(hour: value, behind: lastWord, &reader)
        {
            time = clock
            return true
        }
        if day == nil, month == nil, year == nil, digits <= 2,
            readDayAndMonth(value, digits: digits, &reader)
        {
            return true
        }
        if isAtStart, digits == 4, readMonthAndDay(of: value, &reader) { return true }
        switch digits {
        case 4 where year == nil:
            year = value
        case 1...2 where day == nil:
            day = value
        case 2 where year == nil && !reader.isBehindFraction:
            year = CivilDate.year(ofTwoDigits: value)
        case 4 where time != nil && zone == nil && isSpaced && value <= 1400 && value % 100 < 60:
            // `+0100` from an address, where a plus is a blank.
            zone = CivilDate(year: 0, zone: .offset(value / 100 * 60 + value % 100))
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

    /// Reads the rest of `2026-03-05`, of `2026 03 05`, and of `2026年3月5日`.
    private mutating func readMonthAndDay(of year: Int, _ reader: inout TokenReader) -> Bool {
        var ahead = reader
        let separator = ahead.separatorOrBlank()
        guard case .number(let month, let monthDigits) = ahead.next(), monthDigits <= 2 else {
            return false
        }
        let second = ahead.separatorOrBlank()
        guard case .number(let day, let dayDigits) = ahead.next(), dayDigits <= 2 else {
            return false
        }
        switch separator {
        case .word("年"):
            guard second == .word("月"), ahead.skip(.word("日")) else { return false }
        case .space:
            // What a colon follows is an hour.
            guard second == .space, monthDigits == 2, dayDigits == 2, ahead.peek != .sign(.colon)
            else { return false }
        case .sign(let sign):
            guard "./-".utf8.contains(sign), second == separator else { return false }
        case .word, .number, nil:
            return false
        }
        (self.year, self.month, self.day) = (year, month, day)
        reader = ahead
        return true
    }

    /// Reads the rest of `05.03.2026` and of `05 03 2026`: the day stands first, but for numbers that are
    /// no month, until more is known.
    ///
    /// Parted by blanks they have all of their digits: `3 2 2026` may be a result and a year.
    private mutating func readDayAndMonth(
        _ first: Int, digits firstDigits: Int, _ reader: inout TokenReader
    ) -> Bool {
        var ahead = reader
        guard let separator = ahead.separatorOrBlank(),
            case .number(let second, let secondDigits) = ahead.next(), secondDigits <= 2,
            ahead.separatorOrBlank() == separator,
            case .number(let last, let digits) = ahead.next(), digits == 4 || digits == 2
        else { return false }
        switch separator {
        case .space:
            guard firstDigits == 2, secondDigits == 2, digits == 4 else { return false }
            numbers = (first, second, .space)
        case .sign(let sign) where "./-".utf8.contains(sign):
            numbers = (first, second, sign)
        case .sign, .word, .number:
            return false
        }
        (day, month) = second > 12 ? (second, first) : (first, second)
        year = digits == 4 ? last : CivilDate.year(ofTwoDigits: last)
        reader = ahead
        return true
    }

    /// Says which of two numbers is the day, once all is read.
    private mutating func settleOrder() {
        guard let numbers, numbers.separator != .dot else { return }
        if numbers.first > 12 || numbers.second > 12 {
            sign = .proven(numbers.second > 12 ? .monthFirst : .dayFirst)
        } else if numbers.first != numbers.second {
            let order = order ?? (isOfTwelveHours ? .monthFirst : .dayFirst)
            sign = .guessed(order)
            (day, month) =
                order == .dayFirst
                ? (numbers.first, numbers.second) : (numbers.second, numbers.first)
        }
    }
}
