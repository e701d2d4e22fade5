import Foundation
import Model

/// Makes a card of each burst: what happened, since when, who noticed, why, and what became of it.
struct IncidentFinder<Failure: Error> {
    let days: TrendDays
    let names: ReportNames
    let words: ReportWords
    let heard: HeardEntries<Failure>
    /// When tickets of stories were first answered.
    let answers: [Int64: Date]

    /// Latest first.
    func incidents(
        _ events: [Trends.Event], in period: HeardPeriod
    ) throws(Failure) -> [Trends.Incident] {
        let bursts = Burst.bursts(of: events, days: days).suffix(Self.shown)
        var made: [Trends.Incident] = []
        for burst in bursts {
            made.append(try incident(burst, in: period, earlier: made))
        }
        return made.reversed()
    }

    // MARK: - Private

    private static var shown: Int { 12 }
    /// Stories of a burst, and of the time before it, whose texts are read.
    private static var read: Int { 300 }
    private static var week: Int { 7 }
    private static var sourcesShown: Int { 5 }
    private static var termsShown: Int { 8 }
    private static var sentencesShown: Int { 4 }
    /// The share of terms in common from which a burst is the return of an earlier one.
    private static var sameTerms: Double { 0.3 }

    private func incident(
        _ burst: Burst, in period: HeardPeriod, earlier: [Trends.Incident]
    ) throws(Failure) -> Trends.Incident {
        let all = period.mentions(of: burst.brand).sorted {
            ($0.entry.date, $0.entry.sequence) < ($1.entry.date, $1.entry.sequence)
        }
        let dayOf = all.map { days.index(of: $0.entry.date) ?? -1 }
        func between(_ range: Range<Int>) -> [BrandMention] {
            zip(all, dayOf).filter { range.contains($1) }.map(\.0)
        }
        let during = between(burst.days)
        let before = between(burst.days.lowerBound - 4 * Self.week..<burst.days.lowerBound)
        let after = between(burst.days.upperBound..<burst.days.upperBound + Self.week)
        let texts = try texts(of: during, before: before)
        let terms = texts.during.terms(apartFrom: texts.before).prefix(Self.termsShown)
        // Where the terms tell the burst from everyday talk, it began with the first to use them.
        let told = Set(
            texts.during.stories.filter { !$0.terms.isDisjoint(with: terms.map(\.term)) }
                .map(\.mention.entry.story.id))
        let core = told.isEmpty ? during : during.filter { told.contains($0.entry.story.id) }
        let first = core.first ?? during[0]
        let sources = names.bySource(during.map(\.entry)).map(\.counted)
        let counts = Counts(of: during)
        let isOpen = burst.days.upperBound + Burst.quietDays > days.whole.upperBound
        let returned = earlier.last { other in
            other.brand == burst.brand && !other.isOpen
                && alike(other.terms, terms.map(\.term)) >= Self.sameTerms
        }
        return Trends.Incident(
            id: burst.id(days: days), brand: burst.brand, cause: burst.cause,
            sentence: words.incident(
                brand: names.name(of: burst.brand), counts: counts, sources: sources.count,
                began: days.localMoment(of: first.entry.date),
                source: names.source(of: first.entry.feed), isOpen: isOpen,
                returned: returned.map { days.localMoment(of: $0.beganAt) }),
            firstDay: days.names[burst.days.lowerBound],
            lastDay: days.names[burst.days.upperBound - 1], isOpen: isOpen,
            beganAt: first.entry.date, endedAt: (core.last ?? first).entry.date,
            beganIn: names.source(of: first.entry.feed), counts: counts,
            usual: burst.usual.rounded(toDecimals: 1),
            sources: Array(sources.prefix(Self.sourcesShown)), sourcesInAll: sources.count,
            authorsInAll: Set(during.compactMap(\.entry.author)).count,
            terms: terms.map(\.term),
            mentions: sentences(first, texts.during, Array(terms), of: during),
            tone: Trends.ToneCourse(
                before: ToneCounts(
                    of: between(
                        burst.days.lowerBound - Self.week..<burst.days.lowerBound
                    ).bySequence),
                during: ToneCounts(of: during.bySequence),
                after: ToneCounts(of: after.bySequence)),
            answer: answer(to: during, since: first.entry.date, in: all), returnOf: returned?.id)
    }

