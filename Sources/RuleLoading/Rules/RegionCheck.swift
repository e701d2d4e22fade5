package import Model

/// Whether the regions that notices are of are those of sources.
package enum RegionCheck {
    /// - Returns: a mistake for each region that no source has.
    package static func mistakes(in rules: Rules, _ feeds: FeedList) -> RuleErrors? {
        let known = Set(feeds.listed.compactMap(\.source.region))
        let mistakes = (rules.routing.sending?.notices ?? []).flatMap { rule in
            rule.audience.regions.filter { !known.contains($0) }.map {
                RuleError(.unknown("region", $0, known: known.sorted()), at: rule.place)
            }
        }
        return mistakes.isEmpty ? nil : RuleErrors(mistakes)
    }
}
