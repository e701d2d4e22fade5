package import Model
package import Tokenizing

/// Where two sets of rules may tag a text differently, mentions apart: told from the rules alone, so
/// that most texts of an archive need not be tagged by both.
///
/// A text has the same language, tone and categories by either set if it has the same mentions and
/// holds none of `terms`, none of `beginnings` beside the name of a brand and, where those count, no
/// drawn-out words and no topics. So what this rules out is certain; what it does not rule out may
/// still come out the same.
package struct ClassifyingDifference: Sendable {
    /// Keywords that only one set has, or that the two weigh differently.
    package private(set) var terms: Set<TermPattern> = []
    /// First words of phrases of categories among them, which a text may have with the name of a brand
    /// between their words: "gdyby w Kawce można było".
    package private(set) var beginnings: Set<TermPattern> = []
    /// Whether a drawn-out word, `suuuper`, or a topic, `#poorservice`, may stand for one of the terms.
    private var readsOtherSpellings = false
    /// Something differs that has no terms: the rule of a category that a query or the tone alone can
    /// give, a language, what was learnt.
    package private(set) var concernsEveryText = false
    /// Severities and teams are given by other rules.
    package let concernsTriage: Bool

    package init(from before: Rules, to after: Rules) {
        concernsTriage =
            before.routing.withoutPlaces != after.routing.withoutPlaces
        compare(before.lexicons, after.lexicons)
        compare(
            before.categories, after.categories,
            learnt: before.learntKeywords + after.learntKeywords)
        compare(before.facets, after.facets)
        compare(before.learntKeywords, after.learntKeywords)
        if before.languages != after.languages || before.learnt != after.learnt {
            concernsEveryText = true
        }
        let stems = [before, after].map { LanguageDetector.stems(ofNamesIn: $0.brands) }
        terms.formUnion(stems[0].symmetricDifference(stems[1]).map { TermPattern($0) })
    }

    /// Whether one of a text's words may be drawn out, or a topic, and stand for one of the terms.
    package func mayReadOtherSpelling(in text: String) -> Bool {
        readsOtherSpellings && (text.utf8.contains(UInt8(ascii: "#")) || Elongation.mayDraw(text))
    }

    // MARK: - Private

    /// One line of a lexicon, wherever it stands.
    private struct Line: Hashable {
        let term: String
        let role: LexiconEntry.Role
        let isSmile: Bool

        init(_ entry: LexiconEntry) {
            term = entry.term
            role = entry.role
            isSmile = entry.isSmile
        }
    }

    private mutating func compare(_ before: [Lexicon], _ after: [Lexicon]) {
        let (old, new) = (Self.lines(of: before), Self.lines(of: after))
        for language in Set(old.keys).union(new.keys) {
            let (old, new) = (old[language] ?? [], new[language] ?? [])
            let shared = Set(old).intersection(new)
            for line in Set(old).symmetricDifference(new) {
                addSpellings(of: line.term)
                let prefix = Grammar.of(language).denyingPrefix
                if !prefix.isEmpty { add(prefix + line.term) }
            }
            // Of lines with the same term the first counts.
            if old.filter(shared.contains) != new.filter(shared.contains) {
                concernsEveryText = true
            }
        }
    }

    private static func lines(of lexicons: [Lexicon]) -> [LanguageCode: [Line]] {
        Dictionary(grouping: lexicons, by: \.language).mapValues { lexicons in
            lexicons.flatMap(\.entries).map(Line.init)
        }
    }

    private mutating func compare(_ before: [Facet], _ after: [Facet]) {
        func values(_ facets: [Facet]) -> [Facet.ID: [Category]] {
            Dictionary(facets.map { ($0.id, $0.values) }) { first, _ in first }
        }
        let (old, new) = (values(before), values(after))
        for id in Set(old.keys).union(new.keys) { compare(old[id] ?? [], new[id] ?? []) }
    }

    /// - Parameter learnt: Of either set; they can give a category as its own keywords do.
    private mutating func compare(
        _ before: [Category], _ after: [Category], learnt: [LearntKeywords] = []
    ) {
        let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        let new = Dictionary(after.map { ($0.id, $0) }) { first, _ in first }
        for id in Set(old.keys).union(new.keys) {
            if let old = old[id], let new = new[id], old.asks(asMuchAs: new) {
                for keyword in old.weights.symmetricDifference(new.weights) {
                    addKeyword(keyword.term)
                }
            } else {
                for category in [old[id], new[id]].compactMap({ $0 }) { addAll(of: category) }
                for keyword in learnt.filter({ $0.category == id }).flatMap(\.keywords) {
                    add(keyword.term)
                }
            }
        }
    }

    private mutating func compare(_ before: [LearntKeywords], _ after: [LearntKeywords]) {
        func weights(_ learnt: [LearntKeywords]) -> [Category.ID: Set<WeighedKeyword>] {
            Dictionary(grouping: learnt, by: \.category).mapValues { Set($0.flatMap(\.weights)) }
        }
        let (old, new) = (weights(before), weights(after))
        for id in Set(old.keys).union(new.keys) {
            for keyword in (old[id] ?? []).symmetricDifference(new[id] ?? []) { add(keyword.term) }
        }
    }

    /// Categories that a text may be given without a keyword: where blame or praise is said to a brand,
    /// something is asked of one, or somebody leaves one.
    private static let givenWithoutKeyword: Set<Category.ID> = [
        "complaint", "praise", "question", "churn_risk",
    ]

    /// A category is given only where one of the keywords that speak for it stands, unless its tone,
    /// its query or what is said to a brand can give it alone.
    private mutating func addAll(of category: Category) {
        let nearlyEnough = 0.999
        guard !category.weights.isEmpty, category.tones.allSatisfy({ $0.weight < nearlyEnough }),
            !Self.givenWithoutKeyword.contains(category.id)
        else {
            concernsEveryText = true
            return
        }
        // Those that speak against it, too: all are words that help to tell a text's language.
        for keyword in category.weights { addKeyword(keyword.term) }
    }

    /// Keywords count as well around the name of a brand.
    private mutating func addKeyword(_ term: String) {
        addSpellings(of: term)
        guard let space = term.firstIndex(of: " ") else { return }
        let first = String(term[..<space])
        beginnings.insert(TermPattern(first))
        for spelling in Self.bareSpellings(of: first) { beginnings.insert(TermPattern(spelling)) }
    }

    /// Terms count as well with the commas that some write.
    private mutating func addSpellings(of term: String) {
        add(term)
        for language in [LanguageCode.english, .polish, .latvian] {
            term.withCommas(before: Grammar.of(language).commaWords).map { add($0) }
        }
    }

    /// Terms count as well where a text is typed without accents.
    private mutating func add(_ term: String) {
        readsOtherSpellings = true
        terms.insert(TermPattern(term))
        for spelling in Self.bareSpellings(of: term) { terms.insert(TermPattern(spelling)) }
    }

    private static func bareSpellings(of term: String) -> [String] {
        [term.withoutAccents, LatvianDigraphs.typed(term)].compactMap(\.self)
    }
}

