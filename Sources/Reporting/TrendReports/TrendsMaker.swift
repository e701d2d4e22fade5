package import Foundation
package import Model

/// Follows counts over the days of a period.
///
/// A pure function of its arguments: the order of the entries makes no difference, and the same
/// entries give the same bytes.
package struct TrendsMaker: Sendable {
    private let context: ReportingContext
    private let words: ReportWords

    /// - Parameter context: its scope narrows the report to a part, what is usual included.
    package init(context: ReportingContext) {
        var context = context
        if !context.wantedBrands.isEmpty { context.brands = context.brandsInScope }
        self.context = context
        words = ReportWords(context.language)
    }

    /// - Parameters:
    ///   - heard: the entries whose `date` lies in a span.
    ///   - health: every feed there is.
    ///   - time: when anybody listened. A day before that is not a day without mentions and does not
    ///     count toward what is usual, nor does a day with a gap. Where it is not known since when, no
    ///     day before the period counts.
    ///   - recordsSince: when the archive begins, which may be before `time.since` because of what
    ///     feeds held when they were first polled; `nil` for `time.since`. The period begins there if
    ///     that is later than `from`.
    ///   - firstHeard: since when each feed has been listened to, as far as that is known.
    ///   - allKeptSince: since when entries that name no brand have been kept, so that a brand added
    ///     later is found in them. A day before that, and before the brand was first heard of, does not
    ///     count toward what is usual for that brand. `nil` where all entries are kept.
    ///   - tickets: how they stand; `nil` where none are made.
    ///   - tracked: the tickets whose times are summed up.
    ///   - answers: when a ticket of each story was first answered.
    ///   - judged: what people judged in the period, spam included, as the rules tagged it.
    ///   - unit: what is counted by besides days; `nil` for nothing else.
    package func trends<Failure>(
        from: Date, to: Date, heard: HeardEntries<Failure>, health: [FeedHealth],
        heardIn time: ListeningTime = ListeningTime(since: nil), recordsSince: Date? = nil,
        firstHeard: [Feed.ID: Date] = [:], allKeptSince: Date? = nil,
        tickets: TicketStanding? = nil,
        tracked: [TrackedTicket] = [], answers: [Int64: Date] = [:], judged: [JudgedEntry] = [],
        by unit: Trends.Course.Unit? = nil
    ) throws(Failure) -> Trends {
        let calendar = context.calendar
        let heard = context.isNarrowed ? heard.only(context.tellsOf) : heard
        let from = min(max(from, recordsSince ?? time.since ?? from), to)
        let days = TrendDays(from: from, to: to, calendar: calendar)
        let span = Trends.Period(
            from: from, to: to, timeZone: calendar.timeZone, days: days.names)
        let period = try HeardPeriod(from..<to, of: heard, brands: context.brandsInOrder)
        let names = ReportNames(context: context, health: health)
        let history = try DailyHistory(
            days, period, of: heard, brands: context.brands, calendar: calendar, heardIn: time,
            allKeptSince: allKeptSince)
        let follower = BrandTrends(
            context: context, days: days, history: history, rated: names.rated)
        let listed = follower.listed(period)
        var brands = follower.trends(period, listed: listed)
        let promoters = PromoterFinder(heard: heard, own: OwnVoices(context))
        for index in brands.indices where brands[index].kind == .own {
            brands[index].promoters = try promoters.promoters(
                of: brands[index].id, in: period, from: from)
        }
        let sources = SourceChanges(
            history: history, days: days, names: names, firstHeard: firstHeard,
            polled: Set(health.map(\.feed)))
        let found = sources.found()
        let events = TrendEvents(
            days: days, history: history, changes: found, names: names, words: words
        ).events(brands, in: period)
        let incidents = try IncidentFinder(
            days: days, history: history, brands: context.brandsInOrder, names: names,
            words: words, heard: heard, answers: answers
        ).incidents(events, in: period)
        let bySource = names.bySource(period.entries)
        let rising = try RisingTermFinder(
            period: span, names: OwnNames(of: context.brands)
        ).risingTerms(period, of: heard)
        let hours = hours(period, calendar: calendar)
        let plan = Planner(
            days: days, history: history, hours: hours, rules: context.routing.staffing,
            answerShare: AnswerList(context: context, names: names).share(of: period),
            calendar: calendar
        ).plan()
        let targets = TargetChecker(
            brands: brands, days: days.length, tickets: tickets, names: names, words: words)
        let influencers = try InfluencerFinder(
            names: names, heard: heard, own: OwnVoices(context)
        ).influencers(period)
        let own = context.ownBrands
        let recurring = try TopicFinder(heard: heard, fewestStories: 3).topics(
            period.mentions.filter { own.contains($0.brand) })
        var shown = Set(events.flatMap(\.mentions)).union(rising.map(\.example))
        shown.formUnion(incidents.flatMap(\.mentions))
        shown.formUnion(influencers.flatMap(\.mentions))
        shown.formUnion(recurring.mentions)
        let quoted = try heard.quoted(
            period.mentions.newestFirst.filter { shown.contains($0.id) })
        let (quotedRising, quotedIncidents) = quoting(rising, incidents, from: quoted)
        let listening = ListeningHealth(
            health, heardIn: time, during: from..<to,
            before: [HeardBefore(period: period, span: from..<to, name: words.inThisPeriod)],
            calendar: calendar, words: words)
        var trends = Trends(
            period: span,
            origin: context.origin,
            headlines: [
                words.volume(of: brands, days: days),
                words.events(
                    events, isCompared: brands.contains { !$0.baselines.isEmpty }),
                words.rising(
                    rising.map(\.term),
                    isCompared: span.hasTwoWeeks, listening: listening),
            ],
            totals: Trends.Totals(
                counts: Counts(of: period.entries), spamLeftOut: period.spamLeftOut),
            brands: brands.filter { listed.contains($0.id) },
            categories: series(names.byCategory(period.entries), days),
            sources: series(Array(bySource.prefix(Self.sourcesListed)), days),
            languages: series(names.byLanguage(period.entries), days),
            events: events, incidents: quotedIncidents, sourceChanges: sources.changes(found),
            weeks: follower.weeks(period, listed: listed, calendar: calendar),
            rising: quotedRising,
            hours: hours,
            forecast: plan.forecast, staffing: plan.staffing,
            // They were set for everything.
            targets: context.isNarrowed ? [] : context.routing.targets.map(targets.result(of:)),
            tickets: TicketTimesMaker(names: names).times(of: tracked, in: from..<to),
            influencers: influencers,
            recurring: recurring,
            verdicts: RuleVerdicts(judged: judged, names: names).verdicts(period),
            mentions: quoted.map { ListedMention($0, names: names, end: to) },
            health: listening)
        trends.facets = FacetTrends(
            names: FacetNames(context: context), own: own, days: days, time: time
        ).trends(period)
        let groups = SourceGroups(period, context: context, names: names)
        trends.channels = groups.channels(words, days: days)
        trends.regions = groups.regions(days: days)
        trends.otherSources = Trends.OtherSources(
            bySource.dropFirst(Self.sourcesListed), days: days)
        trends.course = unit.map {
            CourseMaker(
                context: context, names: names, words: words, listed: listed,
                sourcesListed: Self.sourcesListed
            )
            .course(period, in: from..<to, by: $0)
        }
        trends.otherBrands = Trends.OtherBrands(brands.filter { !listed.contains($0.id) })
        if context.isNarrowed { trends.scope = context.scope }
        return trends
    }

    // MARK: - Private

    /// More than anybody follows one by one.
    private static let sourcesListed = 1_000

    /// With the sentences that each is shown for.
    private func quoting(
        _ rising: [Trends.RisingTerm], _ incidents: [Trends.Incident],
        from mentions: [QuotedMention]
    ) -> ([Trends.RisingTerm], [Trends.Incident]) {
        var quoter = TermQuoter(mentions)
        let rising = rising.map { term in
            var term = term
            term.quote = quoter.quote(term.example, for: [term.term])?.snippet
            return term
        }
        let incidents = incidents.map { incident in
            var incident = incident
            incident.quotes = incident.mentions.compactMap {
                quoter.quote($0, for: incident.terms)
            }
            return incident
        }
        return (rising, incidents)
    }

    private func series(_ groups: [NamedEntries], _ days: TrendDays) -> [Trends.Series] {
        groups.map { group in
            Trends.Series(
                id: group.id, name: group.name, counts: Counts(of: group.entries),
                daily: days.daily(group.entries))
        }
    }

    private func hours(_ period: HeardPeriod, calendar: LocalCalendar) -> [Trends.WeekdayHours] {
        let own = context.ownBrands
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

extension Trends.OtherSources {
    /// `nil` for none.
    fileprivate init?(_ sources: ArraySlice<NamedEntries>, days: TrendDays) {
        guard !sources.isEmpty else { return nil }
        let entries = sources.flatMap(\.entries)
        self.init(
            sources: sources.count, counts: Counts(of: entries), daily: days.daily(entries))
    }
}

extension Trends.OtherBrands {
    /// `nil` for none.
    fileprivate init?(_ brands: [Trends.BrandTrend]) {
        guard !brands.isEmpty else { return nil }
        self.init(
            brands: brands.count, notMentioned: brands.count { $0.counts == .zero },
            counts: brands.map(\.counts).reduce(.zero, +))
    }
}
