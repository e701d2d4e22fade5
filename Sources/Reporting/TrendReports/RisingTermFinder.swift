import Model

/// Finds the words and phrases that came up in the last seven days of a period.
struct RisingTermFinder {
    let days: TrendDays

    /// Strongest first: in three stories at least, and 1.96 standard deviations above what the days
    /// before lead us to expect.
    func risingTerms(_ period: HeardPeriod) -> [(term: Trends.RisingTerm, mention: BrandMention)] {
        let texts = texts(of: period)
        let words = risingTerms(in: texts, terms: \.words)
        let phrases = risingTerms(in: texts, terms: \.phrases)
        let alone = words.filter { word in
            !phrases.contains { $0.term.saysMost(of: word.term) }
        }
        return Array((alone + phrases).sorted { $0.term.order < $1.term.order }.prefix(Self.shown))
    }

    // MARK: - Private

    private static let recentDays = 7
    private static let shown = 15
    private static let floorInStories = 3
    private static let floorOfZScore = 1.96

    private struct Text {
        let mention: BrandMention
        let isRecent: Bool
        let terms: EntryTerms
    }

    private func texts(of period: HeardPeriod) -> [Text] {
        let firstRecent = days.starts.count - Self.recentDays
        guard firstRecent > 0 else { return [] }
        var last: Int64?
        return period.mentions.compactMap { mention in
            defer { last = mention.entry.sequence }
            guard mention.entry.sequence != last, let day = days.index(of: mention.entry.date)
            else { return nil }
            return Text(
                mention: mention, isRecent: day >= firstRecent, terms: EntryTerms(mention.entry))
        }
    }

    private func risingTerms(in texts: [Text], terms: (EntryTerms) -> Set<String>)
        -> [(term: Trends.RisingTerm, mention: BrandMention)]
    {
        var recent: [String: [Text]] = [:]
        var before: [String: [Text]] = [:]
        for text in texts {
            for term in terms(text.terms) {
                if text.isRecent {
                    recent[term, default: []].append(text)
                } else {
                    before[term, default: []].append(text)
                }
            }
        }
        let recentCounts = recent.mapValues { Counts(of: $0.map(\.mention)) }
        let beforeCounts = before.mapValues { Counts(of: $0.map(\.mention)) }
        let odds = LogOdds(
            recentTotal: recentCounts.values.map(\.stories).reduce(0, +),
            beforeTotal: beforeCounts.values.map(\.stories).reduce(0, +))
        return recentCounts.compactMap { term, counts in
            let earlier = beforeCounts[term] ?? .zero
            guard counts.stories >= Self.floorInStories,
                let result = odds.compare(recent: counts.stories, before: earlier.stories),
                result.zScore >= Self.floorOfZScore,
                let example = recent[term]?.map(\.mention).newestFirst.first
            else { return nil }
            let rising = Trends.RisingTerm(
                term: term, recent: counts, before: earlier,
                logOdds: result.logOdds.rounded(toDecimals: 4),
                zScore: result.zScore.rounded(toDecimals: 2), example: example.id)
            return (rising, example)
        }
    }
}

extension Trends.RisingTerm {
    fileprivate var order: (Double, String) { (-zScore, term) }

    /// Whether a word stands in this phrase in most of the stories that have it.
    fileprivate func saysMost(of word: Self) -> Bool {
        recent.stories * 2 > word.recent.stories
            && term.split(separator: " ").contains { $0 == word.term }
    }
}
