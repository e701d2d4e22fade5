import Model

/// The terms of quoted entries, each story once, for saying what sets some of them apart.
struct StoryTerms {
    /// One story's terms, in the words of its first entry here.
    struct Story {
        let mention: QuotedMention
        /// Stems of words and phrases.
        let terms: Set<String>
        /// As the story writes them.
        fileprivate let forms: [String: String]

        fileprivate var language: LanguageCode { mention.entry.tags.language.code }
    }

    let stories: [Story]
    private let names: OwnNames

    /// - Parameter mentions: one of each story.
    init(_ mentions: [QuotedMention], names: OwnNames, reader: inout TermReader) {
        self.names = names
        stories = mentions.map { mention in
            let terms = EntryTerms(mention.entry, reader: &reader)
            let forms = Dictionary(
                (terms.words + terms.phrases).map(terms.string).map { (TermStem.stems(of: $0), $0) }
            ) { first, _ in first }
            return Story(mention: mention, terms: Set(forms.keys), forms: forms)
        }
    }

    struct Weighed {
        /// The stems, as stories have them.
        let key: String
        /// In the form that most of the stories use.
        let term: String
        let zScore: Double

        /// Strongest first.
        fileprivate var order: (Double, String) { (-zScore, term) }
    }

    /// Terms that are clearly more frequent than in other stories, strongest first: they are in at
    /// least three stories and one story in twenty, and 1.96 standard deviations above the others.
    ///
    /// Stories are compared with those in their own language, because otherwise every small word would
    /// stand out when more is written in a language than before; a language that is new is compared
    /// with all. A term that only one source has is something that it writes below each of its posts,
    /// unless there is no other source.
    func terms(apartFrom others: StoryTerms) -> [Weighed] {
        let here = Dictionary(grouping: stories, by: \.language)
        let there = Dictionary(grouping: others.stories, by: \.language)
        let all = here.flatMap { language, stories in
            Self.risen(stories, apartFrom: there[language] ?? others.stories) {
                names.contains($0)
            }
        }
        // One that stands out in two languages counts by the stronger, then in the first form by the
        // alphabet.
        let strongest = Dictionary(all.map { ($0.key, $0) }) { $0.order < $1.order ? $0 : $1 }
        let risen = strongest.values.sorted { $0.order < $1.order }
        // A word adds nothing to a phrase that contains it and is listed as well.
        let phrases = risen.map(\.key).filter { $0.contains(" ") }
        let inPhrases = Set(phrases.flatMap { $0.split(separator: " ") }.map(String.init))
        return risen.filter { !inPhrases.contains($0.key) }
    }

    // MARK: - Private

    private static let fewest = 3
    /// What one story in twenty at most says does not explain the others.
    private static let fewestOf = 20

    private static func risen(
        _ stories: [Story], apartFrom others: [Story], isName: (String) -> Bool
    ) -> [Weighed] {
        let (here, there) = (counts(stories), counts(others))
        let odds = LogOdds.ofFewTexts(
            recentTotal: here.values.map(\.stories).reduce(0, +),
            beforeTotal: there.values.map(\.stories).reduce(0, +))
        let fewest = max(fewest, stories.count / fewestOf)
        let feeds = Set(stories.map(\.mention.entry.feed)).count
        return here.compactMap { key, count in
            let term = count.commonestForm ?? key
            guard count.stories >= fewest, count.feeds.count > 1 || feeds == 1, !isName(term),
                let result = odds.compare(
                    recent: count.stories, before: there[key]?.stories ?? 0),
                result.zScore >= 1.96
            else { return nil }
            return Weighed(key: key, term: term, zScore: result.zScore)
        }
    }

    private struct Count {
        var stories = 0
        var feeds: Set<Feed.ID> = []
        var forms = WordForms()

        var commonestForm: String? { forms.commonest }
    }

    private static func counts(_ stories: [Story]) -> [String: Count] {
        stories.reduce(into: [:]) { counts, story in
            for (key, form) in story.forms {
                counts[key, default: Count()].stories += 1
                counts[key, default: Count()].feeds.insert(story.mention.entry.feed)
                counts[key, default: Count()].forms.add(form)
            }
        }
    }
}
