import Model

/// Labelled texts as numbers: which terms each holds, and what the lexicon says of it.
struct TrainingRows {
    /// By row: where its terms begin in `terms`; one more at the end.
    private(set) var starts: [Int] = [0]
    /// Index of the term.
    private(set) var terms: [Int32] = []
    /// By row: what each of its terms counts, one over the root of its number of words.
    private(set) var factors: [Double] = []
    /// By row: the score of the lexicon's words, −1 … 1.
    private(set) var scores: [Double] = []
    /// By row: −1, 0 or 1.
    private(set) var sides: [Int] = []
    /// By row.
    private(set) var weights: [Double] = []

    var count: Int { scores.count }

    mutating func add(
        terms: [Int32], factor: Double, score: Double, side: Int, weight: Double
    ) {
        self.terms += terms
        starts.append(self.terms.count)
        factors.append(factor)
        scores.append(score)
        sides.append(side)
        weights.append(weight)
    }

    /// With the terms kept only, at new numbers.
    ///
    /// - Parameter kept: Old numbers in the order of the new ones.
    func keeping(_ kept: [Int], of count: Int) -> TrainingRows {
        var numbers = [Int32](repeating: -1, count: count)
        for (new, old) in kept.enumerated() { numbers[old] = Int32(new) }
        var rows = TrainingRows()
        for row in 0..<self.count {
            rows.add(
                terms: terms[starts[row]..<starts[row + 1]].map { numbers[Int($0)] }
                    .filter { $0 >= 0 },
                factor: factors[row], score: scores[row], side: sides[row], weight: weights[row])
        }
        return rows
    }
}
