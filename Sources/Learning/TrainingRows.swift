import Model

/// Labelled texts as numbers: which terms each holds, and what the lexicon says of it.
struct TrainingRows {
    /// By row: where its terms begin in `terms`; one more at the end.
    private(set) var starts: [Int] = [0]
    /// Index of the term.
    private(set) var terms: [Int32] = []
    /// By row: what each of its terms counts, one over the root of its number of words.
    private(set) var factors: [Double] = []
    /// By row: the strength of the lexicon's keywords, praise and blame apart.
    private(set) var keywords: [LearntTone.Sides] = []
    /// By row: the share of its words with a capital; 0 where that is not learnt from.
    private(set) var capitals: [Double] = []
    /// By row: what its terms say by weights that were learnt before.
    private(set) var offsets: [LearntTone.Sides] = []
    /// By row: −1, 0 or 1.
    private(set) var sides: [Int] = []
    /// By row.
    private(set) var weights: [Double] = []
    /// By row: 0 where the text tells how much it takes for a side, 1 where it does not and has another
    /// threshold.
    private(set) var asides: [Double] = []

    var count: Int { keywords.count }

    mutating func add(
        terms: [Int32], factor: Double, keywords: LearntTone.Sides, capitals: Double,
        offset: LearntTone.Sides, side: Int, weight: Double, isGathered: Bool
    ) {
        self.terms += terms
        starts.append(self.terms.count)
        factors.append(factor)
        self.keywords.append(keywords)
        self.capitals.append(capitals)
        offsets.append(offset)
        sides.append(side)
        weights.append(weight)
        asides.append(isGathered ? 0 : 1)
    }
}
