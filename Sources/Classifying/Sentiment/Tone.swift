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
}
