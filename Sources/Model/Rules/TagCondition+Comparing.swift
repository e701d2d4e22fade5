extension TagCondition {
    /// Whether this condition holds for every entry for which the other does.
    ///
    /// - Parameter kind: `nil` for a brand that the rules do not have.
    package func holdsWherever(
        _ other: TagCondition, kindOf kind: (Brand.ID) -> Brand.Kind?
    ) -> Bool {
        func allows<Value: Hashable>(_ values: [Value], _ others: [Value]) -> Bool {
            values.isEmpty || !others.isEmpty && Set(others).isSubset(of: values)
        }
        let severityHolds = (minimumSeverity ?? .low) <= (other.minimumSeverity ?? .low)
        let scoreHolds = (maximumScore ?? 1) >= (other.maximumScore ?? 1)
        let facetsHold = facets.allSatisfy { choice in
            other.facets.contains {
                $0.facet == choice.facet && Set($0.values).isSubset(of: choice.values)
            }
        }
        // Every tone is one of all of them.
        let sentimentsHold =
            Set(sentiments).count == Sentiment.Label.allCases.count
            || allows(sentiments, other.sentiments)
        // Who is named is of a kind.
        let namedKinds = other.brands.compactMap(kind)
        let kindsHold =
            allows(brandKinds, other.brandKinds)
            || allows(brandKinds, namedKinds) && namedKinds.count == other.brands.count
        return allows(categories, other.categories) && facetsHold && sentimentsHold && kindsHold
            && allows(brands, other.brands) && allows(languages, other.languages)
            && severityHolds && scoreHolds
    }
}
