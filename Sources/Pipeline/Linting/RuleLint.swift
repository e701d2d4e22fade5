package import Model

/// Finds what is wrong in rules that can be read, and what their author may not have meant.
package enum RuleLint {
    /// In the order of the files.
    package static func findings(in rules: Rules) -> [RuleFinding] {
        inOrder(
            findingsInNames(of: rules) + categoryLints(of: rules).flatMap(\.findings)
                + LexiconLint(rules).findings + LearntKeywordsLint(rules).findings
                + RoutingLint(rules).findings + rules.unusedMacros.map(unused))
    }

    /// Those alone that no run works with: most of the work is to look for what only may be wrong.
    package static func errors(in rules: Rules) -> [RuleFinding] {
        inOrder(
            (findingsInNames(of: rules) + categoryLints(of: rules).flatMap(\.errors)
                + LexiconLint(rules).errors + RoutingLint(rules).findings)
                .filter { $0.level == .error })
    }

    // MARK: - Private

    private static func findingsInNames(of rules: Rules) -> [RuleFinding] {
        BrandLint(rules.brands, noun: "brand").findings
            + BrandLint(rules.locations.map(\.names), noun: "location").findings
            + MarketLint.findings(in: rules.brands)
    }

    private static func categoryLints(of rules: Rules) -> [CategoryLint] {
        [CategoryLint(rules)] + rules.facets.map { CategoryLint($0) }
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
