/// What a fit to labelled texts adds to a lexicon, as `rules/sentiment/learnt/<language>.tsv` lists it.
///
/// The lexicon's score speaks first. Each term found then speaks for or against praise, and for or
/// against blame; a text takes the side that comes out above its threshold. Weights are in the unit of
/// the lexicon's.
package struct LearntTone: Hashable, Sendable {
    /// One number for praise and one for blame.
    package struct Sides: Hashable, Sendable {
        package var praise: Double
        package var blame: Double

        package init(praise: Double, blame: Double) {
            self.praise = praise
            self.blame = blame
        }
    }

    package struct Entry: Hashable, Sendable {
        /// A word, a `stem*`, a phrase or an emoji.
        package let term: String
        package let weights: Sides

        package init(term: String, weights: Sides) {
            self.term = term
            self.weights = weights
        }
    }

    package let language: LanguageCode
    /// What a side must reach.
    package let threshold: Sides
    /// How much of the lexicon's score counts against the other side, 0 … 1.
    package let opposition: Double
    /// By term.
    package let entries: [Entry]

    package init(
        language: LanguageCode, threshold: Sides, opposition: Double, entries: [Entry]
    ) {
        self.language = language
        self.threshold = threshold
        self.opposition = opposition
        self.entries = entries
    }
}
