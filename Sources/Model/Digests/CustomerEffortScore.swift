/// How easy those who answer a survey found it to get something done with a brand.
///
/// "The company made it easy for me to handle my issue", from 1, strongly disagree, to 7, strongly agree,
/// and the share of those who agree (Dixon, Toman and DeLisi, "The Effortless Experience", 2013, CES 2.0;
/// before that, with another question and five points, Dixon, Freeman and Toman, "Stop Trying to Delight
/// Your Customers", Harvard Business Review, 2010).
package struct CustomerEffortScore: Hashable, Sendable, Codable {
    /// Entries with an answer.
    package let counts: Counts
    /// Who agree: 5, 6 or 7.
    package let easy: Counts
    /// Who disagree: 1, 2 or 3.
    package let hard: Counts
    /// The share of those who agree: 0 … 1, four decimals; absent for fewer than five answers.
    ///
    /// A story has the answer of its first entry here that has any.
    package let score: Ratios
    /// 1 … 7, two decimals; absent as the score is.
    package let mean: Ratios

    package init(counts: Counts, easy: Counts, hard: Counts, score: Ratios, mean: Ratios) {
        self.counts = counts
        self.easy = easy
        self.hard = hard
        self.score = score
        self.mean = mean
    }
}
