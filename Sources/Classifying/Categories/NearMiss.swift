package import Model

/// A category that an entry came near to and was not given.
package struct NearMiss: Hashable, Sendable {
    package let category: Category.ID
    /// Reached of the 1 that is needed; more where the query failed.
    package let score: Double
    /// In words: `needs 1, has 0.6 from 'router*'; tone is neutral, not negative`.
    package let missing: String

    package init(category: Category.ID, score: Double, missing: String) {
        self.category = category
        self.score = score
        self.missing = missing
    }
}
