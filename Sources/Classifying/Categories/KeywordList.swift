import Model

/// The keywords of all categories and values of facets in one list, so that a keyword is a number.
struct KeywordList: Sendable {
    struct Item: Sendable {
        /// Index into the rated rules.
        let rated: Int
        /// Speaks for a value of a facet.
        let isOfFacet: Bool
        /// Counts its share in a text of many words, and beside what else is said of the same words.
        let isLearnt: Bool
        let language: LanguageCode
        let term: String
        let weight: Double
        /// Where it stands in the rules, as evidence names it.
        let rule: String
    }

    let items: [Item]
    /// By keyword, the rule it speaks for: side by side, since every text asks for some.
    private let rules: [Int32]
    /// By keyword.
    private let weights: [Double]
    /// By rated rule.
    private let denials: [Denial.Scope?]

    /// - Parameter learnt: Those of a category that is not among the rules are left out.
    init(_ rated: [RatedRule], learnt: [LearntKeywords]) {
        let written = rated.enumerated().flatMap { number, rated in
            rated.category.keywords.sorted { $0.key < $1.key }.flatMap { language, keywords in
                keywords.map {
                    Item(
                        rated: number, isOfFacet: rated.facet != nil, isLearnt: false,
                        language: language,
                        term: $0.term, weight: $0.weight,
                        rule: $0.place.description)
                }
            }
        }
        let numbers = Dictionary(
            rated.enumerated().filter { $1.facet == nil }.map { ($1.category.id, $0) },
            uniquingKeysWith: { first, _ in first })
        items =
            written
            + learnt.flatMap { learnt -> [Item] in
                guard let number = numbers[learnt.category] else { return [] }
                return learnt.keywords.map {
                    Item(
                        rated: number, isOfFacet: false, isLearnt: true,
                        language: learnt.language, term: $0.term, weight: $0.weight,
                        rule: $0.place.description)
                }
            }
        rules = items.map { Int32($0.rated) }
        weights = items.map(\.weight)
        denials = rated.map(\.denial)
    }

    /// Whether a keyword is looked for in texts of a language, `nil` for one that no rule speaks: those
    /// of every language are in all of them, and all are in one that is unknown.
    func isSpoken(_ keyword: Int, in language: LanguageCode?) -> Bool {
        let spoken = items[keyword].language
        return spoken == language || spoken == .undetermined || language == .undetermined
    }

    func count(spokenIn language: LanguageCode?) -> Int {
        items.indices.count { isSpoken($0, in: language) }
    }

    /// Index into the rated rules.
    func rule(of keyword: Int) -> Int {
        Int(rules[keyword])
    }

    /// As it is written; what is learnt counts its share of it.
    func weight(of keyword: Int) -> Double {
        weights[keyword]
    }

    /// As of `RatedRule.denial`; `nil` for what speaks against its rule.
    func denial(of keyword: Int) -> Denial.Scope? {
        weights[keyword] > 0 ? denials[rule(of: keyword)] : nil
    }
}

/// The first place in an entry of a category's keyword.
struct KeywordPlace {
    /// Index into the keywords of the categories.
    let keyword: Int
    /// Which of the entry's readings it stands in.
    let reading: Int
    let words: Range<Int>
    /// What it counts in this text.
    let weight: Double
}
