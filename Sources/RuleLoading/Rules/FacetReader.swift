import Model

/// Reads `rules/facets.yaml`.
struct FacetReader {
    /// Complete once the list has been found.
    private(set) var ids = Register(of: "facet", isComplete: false)
    /// The ids of the values of each facet.
    private(set) var values: [Facet.ID: Register] = [:]
    private var macros = QueryMacros()

    mutating func facets(_ root: YAMLValue, noting errors: inout [RuleError]) -> [Facet] {
        let fields = Fields<RootKey>(root, lists: [.facets], noting: &errors)
        guard let fields else { return [] }
        macros = QueryMacros(reading: fields[.macros], noting: &errors)
        let items = errors.noting(try fields.required(.facets).list(of: .mapping))
        guard let items else { return [] }
        ids = Register(of: "facet")
        return items.compactMap { facet($0, noting: &errors) }
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case macros, facets
    }

    private enum Key: String, CaseIterable {
        case id, name, values
    }

    private enum ValueKey: String, CaseIterable {
        case id, name, meaning
    }

    private mutating func facet(_ value: YAMLValue, noting errors: inout [RuleError]) -> Facet? {
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        let id = errors.noting(try ids.enter(.id, of: fields)).map { Facet.ID($0) }
        let name = errors.noting(try fields.required(.name).translatedText())
        let items = errors.noting(try fields.required(.values).list(of: .mapping))
        var register = Register(
            of: "value of \(id?.value ?? "the facet")", isComplete: items != nil)
        let values = (items ?? []).compactMap { self.value($0, &register, noting: &errors) }
        guard let id, let name else { return nil }
        guard id != .location else {
            errors.append(RuleError(.filledByLocations, at: fields[.id]?.place ?? value.place))
            return nil
        }
        self.values[id] = register
        return Facet(
            id: id, name: name.text, translations: Translation.joining(name: name),
            values: values, place: value.place)
    }

    private func value(
        _ value: YAMLValue, _ ids: inout Register, noting errors: inout [RuleError]
    ) -> Category? {
        let read = Fields<ValueKey>.reading(value, with: CategoryTerms.Key.self, noting: &errors)
        guard let (fields, others) = read else { return nil }
        let id = errors.noting(try ids.enter(.id, of: fields))
        let name = errors.noting(try fields.required(.name).translatedText())
        let meaning = errors.noting(try fields[.meaning]?.translatedText())
        let terms = CategoryTerms(reading: others, macros: macros, noting: &errors)
        guard let id, let name else { return nil }
        return Category(
            id: Category.ID(id), name: name.text, meaning: meaning?.text,
            translations: Translation.joining(name: name, meaning: meaning),
            keywords: terms.keywords, tones: terms.tones, query: terms.query,
            examples: terms.examples, place: value.place, queryPlace: terms.queryPlace)
    }
}
