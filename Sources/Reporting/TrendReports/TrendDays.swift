import Foundation
import Model

/// The local days of a trend report, and what was said on each.
struct TrendDays: Sendable {
    /// When each begins, in order.
    let starts: [Date]
    let names: [String]
    /// When the period ends.
    let end: Date
    /// Those that the period covers from end to end; only they are judged.
    let whole: Range<Int>
    /// The length of the period in days of the calendar, of which two a year have 23 or 25 hours.
    let length: Double
    private let calendar: LocalCalendar

    /// The days that `from..<to` touches.
    init(from: Date, to: Date, calendar: LocalCalendar) {
        var starts: [Date] = []
        var next = calendar.startOfDay(from)
        while next < to {
            starts.append(next)
            next = calendar.startOfDay(next, plus: 1)
        }
        self.starts = starts
        length = calendar.days(from: from, to: to)
        self.calendar = calendar
        names = starts.map(calendar.dayName(of:))
        end = to
        let first = starts.firstIndex { $0 >= from } ?? starts.count
        let last = next <= to ? starts.count : max(starts.count - 1, 0)
        whole = min(first, last)..<last
    }

    /// The hours or weeks that `from..<to` touches.
    init(from: Date, to: Date, by unit: Trends.Course.Unit, calendar: LocalCalendar) {
        starts = calendar.starts(of: unit, from: from, to: to)
        names = starts.map { calendar.name(of: unit, at: $0) }
        end = to
        whole = 0..<starts.count
        length = calendar.days(from: from, to: to)
        self.calendar = calendar
    }

    /// The day of a moment; `nil` before the first day, and the last day for one after it.
    func index(of date: Date) -> Int? {
        guard let first = starts.first, date >= first else { return nil }
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= date { low = middle } else { high = middle }
        }
        return low
    }

    func daily(_ entries: some Sequence<CountedEntry>) -> Trends.DailyCounts {
        var mentions = Array(repeating: 0, count: starts.count)
        var stories = Array(repeating: Set<Int64>(), count: starts.count)
        for entry in entries {
            guard let day = index(of: entry.date) else { continue }
            mentions[day] += 1
            stories[day].insert(entry.story.id)
        }
        return Trends.DailyCounts(mentions: mentions, stories: stories.map(\.count))
    }

    /// The first day began before the period.
    var beginsInPart: Bool { whole.lowerBound > 0 }
    /// The last day ends after the period.
    var endsInPart: Bool { whole.upperBound < starts.count }

    /// The last so many days of the period, or those that end some days before its end, to the hour.
    ///
    /// Counted in calendar days, a report made in the morning would compare six days and some hours
    /// with seven.
    func last(_ count: Int, before later: Int = 0) -> Range<Date> {
        calendar.date(end, plus: -(count + later), .day)..<calendar.date(end, plus: -later, .day)
    }

    /// Whether a time lies within the period's days, not counting a first day that began before the
    /// period.
    func cover(_ span: Range<Date>) -> Bool {
        start(ofDay: whole.lowerBound) <= span.lowerBound && span.upperBound <= end
    }

    /// The local day of a moment, within the period or not.
    func name(of date: Date) -> String { calendar.dayName(of: date) }

    func localMoment(of date: Date) -> LocalCalendar.Moment { calendar.moment(of: date) }

    /// When a day begins; of one before the first or after the last, too.
    func start(ofDay index: Int) -> Date {
        starts.indices.contains(index)
            ? starts[index] : calendar.startOfDay(starts.first ?? end, plus: index)
    }

    func moment(ofDay index: Int) -> LocalCalendar.Moment {
        calendar.moment(of: starts[index])
    }
}
