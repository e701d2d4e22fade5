import Model

/// What facets and their values are called, and in which order reports tell of them.
struct FacetNames: Sendable {
    /// In the order of the rules, that of places last.
    let facets: [(id: Facet.ID, name: String)]
    private let values: [FacetValue: String]

    init(context: ReportingContext) {
        self.init(context.facets, context.locations, in: context.language)
    }

    init(_ all: [Facet], _ locations: [Location], in reportLanguage: ReportLanguage) {
        let language = reportLanguage.code
        var facets = all.map {
            ($0.id, $0.translations[language]?.name ?? $0.name)
        }
        var values: [FacetValue: String] = [:]
        for facet in all {
            for value in facet.values {
                values[FacetValue(facet.id, value.id)] =
                    value.translations[language]?.name ?? value.name
            }
        }
        for location in locations {
            values[FacetValue(.location, location.id)] =
                location.translations[language]?.name ?? location.name
        }
        if !locations.isEmpty {
            facets.append((.location, FacetWords(reportLanguage).location))
        }
        self.facets = facets
        self.values = values
    }

    /// One that is no longer in the rules has only its id left.
    func name(of facet: Facet.ID) -> String {
        facets.first { $0.id == facet }?.name ?? facet.value
    }

    /// A value that is no longer in the rules has only its id left.
    func name(of value: FacetValue) -> String { values[value] ?? value.value.value }
}
