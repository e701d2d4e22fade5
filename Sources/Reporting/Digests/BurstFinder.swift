import Foundation
import Model

/// Answers what everybody asks at once about the mentions behind an alert: since when, where, who, why,
/// how people take it, whether anybody has answered, and whether it happened before.
struct BurstFinder<Failure: Error> {
    let brands: [Brand]
    let names: ReportNames
    let calendar: LocalCalendar
    let heard: HeardEntries<Failure>
    /// When tickets of stories were first answered.
    let answers: [Int64: Date]
    let everyday: EverydayTalk<Failure>

    /// - Parameters:
    ///   - now: those behind the alert; not empty.
    ///   - before: of the same kind, in the window before.
    ///   - goesOn: whether that window had a burst of them already.
    ///   - weeks: the four before the digest, once they have been read.
    func burst(
        _ now: [BrandMention], of brand: Brand.ID, in periods: DigestPeriods,
        before: [BrandMention], goesOn: Bool, reading weeks: inout HeardPeriod?
    ) throws(Failure) -> Digest.Burst {
        var reader = TermReader()
        let own = OwnNames(of: brands)
        let texts = StoryTerms(
            try heard.quoted(now.inOrder.firstOfEachStory.spread(over: Self.read)), names: own,
            reader: &reader)
        let earlier = StoryTerms(
            try heard.quoted(
                everyday.stories(
                    of: brand, in: periods, withoutPrevious: goesOn, atMost: Self.read,
                    reading: &weeks)),
            names: own, reader: &reader)
        let risen = texts.terms(apartFrom: earlier).prefix(Self.termsShown)
        let terms = risen.map(\.term)
        // If there are terms that set the burst apart from everyday talk, its posts are those in this
        // window that use one of them. A post in the window before must use two, since one alone may
        // have been about anything.
        let keys = Set(risen.map(\.key))
        let earliest = StoryTerms(
            try heard.quoted(before.inOrder.firstOfEachStory.spread(over: Self.read)), names: own,
            reader: &reader)
        let sure = Set(
            (texts.stories + earliest.stories)
                .filter { $0.terms.intersection(keys).count > 1 }.map(\.mention.entry.story.id))
        let told = sure.union(
            texts.stories.filter { !$0.terms.isDisjoint(with: keys) }
                .map(\.mention.entry.story.id))
        let all = (before.filter { told.contains($0.entry.story.id) } + now).inOrder
        let core = (told.isEmpty ? now.inOrder : all.filter { told.contains($0.entry.story.id) })
            .fromBeginning(sure: sure)
        let first = core.first ?? now[0]
        let sources = names.bySource(now.map(\.entry)).map(\.counted)
        return Digest.Burst(
            beganAt: first.entry.date, beganIn: names.source(of: first.entry.feed),
            lastAt: (core.last ?? first).entry.date,
            sources: Array(sources.prefix(Self.sourcesShown)),
            sourcesInAll: Set(now.map(\.entry.source)).count,
            authorsInAll: Set(now.compactMap(\.entry.author)).count, terms: terms,
            toneBefore: ToneCounts(of: periods.previous.mentions(of: brand)),
            tone: ToneCounts(of: periods.now.mentions(of: brand)),
            answeredAt: Set(all.map(\.entry.story.id)).compactMap { answers[$0] }
                .filter { $0 > first.entry.date }.min(),
            echo: try EchoFinder(heard: heard).echo(
                of: terms, naming: brand, before: first.entry.date))
    }

    // MARK: - Private

    private static var read: Int { 300 }
    private static var termsShown: Int { 6 }
    private static var sourcesShown: Int { 5 }
}
