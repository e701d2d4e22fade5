import Foundation
import Model

/// Every sentence that reports say, in one language.
///
/// Words that only a page shows are in `PageWords`.
struct ReportWords: Sendable {
    static let english = ReportWords()

    /// The length of a period, as it is spoken of.
    enum Span: Sendable {
        case day, week, other

        /// A day has 23 to 25 hours, as the clocks are changed.
        init(seconds: Double) {
            let hours = seconds / 3600
            if (23...25).contains(hours) {
                self = .day
            } else if (167...169).contains(hours) {
                self = .week
            } else {
                self = .other
            }
        }
    }

    // MARK: Numbers and dates

    func number(_ number: Int) -> String {
        var digits = String(abs(number))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
    }

    func number(_ value: Double, decimals: Int) -> String {
        let text = String(format: "%.\(decimals)f", abs(value))
        return (value < 0 && text.contains { $0 != "0" && $0 != "." } ? "−" : "") + text
    }

    /// `+0.25`, `−0.25`, `0.00`.
    func signed(_ value: Double) -> String {
        let text = number(value, decimals: 2)
        return value > 0 && text != "0.00" ? "+" + text : text
    }

    func percent(_ share: Double) -> String {
        number(share * 100, decimals: share > 0 && share < 0.1 ? 1 : 0) + "%"
    }

    /// `41 times (27 stories)`.
    func times(_ counts: Counts) -> String {
        let times =
            switch counts.mentions {
            case 1: "once"
            case 2: "twice"
            default: "\(number(counts.mentions)) times"
            }
        return counts.mentions < 2 ? times : "\(times) (\(stories(counts.stories)))"
    }

    func mentions(_ count: Int) -> String { plural(count, "mention", "mentions") }
    func stories(_ count: Int) -> String { plural(count, "story", "stories") }
    /// Entries, as readers call them.
    func posts(_ count: Int) -> String { plural(count, "post", "posts") }
    func feeds(_ count: Int) -> String { plural(count, "feed", "feeds") }

    func plural(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count)) \(count == 1 ? one : many)"
    }

    /// `53 posts with 63 mentions of a brand`; each counts a post once, but not for the same thing.
    func posts(_ posts: Counts, mentions: Int) -> String {
        "\(self.posts(posts.mentions)) with \(self.mentions(mentions)) of a brand"
    }

    /// `Kawka, Zefirnet and Baltfon`.
    func list(_ items: [String], and word: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    /// `Mon 23 Nov 2026, 06:00`.
    func dateAndTime(_ moment: LocalCalendar.Moment) -> String {
        "\(date(moment)), \(time(moment))"
    }

    /// `Mon 23 Nov, 06:00`.
    func shortDateAndTime(_ moment: LocalCalendar.Moment) -> String {
        "\(shortDate(moment)), \(time(moment))"
    }

    /// `Mon 23 Nov`.
    func shortDate(_ moment: LocalCalendar.Moment) -> String {
        let weekday = weekday(moment.weekday).prefix(3)
        return "\(weekday) \(dayAndMonth(day: moment.day, month: moment.month))"
    }

    /// `23 Nov`.
    func dayAndMonth(day: Int, month: Int) -> String {
        Self.months.indices.contains(month - 1)
            ? "\(day) \(Self.months[month - 1].prefix(3))" : "\(day)"
    }

    /// `Mon 23 Nov 2026`.
    func date(_ moment: LocalCalendar.Moment) -> String {
        "\(shortDate(moment)) \(moment.year)"
    }

    /// `Monday, 23 November 2026`.
    func longDate(_ moment: LocalCalendar.Moment) -> String {
        "\(weekday(moment.weekday)), \(moment.day) \(Self.months[moment.month - 1]) \(moment.year)"
    }

    func time(_ moment: LocalCalendar.Moment) -> String {
        String(format: "%02d:%02d", moment.hour, moment.minute)
    }

    /// - Parameter weekday: 1 is Monday.
    func weekday(_ weekday: Int) -> String { Self.weekdays[weekday - 1] }

    func language(_ code: LanguageCode) -> String {
        switch code {
        case .english: "English"
        case .polish: "Polish"
        case .latvian: "Latvian"
        case .undetermined: "Language not clear"
        default: code.rawValue
        }
    }

    /// Of counts below this a quotient says little, so that both are told instead.
    static let smallestBase = 5

    /// `3.2 times as often as the day before`, `against 1 the day before`.
    func change(_ change: Change, _ before: String) -> String {
        guard let ratio = change.ratio.mentions else { return "after none \(before)" }
        guard change.before.mentions >= Self.smallestBase else {
            return "against \(number(change.before.mentions)) \(before)"
        }
        switch ratio {
        case 1.5...: return "\(number(ratio, decimals: 1)) times as often as \(before)"
        case 1.05...: return "\(percent(ratio - 1)) more often than \(before)"
        case ..<0.95: return "\(percent(1 - ratio)) less often than \(before)"
        default: return "about as often as \(before)"
        }
    }

    /// `the day before`.
    func before(_ span: Span) -> String {
        switch span {
        case .day: "the day before"
        case .week: "the week before"
        case .other: "the period before"
        }
    }

    // MARK: - Private

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
