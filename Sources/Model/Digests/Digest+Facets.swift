extension Digest {
    /// What mentions of own brands are about, by one facet of the rules; in a digest of a competitor or a
    /// topic, of that.
    package struct FacetSummary: Hashable, Sendable, Codable {
        package let id: Facet.ID
        package let name: String
        /// The values met in the window, most frequent first; then those met in the period before it,
        /// and those of mentions of other brands, which have a count of none.
        package let values: [FacetCounts]

        package init(id: Facet.ID, name: String, values: [FacetCounts]) {
            self.id = id
            self.name = name
            self.values = values
        }
    }

    /// How often a value of a facet was met, and in what tone.
    package struct FacetCounts: Hashable, Sendable, Codable {
        package let id: Category.ID
        package let name: String
        /// Entries that name one of these brands, each counted once.
        package let counts: Counts
        package let previous: Change
        /// Toward these brands; of an entry that names several, the strongest.
        package let tone: ToneCounts
        /// Negative among those whose tone is known, 0 … 1, four decimals.
        package let negativeShare: Ratios

        package init(
            id: Category.ID, name: String, counts: Counts, previous: Change, tone: ToneCounts,
            negativeShare: Ratios
        ) {
            self.id = id
            self.name = name
            self.counts = counts
            self.previous = previous
            self.tone = tone
            self.negativeShare = negativeShare
        }
    }
}
