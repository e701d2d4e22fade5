import Foundation
import Model

/// Makes a card of each burst: what happened, since when, who noticed, why, and what became of it.
struct IncidentFinder<Failure: Error> {
    let days: TrendDays
    let history: DailyHistory
    let brands: [Brand]
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
        let past = try past(bursts)
        var made: [Trends.Incident] = []
        for (number, burst) in bursts.enumerated() {
            made.append(
                try incident(
                    burst, after: bursts.prefix(number), in: period, past: past, earlier: made))
        }
        return made.reversed()
    }

    // MARK: - Private

    private static var shown: Int { 12 }
    /// How many stories of a burst, and of the time before it, have their texts read.
    private static var read: Int { 300 }
    private static var week: Int { 7 }
    private static var sourcesShown: Int { 5 }
    private static var termsShown: Int { 8 }
    private static var sentencesShown: Int { 4 }
    /// The share of terms in common from which a burst is the return of an earlier one.
    private static var sameTerms: Double { 0.3 }

    /// The four weeks before the period, if a burst begins so early in the period that it is compared
    /// with them.
    private func past(_ bursts: some Sequence<Burst>) throws(Failure) -> HeardPeriod? {
        let reach = 4 * Self.week
        guard bursts.contains(where: { $0.days.lowerBound < reach }) else { return nil }
        return try HeardPeriod(
            days.start(ofDay: -reach)..<days.start(ofDay: 0), of: heard, brands: brands)
    }

    /// - Parameter others: The bursts that began before it, whose cards are `earlier`.
    private func incident(
        _ burst: Burst, after others: some Sequence<Burst>, in period: HeardPeriod,
        past: HeardPeriod?, earlier: [Trends.Incident]
    ) throws(Failure) -> Trends.Incident {
        let talk = talk(around: burst, after: others, in: period, past: past)
        let during = talk.during
        let texts = try texts(of: during, before: talk.everyday)
        let terms = texts.during.terms(apartFrom: texts.before).prefix(Self.termsShown)
        // Where the terms tell the burst from everyday talk, it is those who use them.
        let keys = Set(terms.map(\.key))
        func stories(withKeys count: Int) -> Set<Int64> {
            Set(
                texts.during.stories.filter { $0.terms.intersection(keys).count >= count }
                    .map(\.mention.entry.story.id))
        }
        let told = stories(withKeys: 1)
        let core =
            (told.isEmpty ? during : during.filter { told.contains($0.entry.story.id) })
            .fromBeginning(sure: stories(withKeys: 2))
        let first = core.first ?? during[0]
        let sources = names.bySource(during.map(\.entry)).map(\.counted)
        let sourcesInAll = Set(during.map(\.entry.source)).count
        let counts = Counts(of: during)
        let isOpen = burst.days.upperBound + Burst.quietDays >= days.whole.upperBound
        let returned = earlier.last { other in
            other.brand == burst.brand && !other.isOpen
                && alike(other.terms, terms.map(\.term)) >= Self.sameTerms
        }
        let echo =
            returned == nil
            ? try EchoFinder(heard: heard).echo(
                of: terms.map(\.term), naming: burst.brand, before: first.entry.date) : nil
        return Trends.Incident(
            id: burst.id(days: days), brand: burst.brand, cause: burst.cause,
            sentence: words.incident(
                brand: names.name(of: burst.brand), counts: counts, sources: sourcesInAll,
                began: days.localMoment(of: first.entry.date),
                source: names.source(of: first.entry.feed), isOpen: isOpen,
                returned: (returned?.beganAt ?? echo?.beganAt).map(days.localMoment)),
            firstDay: days.names[burst.days.lowerBound],
            lastDay: days.names[burst.days.upperBound - 1], isOpen: isOpen,
            beganAt: first.entry.date, endedAt: (core.last ?? first).entry.date,
            beganIn: names.source(of: first.entry.feed), counts: counts,
            usual: usual(of: burst).rounded(decimals: 1),
            sources: Array(sources.prefix(Self.sourcesShown)), sourcesInAll: sourcesInAll,
            authorsInAll: Set(during.compactMap(\.entry.author)).count,
            terms: terms.map(\.term),
            mentions: sentences(first, texts.during, Array(terms), of: during),
            tone: Trends.ToneCourse(
                before: ToneCounts(of: talk.weekBefore.bySequence),
                during: ToneCounts(of: during.bySequence),
                after: ToneCounts(of: talk.weekAfter.bySequence)),
            answer: answer(to: during, since: first.entry.date, in: talk.all),
            returnOf: returned?.id
                ?? echo.map { Burst.id(of: burst.brand, day: days.name(of: $0.beganAt)) })
    }

    /// What was said of a burst's brand, by date.
    private struct Talk {
        let all: [BrandMention]
        let during: [BrandMention]
        /// Of the four weeks before it, earlier bursts left out.
        let everyday: [BrandMention]
        let weekBefore: [BrandMention]
        let weekAfter: [BrandMention]
    }

    private func talk(
        around burst: Burst, after others: some Sequence<Burst>, in period: HeardPeriod,
        past: HeardPeriod?
    ) -> Talk {
        let known = (past?.mentions(of: burst.brand) ?? []) + period.mentions(of: burst.brand)
        let all = known.sorted {
            ($0.entry.date, $0.entry.sequence) < ($1.entry.date, $1.entry.sequence)
        }
        func span(_ range: Range<Int>) -> Range<Date> {
            days.start(ofDay: range.lowerBound)..<days.start(ofDay: range.upperBound)
        }
        func between(_ range: Range<Int>) -> [BrandMention] {
            let span = span(range)
            return all.filter { span.contains($0.entry.date) }
        }
        // An earlier burst is not everyday talk: compared with it, its return would have no terms of
        // its own.
        let bursts = others.filter { $0.brand == burst.brand }.map { span($0.days) }
        let (start, end) = (burst.days.lowerBound, burst.days.upperBound)
        return Talk(
            all: all, during: between(burst.days),
            everyday: between(start - 4 * Self.week..<start)
                .filter { mention in !bursts.contains { $0.contains(mention.entry.date) } },
            weekBefore: between(start - Self.week..<start),
            weekAfter: between(end..<end + Self.week))
    }

    /// What was usual for its days, quiet ones between spikes too.
    private func usual(of burst: Burst) -> Double {
        let finder = history.finder(of: burst.brand)
        return burst.days.compactMap { finder.usual(ofDay: $0 + history.offset)?.mentions }
            .reduce(0, +)
    }

    private func texts(of during: [BrandMention], before: [BrandMention]) throws(Failure)
        -> (during: StoryTerms, before: StoryTerms)
    {
        var reader = TermReader()
        let own = OwnNames(of: brands)
        let now = try heard.quoted(during.firstOfEachStory.spread(over: Self.read))
        let earlier = try heard.quoted(before.firstOfEachStory.spread(over: Self.read))
        return (
            StoryTerms(now, names: own, reader: &reader),
            StoryTerms(earlier, names: own, reader: &reader)
        )
    }

    /// The first mention, then those with most of what sets the burst apart, from different sources as
    /// far as possible.
    private func sentences(
        _ first: BrandMention, _ texts: StoryTerms, _ terms: [StoryTerms.Weighed],
        of during: [BrandMention]
    ) -> [ListedMention.ID] {
        guard !terms.isEmpty else {
            return during.largestStories.prefix(Self.sentencesShown).map { $0[0].id }
        }
        let typical = texts.stories.map { story in
            // In the order of the terms, so that the sum is the same each time.
            let sum = terms.reduce(0.0) { $0 + (story.terms.contains($1.key) ? $1.zScore : 0) }
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
        // As much time on either side as there is on both.
        let length = min(given.timeIntervalSince(since), days.end.timeIntervalSince(given))
        func tone(_ span: Range<Date>) -> ToneCounts {
            ToneCounts(of: all.filter { span.contains($0.entry.date) }.bySequence)
        }
        return Trends.Answer(
            at: given, before: tone(given - length..<given), after: tone(given..<given + length))
    }

    /// The terms in common as a share of those of the shorter list.
    private func alike(_ one: [String], _ other: [String]) -> Double {
        let fewer = min(one.count, other.count)
        return fewer < 2
            ? 0 : Double(Set(one).intersection(other).count) / Double(fewer)
    }
}

extension [BrandMention] {
    /// At most so many, evenly spread over all.
    func spread(over count: Int) -> [BrandMention] {
        self.count <= count ? self : (0..<count).map { self[$0 * self.count / count] }
    }

    fileprivate var bySequence: [BrandMention] {
        sorted { $0.entry.sequence < $1.entry.sequence }
    }
}
