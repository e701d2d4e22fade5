package import Model

/// Finds what is wrong in rules that can be read, and what their author may not have meant.
package enum RuleLint {
    /// In the order of the files.
    package static func findings(in rules: Rules) -> [RuleFinding] {
        inOrder(
            findingsInTerms(in: rules) + LexiconLint(rules).findings
                + LearntKeywordsLint(rules).findings + RoutingLint(rules).findings
                + rules.unusedMacros.map(unused))
    }

    /// Those alone that no run works with: most of the work is to look for what only may be wrong.
    package static func errors(in rules: Rules) -> [RuleFinding] {
        inOrder(
            (findingsInTerms(in: rules) + LexiconLint(rules).errors
                + RoutingLint(rules).findings).filter { $0.level == .error })
    }

    // MARK: - Private

    private static func findingsInTerms(in rules: Rules) -> [RuleFinding] {
        BrandLint(rules.brands, noun: "brand").findings
            + BrandLint(rules.locations.map(\.names), noun: "location").findings
            + CategoryLint(rules.categories, noun: "category").findings
            + rules.facets.flatMap { CategoryLint($0.values, noun: "\($0.id) value").findings }
    }

    private static func inOrder(_ findings: [RuleFinding]) -> [RuleFinding] {
        Array(Set(findings)).sorted(by: RuleFinding.isBefore)
    }

    private static func unused(_ macro: UnusedMacro) -> RuleFinding {
        RuleFinding(
            .unusedMacro, .warning,
            "no query of this file calls the macro '$\(macro.name)'; call it or take it out",
            at: macro.place)
    }
}
