import Foundation
import Model

// When a team works: time zone, days of the week, times of day, holidays.

extension YAMLValue {
    /// An IANA name, such as `Europe/Warsaw`.
    func timeZone() throws(RuleError) -> String {
        let text = try text()
        let known = TimeZone.knownTimeZoneIdentifiers
        // Links to older names, such as UTC, are in the data but not in the list.
        let isLink = text == "UTC" || text.contains("/") && TimeZone(identifier: text) != nil
        guard known.contains(text) || isLink else {
            let near = Suggestion.nearest(to: text, in: known)
            throw RuleError(.badTimeZone(text, suggestion: near), at: place)
        }
        return text
    }

    /// `mon`, `mon-fri` or a list of these; ISO 8601 numbers in order, 1 is Monday.
    func weekdays() throws(RuleError) -> [Int] {
        var days: Set<Int> = []
        for item in try listOrSingle() {
            days.formUnion(try item.weekdayOrSpan())
        }
        return days.sorted()
    }

    /// `08:00`, or `24:00` for the end of the day; minutes after midnight.
    func minuteOfDay() throws(RuleError) -> Int {
        let text = try text()
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
            let hours = Decimals.wholeNumber(parts[0]),
            let minutes = Decimals.wholeNumber(parts[1]),
            minutes < 60, hours * 60 + minutes <= 24 * 60
        else { throw RuleError(.badTime(text), at: place) }
        return hours * 60 + minutes
    }

    /// One time of the day, or a list of them, in order.
    func minutesOfDay() throws(RuleError) -> [Int] {
        var minutes: Set<Int> = []
        for item in try listOrSingle() { minutes.insert(try item.minuteOfDay()) }
        return minutes.sorted()
    }

    /// `2026-12-24`, or `12-24` for every year.
    func holiday() throws(RuleError) -> Holiday {
        let text = try text()
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = parts.map(\.count)
        let numbers = parts.compactMap { Decimals.wholeNumber($0) }
        guard lengths == [2, 2] || lengths == [4, 2, 2], numbers.count == parts.count else {
            throw RuleError(.badHoliday(text), at: place)
        }
        let year = numbers.count == 3 ? numbers[0] : nil
        let (month, day) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
        guard (1...12).contains(month), (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { throw RuleError(.badHoliday(text), at: place) }
        return Holiday(year: year, month: month, day: day)
    }

    // MARK: - Private

    /// In days; without a year that of the longest February.
    private static func length(ofMonth month: Int, in year: Int?) -> Int {
        switch month {
        case 2:
            guard let year else { return 29 }
            let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100)
            return isLeap || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private func weekdayOrSpan() throws(RuleError) -> [Int] {
        let text = try text()
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { name in Self.dayNames.firstIndex { $0 == name } }
        switch (ends.first, ends.last) {
        case (let first??, let last??) where ends.count <= 2:
            // A span may run over the end of the week: sat-mon.
            let length = (last - first + 7) % 7
            return (0...length).map { (first + $0) % 7 + 1 }
        default:
            throw RuleError(.badDays(text), at: place)
        }
    }
}
