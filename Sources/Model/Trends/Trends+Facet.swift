extension Trends {
    /// How what mentions of own brands are about moves, by one facet of the rules; in a report of a
    /// competitor or a topic, what those of that are about.
    package struct FacetTrend: Hashable, Sendable, Codable {
        package let id: Facet.ID
        package let name: String
        /// Those met in the period, the most met first.
        package let values: [FacetSeries]

        package init(id: Facet.ID, name: String, values: [FacetSeries]) {
            self.id = id
            self.name = name
            self.values = values
        }
    }

    /// The days of one value of a facet.
    package struct FacetSeries: Hashable, Sendable, Codable {
        package let id: Category.ID
        package let name: String
        /// Entries that name one of these brands, each counted once.
        package let counts: Counts
        package let daily: DailyCounts
        /// Toward these brands; of an entry that names several, the strongest.
        package let tone: ToneCounts
        package let netSentiment: Ratios
        /// Negative among those whose tone is known, 0 … 1, four decimals.
        package let negativeShare: Ratios
        /// The last seven days of the period, on the clock.
        package let lastWeek: Counts
        /// Those against the seven before; absent where the period has fewer than fourteen, or of the
        /// seven a part lay before anybody listened, or in much of them nothing was heard.
        package let lastWeekChange: Change?
        /// Values of other facets but places in its negative mentions, the most met first; at most
        /// three.
        package let blamedFor: [NamedCounts]

        package init(
            id: Category.ID, name: String, counts: Counts, daily: DailyCounts, tone: ToneCounts,
            netSentiment: Ratios, negativeShare: Ratios, lastWeek: Counts,
            lastWeekChange: Change?, blamedFor: [NamedCounts]
        ) {
            self.id = id
            self.name = name
            self.counts = counts
            self.daily = daily
            self.tone = tone
            self.netSentiment = netSentiment
            self.negativeShare = negativeShare
            self.lastWeek = lastWeek
            self.lastWeekChange = lastWeekChange
            self.blamedFor = blamedFor
        }
    }
}
