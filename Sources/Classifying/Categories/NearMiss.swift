package import Model

/// A category, or a value of a facet, that an entry came near to and was not given.
package struct NearMiss: Hashable, Sendable {
    /// `nil` for a category.
    package let facet: Facet.ID?
    package let category: Category.ID
    /// Reached of the 1 that is needed; more where the query failed.
    package let score: Double
    /// In words: `needs 1, has 0.6 from 'router*'; tone is neutral, not negative`.
    package let missing: String

    package init(facet: Facet.ID? = nil, category: Category.ID, score: Double, missing: String) {
        self.facet = facet
        self.category = category
        self.score = score
        self.missing = missing
    }

    /// `incident`, or `touchpoint:app`.
    package var name: String {
        facet.map { FacetValue($0, category).description } ?? category.value
    }
}
