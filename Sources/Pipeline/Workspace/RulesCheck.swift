package import Model

/// Looks over rules that can be read, and runs their own examples.
package enum RulesCheck {
    /// Everything found, in the order of the files.
    package static func findings(in rules: Rules, tagger: Tagger) -> [RuleFinding] {
        (RuleLint.findings(in: rules) + failures(of: rules, tagger))
            .sorted(by: RuleFinding.isBefore)
    }

    /// What a run refuses to work with.
    static func errors(in rules: Rules, tagger: Tagger) -> [RuleFinding] {
        (RuleLint.errors(in: rules) + failures(of: rules, tagger))
            .sorted(by: RuleFinding.isBefore)
    }

    /// Every example that does not hold, in the order of the files.
    package static func exampleFailures(of rules: Rules, tagger: Tagger) -> [ExampleFailure] {
        // There may be some in all languages.
        if exampleCount(of: rules) > 0 { tagger.prepare() }
        var failures: [ExampleFailure] = []
        for brand in rules.brands {
            failures += check(brand.examples, .brand(brand.id), tagger) { tags in
                tags.mentions.contains { $0.mention.brand == brand.id }
            }
        }
        for category in rules.categories {
            failures += check(category.examples, .category(category.id), tagger) { tags in
                tags.categories.contains { $0.id == category.id }
            }
        }
        for facet in rules.facets {
            for value in facet.values {
                let rule = FacetValue(facet.id, value.id)
                failures += check(value.examples, .facet(rule), tagger) { tags in
                    tags.facets[facet.id].contains { $0.id == value.id }
                }
            }
        }
        for location in rules.locations {
            let rule = FacetValue(.location, location.id)
            failures += check(location.names.examples, .facet(rule), tagger) { tags in
                tags.facets[.location].contains { $0.id == location.id }
            }
        }
        return failures.sorted { $0.example.place < $1.example.place }
    }

    /// How many examples there are.
    package static func exampleCount(of rules: Rules) -> Int {
        (rules.brands.map(\.examples) + rules.categories.map(\.examples)
            + rules.facets.flatMap(\.values).map(\.examples)
            + rules.locations.map(\.names.examples))
            .reduce(0) { $0 + $1.match.count + $1.noMatch.count }
    }

    // MARK: - Private

    private static func failures(of rules: Rules, _ tagger: Tagger) -> [RuleFinding] {
        exampleFailures(of: rules, tagger: tagger).map { failure in
            RuleFinding(.failingExample, .error, failure.message, at: failure.example.place)
        }
    }

    private static func check(
        _ examples: Examples, _ rule: ExampleFailure.Rule, _ tagger: Tagger,
        holds: (Tags) -> Bool
    ) -> [ExampleFailure] {
        let all = examples.match.map { ($0, true) } + examples.noMatch.map { ($0, false) }
        return all.compactMap { example, shouldMatch in
            let entry = EntryText(text: example.text)
            guard holds(tagger.tags(for: entry)) != shouldMatch else { return nil }
            let cause =
                rule.isBrand ? nil : tagger.mention(in: entry) { holds($0) == shouldMatch }
            return ExampleFailure(
                rule: rule, example: example, shouldMatch: shouldMatch, cause: cause)
        }
    }
}

/// An example that its rule does not keep.
package struct ExampleFailure: Hashable, Sendable, CustomStringConvertible {
    package enum Rule: Hashable, Sendable {
        case brand(Brand.ID)
        case category(Category.ID)
        case facet(FacetValue)

        fileprivate var isBrand: Bool {
            switch self {
            case .brand: true
            case .category, .facet: false
            }
        }
    }

    package let rule: Rule
    package let example: Examples.Example
    package let shouldMatch: Bool
    /// A word that the rules take for the name of a brand, without which the example would hold.
    let cause: Mention?

    package var description: String { "\(example.place): \(message)" }

    var message: String {
        let name =
            switch rule {
            case .brand(let id): "brand '\(id)'"
            case .category(let id): "category '\(id)'"
            case .facet(let value): "'\(value)'"
            }
        let promise = shouldMatch ? "should match and does not" : "should not match and does"
        let text = "\(name) \(promise): \"\(example.text)\""
        guard let cause else {
            return
                "\(text); see `earshot explain` with this text, then mend the rule or the example"
        }
        return "\(text), since '\(cause.form)' names brand '\(cause.brand)'; write "
            + "case_sensitive: true there or give it a context, or change the example"
    }
}
