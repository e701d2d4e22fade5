import Foundation
import Model

/// Finds the words and phrases that came up in the last seven days of a period.
struct RisingTermFinder {
    /// The whole one.
    let period: Trends.Period
    let names: OwnNames

    /// Strongest first: in three stories at least, and 1.96 standard deviations above what the days
    /// before lead us to expect.
    ///
    /// The recent texts are read first, as only terms of theirs can rise.
    func risingTerms<Failure>(
        _ mentions: HeardPeriod, of heard: HeardEntries<Failure>
    ) throws(Failure) -> [Trends.RisingTerm] {
        guard period.hasTwoWeeks else { return [] }
        let boundary = period.lastWeekBegins
        var reader = TermReader()
        var seen = SeenTerms()
        let recent = boundary..<period.to
        var words = RecentTerms()
        var phrases = RecentTerms()
        let recentFirsts = FirstMentions(mentions, in: recent)
        try heard.forEach(recent) { entry in
            guard let place = recentFirsts[entry] else { return }
            let terms = EntryTerms(entry, reader: &reader, seen: &seen)
            words.add(terms.words, of: place, terms.string)
            phrases.add(terms.phrases, of: place, terms.string)
        }
        let before = period.from..<boundary
        var earlierWords = EarlierTerms(words)
        var earlierPhrases = EarlierTerms(phrases)
        let earlierFirsts = FirstMentions(mentions, in: before)
        try heard.forEach(before) { entry in
            guard let place = earlierFirsts[entry] else { return }
            let terms = EntryTerms(entry, reader: &reader, seen: &seen)
            earlierWords.add(terms.words, of: place)
            earlierPhrases.add(terms.phrases, of: place)
        }
        return strongest(
            words: words.rising(since: earlierWords).filter { !names.contains($0.term) },
            phrases: phrases.rising(since: earlierPhrases).filter { !names.contains($0.term) })
    }

    // MARK: - Private

    private static let shown = 15

    private func strongest(words: [Trends.RisingTerm], phrases: [Trends.RisingTerm])
        -> [Trends.RisingTerm]
    {
        // In how many stories the commonest phrase with a word is.
        var stories: [Substring: Int] = [:]
        for phrase in phrases {
            for word in TermStem.stems(of: phrase.term).split(separator: " ") {
                stories[word] = max(stories[word] ?? 0, phrase.recent.stories)
            }
        }
        // A word that stands in one phrase in most of its stories says no more than the phrase.
        let alone = words.filter { word in
            (stories[TermStem.stem(of: word.term)[...]] ?? 0) * 2 <= word.recent.stories
        }
        return Array((alone + phrases).sorted { $0.order < $1.order }.prefix(Self.shown))
    }
}

extension Trends.RisingTerm {
    fileprivate var order: (Double, String) { (-zScore, term) }
}
