import Model

/// Sums up what a digest's mentions of the brands that it goes into are about.
struct FacetSummaries {
    let names: FacetNames
    let brands: Set<Brand.ID>

    /// - Returns: `nil` where the rules have no facets.
    func summaries(_ periods: DigestPeriods) -> [Digest.FacetSummary]? {
        guard !names.facets.isEmpty else { return nil }
        let now = FacetMentions(periods.now, of: brands)
        let before = FacetMentions(periods.previous, of: brands)
        let heard = Set(periods.now.entries.flatMap(\.facets)).sorted()
        return names.facets.map { facet, name in
            let met = now.values(of: facet)
            let gone = before.values(of: facet).filter { !met.contains($0) }
            let ofOthers = heard.filter {
                $0.facet == facet && !met.contains($0) && !gone.contains($0)
            }
            return Digest.FacetSummary(
                id: facet, name: name,
                values: (met + gone + ofOthers).map {
                    counts(of: $0, now, before, isHeard: periods.isPreviousHeard)
                })
        }
    }

    // MARK: - Private

    private func counts(
        of value: FacetValue, _ now: FacetMentions, _ before: FacetMentions, isHeard: Bool
    ) -> Digest.FacetCounts {
        let mentions = now.mentions(of: value)
        let counts = Counts(of: mentions)
        let tone = ToneCounts(of: mentions)
        return Digest.FacetCounts(
            id: value.value, name: names.name(of: value), counts: counts,
            previous: counts.change(
                since: Counts(of: before.mentions(of: value)), isHeard: isHeard),
            tone: tone,
            negativeShare: tone.negativeShare)
    }
}
