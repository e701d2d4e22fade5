import Model

/// Reads `rules/categories.yaml`.
struct CategoryReader {
    private(set) var ids = Register(of: "category")
    private var macros = QueryMacros()

    mutating func categories(_ root: YAMLValue, noting errors: inout [RuleError]) -> [Category] {
        guard let fields = Fields<RootKey>(root, noting: &errors) else { return [] }
        macros = QueryMacros(reading: fields[.macros], noting: &errors)
        let items = errors.noting(try fields.required(.categories).list(of: .mapping)) ?? []
        return items.compactMap { category($0, noting: &errors) }
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case macros, categories
    }

    private enum Key: String, CaseIterable {
        case id, name, meaning
        case nextStep = "next_step"
        case severity, tone, keywords, query, examples
    }

    private enum ToneKey: String, CaseIterable {
        case label, weight
    }

    private mutating func category(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> Category? {
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        let id = errors.noting(try ids.enter(try fields.required(.id)))
        let name = errors.noting(try fields.required(.name).translatedText())
        let meaning = errors.noting(try fields[.meaning]?.translatedText())
        let nextStep = errors.noting(try fields[.nextStep]?.translatedText())
        let severity = errors.noting(
            try fields[.severity]?.choice(of: "severity", Severity.self))
        let tone = tone(fields, noting: &errors)
        let keywords = fields[.keywords].map {
            KeywordReader.keywords($0, noting: &errors)
        }
        let query = errors.noting(
            try fields[.query]?.query(isNarrowing: keywords != nil, macros: macros))
        let examples = Examples(reading: fields[.examples], noting: &errors)
        if fields[.keywords] == nil, fields[.query] == nil {
            errors.append(RuleError(.noKeywordsNorQuery, at: value.place))
        }
        guard let id, let name else { return nil }
        return Category(
            id: Category.ID(id), name: name.text, meaning: meaning?.text,
            nextStep: nextStep?.text,
            translations: Translation.joining(name: name, meaning: meaning, nextStep: nextStep),
            severity: severity ?? .normal,
            keywords: keywords ?? [:], tone: tone, query: query, examples: examples,
            place: value.place, queryPlace: fields[.query]?.place)
    }

    private func tone(
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

/// Reads the mapping `keywords:` of a category.
private enum KeywordReader {
    static func keywords(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> [LanguageCode: [Category.Keyword]] {
        var keywords: [LanguageCode: [Category.Keyword]] = [:]
        for (key, list) in errors.noting(try value.pairs()) ?? [] {
            let language = errors.noting(try key.languageOrAny())
            let items = errors.noting(try list.list()) ?? []
            let read = distinct(items.compactMap { keyword($0, noting: &errors) }, noting: &errors)
            if let language { keywords[language] = read }
        }
        return keywords
    }

    // MARK: - Private

    private enum Key: String, CaseIterable {
        case term, weight
    }

    /// A term alone weighs 1.
    private static func keyword(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> Category.Keyword? {
        guard value.isMapping else {
            return errors.noting(try value.term()).map {
                Category.Keyword(term: $0, weight: 1, place: value.place)
            }
        }
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        let term = errors.noting(try fields.required(.term).term())
        let weight = errors.noting(try fields[.weight]?.number(in: -4...4)) ?? 1
        return term.map { Category.Keyword(term: $0, weight: weight, place: value.place) }
    }

    private static func distinct(
        _ keywords: [Category.Keyword], noting errors: inout [RuleError]
    ) -> [Category.Keyword] {
        var first: [String: FileLocation] = [:]
        return keywords.filter { keyword in
            if let place = first[keyword.term.lowercased()] {
                let mistake = Mistake.duplicateTerm(keyword.term, first: place)
                errors.append(RuleError(mistake, at: keyword.place))
                return false
            }
            first[keyword.term.lowercased()] = keyword.place
            return true
        }
    }
}

extension YAMLValue {
    /// `any` stands for texts in every language.
    fileprivate func languageOrAny() throws(RuleError) -> LanguageCode {
        try text() == "any" ? .undetermined : languageCode()
    }
}
