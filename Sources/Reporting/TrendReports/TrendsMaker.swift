package import Foundation
package import Model

/// Follows counts over the days of a period.
///
/// A pure function of its arguments: the order of the entries makes no difference, and the same
/// entries give the same bytes.
package struct TrendsMaker: Sendable {
    private let context: ReportingContext
    private let words: ReportWords

    package init(context: ReportingContext) {
        self.context = context
        words = ReportWords(context.language)
    }

    /// - Parameters:
    ///   - heard: the entries whose `date` lies in a span.
    ///   - health: every feed there is.
    ///   - listeningSince: when we began to listen. A day before it is no day without mentions, so
    ///     the period begins there where that is later than `from`.
    package func trends<Failure>(
        from: Date, to: Date, heard: HeardEntries<Failure>, health: [FeedHealth],
        listeningSince: Date? = nil
    ) throws(Failure) -> Trends {
        let calendar = context.calendar
        let from = min(max(from, listeningSince ?? from), to)
        let days = TrendDays(from: from, to: to, calendar: calendar)
        let period = try HeardPeriod(from..<to, of: heard, brands: context.brandsInOrder)
        let names = ReportNames(context: context, health: health)
        let follower = BrandTrends(context: context, days: days)
        let brands = follower.trends(period)
        let events = TrendEvents(days: days, names: names, words: words)
            .events(brands, in: period)
        let rising = try RisingTermFinder(days: days, span: from..<to).risingTerms(
            period, of: heard)
        let shown = Set(events.flatMap(\.mentions)).union(rising.map(\.example))
        let listening = ListeningHealth(health, words: words)
        return Trends(
            period: Trends.Period(
                from: from, to: to, timeZone: calendar.timeZone, days: days.names),
            origin: context.origin,
            headlines: [
                words.volume(of: brands, days: days), words.events(events),
                words.rising(rising.map(\.term), listening: listening),
            ],
            totals: Trends.Totals(
                counts: Counts(of: period.entries), spamLeftOut: period.spamLeftOut),
            brands: brands,
            categories: series(names.byCategory(period.entries), days),
            sources: series(names.bySource(period.entries), days),
            languages: series(names.byLanguage(period.entries), days),
            events: events, weeks: follower.weeks(period, calendar: calendar),
            rising: rising, hours: hours(period, calendar: calendar),
            mentions: try heard.quoted(
                period.mentions.newestFirst.filter { shown.contains($0.id) }
            ).map { ListedMention($0, names: names, end: to) },
            health: listening)
    }

    // MARK: - Private

    private func series(_ groups: [NamedEntries], _ days: TrendDays) -> [Trends.Series] {
        groups.map { group in
            Trends.Series(
                id: group.id, name: group.name, counts: Counts(of: group.entries),
                daily: days.daily(group.entries))
        }
    }

    private func hours(_ period: HeardPeriod, calendar: LocalCalendar) -> [Trends.WeekdayHours] {
        let own = Set(context.brands.filter { $0.kind == .own }.map(\.id))
        var mentions = Array(repeating: Array(repeating: 0, count: 24), count: 7)
        var stories = Array(repeating: Array(repeating: Set<Int64>(), count: 24), count: 7)
        for entry in period.entries
        where entry.brands.keys.contains(where: own.contains) {
            let moment = calendar.moment(of: entry.date)
            mentions[moment.weekday - 1][moment.hour] += 1
            stories[moment.weekday - 1][moment.hour].insert(entry.story.id)
        }
        return (0..<7).map { day in
            Trends.WeekdayHours(
                weekday: day + 1, mentions: mentions[day], stories: stories[day].map(\.count))
        }
    }
}
