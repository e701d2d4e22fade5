import Model

/// Reads `rules/brands.yaml`.
struct BrandReader {
    private(set) var ids = Register(of: "brand")
    private var macros = QueryMacros()

    mutating func brands(_ root: YAMLValue, noting errors: inout [RuleError]) -> [Brand] {
        guard let fields = Fields<RootKey>(root, noting: &errors) else { return [] }
        macros = QueryMacros(reading: fields[.macros], noting: &errors)
        let items = errors.noting(try fields.required(.brands).list(of: .mapping)) ?? []
        return items.compactMap { brand($0, noting: &errors) }
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case macros, brands
    }

    private enum Key: String, CaseIterable {
        case id, name, kind, names, inflect, forms, strike, except
        case caseSensitive = "case_sensitive"
        case standalone, query, context, examples
    }

    private enum ContextKey: String, CaseIterable {
        case anyOf = "any_of"
        case within
    }

    private mutating func brand(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> Brand? {
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        let id = errors.noting(try ids.enter(try fields.required(.id)))
        let name = errors.noting(try fields.required(.name).text())
        let kind = errors.noting(try fields[.kind]?.choice(of: "kind", Brand.Kind.self)) ?? .own
        let names = names(fields, noting: &errors)
        let inflections = inflections(fields[.inflect], noting: &errors)
        let forms = fields.placedList(.forms, of: YAMLValue.findable, noting: &errors)
        let struck = fields.placedList(.strike, of: YAMLValue.findable, noting: &errors)
        let exceptions = fields.placedList(.except, of: YAMLValue.term, noting: &errors)
        let caseRule = errors.noting(try fields[.caseSensitive]?.caseRule()) ?? .ignored
        let isStandalone = errors.noting(try fields[.standalone]?.trueOrFalse()) ?? false
        let query = errors.noting(
            try fields[.query]?.query(isNarrowing: true, macros: macros))
        let context = context(fields, noting: &errors)
        let examples = Examples(reading: fields[.examples], noting: &errors)
        guard let id, let name else { return nil }
        let lines: [(Brand.Part, FileLocation)] =
            names.map { (.name($0.item), $0.place) } + forms.map { (.form($0.item), $0.place) }
            + struck.map { (.struckForm($0.item), $0.place) }
            + exceptions.map { (.exception($0.item), $0.place) }
            + (context?.words ?? []).map { (.contextWord($0.item), $0.place) }
            + (fields[.query].map { [(.query, $0.place)] } ?? [])
        return Brand(
            id: Brand.ID(id), name: name, kind: kind, names: names.map(\.item),
            inflections: inflections, forms: forms.map(\.item), struckForms: struck.map(\.item),
            exceptions: exceptions.map(\.item), isCaseSensitive: caseRule != .ignored,
            isStrictOnCase: caseRule == .strict, isStandalone: isStandalone, query: query,
            context: context.map {
                Brand.Context(anyOf: $0.words.map(\.item), within: $0.within)
            },
            examples: examples, place: value.place,
            places: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
    }

    /// Where no names are listed, a brand goes by its name alone.
    private func names(
        _ fields: Fields<Key>, noting errors: inout [RuleError]
    ) -> [(item: String, place: FileLocation)] {
        guard fields[.names] == nil else {
            return fields.placedList(.names, of: YAMLValue.findable, noting: &errors)
        }
        // That it is missing is noted where it is read.
        guard let name = fields[.name], (try? name.text()) != nil else { return [] }
        return [errors.noting(try name.findable())].compactMap { $0 }.map { ($0, name.place) }
    }

    /// `none`, one language or a list of languages.
    private func inflections(
        _ value: YAMLValue?, noting errors: inout [RuleError]
    ) -> [Brand.Inflection] {
        guard let items = errors.noting(try value?.listOrSingle()) else { return [] }
        var inflections: [Brand.Inflection] = []
        for item in items {
            guard let one = errors.noting(try item.choice(of: "inflection", Brand.Inflection.self))
            else { continue }
            if one == .none, items.count > 1 {
                errors.append(RuleError(.noneAmongOthers, at: item.place))
            }
            if one != .none, !inflections.contains(one) { inflections.append(one) }
        }
        return inflections
    }

    private func context(
        _ fields: Fields<Key>, noting errors: inout [RuleError]
    ) -> (words: [(item: String, place: FileLocation)], within: Int)? {
        guard let fields = fields.fields(.context, of: ContextKey.self, noting: &errors) else {
            return nil
        }
        _ = errors.noting(try fields.required(.anyOf))
        let words = fields.placedList(.anyOf, of: YAMLValue.term, noting: &errors)
        let within = errors.noting(try fields[.within]?.wholeNumber(in: 1...1_000)) ?? 10
        return (words, within)
    }
}

/// What `case_sensitive` may say.
private enum CaseRule {
    case ignored, kept, strict
}

extension YAMLValue {
    /// `true`, `false` or `strict`.
    fileprivate func caseRule() throws(RuleError) -> CaseRule {
        if case .some("strict") = try? text() { return .strict }
        return try trueOrFalse() ? .kept : .ignored
    }
}
