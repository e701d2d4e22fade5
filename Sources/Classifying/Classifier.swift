package import Model
import Querying
package import Tokenizing

/// Tags entries: language, tone of the text and toward each brand, categories, severity, team.
///
/// Built once from the rules; each entry is then read in one pass over its words, whatever the number
/// of rules. The same entry and rules give the same tags.
package final class Classifier: Sendable {
    private let detector: LanguageDetector
    private let vocabularies: [(language: LanguageCode, vocabulary: Vocabulary)]
    /// For languages that no rule speaks.
    private let foreignVocabulary: Vocabulary
    private let analyses: AnalysisPool
    private let rater: CategoryRater
    private let triage: Triage
    private let ownBrands: Set<Brand.ID>
    private let topics: Set<Brand.ID>

    package init(rules: Rules) {
        let rated = rules.rated
        let keywords = KeywordList(rated, learnt: rules.learntKeywords)
        // Takes much memory to make, which is given back before the vocabularies need theirs.
        LanguageDetector.prepare()
        let languages = Set(rules.lexicons.map(\.language))
            .union(rated.flatMap(\.category.keywords.keys))
            .union(rules.learntKeywords.map(\.language)).union([.undetermined])
        let known = languages.sorted()
        // Most of the time that it takes to begin.
        var made = (known.map(Optional.some) + [nil]).concurrentMap { language in
            Vocabulary(
                language: language, lexicons: rules.lexicons,
                learnt: language == nil ? [] : rules.learnt, keywords: keywords)
        }
        foreignVocabulary = made.removeLast()
        vocabularies = Array(zip(known, made))
        let knownWords = vocabularies.map { ($0.language, $0.vocabulary.words) }
        detector = LanguageDetector(
            brands: rules.brands, knownWords: Dictionary(uniqueKeysWithValues: knownWords))
        analyses = AnalysisPool(foreignVocabulary)
        rater = CategoryRater(rated, keywords)
        triage = Triage(rules)
        ownBrands = Set(rules.brands.filter { $0.kind == .own }.map(\.id))
        topics = Set(rules.brands.filter { $0.kind == .topic }.map(\.id))
    }

    /// Everything the rules say of an entry.
    ///
    /// - Parameters:
    ///   - title: Words of the entry's title, `text` those of its text.
    ///   - mentions: In reading order, title first; they come back in that order.
    ///   - locations: The places it is about.
    package func tags(
        for entry: EntryText, title: Words, text: Words, mentions: [Mention],
        locations: [CategoryTag] = []
    ) -> Tags {
        let analysis = analysis(of: entry, title, text, mentions)
        defer { analyses.giveBack(analysis) }
        return tags(for: entry, title: title, text: text, mentions, locations, analysis)
    }

    /// The same tags with the severity and the team that these rules give them.
    package func triaging(_ tags: Tags) -> Tags {
        let tones = tags.brandTones
        let triaged = triage(
            categories: tags.categories.map(\.id), facets: tags.facets,
            brands: tones.map(\.brand), language: tags.language.code,
            tone: decidingTone(tones, tags.sentiment))
        return Tags(
            language: tags.language, sentiment: tags.sentiment, categories: tags.categories,
            facets: tags.facets, mentions: tags.mentions, severity: triaged.severity.value,
            severityReason: triaged.severity.reason, team: triaged.team.value,
            teamReason: triaged.team.reason)
    }

    /// The language of title and text together; the one stated weighs little.
    package func language(of entry: EntryText, title: Words, text: Words) -> DetectedLanguage {
        detector.language(of: title, text, stated: entry.language)
    }

    /// Tone of the whole text.
    package func sentiment(
        of entry: EntryText, title: Words, text: Words, mentions: [Mention] = []
    ) -> Sentiment {
        let analysis = analysis(of: entry, title, text, mentions)
        defer { analyses.giveBack(analysis) }
        return analysis.sentiment
    }

    /// Categories and values of facets that the entry came near to and was not given, the nearest
    /// first.
    package func nearMisses(
        for entry: EntryText, title: Words, text: Words, mentions: [Mention]
    ) -> [NearMiss] {
        let analysis = analysis(of: entry, title, text, mentions)
        defer { analyses.giveBack(analysis) }
        let toward = tonesTowardBrands(analysis, mentions)
        let tone = decidingTone(toward.tones, analysis.sentiment)
        let queried = QueriedText(
            entry: entry, title: title, text: text, language: analysis.language.code)
        return rater.nearMisses(analysis, queried, tone: tone, move: toward.move)
    }

    /// How much speaks for a category in a text that names no brand, where 1 is needed; the category's
    /// query is left out of account.
    package func score(
        of category: Category.ID, for entry: EntryText, text: Words
    ) -> Double {
        let analysis = analysis(of: entry, Words(of: ""), text, [])
        defer { analyses.giveBack(analysis) }
        return rater.score(of: category, analysis, tone: analysis.sentiment)
    }

    // MARK: - Private

    /// The most reasons that are kept of a tag: only a text that repeats itself without end has more,
    /// and each mention of a brand would tell them again.
    private static let mostReasons = 500

    private typealias BrandTone = TagFindings.BrandTone

    private func triage(
        categories: [Category.ID], facets: FacetTags, brands: [Brand.ID],
        language: LanguageCode, tone: Sentiment
    ) -> (severity: Triage.Verdict<Severity>, team: Triage.Verdict<Team.ID>) {
        let findings = TagFindings(
            categories: categories, facets: facets, brands: brands,
            brandKinds: triage.kinds(of: brands),
            language: language, tone: tone)
        let severity = triage.severity(of: findings)
        return (severity, triage.team(of: findings, severity: severity.value))
    }

    private func tags(
        for entry: EntryText, title: Words, text: Words, _ mentions: [Mention],
        _ locations: [CategoryTag], _ analysis: Analysis
    ) -> Tags {
        let whole = analysis.sentiment
        let (tones, move) = tonesTowardBrands(analysis, mentions)
        let tone = decidingTone(tones, whole)
        let given = rater.tags(
            analysis, of: entry, title: title, text: text, tone: tone, move: move,
            keeping: Self.mostReasons)
        let categories = given.categories
        var facets = given.facets
        for location in locations {
            facets.add(location.keeping(first: Self.mostReasons), to: .location)
        }
        let triaged = triage(
            categories: categories.map(\.id), facets: facets, brands: tones.map(\.brand),
            language: analysis.language.code, tone: tone)
        let told = (
            whole: whole.keeping(strongest: Self.mostReasons),
            tones: tones.map { ($0.brand, $0.sentiment.keeping(strongest: Self.mostReasons)) }
        )
        return Tags(
            language: analysis.language, sentiment: told.whole, categories: categories,
            facets: facets,
            mentions: mentions.map { mention in
                let tone = told.tones.first { $0.0 == mention.brand }
                return TaggedMention(mention: mention, sentiment: tone?.1 ?? told.whole)
            },
            severity: triaged.severity.value, severityReason: triaged.severity.reason,
            team: triaged.team.value, teamReason: triaged.team.reason)
    }

    /// To be given back to the pool.
    private func analysis(
        of entry: EntryText, _ title: Words, _ text: Words, _ mentions: [Mention]
    ) -> Analysis {
        let language = language(of: entry, title: title, text: text)
        let known = vocabularies.first { $0.language == language.code }
        let analysis = analyses.take()
        analysis.read(
            title: title, text: text, mentions: mentions, topics: topics, language: language,
            vocabulary: known?.vocabulary ?? foreignVocabulary)
        return analysis
    }

    /// One for each brand, in the order of their first mentions; and where the writer goes.
    private func tonesTowardBrands(_ analysis: Analysis, _ mentions: [Mention])
        -> (tones: [BrandTone], move: Move)
    {
        guard !mentions.isEmpty else { return ([], .none) }
        let tones = BrandTones(analysis)
        var found: [BrandTone] = []
        for brand in mentions.map(\.brand) where !found.contains(where: { $0.brand == brand }) {
            found.append((brand, tones.sentiment(toward: brand)))
        }
        let isAboutOwn = mentions.contains { $0.isBySource && ownBrands.contains($0.brand) }
        return (found, tones.move(among: ownBrands.contains, isAboutOwn: isAboutOwn))
    }

    private func decidingTone(_ tones: [BrandTone], _ whole: Sentiment) -> Sentiment {
        tones.isEmpty
            ? whole : TagFindings.decidingTone(tones, whole: whole, isOwn: ownBrands.contains)
    }
}
