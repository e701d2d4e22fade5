import Model

/// Reads `rules/brands.yaml`.
struct BrandReader {
    /// Complete once the list has been found.
    private(set) var ids = Register(of: "brand", isComplete: false)
    private var macros = QueryMacros()

    mutating func brands(_ root: YAMLValue, noting errors: inout [RuleError]) -> [Brand] {
        let fields = Fields<RootKey>(root, lists: [.brands], noting: &errors)
        guard let fields else { return [] }
        macros = QueryMacros(reading: fields[.macros], noting: &errors)
        let items = errors.noting(try fields.required(.brands).list(of: .mapping))
        guard let items else { return [] }
        ids = Register(of: "brand")
        return items.compactMap { brand($0, noting: &errors) }.sayingMarketNames
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case macros, brands
    }

    private enum Key: String, CaseIterable {
        case id, name, kind, market, sources
    }

    private mutating func brand(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> Brand? {
        let read = Fields<Key>.reading(value, with: NameTerms.Key.self, noting: &errors)
        guard let (fields, others) = read else { return nil }
        let id = errors.noting(try ids.enter(.id, of: fields))
        let name = errors.noting(try fields.required(.name).text())
        let kind = errors.noting(try fields[.kind]?.choice(of: "kind", Brand.Kind.self)) ?? .own
        let market = errors.noting(
            try fields[.market].map { value throws(RuleError) in
                (name: try value.translatedText(), place: value.place)
            })
        let sources = fields.placedList(.sources, of: YAMLValue.id, noting: &errors)
        let terms = NameTerms(reading: others, macros: macros, noting: &errors)
        // Where no names are listed, a brand goes by its name alone.
        var names = terms.names ?? []
        // That it is missing is noted where it is read.
        if terms.names == nil, let value = fields[.name], (try? value.text()) != nil,
            let findable = errors.noting(try value.findable())
        {
            names = [(findable, value.place)]
        }
        guard let id, let name else { return nil }
        var brand = terms.bearer(
            Brand.ID(id), name, kind: kind, market: market.map { ($0.name.text, $0.place) },
            names: names, sources: sources, place: value.place)
        brand.marketNames = market?.name.byLanguage ?? [:]
        return brand
    }
}

extension [Brand] {
    /// The same, each of which says what its market is called if any brand of it does; of two names in one
    /// language the first.
    fileprivate var sayingMarketNames: Self {
        var names: [String?: [LanguageCode: String]] = [:]
        for brand in self {
            names[brand.market, default: [:]].merge(brand.marketNames) { first, _ in first }
        }
        return map { brand in
            var brand = brand
            brand.marketNames = names[brand.market] ?? [:]
            return brand
        }
    }
}
