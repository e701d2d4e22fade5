/// How many stars a brand is given on average, by those who rate it.
package struct Rating: Hashable, Sendable, Codable {
    /// Entries with stars.
    package let counts: Counts
    /// 1 … 5, two decimals.
    ///
    /// A story has the stars of its first entry here that has any.
    package let mean: Ratios
    /// How many gave one star, two, and so on: five; one and a half count with one.
    package let spread: [Counts]
    /// How many of them are satisfied, who give four stars or more: 0 … 1, four decimals; absent for fewer
    /// than five with stars.
    package let csat: Ratios

    package init(counts: Counts, mean: Ratios, spread: [Counts], csat: Ratios) {
        self.counts = counts
        self.mean = mean
        self.spread = spread
        self.csat = csat
    }
}

extension Rating {
    /// Reports from before there was `csat` have none, and are read all the same.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            counts: try container.decode(Counts.self, forKey: .counts),
            mean: try container.decode(Ratios.self, forKey: .mean),
            spread: try container.decode([Counts].self, forKey: .spread),
            csat: try container.decodeIfPresent(Ratios.self, forKey: .csat)
                ?? Ratios(mentions: nil, stories: nil))
    }
}
