package import Model

/// Finds what is wrong in rules that can be read, and what their author may not have meant.
package enum RuleLint {
    /// In the order of the files.
    package static func findings(in rules: Rules) -> [RuleFinding] {
        let findings =
            BrandLint(rules).findings + CategoryLint(rules).findings
            + LexiconLint(rules).findings + RoutingLint(rules).findings
        return Array(Set(findings)).sorted(by: RuleFinding.isBefore)
    }
}
