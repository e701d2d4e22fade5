/// What the sources of one channel, or of one region, bring of own brands; in a report
/// of a competitor or a topic, of that.
package struct SourceGroup: Hashable, Sendable, Codable {
    /// `forum`, or the region as the sources state it.
    package let id: String
    package let name: String
    /// Different sources that named one of these brands.
    package let sources: Int
    /// Entries that name one of these brands, each once; those below are of these.
    package let counts: Counts
    /// With a good tone toward one of them, and with a bad one.
    package let positive: Counts
    package let negative: Counts
    package let needsAnswer: Counts
    package let salesLeads: Counts
    /// Absent in digests.
    package var daily: Trends.DailyCounts?

    package init(
        id: String, name: String, sources: Int, counts: Counts, positive: Counts, negative: Counts,
        needsAnswer: Counts, salesLeads: Counts, daily: Trends.DailyCounts? = nil
    ) {
        self.id = id
        self.name = name
        self.sources = sources
        self.counts = counts
        self.positive = positive
        self.negative = negative
        self.needsAnswer = needsAnswer
        self.salesLeads = salesLeads
        self.daily = daily
    }
}
