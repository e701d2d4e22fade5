import Model

/// What gives a category, or a value of a facet: the keys that both have.
struct CategoryTerms {
    enum Key: String, CaseIterable {
        case tone, keywords, query, examples
    }

    let keywords: [LanguageCode: [Category.Keyword]]
    let tone: Category.Tone?
    let query: Query?
    let queryPlace: FileLocation?
    let examples: Examples

    init(reading fields: Fields<Key>, macros: QueryMacros, noting errors: inout [RuleError]) {
        tone = Self.tone(fields, noting: &errors)
        keywords = fields[.keywords].map { KeywordReader.keywords($0, noting: &errors) } ?? [:]
        let isNarrowing = fields[.keywords] != nil
        query = errors.noting(
            try fields[.query]?.query(isNarrowing: isNarrowing, macros: macros))
        queryPlace = fields[.query]?.place
        examples = Examples(reading: fields[.examples], noting: &errors)
        if fields[.keywords] == nil, fields[.query] == nil {
            errors.append(RuleError(.noKeywordsNorQuery, at: fields.place))
        }
    }

    // MARK: - Private

    private enum ToneKey: String, CaseIterable {
        case label, weight
    }

    private static func tone(
        _ fields: Fields<Key>, noting errors: inout [RuleError]
    ) -> Category.Tone? {
        guard let fields = fields.fields(.tone, of: ToneKey.self, noting: &errors) else {
            return nil
        }
        let label = errors.noting(
            try fields.required(.label).choice(of: "sentiment", Sentiment.Label.self))
        let weight = errors.noting(try fields.required(.weight).number(in: -4...4))
        guard let label, let weight else { return nil }
        return Category.Tone(label: label, weight: weight)
    }
}
