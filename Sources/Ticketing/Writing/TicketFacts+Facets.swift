import Model

/// What a mention is about beside its categories: the facets of the rules, and places.
extension TicketFacts {
    /// The names of a facet's values.
    func values(of facet: Facet.ID) -> [String] {
        tags.facets[facet].map { name(of: $0.id, in: facet) }
    }

    /// Each as rules and searches name it: `touchpoint:app`.
    var facetValues: [String] { tags.facets.values.map(\.description) }

    /// For people, in the order of the rules: `Touchpoint: App, Website; Location: Gdańsk`.
    var facetNames: String {
        let known = rules.facets.map(\.id)
        let others = tags.facets.facets.filter { !known.contains($0) }
        return (known + others).compactMap { facet in
            let values = values(of: facet)
            return values.isEmpty ? nil : "\(name(of: facet)): " + values.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    func name(of value: Category.ID, in facet: Facet.ID) -> String {
        if facet == .location {
            let location = rules.locations.first { $0.id == value }
            return location?.translations[language]?.name ?? location?.name ?? value.value
        }
        let known = rules.facets.first { $0.id == facet }?.values.first { $0.id == value }
        return known?.translations[language]?.name ?? known?.name ?? value.value
    }

    // MARK: - Private

    private func name(of facet: Facet.ID) -> String {
        let known = rules.facets.first { $0.id == facet }
        return known?.translations[language]?.name ?? known?.name
            ?? (facet == .location ? words.location : facet.value)
    }
}
