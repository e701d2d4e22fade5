package import Model
import Querying
package import Tokenizing

/// Tags entries: language, tone of the text and toward each brand, categories, severity, team.
///
/// Built once from the rules; each entry is then read in one pass over its words, whatever the number
/// of rules. The same entry and rules give the same tags.
package final class Classifier: Sendable {
    private let detector: LanguageDetector
    private let vocabularies: Vocabularies
    private let analyses = AnalysisPool()
    private let rater: CategoryRater
    private let triage: Triage
    private let ownBrands: Set<Brand.ID>
    private let topics: Set<Brand.ID>

    package init(rules: Rules) {
        let rated = rules.rated
        let keywords = KeywordList(rated, learnt: rules.learntKeywords)
        vocabularies = Vocabularies(rules, keywords)
        detector = LanguageDetector(brands: rules.brands, vocabularies)
        rater = CategoryRater(rated, keywords)
        triage = Triage(rules)
        ownBrands = Set(rules.brands.filter { $0.kind == .own }.map(\.id))
        topics = Set(rules.brands.filter { $0.kind == .topic }.map(\.id))
    }

    /// Makes at once what is else made when the first text in a language asks for it.
    package func prepare() {
        vocabularies.makeAll()
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
        let parts = parts(of: entry, title, text, mentions)
        defer { giveBack(parts) }
        return tags(for: entry, title: title, text: text, mentions, locations, parts)
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
        detector.language(of: title, text, stated: entry.language).language
    }

    /// Tone of the whole text.
    package func sentiment(
        of entry: EntryText, title: Words, text: Words, mentions: [Mention] = []
    ) -> Sentiment {
        let parts = parts(of: entry, title, text, mentions)
        defer { giveBack(parts) }
        return sentiment(of: parts)
    }

    /// Whether a text in a language is typed without its accents, so that terms count in bare letters, too.
    package func readsBareLetters(in text: Words, _ language: LanguageCode) -> Bool {
        var spelling = Spelling(
            Words(of: ""), text, accents: Grammar.of(language).accentedLetters)
        return spelling.isBare
    }

    /// Categories and values of facets that the entry came near to and was not given, the nearest
    /// first.
    package func nearMisses(
        for entry: EntryText, title: Words, text: Words, mentions: [Mention]
    ) -> [NearMiss] {
        let parts = parts(of: entry, title, text, mentions)
        defer { giveBack(parts) }
        let toward = tonesTowardBrands(parts, mentions)
        let tone = decidingTone(toward.tones, sentiment(of: parts))
        let misses = parts.map { part in
            let queried = QueriedText(
                entry: entry, title: title, text: text, language: part.language.code)
            return rater.nearMisses(part, queried, tone: tone, move: toward.move)
        }
        guard misses.count > 1 else { return misses[0] }
        let given = tags(for: entry, title: title, text: text, mentions, [], parts)
        var seen = Set(given.categories.map(\.id.value) + given.facets.values.map(\.description))
        return misses.flatMap(\.self).sorted { ($1.score, $0.name) < ($0.score, $1.name) }
            .filter { seen.insert($0.name).inserted }
    }

    /// The keywords of the entry that spoke against a category or a value of a facet, each once.
    package func opposingKeywords(
        for entry: EntryText, title: Words, text: Words, mentions: [Mention]
    ) -> [OpposingKeyword] {
        let parts = parts(of: entry, title, text, mentions)
        defer { giveBack(parts) }
        var seen: Set<OpposingKeyword> = []
        return parts.flatMap(rater.opposingKeywords).filter { seen.insert($0).inserted }
    }

    /// How much speaks for a category in a text that names no brand, where 1 is needed; the category's
    /// query is left out of account.
    package func score(
        of category: Category.ID, for entry: EntryText, text: Words
    ) -> Double {
        let parts = parts(of: entry, Words(of: ""), text, [])
        defer { giveBack(parts) }
        let tone = sentiment(of: parts)
        return parts.map { rater.score(of: category, $0, tone: tone) }.max() ?? 0
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
        _ locations: [CategoryTag], _ parts: [Analysis]
    ) -> Tags {
        let language = parts[0].language
        let whole = sentiment(of: parts)
        let (tones, move) = tonesTowardBrands(parts, mentions)
        let tone = decidingTone(tones, whole)
        func given(_ part: Analysis) -> (categories: [CategoryTag], facets: FacetTags) {
            rater.tags(
                part, of: entry, title: title, text: text, tone: tone, move: move,
                keeping: Self.mostReasons)
        }
        var (categories, facets) = given(parts[0])
        if parts.count > 1 {
            let others = parts.dropFirst().map(given)
            categories = CategoryTag.joined([categories] + others.map(\.categories))
            facets = FacetTags.joined([facets] + others.map(\.facets))
        }
        for location in locations {
            facets.add(location.keeping(first: Self.mostReasons), to: .location)
        }
        let triaged = triage(
            categories: categories.map(\.id), facets: facets, brands: tones.map(\.brand),
            language: language.code, tone: tone)
        let told = (
            whole: whole.keeping(strongest: Self.mostReasons),
            tones: tones.map { ($0.brand, $0.sentiment.keeping(strongest: Self.mostReasons)) }
        )
        return Tags(
            language: language, sentiment: told.whole, categories: categories,
            facets: facets,
            mentions: mentions.map { mention in
                let tone = told.tones.first { $0.0 == mention.brand }
                return TaggedMention(mention: mention, sentiment: tone?.1 ?? told.whole)
            },
            severity: triaged.severity.value, severityReason: triaged.severity.reason,
            team: triaged.team.value, teamReason: triaged.team.reason)
    }

    /// Most entries have one part, whose sentiment is that of all.
    private func sentiment(of parts: [Analysis]) -> Sentiment {
        parts.count == 1 ? parts[0].sentiment : Sentiment.joined(parts.map(\.sentiment))
    }

    /// The entry, to be given back to the pool; where some of its sentences are in another language, those
    /// of each by themselves, the main one's first.
    private func parts(
        of entry: EntryText, _ title: Words, _ text: Words, _ mentions: [Mention]
    ) -> [Analysis] {
        let (language, parts) = detector.language(of: title, text, stated: entry.language)
        let isOfMention = !mentions.isEmpty
        guard let parts else {
            return [analysis(title, text, mentions, isOfMention: isOfMention, language)]
        }
        return parts.languages.enumerated().map { part, code in
            let (title, text) = parts.words(of: part)
            return analysis(
                title, text, mentions.filter { parts.holds($0, in: part) },
                isOfMention: isOfMention,
                DetectedLanguage(code: code, confidence: language.confidence, also: language.also))
        }
    }

    private func analysis(
        _ title: Words, _ text: Words, _ mentions: [Mention], isOfMention: Bool,
        _ language: DetectedLanguage
    ) -> Analysis {
        let vocabulary = vocabularies[language.code]
        let analysis = analyses.take(vocabulary)
        analysis.read(
            title: title, text: text, mentions: mentions, isOfMention: isOfMention, topics: topics,
            language: language, vocabulary: vocabulary)
        return analysis
    }

    private func giveBack(_ parts: [Analysis]) {
        for part in parts { analyses.giveBack(part) }
    }

    /// One for each brand, in the order of their first mentions; and where the writer goes.
    private func tonesTowardBrands(_ parts: [Analysis], _ mentions: [Mention])
        -> (tones: [BrandTone], move: Move)
    {
        guard !mentions.isEmpty else { return ([], .none) }
        let tones = parts.map { BrandTones($0) }
        var found: [BrandTone] = []
        for brand in mentions.map(\.brand) where !found.contains(where: { $0.brand == brand }) {
            found.append((brand, tones.sentiment(toward: brand)))
        }
        let isAboutOwn = mentions.contains { $0.isBySource && ownBrands.contains($0.brand) }
        let moves = tones.lazy.map { [ownBrands] in
            $0.move(among: ownBrands.contains, isAboutOwn: isAboutOwn)
        }
        return (found, moves.first { !$0.isNone } ?? .none)
    }

    private func decidingTone(_ tones: [BrandTone], _ whole: Sentiment) -> Sentiment {
        tones.isEmpty
            ? whole : TagFindings.decidingTone(tones, whole: whole, isOwn: ownBrands.contains)
    }
}
