package import Foundation
package import Model

/// Sums up what was heard in a period.
///
/// A pure function of its arguments: the order of the entries makes no difference, and the same
/// entries give the same bytes.
package struct DigestMaker: Sendable {
    private let context: ReportingContext
    private let words: ReportWords

    package init(context: ReportingContext) {
        self.context = context
        words = ReportWords(context.language)
    }

    /// - Parameters:
    ///   - window: the digest's period; `heard` decides which entries belong to it.
    ///   - comparison: the periods that the window is compared with; `nil` for those of the calendar.
    ///   - heard: the entries of all three periods.
    ///   - time: when anybody listened. A period before that, or with a gap, is not one without
    ///     mentions, so it is nothing to compare with.
    ///   - missed: what feeds no longer held when they were heard again.
    ///   - missedBefore: the same of the period that the window is compared with.
    ///   - health: every feed there is.
    ///   - isHealthLater: whether `health` tells how feeds were heard long after the window.
    ///   - listening: how the feeds were heard in the window; `nil` to take it from `health`.
    ///   - tickets: `nil` where none are made.
    ///   - answered: when a ticket of each story was first answered.
    ///   - reviewed: what people corrected in the window; the entries are tagged by it already.
    package func digest<Failure>(
        _ window: Digest.Window, against comparison: Comparison? = nil,
        heard: HeardEntries<Failure>, health: [FeedHealth],
        heardIn time: ListeningTime = ListeningTime(since: nil),
        missed: MissedTimes = MissedTimes(), missedBefore: MissedTimes = MissedTimes(),
        isHealthLater: Bool = false,
        listening: ListeningHealth? = nil, tickets: TicketStanding? = nil,
        reviewed: [Correction] = [], answered: [Int64: Date] = [:]
    ) throws(Failure) -> Digest {
        let comparison = comparison ?? Comparison(of: window, context.scope.period)
        let periods = try periods(window, comparison, of: heard, heardIn: time)
        let basis = Basis(
            window: window, comparison: comparison, periods: periods,
            names: ReportNames(context: context, health: health),
            calendar: LocalCalendar(timeZone: window.timeZone))
        let names = basis.names
        let answers = AnswerList(context: context, names: names)
            .needsAnswer(periods.now, end: window.through)
        let alerts = try alerts(basis, of: heard, heardIn: time, answered: answered)
        let brands = try BrandSummaries(context: context, names: names)
            .summaries(periods, of: heard)
        let inDepth = context.brandsInDepth
        let recurring = try TopicFinder(heard: heard, fewestStories: 2).topics(
            periods.now.mentions.filter { inDepth.contains($0.brand) })
        let newcomers = try NewcomerFinder(names: names).newcomers(
            in: context.isOfOthers ? periods.now.naming(inDepth) : periods.now,
            after: window.after, of: heard)
        let isBegun = isBegun(window, since: time.since)
        let listening =
            listening
            ?? ListeningHealth(
                health, isBegun: isBegun, isLater: isHealthLater, heardIn: time, missed: missed,
                during: window.after..<window.through, before: heardBefore(basis),
                comparedWith: compared(basis, missed: missedBefore), calendar: basis.calendar,
                words: words)
        let listed = listed(
            periods.now,
            referred: referred(alerts: alerts, answers: answers, brands: brands)
                .union(recurring.mentions).union(newcomers.mentions))
        let quoted = try heard.quoted(listed)
        let quotable = Dictionary(quoted.map { ($0.id, $0) }) { first, _ in first }
        let entries = periods.now.entries
        var digest = Digest(
            window: window, origin: context.origin,
            headlines: headlines(brands, answers, listening, isBegun: isBegun, basis),
            totals: totals(of: periods), alerts: alerts, needsAnswer: answers,
            brands: brands.map { $0.quoting(quotable) },
            categories: names.byCategory(entries).map(\.counted),
            sources: names.bySource(entries).map(\.counted),
            languages: names.byLanguage(entries).map(\.counted),
            teams: names.byTeam(entries).map(\.counted),
            mentions: Digest.MentionList(
                items: quoted.map { ListedMention($0, names: names, end: window.through) },
                unlisted: periods.now.mentions.count - listed.count),
            health: listening, tickets: tickets, recurring: recurring,
            reviewed: ReviewedTag.summing(reviewed))
        digest.scope = context.scope
        digest.newcomers = newcomers
        digest.facets = FacetSummaries(
            names: FacetNames(context: context), brands: inDepth
        ).summaries(periods)
        let groups = SourceGroups(periods.now, context: context, names: names)
        digest.channels = groups.channels(words)
        digest.regions = groups.regions()
        nameTags(in: &digest, names)
        return digest
    }

    // MARK: - Private

    /// What every part of a digest is made of.
    private struct Basis {
        let window: Digest.Window
        let comparison: Comparison
        let periods: DigestPeriods
        let names: ReportNames
        let calendar: LocalCalendar
    }

    private func periods<Failure>(
        _ window: Digest.Window, _ comparison: Comparison, of heard: HeardEntries<Failure>,
        heardIn time: ListeningTime
    ) throws(Failure) -> DigestPeriods {
        // A digest of what was reported in its window has posts that were said before it. If these
        // counted in an earlier period by their dates as well, they would stand on both sides.
        func isInDigest(_ entry: HeardEntry) -> Bool {
            heard.saidIn != nil && entry.reportedAt > window.after
                && entry.reportedAt <= window.through
        }
        func period(_ span: Range<Date>, isDigest: Bool) throws(Failure) -> HeardPeriod {
            try HeardPeriod(
                span, of: isDigest ? heard : heard.byDate, brands: context.brandsInScope,
                where: { context.tellsOf($0) && (isDigest || !isInDigest($0)) })
        }
        let previous = try period(comparison.previous, isDigest: comparison.isPreviousDigest)
        return DigestPeriods(
            now: try period(window.after..<window.through, isDigest: true), previous: previous,
            weekBefore: comparison.weekBefore == comparison.previous
                ? previous
                : try period(comparison.weekBefore, isDigest: comparison.isWeekBeforeDigest),
            isPreviousHeard: time.isHeard(comparison.previous),
            isWeekBeforeHeard: time.isHeard(comparison.weekBefore))
    }

    private func alerts<Failure>(
        _ basis: Basis, of heard: HeardEntries<Failure>, heardIn time: ListeningTime,
        answered: [Int64: Date]
    ) throws(Failure) -> [Digest.Alert] {
        let window = basis.window
        let own = OwnVoices(context)
        let alerted = context.brandsAlertedOf
        return try AlertFinder(
            words: words, names: basis.names, window: window, span: span(of: window),
            bursts: BurstFinder(
                brands: context.brands, names: basis.names, calendar: basis.calendar,
                heard: heard, answers: answered,
                everyday: EverydayTalk(
                    before: window.after, of: heard, context: context, calendar: basis.calendar)),
            own: own,
            history: { () throws(Failure) in
                try AlertHistory(
                    before: window, of: heard, brands: Set(alerted.map(\.id)), listening: time,
                    own: own, where: context.tellsOf)
            }
        )
        .alerts(alerted, in: basis.periods)
    }

    private func headlines(
        _ brands: [Digest.BrandSummary], _ answers: Digest.NeedsAnswer,
        _ listening: ListeningHealth, isBegun: Bool, _ basis: Basis
    ) -> [String] {
        DigestHeadlines(
            words: words, calendar: basis.calendar, span: span(of: basis.window),
            inDepth: context.brandsInDepth,
            part: basis.names.part(context.scope, for: context.audience), isBegun: isBegun
        ).sentences(
            window: basis.window, brands: brands, answers: answers, listening: listening)
    }

    /// Names all categories and, where tickets are made, all teams, beyond those of the mentions.
    private func nameTags(in digest: inout Digest, _ names: ReportNames) {
        digest.categoryNames = context.categories.map {
            Digest.Named(id: $0.id.value, name: names.name(of: $0.id))
        }
        if digest.tickets != nil {
            digest.teamNames = context.routing.teams.map {
                Digest.Named(id: $0.id.value, name: names.name(of: $0.id))
            }
        }
    }

    /// Whether anybody listened before the window ended.
    ///
    /// A digest of what was reported in its window holds nothing from before listening began, so it
    /// goes by when things were heard.
    private func isBegun(_ window: Digest.Window, since listeningSince: Date?) -> Bool {
        guard context.scope.period.countsWhatWasSaid, let listeningSince else { return true }
        return window.through >= listeningSince
    }

    /// What the feeds that cannot be heard brought earlier: in the period before and, for a digest of a
    /// day or so, a week earlier.
    private func heardBefore(_ basis: Basis) -> [HeardBefore] {
        let (window, periods) = (basis.window, basis.periods)
        let before = HeardBefore(
            period: periods.previous, span: basis.comparison.previous,
            name: words.before(span(of: window)))
        guard window.isShorterThanAWeek else { return [before] }
        let weekBefore = HeardBefore(
            period: periods.weekBefore, span: basis.comparison.weekBefore,
            name: words.aWeekEarlier)
        return [before, weekBefore]
    }

    /// - Returns: `nil` where nobody listened long enough.
    private func compared(_ basis: Basis, missed: MissedTimes) -> ComparedPeriod? {
        guard basis.periods.isPreviousHeard else { return nil }
        return ComparedPeriod(
            span: basis.comparison.previous, name: words.before(span(of: basis.window)),
            missed: missed)
    }

    private func span(of window: Digest.Window) -> ReportWords.Span {
        ReportWords.Span(
            context.scope.period, seconds: window.through.timeIntervalSince(window.after))
    }

    private func totals(of periods: DigestPeriods) -> Digest.Totals {
        let counts = Counts(of: periods.now.entries)
        var totals = Digest.Totals(
            counts: counts,
            previous: counts.change(
                since: Counts(of: periods.previous.entries), isHeard: periods.isPreviousHeard),
            sameWeekday: counts.change(
                since: Counts(of: periods.weekBefore.entries), isHeard: periods.isWeekBeforeHeard),
            spamLeftOut: periods.now.spamLeftOut)
        let wanted = Set(context.wantedBrands.map(\.id))
        if !wanted.isEmpty {
            totals.ofBrandsAskedFor = Counts(of: periods.now.naming(wanted).entries)
        }
        return totals
    }

    private func referred(
        alerts: [Digest.Alert], answers: Digest.NeedsAnswer, brands: [Digest.BrandSummary]
    ) -> Set<ListedMention.ID> {
        var all = Set(alerts.flatMap(\.mentions))
        all.formUnion(answers.items.map(\.mention))
        for brand in brands {
            all.formUnion(brand.topStories.map(\.mention))
            all.formUnion(brand.highlights.all)
        }
        return all
    }

    /// Newest first; past the limit only those that another list refers to.
    private func listed(_ period: HeardPeriod, referred: Set<ListedMention.ID>) -> [BrandMention] {
        period.mentions.newestFirst.enumerated().filter { index, mention in
            index < context.listedMentions || referred.contains(mention.id)
        }
        .map(\.element)
    }
}

