import Foundation
package import Model

/// Sums up what was heard in a period.
///
/// A pure function of its arguments: the order of the entries makes no difference, and the same
/// entries give the same bytes.
package struct DigestMaker: Sendable {
    private let context: ReportingContext
    private let words = ReportWords.english

    package init(context: ReportingContext) {
        self.context = context
    }

    /// - Parameters:
    ///   - window: later than `after`, up to and including `through`.
    ///   - heard: the entries whose `reportedAt` lies in the window.
    ///   - previous: those of the window of the same length just before.
    ///   - weekBefore: those of the same window seven days earlier.
    ///   - health: every feed there is.
    package func digest(
        _ window: Digest.Window, heard: [HeardEntry], previous: [HeardEntry],
        weekBefore: [HeardEntry], health: [FeedHealth]
    ) -> Digest {
        let periods = DigestPeriods(
            now: HeardPeriod(heard, brands: context.brandsInOrder),
            previous: HeardPeriod(previous, brands: context.brandsInOrder),
            weekBefore: HeardPeriod(weekBefore, brands: context.brandsInOrder))
        let names = ReportNames(context: context, health: health)
        let entries = periods.now.entries
        let answers = AnswerList(context: context, names: names)
            .needsAnswer(periods.now, end: window.through)
        let alerts = AlertFinder(words: words, names: names, span: span(of: window))
            .alerts(context.brands.filter { $0.kind == .own }, in: periods)
        let brands = BrandSummaries(context: context, names: names).summaries(periods)
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
            mentions: mentionList(
                periods.now, referred: referred(alerts: alerts, answers: answers, brands: brands),
                names: names, window: window),
            health: listening)
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
    private func mentionList(
        _ period: HeardPeriod, referred: Set<ListedMention.ID>, names: ReportNames,
        window: Digest.Window
    ) -> Digest.MentionList {
        let ordered = period.mentions.newestFirst
        let listed = ordered.enumerated().filter { index, mention in
            index < context.listedMentions || referred.contains(mention.id)
        }
        return Digest.MentionList(
            items: listed.map { ListedMention($1, names: names, end: window.through) },
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
