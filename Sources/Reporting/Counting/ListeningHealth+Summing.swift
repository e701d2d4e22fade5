import Foundation
import Model

/// A time before a report's own, or that time itself, in which feeds were heard that now are not.
struct HeardBefore {
    let period: HeardPeriod
    let span: Range<Date>
    /// As a sentence tells it: `the day before`.
    let name: String
}

/// The period that a digest's own is compared with.
struct ComparedPeriod {
    let span: Range<Date>
    /// As a sentence tells it: `the week before`.
    let name: String
    /// What feeds no longer held of it.
    let missed: MissedTimes
}

extension ListeningHealth {
    /// - Parameters:
    ///   - isBegun: whether anybody listened in the time that is told of, or before. Where not, how the
    ///     feeds are now says nothing of it.
    ///   - isLater: whether the feeds were heard so long after the report's time.
    ///   - time: when anybody listened.
    ///   - missed: what feeds did not hold any more when they were heard again.
    ///   - span: the report's own time.
    ///   - before: what tells how much is missing; of several the first in which the feeds brought
    ///     anything.
    ///   - compared: `nil` where there is nothing to compare with.
    init(
        _ health: [FeedHealth], isBegun: Bool = true, isLater: Bool = false,
        heardIn time: ListeningTime, missed: MissedTimes = MissedTimes(),
        during span: Range<Date>, before: [HeardBefore],
        comparedWith compared: ComparedPeriod? = nil, calendar: LocalCalendar, words: ReportWords
    ) {
        let health = isLater ? health.map { $0.ofTime(before: span.upperBound) } : health
        func count(_ status: FeedHealth.Status) -> Int { health.count { $0.status == status } }
        // Nothing is said any more where a feed is gone, so nothing is missing.
        let gone = health.filter { $0.status == .retired }
        let asked = health.filter { $0.status != .retired }
        let troubled = asked.filter { $0.status != .ok }.sorted { $0.feed < $1.feed }
        func silences(in span: Range<Date>, _ missed: MissedTimes)
            -> (gaps: [Gap], missed: [Missed])
        {
            let gaps = time.gaps.filter { $0.overlaps(span) }
            return (
                gaps.map { $0.clamped(to: span) }
                    .map { Gap(from: $0.lowerBound, to: $0.upperBound) },
                missed.told(besides: gaps, feeds: health)
            )
        }
        let (gaps, missed) = silences(in: span, missed)
        var sentences: [String] = []
        var told: (name: String, brought: Brought)?
        if !isBegun {
            sentences.append(words.notBegun)
        } else if gaps.isEmpty && missed.isEmpty || !troubled.isEmpty || health.isEmpty {
            if gone.isEmpty || !asked.isEmpty {
                sentences.append(words.listening(asked.count, troubled: troubled))
            }
        }
        if isBegun, !troubled.isEmpty {
            let all = before.filter { !$0.period.entries.isEmpty }
                .map { (name: $0.name, brought: Brought($0, from: troubled)) }
            told = all.first { $0.brought.counts != .zero } ?? all.first
        }
        if let told {
            sentences.append(words.brought(told.brought, told.name, feeds: troubled.count))
        }
        if isBegun, let sentence = words.gone(gone) { sentences.append(sentence) }
        if isBegun, isLater, !sentences.isEmpty, !health.isEmpty {
            sentences.append(words.asTheyStandNow)
        }
        if !gaps.isEmpty { sentences.append(words.gaps(gaps, calendar: calendar)) }
        if let sentence = words.missed(missed, calendar: calendar) { sentences.append(sentence) }
        let (gapsBefore, missedBefore) =
            compared.map { silences(in: $0.span, $0.missed) } ?? ([], [])
        if let compared, !gapsBefore.isEmpty || !missedBefore.isEmpty {
            sentences.append(words.comparedInPart(compared.name))
            if !gapsBefore.isEmpty { sentences.append(words.gaps(gapsBefore, calendar: calendar)) }
            // What was missed across the beginning of the report's own time is told already.
            let others = missedBefore.filter { !missed.contains($0) }
            if let sentence = words.missed(others, calendar: calendar) {
                sentences.append(sentence)
            }
        }
        self.init(
            feeds: health.count, ok: count(.ok), failing: count(.failing),
            silent: count(.silent), unheard: count(.unheard),
            sentence: sentences.joined(separator: " "),
            troubled: (troubled + gone).sorted { $0.feed < $1.feed })
        retired = gone.isEmpty ? nil : gone.count
        brought = told?.brought
        self.gaps = gaps.isEmpty ? nil : gaps
        self.missed = missed.isEmpty ? nil : missed
        self.gapsBefore = gapsBefore.isEmpty ? nil : gapsBefore
        self.missedBefore = missedBefore.isEmpty ? nil : missedBefore
    }
}

extension FeedHealth {
    /// How the feed was heard of a time that is over: one that has answered since, whatever became of it
    /// later, was heard.
    fileprivate func ofTime(before end: Date) -> FeedHealth {
        guard status != .silent, let lastSuccessAt, lastSuccessAt >= end else { return self }
        return FeedHealth(
            feed: feed, sourceName: sourceName, status: .ok, lastSuccessAt: lastSuccessAt,
            lastNewEntryAt: lastNewEntryAt, entries: entries)
    }
}

extension ListeningHealth.Brought {
    fileprivate init(_ before: HeardBefore, from troubled: [FeedHealth]) {
        let names = Dictionary(troubled.map { ($0.feed, $0.sourceName) }) { first, _ in first }
        let entries = before.period.entries
        let missing = entries.filter { names[$0.feed] != nil }
        self.init(
            from: before.span.lowerBound, to: before.span.upperBound, all: Counts(of: entries),
            counts: Counts(of: missing),
            feeds: NamedEntries.groups(of: missing, by: { [$0.feed] }) { feed in
                (feed.value, names[feed] ?? feed.value)
            }.map(\.counted))
    }
}
