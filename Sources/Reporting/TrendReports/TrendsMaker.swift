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
        let heard = context.isNarrowed ? heard.only(context.tellsOf) : heard
        let from = min(max(from, recordsSince ?? time.since ?? from), to)
        let basis = try basis(
            from: from, to: to, of: heard, names: ReportNames(context: context, health: health),
            heardIn: time, allKeptSince: allKeptSince)
        let (days, period) = (basis.days, basis.period)
        let follower = BrandTrends(
            context: context, days: days, history: basis.history, rated: basis.names.rated)
        let listed = follower.listed(period)
        let brands = try brands(follower, listed: listed, basis, of: heard)
        let changes = SourceChanges(
            history: basis.history, days: days, names: basis.names, firstHeard: firstHeard,
            polled: Set(health.map(\.feed)))
        var findings = try findings(brands, changes, basis, of: heard, answers: answers)
        let quoted = try heard.quoted(
            period.mentions.newestFirst.filter { findings.mentions.contains($0.id) })
        findings.quote(quoted)
        let hours = hours(period)
        let plan = plan(hours, basis)
        let listening = ListeningHealth(
            health, heardIn: time, during: from..<to,
            before: [HeardBefore(period: period, span: from..<to, name: words.inThisPeriod)],
            calendar: context.calendar, words: words)
        var trends = Trends(
            period: basis.span, origin: context.origin,
            headlines: headlines(brands, findings, listening, basis),
            totals: Trends.Totals(
                counts: Counts(of: period.entries), spamLeftOut: period.spamLeftOut),
            brands: brands.filter { listed.contains($0.id) },
            categories: series(basis.names.byCategory(basis.told.entries), days),
            sources: series(Array(basis.bySource.prefix(Self.sourcesListed)), days),
            languages: series(basis.names.byLanguage(basis.told.entries), days),
            events: findings.events, incidents: findings.incidents,
            sourceChanges: findings.sourceChanges,
            weeks: follower.weeks(period, listed: listed, calendar: context.calendar),
            rising: findings.rising, hours: hours,
            forecast: plan.forecast, staffing: plan.staffing,
            targets: targets(brands, tickets, basis),
            tickets: TicketTimesMaker(names: basis.names).times(of: tracked, in: from..<to),
            influencers: findings.influencers, recurring: findings.recurring,
            verdicts: verdicts(on: judged, basis),
            mentions: quoted.map { ListedMention($0, names: basis.names, end: to) },
            health: listening)
        trends.otherBrands = Trends.OtherBrands(brands.filter { !listed.contains($0.id) })
        if context.isNarrowed { trends.scope = context.scope }
        trends.otherSources = Trends.OtherSources(
            basis.bySource.dropFirst(Self.sourcesListed), days: days)
        addFacetsAndSourceGroups(to: &trends, basis, heardIn: time)
        trends.course = unit.map { course(by: $0, listed: listed, basis) }
        return trends
    }

    // MARK: - Private

    /// More than anybody follows one by one.
    private static let sourcesListed = 1_000

    /// What every part of a report is made of.
    private struct Basis {
        let span: Trends.Period
        let days: TrendDays
        let period: HeardPeriod
        /// The same; of competitors or topics alone, where it is they that were asked for.
        let told: HeardPeriod
        let history: DailyHistory
        let names: ReportNames
        let bySource: [NamedEntries]
    }

    private func basis<Failure>(
        from: Date, to: Date, of heard: HeardEntries<Failure>, names: ReportNames,
        heardIn time: ListeningTime, allKeptSince: Date?
    ) throws(Failure) -> Basis {
        let calendar = context.calendar
        let days = TrendDays(from: from, to: to, calendar: calendar)
        let period = try HeardPeriod(from..<to, of: heard, brands: context.brandsInOrder)
        let told = context.isOfOthers ? period.naming(context.brandsInDepth) : period
        return Basis(
            span: Trends.Period(
                from: from, to: to, timeZone: calendar.timeZone, days: days.names),
            days: days, period: period, told: told,
            history: try DailyHistory(
                days, period, of: heard, brands: context.brands,
                goingInto: context.brandsInDepth, calendar: calendar, heardIn: time,
                allKeptSince: allKeptSince),
            names: names, bySource: names.bySource(told.entries))
    }

    private func brands<Failure>(
        _ follower: BrandTrends, listed: Set<Brand.ID>, _ basis: Basis,
        of heard: HeardEntries<Failure>
    ) throws(Failure) -> [Trends.BrandTrend] {
        var brands = follower.trends(basis.period, listed: listed)
        guard !context.isOfOthers else { return brands }
        let promoters = PromoterFinder(heard: heard, own: OwnVoices(context))
        for index in brands.indices where brands[index].kind == .own {
            brands[index].promoters = try promoters.promoters(
                of: brands[index].id, in: basis.period, from: basis.span.from)
        }
        return brands
    }

    private func findings<Failure>(
        _ brands: [Trends.BrandTrend], _ changes: SourceChanges, _ basis: Basis,
        of heard: HeardEntries<Failure>, answers: [Int64: Date]
    ) throws(Failure) -> TrendFindings {
        let (days, history, names) = (basis.days, basis.history, basis.names)
        // What is silent on a part may speak of everything else.
        let found = context.isNarrowedWithinSources ? [] : changes.found()
        let inDepth = context.brandsInDepth
        let period = basis.told
        let events = TrendEvents(
            days: days, history: history, changes: found, names: names, words: words
        ).events(judged(brands), in: period)
        return TrendFindings(
            events: events,
            incidents: try IncidentFinder(
                days: days, history: history, brands: context.brandsInOrder, names: names,
                words: words, heard: heard, answers: answers
            ).incidents(events, in: period),
            sourceChanges: changes.changes(found),
            rising: try RisingTermFinder(
                period: basis.span, names: OwnNames(of: context.brands)
            ).risingTerms(period, of: heard),
            influencers: try InfluencerFinder(
                names: names, heard: heard, own: OwnVoices(context)
            ).influencers(period),
            recurring: try TopicFinder(heard: heard, fewestStories: 3).topics(
                period.mentions.filter { inDepth.contains($0.brand) }))
    }

    /// Those of which it is told on which days they stood out.
    private func judged(_ brands: [Trends.BrandTrend]) -> [Trends.BrandTrend] {
        let inDepth = context.brandsInDepth
        return context.isOfOthers ? brands.filter { inDepth.contains($0.id) } : brands
    }

    private func headlines(
        _ brands: [Trends.BrandTrend], _ findings: TrendFindings, _ listening: ListeningHealth,
        _ basis: Basis
    ) -> [String] {
        let part = basis.names.part(context.scope, for: context.audience)
        return [
            (part.map { "\($0): " } ?? "")
                + words.volume(of: brands, goingInto: context.brandsInDepth, days: basis.days),
            words.events(
                findings.events, isCompared: judged(brands).contains { !$0.baselines.isEmpty }),
            words.rising(
                findings.rising.map(\.term), isCompared: basis.span.hasTwoWeeks,
                listening: listening),
        ]
    }

    private func plan(
        _ hours: [Trends.WeekdayHours], _ basis: Basis
    ) -> (forecast: Trends.Forecast?, staffing: Trends.Staffing) {
        Planner(
            days: basis.days, history: basis.history, hours: hours,
            rules: context.brandsToAnswerFor.isEmpty ? nil : context.routing.staffing,
            answerShare: AnswerList(context: context, names: basis.names).share(of: basis.period),
            calendar: context.calendar
        ).plan()
    }

    private func targets(
        _ brands: [Trends.BrandTrend], _ tickets: TicketStanding?, _ basis: Basis
    ) -> [Trends.TargetResult] {
        // They were set for everything.
        guard !context.isNarrowed else { return [] }
        let checker = TargetChecker(
            brands: brands, days: basis.days.length, tickets: tickets, names: basis.names,
            words: words)
        return context.routing.targets.map(checker.result(of:))
    }

    private func verdicts(on judged: [JudgedEntry], _ basis: Basis) -> [RuleVerdict] {
        var verdicts = RuleVerdicts(judged: judged, names: basis.names)
        if context.isNarrowed { verdicts.tellsOf = context.tellsOf }
        if !context.wantedBrands.isEmpty { verdicts.brands = Set(context.brands.map(\.id)) }
        return verdicts.verdicts(basis.period)
    }

    private func addFacetsAndSourceGroups(
        to trends: inout Trends, _ basis: Basis, heardIn time: ListeningTime
    ) {
        trends.facets = FacetTrends(
            names: FacetNames(context: context), brands: context.brandsInDepth, days: basis.days,
            time: time
        ).trends(basis.period)
        let groups = SourceGroups(basis.period, context: context, names: basis.names)
        trends.channels = groups.channels(words, days: basis.days)
        trends.regions = groups.regions(days: basis.days)
    }

    private func course(
        by unit: Trends.Course.Unit, listed: Set<Brand.ID>, _ basis: Basis
    ) -> Trends.Course {
        CourseMaker(
            context: context, names: basis.names, words: words, listed: listed,
            sourcesListed: Self.sourcesListed
        )
        .course(basis.period, telling: basis.told, in: basis.span.from..<basis.span.to, by: unit)
    }

    private func series(_ groups: [NamedEntries], _ days: TrendDays) -> [Trends.Series] {
        groups.map { group in
            Trends.Series(
                id: group.id, name: group.name, counts: Counts(of: group.entries),
                daily: days.daily(group.entries))
        }
    }

    private func hours(_ period: HeardPeriod) -> [Trends.WeekdayHours] {
        let inDepth = context.brandsInDepth
        let calendar = context.calendar
        var mentions = Array(repeating: Array(repeating: 0, count: 24), count: 7)
        var stories = Array(repeating: Array(repeating: Set<Int64>(), count: 24), count: 7)
        for entry in period.entries
        where !inDepth.isDisjoint(with: entry.brands.keys) {
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
