package import Model

/// Finds what is wrong in rules that can be read, and what their author may not have meant.
package enum RuleLint {
    /// In the order of the files.
    package static func findings(in rules: Rules) -> [RuleFinding] {
        let findings =
            BrandLint(rules.brands, noun: "brand").findings
            + BrandLint(rules.locations.map(\.names), noun: "location").findings
            + CategoryLint(rules.categories, noun: "category").findings
            + rules.facets.flatMap { CategoryLint($0.values, noun: "\($0.id) value").findings }
            + LexiconLint(rules).findings + RoutingLint(rules).findings
            + rules.unusedMacros.map(unused)
        return Array(Set(findings)).sorted(by: RuleFinding.isBefore)
    }

    // MARK: - Private

    private static func unused(_ macro: UnusedMacro) -> RuleFinding {
        RuleFinding(
            .unusedMacro, .warning,
            "no query of this file calls the macro '$\(macro.name)'; call it or take it out",
            at: macro.place)
    }
}
