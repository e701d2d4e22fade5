import Model

/// A category, or one value of a facet, which is given by the same reckoning.
struct RatedRule: Sendable {
    /// `nil` for a category.
    let facet: Facet.ID?
    let category: Category
}

extension Rules {
    /// The categories, then the values of each facet, in the order of the files.
    var rated: [RatedRule] {
        categories.map { RatedRule(facet: nil, category: $0) }
            + facets.flatMap { facet in
                facet.values.map { RatedRule(facet: facet.id, category: $0) }
            }
    }
}
