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

    package init(counts: Counts, mean: Ratios, spread: [Counts]) {
        self.counts = counts
        self.mean = mean
        self.spread = spread
    }
}
