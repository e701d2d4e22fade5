import Model

/// Reads the mappings `when:`, of which each key takes one value or a list of which any will do.
struct ConditionReader {
    let brands: Register
    let categories: Register
    /// The ids of facets, and of the values of each.
    let facets: Register
    let facetValues: [Facet.ID: Register]

    /// `nil` once a mistake is noted.
    func condition(_ value: YAMLValue, noting errors: inout [RuleError]) -> TagCondition? {
        let before = errors.count
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        var condition = TagCondition()
        for item in items(fields[.category], noting: &errors) {
            let id = errors.noting(try categories.id(meantBy: item))
            if let id { condition.categories.append(Category.ID(id)) }
        }
        condition.facets = facets(fields[.facets], noting: &errors)
        for item in items(fields[.sentiment], noting: &errors) {
            let label = errors.noting(try item.choice(of: "sentiment", Sentiment.Label.self))
            if let label { condition.sentiments.append(label) }
        }
        for item in items(fields[.brandKind], noting: &errors) {
            let kind = errors.noting(try item.choice(of: "brand kind", Brand.Kind.self))
            if let kind { condition.brandKinds.append(kind) }
        }
        for item in items(fields[.brand], noting: &errors) {
            let id = errors.noting(try brands.id(meantBy: item))
            if let id { condition.brands.append(Brand.ID(id)) }
        }
        for item in items(fields[.language], noting: &errors) {
            let language = errors.noting(try item.languageCode())
            if let language { condition.languages.append(language) }
        }
        condition.minimumSeverity = errors.noting(
            try fields[.severityAtLeast]?.choice(of: "severity", Severity.self))
        condition.maximumScore = errors.noting(try fields[.scoreAtMost]?.number(in: -1...1))
        // `facets: {}` asks for nothing either.
        if condition == TagCondition(), errors.count == before {
            errors.append(RuleError(.emptyCondition, at: value.place))
        }
        return errors.count == before ? condition : nil
    }

    // MARK: - Private

    private enum Key: String, CaseIterable {
        case category, facets, sentiment
        case brandKind = "brand_kind"
        case brand, language
        case severityAtLeast = "severity_at_least"
        case scoreAtMost = "score_at_most"
    }

    /// A mapping from facets to values, of each of which one must fit.
    private func facets(
        _ value: YAMLValue?, noting errors: inout [RuleError]
    ) -> [TagCondition.FacetChoice] {
        var choices: [TagCondition.FacetChoice] = []
        for (key, value) in errors.noting(try value?.pairs()) ?? [] {
            guard let id = errors.noting(try facets.id(meantBy: key)) else { continue }
            let facet = Facet.ID(id)
            let known = facetValues[facet] ?? Register(of: "value", isComplete: false)
            var values: [Category.ID] = []
            for item in items(value, noting: &errors) {
                let id = errors.noting(try known.id(meantBy: item))
                if let id { values.append(Category.ID(id)) }
            }
            choices.append(TagCondition.FacetChoice(facet: facet, values: values))
        }
        return choices
    }

    private func items(
        _ value: YAMLValue?, noting errors: inout [RuleError]
    ) -> [YAMLValue] {
        errors.noting(try value?.listOrSingle()) ?? []
    }
}
