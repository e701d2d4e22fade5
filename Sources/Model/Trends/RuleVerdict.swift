/// How often reviewers let a tag stand: by the rules alone, before any correction.
package struct RuleVerdict: Hashable, Sendable, Codable {
    package let field: Correction.Field
    /// A brand's or a category's id, or a tone.
    package let tag: String
    package let name: String
    /// Mentions of the period that the rules gave it.
    package let given: Int
    /// Those of them that a reviewer said it is wrong for.
    package let corrected: Int
    /// Those of them that a reviewer said it is right for.
    package let confirmed: Int
    /// Mentions that a reviewer said it is missing from.
    package let missed: Int
    /// What was not corrected of what was given, 0 … 1, four decimals; `nil` for nothing given.
    package let hitRate: Double?

    package init(
        field: Correction.Field, tag: String, name: String, given: Int, corrected: Int,
        confirmed: Int, missed: Int, hitRate: Double?
    ) {
        self.field = field
        self.tag = tag
        self.name = name
        self.given = given
        self.corrected = corrected
        self.confirmed = confirmed
        self.missed = missed
        self.hitRate = hitRate
    }
}

/// One kind of correction, and the entries it was made to.
package struct ReviewedTag: Hashable, Sendable, Codable {
    package let field: Correction.Field
    package let brand: Brand.ID
    /// `nil` for a category that was missing.
    package let was: String?
    /// `nil` for a tag that should not be there.
    package let `is`: String?
    /// Their numbers.
    package let entries: [Int64]

    package init(
        field: Correction.Field, brand: Brand.ID, was: String?, is: String?, entries: [Int64]
    ) {
        self.field = field
        self.brand = brand
        self.was = was
        self.is = `is`
        self.entries = entries
    }

    /// By kind, the most frequent first; confirmations change nothing and are left out.
    package static func summing(_ corrections: [Correction]) -> [ReviewedTag] {
        let kinds = Dictionary(grouping: corrections.filter { !$0.isConfirmation }, by: kind)
        return kinds.sorted { one, other in
            one.value.count == other.value.count
                ? one.key.lexicographicallyPrecedes(other.key)
                : one.value.count > other.value.count
        }
        .map { _, same in
            ReviewedTag(
                field: same[0].field, brand: same[0].brand, was: same[0].was, is: same[0].is,
                entries: Set(same.map(\.entry)).sorted())
        }
    }

    /// By this those that occur alike are ordered, the same in each run.
    private static func kind(of correction: Correction) -> [String] {
        [
            correction.field.rawValue, correction.brand.value, correction.was ?? "",
            correction.is ?? "",
        ]
    }
}
