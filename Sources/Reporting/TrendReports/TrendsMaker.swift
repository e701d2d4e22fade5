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
    ///     the period begins there where that is later than `from`. `nil` where it is not known:
    ///     then the days before the period say nothing of what is usual.
    ///   - tickets: how they stand; `nil` where none are made.
    ///   - tracked: the tickets that the times are of.
    ///   - answers: when a ticket of each story was first answered.
    ///   - corrections: what people said of tags, by which the entries are tagged already.
    package func trends<Failure>(
        from: Date, to: Date, heard: HeardEntries<Failure>, health: [FeedHealth],
        listeningSince: Date? = nil, tickets: TicketStanding? = nil,
        tracked: [TrackedTicket] = [],
        answers: [Int64: Date] = [:], corrections: [Correction] = []
    ) throws(Failure) -> Trends {
        let calendar = context.calendar
        let from = min(max(from, listeningSince ?? from), to)
        let days = TrendDays(from: from, to: to, calendar: calendar)
        let period = try HeardPeriod(from..<to, of: heard, brands: context.brandsInOrder)
        let names = ReportNames(context: context, health: health)
        let history = try DailyHistory(
            days, period, of: heard, brands: context.brands, calendar: calendar,
            listeningSince: listeningSince)
        let follower = BrandTrends(context: context, days: days, history: history)
        let brands = follower.trends(period)
        let sources = SourceChanges(history: history, days: days, names: names)
        let found = sources.found()
        let events = TrendEvents(
            days: days, history: history, changes: found, names: names, words: words
        ).events(brands, in: period)
        let incidents = try IncidentFinder(
            days: days, names: names, words: words, heard: heard, answers: answers
        ).incidents(events, in: period)
        let rising = try RisingTermFinder(days: days, span: from..<to).risingTerms(
            period, of: heard)
        let hours = hours(period, calendar: calendar)
        let plan = Planner(
            days: days, history: history, hours: hours, rules: context.routing.staffing,
            calendar: calendar
        ).plan()
        let targets = TargetChecker(
            brands: brands, days: days.length, tickets: tickets, names: names, words: words)
        let influencers = try InfluencerFinder(names: names, heard: heard).influencers(period)
        let own = Set(context.brands.filter { $0.kind == .own }.map(\.id))
        let recurring = try TopicFinder(names: names, heard: heard, fewestStories: 3).topics(
            period.mentions.filter { own.contains($0.brand) })
        var shown = Set(events.flatMap(\.mentions)).union(rising.map(\.example))
        shown.formUnion(incidents.flatMap(\.mentions))
        shown.formUnion(influencers.flatMap(\.mentions))
        shown.formUnion(recurring.mentions)
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
            events: events, incidents: incidents, sourceChanges: sources.changes(found),
            weeks: follower.weeks(period, calendar: calendar), rising: rising, hours: hours,
            forecast: plan.forecast, staffing: plan.staffing,
            targets: context.routing.targets.map(targets.result(of:)),
            tickets: TicketTimesMaker(names: names).times(of: tracked, in: from..<to),
            influencers: influencers,
            recurring: recurring,
            verdicts: RuleVerdicts(corrections: corrections, names: names).verdicts(period),
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
