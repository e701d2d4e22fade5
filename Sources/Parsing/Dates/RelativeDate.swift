import Foundation

/// Dates that are told from the moment of reading, as forums show those of the last days: "wczoraj,
/// 14:20", "2 godziny temu", "pirms 5 minūtēm", "yesterday at 2:05 pm".
struct RelativeDate {
    private let tokens: [DateTokens.Token]
    private let now: Date
    private let timeZone: TimeZone

    /// - Parameter timeZone: of the clock times, and in which a day begins.
    /// - Returns: the moment, as near as the words tell it; `nil` where none of them tells one.
    static func date(within text: String, now: Date, timeZone: TimeZone) -> Date? {
        RelativeDate(tokens: DateTokens(text).words, now: now, timeZone: timeZone).date
    }

    /// Whether a text tells a date by the moment of reading, whatever else it tells.
    static func isTold(in text: String) -> Bool {
        date(within: text, now: anyDay, timeZone: .gmt) != nil
    }

    /// Whether a text tells a date that is another one at each reading, as "3 dni temu" does, but not "wczoraj, 14:20".
    static func isPassing(in text: String) -> Bool {
        date(within: text, now: anyDay, timeZone: .gmt)
            != date(within: text, now: anyDay + 1, timeZone: .gmt)
    }

    // MARK: - Private

    /// Not at the end of a day.
    private static let anyDay = Date(timeIntervalSince1970: 1_795_327_200)

    private var date: Date? {
        for index in tokens.indices {
            guard case .word(let word) = tokens[index] else { continue }
            if let days = Self.days[word] { return day(ago: days, timeBehind: index) }
            if Self.isNow(tokens[index...]) { return now }
            if Self.wordsBehindSpan.contains(word), let span = span(before: index) {
                return now - span
            }
            if Self.wordsBeforeSpan.contains(word), let span = span(behind: index) {
                return now - span
            }
        }
        return nil
    }

