import Model

/// What facets and their values are called, and in which order reports tell of them.
struct FacetNames: Sendable {
    /// In the order of the rules, that of places last.
    let facets: [(id: Facet.ID, name: String)]
    private let values: [FacetValue: String]

    init(context: ReportingContext) {
        let language = context.language.code
        var facets = context.facets.map {
            ($0.id, $0.translations[language]?.name ?? $0.name)
        }
        var values: [FacetValue: String] = [:]
        for facet in context.facets {
            for value in facet.values {
                values[FacetValue(facet.id, value.id)] =
                    value.translations[language]?.name ?? value.name
            }
        }
        for location in context.locations {
            values[FacetValue(.location, location.id)] =
                location.translations[language]?.name ?? location.name
        }
        if !context.locations.isEmpty {
            facets.append((.location, FacetWords(context.language).location))
        }
        self.facets = facets
        self.values = values
    }

    /// A value that is no longer in the rules has only its id left.
    func name(of value: FacetValue) -> String { values[value] ?? value.value.value }
}
