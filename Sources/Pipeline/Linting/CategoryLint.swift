import Classifying
import Model
import Tokenizing

/// What is wrong with the categories, or with the values of a facet, and their keywords.
struct CategoryLint {
    private let categories: [Model.Category]
    /// What a message calls them: `category`.
    private let noun: String
    /// `nil` for values of facets, for which nothing but their keywords and tone is counted.
    private let learnt: [LearntKeywords]?

    init(_ rules: Rules) {
        categories = rules.categories
        noun = "category"
        learnt = rules.learntKeywords
    }

    init(_ facet: Facet) {
        categories = facet.values
        noun = "\(facet.id) value"
        learnt = nil
    }

    var findings: [RuleFinding] {
        categories.flatMap { category in
            findingsBesideTerms(of: category)
                + category.keywords.sorted { $0.key < $1.key }.flatMap { language, keywords in
                    terms(keywords)
                        + duplicates(
                            keywords,
                            with: language == .undetermined
                                ? [] : category.keywords[.undetermined] ?? [])
                }
        }
    }

    /// The same without what only may be wrong with terms, which takes most of the work.
    var errors: [RuleFinding] {
        categories.flatMap { category in
            findingsBesideTerms(of: category).filter { $0.level == .error }
                + category.keywords.values.joined().compactMap { keyword in
                    TermLint(keyword.term).finding(at: keyword.place)
                }
        }
    }

    // MARK: - Private

    private func findingsBesideTerms(of category: Model.Category) -> [RuleFinding] {
        let query = category.query.map(QueryLogic.init)
        return (query?.findings(at: category.queryPlace ?? category.place) ?? [])
            + ExampleLint.contradictions(in: category.examples, of: "\(noun) '\(category.id)'")
            + weights(of: category)
    }

    /// Languages whose keywords cannot add up to 1, with all else that counts for the category.
    private func weights(of category: Model.Category) -> [RuleFinding] {
        guard !category.keywords.isEmpty else { return [] }
        func sum(_ keywords: [Model.Category.Keyword]?) -> Double {
            (keywords ?? []).reduce(0) { $0 + max(0, $1.weight) }
        }
        let ofTone = max(0, category.tones.map(\.weight).max() ?? 0)
        let anyway = ofTone + sum(category.keywords[.undetermined])
        return category.keywords.sorted { $0.key < $1.key }.compactMap { language, keywords in
            let own = language == .undetermined ? anyway : anyway + sum(keywords)
            let reach = own + most(beside: category, in: language)
            // A list for all languages may only help those of single languages.
            let isHelp = language == .undetermined && category.keywords.count > 1
            guard !isHelp, reach < 1 - 1e-9 else { return nil }
            return RuleFinding(
                .unreachableCategory, .error,
                "the weights of \(noun) '\(category.id)' in '\(language)' add up to less than 1, "
                    + "so that it can never be given; raise one",
                at: keywords.first?.place ?? category.place)
        }
    }

    /// The most that is counted beside its own keywords and its tone: what was learnt, and what the rater
    /// itself finds in a text.
    private func most(beside category: Model.Category, in language: LanguageCode) -> Double {
        guard let learnt else { return 0 }
        let lists = learnt.filter {
            $0.category == category.id && [$0.language, .undetermined].contains(language)
        }
        let most = lists.map { $0.keywords.reduce(0) { $0 + max(0, $1.weight) } }.max() ?? 0
        return category.id.mostBesideKeywords + most
    }

    private func terms(_ keywords: [Model.Category.Keyword]) -> [RuleFinding] {
        keywords.compactMap { keyword in
            let lint = TermLint(keyword.term)
            if let finding = lint.finding(at: keyword.place) { return finding }
            if let finding = NameLint(keyword.term, noun: "keyword").finding(at: keyword.place) {
                return finding
            }
            guard keyword.weight >= 1, let reason = lint.broadness else { return nil }
            return RuleFinding(
                .broadTerm, .warning,
                "'\(keyword.term)' \(reason) and is enough to give the \(noun); write more of it, "
                    + "or a weight below 1", at: keyword.place)
        }
    }

    /// Terms that are one for the matcher, within a list or between it and that for all languages.
    private func duplicates(
        _ keywords: [Model.Category.Keyword], with others: [Model.Category.Keyword]
    ) -> [RuleFinding] {
        var first: [TermPattern: Model.Category.Keyword] = [:]
        for keyword in others where first[TermPattern(keyword.term)] == nil {
            first[TermPattern(keyword.term)] = keyword
        }
        var findings: [RuleFinding] = []
        for keyword in keywords {
            let pattern = TermPattern(keyword.term)
            guard let other = first[pattern] else {
                first[pattern] = keyword
                continue
            }
            findings.append(finding(keyword, other))
        }
        return findings
    }

    private func finding(
        _ keyword: Model.Category.Keyword, _ other: Model.Category.Keyword
    ) -> RuleFinding {
        if keyword.weight * other.weight < 0 {
            return RuleFinding(
                .contradictoryWeight, .warning,
                "'\(keyword.term)' weighs \(keyword.weight) here and \(other.weight) at "
                    + "\(other.place); keep one of the two", at: keyword.place)
        }
        return RuleFinding(
            .duplicateTerm, .warning,
            "'\(keyword.term)' finds what '\(other.term)' at \(other.place) finds; keep one of the "
                + "two", at: keyword.place)
    }
}
