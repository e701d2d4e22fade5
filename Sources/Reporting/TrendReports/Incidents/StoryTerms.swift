import Model

/// The terms of quoted entries, each story once, for saying what sets some of them apart.
struct StoryTerms {
    /// One story's terms, in the words of its first entry here.
    struct Story {
        let mention: QuotedMention
        let terms: Set<String>
    }

    let stories: [Story]

    /// - Parameter mentions: one of each story.
    init(_ mentions: [QuotedMention], reader: inout TermReader) {
        stories = mentions.map { mention in
            let terms = EntryTerms(mention.entry, reader: &reader)
            return Story(
                mention: mention,
                terms: Set((terms.words + terms.phrases).map(terms.string)))
        }
    }

    struct Weighed {
        let term: String
        let zScore: Double
    }

    /// Those that come clearly more often than in other stories, strongest first: in three stories at
    /// least, and 1.96 standard deviations above.
    func terms(apartFrom others: StoryTerms) -> [Weighed] {
        let (here, there) = (counts, others.counts)
        let odds = LogOdds(
            recentTotal: here.values.reduce(0, +), beforeTotal: there.values.reduce(0, +))
        let risen = here.compactMap { term, count -> Weighed? in
            guard count >= Self.fewest,
                let result = odds.compare(recent: count, before: there[term] ?? 0),
                result.zScore >= 1.96
            else { return nil }
            return Weighed(term: term, zScore: result.zScore)
        }
        .sorted { ($1.zScore, $0.term) < ($0.zScore, $1.term) }
        // A word of a phrase that is told, too, says no more than the phrase.
        let phrases = risen.map(\.term).filter { $0.contains(" ") }
        let inPhrases = Set(phrases.flatMap { $0.split(separator: " ") }.map(String.init))
        return risen.filter { !inPhrases.contains($0.term) }
    }

    // MARK: - Private

    private static let fewest = 3

    private var counts: [String: Int] {
        stories.reduce(into: [:]) { counts, story in
            for term in story.terms { counts[term, default: 0] += 1 }
        }
    }
}