extension [BrandMention] {
    /// By date, then sequence, latest first; an entry's brands stay in their order.
    var newestFirst: [BrandMention] {
        enumerated().sorted { one, other in
            let (first, second) = (one.element.entry, other.element.entry)
            return (second.date, second.sequence, one.offset)
                < (first.date, first.sequence, other.offset)
        }
        .map(\.element)
    }
}

extension Digest.Highlights {
    var all: [ListedMention.ID] {
        byCategory.flatMap(\.mentions)
    }

    /// The lists, and the categories that they are of.
    var byCategory: [(category: Model.Category.ID, mentions: [ListedMention.ID])] {
        [
            (.praise, praise), (.question, questions), (.featureRequest, featureRequests),
            (.salesLead, salesLeads), (.userContent, userContent),
        ]
    }
}

extension Digest.BrandSummary {
    /// The same with the sentences for which its highlights are listed, where their snippets do not
    /// show them.
    fileprivate func quoting(_ mentions: [ListedMention.ID: QuotedMention]) -> Self {
        var summary = self
        summary.highlights.quotes = highlights.byCategory.flatMap { category, ids in
            ids.compactMap { id in
                mentions[id].flatMap { SnippetCutter($0, for: category) }.map {
                    Digest.CategoryQuote(category: category, mention: id, snippet: $0.snippet)
                }
            }
        }
        return summary
    }
}
