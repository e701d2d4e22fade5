import Model

/// What reports count of an entry: nothing where it mentions no brand.
struct EntryVerdict: Hashable, Sendable {
    let brands: [Brand.ID: Sentiment.Label]
    let categories: Set<Category.ID>
    let facets: Set<FacetValue>
    /// `nil` without a mention.
    let severity: Severity?
    let team: Team.ID?

    var isMention: Bool { !brands.isEmpty }
    var isSpam: Bool { categories.contains(.spam) }

    /// - Parameter tags: `nil` where there is no mention.
    init(_ tags: Tags?) {
        guard let tags, !tags.mentions.isEmpty else {
            (brands, categories, facets, severity, team) = ([:], [], [], nil, nil)
            return
        }
        brands = Dictionary(
            tags.mentions.map { ($0.mention.brand, $0.sentiment.label) }
        ) { first, _ in first }
        categories = Set(tags.categories.map(\.id))
        facets = Set(tags.facets.values)
        severity = tags.severity
        team = tags.team
    }

    /// All that is different afterwards; empty where nothing is.
    func changes(to after: EntryVerdict) -> [BacktestChange] {
        guard self != after else { return [] }
        return brandChanges(to: after) + categoryChanges(to: after)
            + change(.severity, severity?.rawValue, after.severity?.rawValue)
            + change(.team, team?.value, after.team?.value)
            + facets.subtracting(after.facets).flatMap { change(.facet, $0.description, nil) }
            + after.facets.subtracting(facets).flatMap { change(.facet, nil, $0.description) }
    }

    // MARK: - Private

    private func brandChanges(to after: EntryVerdict) -> [BacktestChange] {
        Set(brands.keys).union(after.brands.keys).sorted().flatMap { brand in
            let (old, new) = (brands[brand], after.brands[brand])
            return old != nil && new != nil
                ? change(.tone, old?.rawValue, new?.rawValue, of: brand)
                : change(
                    .brand, old == nil ? nil : brand.value, new == nil ? nil : brand.value)
        }
    }

    private func categoryChanges(to after: EntryVerdict) -> [BacktestChange] {
        categories.subtracting(after.categories).flatMap { change(.category, $0.value, nil) }
            + after.categories.subtracting(categories).flatMap { change(.category, nil, $0.value) }
    }

    private func change(
        _ dimension: BacktestChange.Dimension, _ from: String?, _ to: String?,
        of brand: Brand.ID? = nil
    ) -> [BacktestChange] {
        from == to
            ? [] : [BacktestChange(dimension: dimension, brand: brand, from: from, to: to)]
    }
}
