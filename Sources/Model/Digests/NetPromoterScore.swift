/// How likely those who answer a survey are to recommend a brand, from 0 to 10 (Reichheld, "The One Number
/// You Need to Grow", 2003).
package struct NetPromoterScore: Hashable, Sendable, Codable {
    /// Entries with an answer.
    package let counts: Counts
    /// Who answer 9 or 10.
    package let promoters: Counts
    /// 7 or 8.
    package let passives: Counts
    /// 0 … 6.
    package let detractors: Counts
    /// The share of promoters minus that of detractors in points, −100 … 100, one decimal; absent for
    /// fewer than five answers.
    ///
    /// A story has the answer of its first entry here that has any.
    package let score: Ratios

    package init(
        counts: Counts, promoters: Counts, passives: Counts, detractors: Counts, score: Ratios
    ) {
        self.counts = counts
        self.promoters = promoters
        self.passives = passives
        self.detractors = detractors
        self.score = score
    }
}
