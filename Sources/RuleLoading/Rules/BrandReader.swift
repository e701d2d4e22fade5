import Model

/// Reads `rules/brands.yaml`.
struct BrandReader {
    private(set) var ids = Register(of: "brand")

    mutating func brands(_ root: YAMLValue, noting errors: inout [RuleError]) -> [Brand] {
        guard let fields = Fields<RootKey>(root, noting: &errors) else { return [] }
        let items = errors.noting(try fields.required(.brands).list(of: .mapping)) ?? []
        return items.compactMap { brand($0, noting: &errors) }
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case brands
    }

    private enum Key: String, CaseIterable {
        case id, name, kind, names, inflect
        case caseSensitive = "case_sensitive"
        case query, context, examples
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
        let isCaseSensitive = errors.noting(try fields[.caseSensitive]?.trueOrFalse()) ?? false
        let query = errors.noting(try fields[.query]?.query(isNarrowing: true))
        let context = context(fields, noting: &errors)
        let examples = Examples(reading: fields[.examples], noting: &errors)
        guard let id, let name else { return nil }
        return Brand(
            id: Brand.ID(id), name: name, kind: kind, names: names,
            inflections: inflections, isCaseSensitive: isCaseSensitive, query: query,
            context: context, examples: examples, place: value.place)
    }

    /// Where no names are listed, a brand goes by its name alone.
    private func names(_ fields: Fields<Key>, noting errors: inout [RuleError]) -> [String] {
        guard fields[.names] == nil else {
            return fields.list(.names, of: YAMLValue.findable, noting: &errors)
        }
        // That it is missing is noted where it is read.
        guard let name = fields[.name], (try? name.text()) != nil else { return [] }
        return [errors.noting(try name.findable())].compactMap { $0 }
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
    ) -> Brand.Context? {
        guard let fields = fields.fields(.context, of: ContextKey.self, noting: &errors) else {
            return nil
        }
        _ = errors.noting(try fields.required(.anyOf))
        let words = fields.list(.anyOf, of: YAMLValue.term, noting: &errors)
        let within = errors.noting(try fields[.within]?.wholeNumber(in: 1...1_000)) ?? 10
        return Brand.Context(anyOf: words, within: within)
    }
}