/// A keyword, wherever it stands.
private struct WeighedKeyword: Hashable {
    let language: LanguageCode
    let term: String
    let weight: Double
}

extension LearntKeywords {
    fileprivate var weights: [WeighedKeyword] {
        keywords.map { WeighedKeyword(language: language, term: $0.term, weight: $0.weight) }
    }
}

extension Category {
    fileprivate var weights: Set<WeighedKeyword> {
        Set(
            keywords.flatMap { language, keywords in
                keywords.map {
                    WeighedKeyword(language: language, term: $0.term, weight: $0.weight)
                }
            })
    }

    /// Whether a text with the same keywords is given either category or none.
    fileprivate func asks(asMuchAs other: Category) -> Bool {
        severity == other.severity && tones == other.tones && query == other.query
            && keywords.isEmpty == other.keywords.isEmpty
    }
}

extension Rules {
    /// Those that have a lexicon, and those that have a vocabulary of their own.
    fileprivate var languages: [Set<LanguageCode>] {
        let told = Set(lexicons.map(\.language))
        let learnt = learntKeywords.map(\.language)
        return [told, told.union(rated.flatMap(\.category.keywords.keys)).union(learnt)]
    }
}

extension Routing {
    /// What decides severities and teams, wherever it stands.
    fileprivate var withoutPlaces: Routing {
        let nowhere = FileLocation(file: "")
        return Routing(
            timeZone: "", teams: [],
            routes: routes.map { Route(condition: $0.condition, team: $0.team, place: nowhere) },
            defaultTeam: defaultTeam,
            severityRules: severityRules.map {
                SeverityRule(condition: $0.condition, severity: $0.severity, place: nowhere)
            })
    }
}
