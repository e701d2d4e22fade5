import Model

/// What one keyword says in its place, after all that stands around it.
struct Tone: Sendable {
    /// Which of the entry's readings it stands in.
    let reading: Int
    let words: Range<Int>
    /// Index into the vocabulary's `toneTerms`.
    let term: Int
    var weight: Double
    let isNegated: Bool
    /// The words that negate it or, negating, say that it is the best: "never had a better".
    var negator: Range<Int>?
    /// Denied blame, or thanks for an answer to come.
    var isTakenBack = false
}
