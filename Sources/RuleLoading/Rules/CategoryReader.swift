import Model

/// Reads `rules/categories.yaml`.
struct CategoryReader {
    /// Complete once the list has been found.
    private(set) var ids = Register(of: "category", isComplete: false)
    private var macros = QueryMacros()

    mutating func categories(_ root: YAMLValue, noting errors: inout [RuleError]) -> [Category] {
        let fields = Fields<RootKey>(root, lists: [.categories], noting: &errors)
        guard let fields else { return [] }
        macros = QueryMacros(reading: fields[.macros], noting: &errors)
        let items = errors.noting(try fields.required(.categories).list(of: .mapping))
        guard let items else { return [] }
        ids = Register(of: "category")
        return items.compactMap { category($0, noting: &errors) }
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case macros, categories
    }

    private enum Key: String, CaseIterable {
        case id, name, meaning
        case nextStep = "next_step"
        case severity
    }

    private mutating func category(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> Category? {
        let read = Fields<Key>.reading(value, with: CategoryTerms.Key.self, noting: &errors)
        guard let (fields, others) = read else { return nil }
        let id = errors.noting(try ids.enter(.id, of: fields))
        let name = errors.noting(try fields.required(.name).translatedText())
        let meaning = errors.noting(try fields[.meaning]?.translatedText())
        let nextStep = errors.noting(try fields[.nextStep]?.translatedText())
        let severity = errors.noting(
            try fields[.severity]?.choice(of: "severity", Severity.self))
        let terms = CategoryTerms(reading: others, macros: macros, noting: &errors)
        guard let id, let name else { return nil }
        return Category(
            id: Category.ID(id), name: name.text, meaning: meaning?.text,
            nextStep: nextStep?.text,
            translations: Translation.joining(name: name, meaning: meaning, nextStep: nextStep),
            severity: severity ?? .normal, keywords: terms.keywords, tones: terms.tones,
            query: terms.query, examples: terms.examples, place: value.place,
            queryPlace: terms.queryPlace)
    }
}