    private func texts(of during: [BrandMention], before: [BrandMention]) throws(Failure)
        -> (during: StoryTerms, before: StoryTerms)
    {
        var reader = TermReader()
        let now = try heard.quoted(during.firstOfEachStory.spread(over: Self.read))
        let earlier = try heard.quoted(before.firstOfEachStory.spread(over: Self.read))
        return (
            StoryTerms(now, reader: &reader), StoryTerms(earlier, reader: &reader)
        )
    }

    /// The first, then those that say most of what sets the burst apart, from different sources as
    /// far as there are.
    private func sentences(
        _ first: BrandMention, _ texts: StoryTerms, _ terms: [StoryTerms.Weighed],
        of during: [BrandMention]
    ) -> [ListedMention.ID] {
        guard !terms.isEmpty else {
            return during.largestStories.prefix(Self.sentencesShown).map { $0[0].id }
        }
        let weights = Dictionary(terms.map { ($0.term, $0.zScore) }) { first, _ in first }
        let typical = texts.stories.map { story in
            let sum = story.terms.reduce(0.0) { $0 + (weights[$1] ?? 0) }
            return (story.mention, sum / Double(max(story.terms.count, 4)).squareRoot())
        }
        .filter { $0.1 > 0 && $0.0.id != first.id }
        .sorted { ($1.1, $0.0.entry.sequence) < ($0.1, $1.0.entry.sequence) }
        .map(\.0)
        var feeds: Set = [first.entry.feed]
        let fresh = typical.filter { feeds.insert($0.entry.feed).inserted }
        let others = typical.filter { mention in !fresh.contains { $0.id == mention.id } }
        return [first.id] + (fresh + others).prefix(Self.sentencesShown - 1).map(\.id)
    }

    private func answer(to during: [BrandMention], since: Date, in all: [BrandMention])
        -> Trends.Answer?
    {
        let given = Set(during.map(\.entry.story.id)).compactMap { answers[$0] }
            .filter { $0 > since && $0 < days.end }.min()
        guard let given else { return nil }
        let length = given.timeIntervalSince(since)
        func tone(_ span: Range<Date>) -> ToneCounts {
            ToneCounts(of: all.filter { span.contains($0.entry.date) }.bySequence)
        }
        return Trends.Answer(
            at: given, before: tone(since..<given),
            after: tone(given..<min(given + length, days.end)))
    }

    /// The terms in common as a share of those of the shorter list.
    private func alike(_ one: [String], _ other: [String]) -> Double {
        let fewer = min(one.count, other.count)
        return fewer < 2
            ? 0 : Double(Set(one).intersection(other).count) / Double(fewer)
    }
}

/// Spikes of one brand with at most two quiet days between them.
struct Burst {
    static let quietDays = 2

    let brand: Brand.ID
    /// Places in the period.
    private(set) var days: Range<Int>
    private(set) var usual: Double
    private var causes: [Trends.Cause]

    /// People, where they had a part in it; else what made most of its days.
    var cause: Trends.Cause {
        if causes.contains(.talk) { return .talk }
        return causes.first ?? .talk
    }

    func id(days: TrendDays) -> Trends.Incident.ID {
        Trends.Incident.ID("\(brand)-\(days.names[self.days.lowerBound])")
    }

    /// In the order in which they began.
    static func bursts(of events: [Trends.Event], days: TrendDays) -> [Burst] {
        let places = Dictionary(
            days.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var bursts: [Burst] = []
        for event in events.reversed() where event.kind == .spike {
            guard let day = places[event.day] else { continue }
            if let last = bursts.lastIndex(where: { $0.brand == event.brand }),
                day <= bursts[last].days.upperBound + Self.quietDays
            {
                bursts[last].days = bursts[last].days.lowerBound..<day + 1
                bursts[last].usual += event.baseline.median
                bursts[last].causes.append(event.cause)
            } else {
                bursts.append(
                    Burst(
                        brand: event.brand, days: day..<day + 1, usual: event.baseline.median,
                        causes: [event.cause]))
            }
        }
        return bursts.sorted { ($0.days.lowerBound, $0.brand) < ($1.days.lowerBound, $1.brand) }
    }
}

extension [BrandMention] {
    /// At most so many, evenly spread over all.
    fileprivate func spread(over count: Int) -> [BrandMention] {
        self.count <= count ? self : (0..<count).map { self[$0 * self.count / count] }
    }

    fileprivate var bySequence: [BrandMention] {
        sorted { $0.entry.sequence < $1.entry.sequence }
    }
}