    /// A day with the clock time that follows it, or its first moment.
    private func day(ago days: Int, timeBehind index: Int) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        guard let day = calendar.date(byAdding: .day, value: -days, to: now) else { return nil }
        let parts = calendar.dateComponents([.year, .month, .day], from: day)
        guard let year = parts.year, let month = parts.month, let dayOfMonth = parts.day else {
            return nil
        }
        var civil = CivilDate(
            year: year, month: month, day: dayOfMonth, zone: .place(timeZone))
        if let (hour, minute) = time(behind: index) { (civil.hour, civil.minute) = (hour, minute) }
        return civil.date
    }

    /// The first clock time behind a word, with nothing but signs and small words between.
    private func time(behind index: Int) -> (hour: Int, minute: Int)? {
        for start in tokens.indices.dropFirst(index + 1) {
            switch tokens[start] {
            case .word(let word) where DateNames.isFiller(word): continue
            case .sign, .space: continue
            case .word: return nil
            case .number(let hour, _):
                guard start + 2 < tokens.count, Self.clockSigns.contains(tokens[start + 1]),
                    case .number(let minute, digits: 2) = tokens[start + 2]
                else { return nil }
                let half = tokens.dropFirst(start + 3).first
                if half == .word("pm"), hour < 12 { return (hour + 12, minute) }
                if half == .word("am"), hour == 12 { return (0, minute) }
                return (hour, minute)
            }
        }
        return nil
    }

    /// The seconds of "2 h 20 min" before a word such as "temu".
    private func span(before index: Int) -> Double? {
        var seconds = 0.0
        var end = index
        while let (unit, start) = unit(endingBefore: end) {
            seconds += unit
            end = start
        }
        return end == index ? nil : seconds
    }

    /// The seconds of a unit that stands right before a place, with its number if it has one, and where
    /// that starts.
    private func unit(endingBefore end: Int) -> (seconds: Double, start: Int)? {
        var index = end - 1
        while index >= 0, case .sign = tokens[index] { index -= 1 }
        guard index >= 0, case .word(let word) = tokens[index], let seconds = Self.units[word]
        else {
            return nil
        }
        guard index > 0, case .number(let count, digits: 1...3) = tokens[index - 1] else {
            return (seconds, index)
        }
        return (Double(count) * seconds, index - 1)
    }

    /// The same behind a word such as "pirms".
    private func span(behind index: Int) -> Double? {
        var seconds: Double?
        var count: Int?
        for token in tokens.dropFirst(index + 1) {
            switch token {
            case .number(let number, digits: 1...3):
                count = number
            case .number:
                return seconds
            case .word(let word):
                if let unit = Self.units[word] {
                    seconds = (seconds ?? 0) + Double(count ?? 1) * unit
                    count = nil
                } else if !Self.wordsBetween.contains(word) {
                    return seconds
                }
            case .sign, .space:
                continue
            }
        }
        return seconds
    }

    private static func isNow(_ tokens: ArraySlice<DateTokens.Token>) -> Bool {
        nowWords.contains { words in
            tokens.prefix(words.count).elementsEqual(words.lazy.map { .word($0) })
        }
    }

    private static let clockSigns: [DateTokens.Token] = [.sign(.colon), .sign(.dot)]

    private static let days = [
        "dzisiaj": 0, "dziś": 0, "dzis": 0, "šodien": 0, "sodien": 0, "today": 0, "heute": 0,
        "šiandien": 0, "siandien": 0, "täna": 0, "сегодня": 0, "сьогодні": 0, "dnes": 0,
        "wczoraj": 1, "vakar": 1, "yesterday": 1, "gestern": 1, "eile": 1, "вчера": 1, "вчора": 1,
        "včera": 1, "przedwczoraj": 2, "aizvakar": 2, "užvakar": 2, "vorgestern": 2, "позавчера": 2,
    ]

    private static let nowWords = [
        ["przed", "chwilą"], ["przed", "chwila"], ["chwilę", "temu"], ["chwile", "temu"], ["tikko"],
        ["tikai", "nupat"], ["pirms", "brīža"], ["pirms", "briza"], ["pirms", "mirkļa"],
        ["just", "now"], ["moments", "ago"], ["a", "moment", "ago"], ["gerade", "eben"],
        ["ką", "tik"], ["только", "что"], ["щойно"],
    ]

    private static let wordsBehindSpan: Set<String> = ["temu", "ago", "назад", "tagasi", "тому"]

    private static let wordsBeforeSpan: Set<String> = ["pirms", "prieš", "vor", "před", "pred"]

    private static let wordsBetween: Set<String> = [
        "un", "ir", "und", "a", "apmēram", "maždaug", "etwa", "asi",
    ]

    /// Seconds of a unit, by its names in the forms that "ago" asks for; months and years are mean ones.
    private static let units: [String: Double] = {
        let lines: [(Double, String)] = [
            (
                1,
                """
                s sek sec sekund sekundę sekunde sekundy second seconds secs sekundes sekundēm sekundžu
                sekunden sekundi секунд секунды секунду
                """
            ),
            (
                60,
                """
                m min minut minutę minute minuty minutes mins minūtes minūtēm minutem
                minučių minutę minuten minuti minutit минут минуты минуту хвилин хвилини
                """
            ),
            (
                3_600,
                """
                h g godz godzin godzinę godzine godziny hour hours hr hrs stundas stundām stundam st
                valandų valandas stunde stunden tundi hodinami hodinou час часа часов годин години
                """
            ),
            (
                86_400,
                """
                d dzień dzien dni dnia day days dienas dienām dienam dieną dienų tag tagen päeva dny dňami
                день дня дней дні днів
                """
            ),
            (
                604_800,
                """
                tydzień tydzien tygodnie tygodni week weeks nedēļas nedēļām nedelas nedelam savaitę
                savaites savaičių woche wochen nädalat неделю недели недель тиждень тижні
                """
            ),
            (
                2_629_746,
                """
                miesiąc miesiac miesiące miesiace miesięcy miesiecy month months mēneša mēnešiem menesa
                menesiem mėnesį mėnesius monat monaten kuud месяц месяца месяцев місяць місяці
                """
            ),
            (
                31_556_952,
                """
                rok lata lat year years gada gadiem metus metų jahr jahren aastat год года лет рік роки
                """
            ),
        ]
        var units: [String: Double] = [:]
        for (seconds, words) in lines {
            for word in words.split(whereSeparator: \.isWhitespace) {
                units[String(word)] = seconds
            }
        }
        return units
    }()
}

extension DateTokens {
    /// All but blanks.
    fileprivate var words: [Token] { tokens.filter { $0 != .space } }
}
