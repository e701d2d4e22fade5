import Foundation
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
    ///   - window: later than `after`, up to and including `through`.
    ///   - heard: the entries of the window, of the one of the same length just before and of the
    ///     same one seven days earlier.
    ///   - health: every feed there is.
    ///   - tickets: `nil` where none are made.
    ///   - reviewed: what people corrected in the window, by which the entries are tagged already.
    package func digest<Failure>(
        _ window: Digest.Window, heard: HeardEntries<Failure>, health: [FeedHealth],
        tickets: TicketStanding? = nil, reviewed: [Correction] = []
    ) throws(Failure) -> Digest {
        let brandsInOrder = context.brandsInOrder
        let length = window.through.timeIntervalSince(window.after)
        let week: TimeInterval = 7 * 86_400
        let periods = DigestPeriods(
            now: try HeardPeriod(window.after..<window.through, of: heard, brands: brandsInOrder),
            previous: try HeardPeriod(
                window.after - length..<window.after, of: heard, brands: brandsInOrder),
            weekBefore: try HeardPeriod(
                window.after - week..<window.through - week, of: heard, brands: brandsInOrder))
        let names = ReportNames(context: context, health: health)
        let entries = periods.now.entries
        let answers = AnswerList(context: context, names: names)
            .needsAnswer(periods.now, end: window.through)
        let alerts = AlertFinder(words: words, names: names, span: span(of: window))
            .alerts(context.brands.filter { $0.kind == .own }, in: periods)
        let brands = BrandSummaries(context: context, names: names).summaries(periods)
        let own = Set(context.brands.filter { $0.kind == .own }.map(\.id))
        let recurring = try TopicFinder(names: names, heard: heard, fewestStories: 2).topics(
            periods.now.mentions.filter { own.contains($0.brand) })
        let listening = ListeningHealth(health, words: words)
        let headlines = DigestHeadlines(
            words: words, calendar: LocalCalendar(timeZone: window.timeZone),
            span: span(of: window)
        ).sentences(
            window: window, brands: brands, total: Counts(of: entries), answers: answers,
            listening: listening)
        return Digest(
            window: window, origin: context.origin, headlines: headlines,
            totals: totals(of: periods), alerts: alerts, needsAnswer: answers, brands: brands,
            categories: names.byCategory(entries).map(\.counted),
            sources: names.bySource(entries).map(\.counted),
            languages: names.byLanguage(entries).map(\.counted),
            teams: names.byTeam(entries).map(\.counted),
            mentions: try mentionList(
                periods.now, of: heard,
                referred: referred(alerts: alerts, answers: answers, brands: brands)
                    .union(recurring.mentions),
                names: names, window: window),
            health: listening, tickets: tickets, recurring: recurring,
            reviewed: ReviewedTag.summing(reviewed))
    }

    // MARK: - Private

    private func span(of window: Digest.Window) -> ReportWords.Span {
        ReportWords.Span(seconds: window.through.timeIntervalSince(window.after))
    }

    private func totals(of periods: DigestPeriods) -> Digest.Totals {
        let counts = Counts(of: periods.now.entries)
        return Digest.Totals(
            counts: counts, previous: counts.change(since: Counts(of: periods.previous.entries)),
            sameWeekday: counts.change(since: Counts(of: periods.weekBefore.entries)),
            spamLeftOut: periods.now.spamLeftOut)
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
    private func mentionList<Failure>(
        _ period: HeardPeriod, of heard: HeardEntries<Failure>, referred: Set<ListedMention.ID>,
        names: ReportNames, window: Digest.Window
    ) throws(Failure) -> Digest.MentionList {
        let ordered = period.mentions.newestFirst
        let listed = ordered.enumerated().filter { index, mention in
            index < context.listedMentions || referred.contains(mention.id)
        }
        return Digest.MentionList(
            items: try heard.quoted(listed.map(\.element)).map {
                ListedMention($0, names: names, end: window.through)
            },
            unlisted: ordered.count - listed.count)
    }
}

/// The window of a digest, and the two it is held against.
struct DigestPeriods: Sendable {
    let now: HeardPeriod
    let previous: HeardPeriod
    let weekBefore: HeardPeriod
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
        praise + questions + featureRequests + salesLeads + userContent
    }
}
