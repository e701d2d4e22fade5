import Model

/// What gives a category, or a value of a facet: the keys that both have.
struct CategoryTerms {
    enum Key: String, CaseIterable {
        case tone, keywords, query, examples
    }

    let keywords: [LanguageCode: [Category.Keyword]]
    let tones: [Category.Tone]
    let query: Query?
    let queryPlace: FileLocation?
    let examples: Examples

    init(reading fields: Fields<Key>, macros: QueryMacros, noting errors: inout [RuleError]) {
        tones = Self.tones(fields[.tone], noting: &errors)
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

    /// One tone, or a list of tones whose labels differ.
    private static func tones(
        _ value: YAMLValue?, noting errors: inout [RuleError]
    ) -> [Category.Tone] {
        var first: [Sentiment.Label: FileLocation] = [:]
        let items = errors.noting(try value?.listOrSingle()) ?? []
        return items.compactMap { item in
            guard let (tone, place) = tone(item, noting: &errors) else { return nil }
            if let earlier = first[tone.label] {
                let mistake = Mistake.duplicateTerm(tone.label.rawValue, first: earlier)
                errors.append(RuleError(mistake, at: place))
                return nil
            }
            first[tone.label] = place
            return tone
        }
    }

    private static func tone(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> (tone: Category.Tone, place: FileLocation)? {
        guard let fields = Fields<ToneKey>(value, noting: &errors) else { return nil }
        let label = errors.noting(
            try fields.required(.label).choice(of: "sentiment", Sentiment.Label.self))
        let weight = errors.noting(try fields.required(.weight).number(in: -4...4))
        guard let label, let weight else { return nil }
        return (Category.Tone(label: label, weight: weight), value.place)
    }
}
