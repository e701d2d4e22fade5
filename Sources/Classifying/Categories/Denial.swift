import Model
import Tokenizing

/// Tells where a keyword is denied: "not a good app", "nie cieszę się", "nebiju pārsteigts".
struct Denial {
    private let reading: Reading
    private let layout: Layout
    private let terms: [Vocabulary.ToneTerm]

    /// Words between the beginning of a phrase that is negated itself and a keyword within it.
    private static let phraseReach = 1

    init(_ reading: Reading, _ layout: Layout, _ vocabulary: Vocabulary) {
        self.reading = reading
        self.layout = layout
        terms = vocabulary.toneTerms
    }

    /// Whether a negator stands before the words in their clause and is not spent on another keyword,
    /// or they are part of a phrase that begins with one.
    ///
    /// "Never been so happy" denies nothing.
    ///
    /// - Parameter reach: Words between the negator and these.
    func covers(_ words: Range<Int>, within reach: Int) -> Bool {
        var next = firstCue(endingAfter: words.lowerBound)
        if next < reading.cues.count, isInNegatedPhrase(words, reading.cues[next]) { return true }
        let clause = layout.clause(at: words.lowerBound)
        var isStrengthened = false
        var isDenied = false
        while next > 0 {
            next -= 1
            let cue = reading.cues[next]
            guard gap(cue.words, words) <= reach,
                layout.clause(at: cue.words.lowerBound) == clause
            else { break }
            switch terms[cue.term].role {
            case .weight(0): continue
            case .weight, .contrast: return isDenied
            case .wish: continue
            case .modifier(let factor): isStrengthened = isStrengthened || factor > 1 && !isDenied
            case .negator:
                let isNever = reading.functions[cue.words.lowerBound].contains(.negativeWord)
                if isNever, isStrengthened { return false }
                isDenied = true
            }
        }
        return isDenied
    }

    // MARK: - Private

    /// By halving.
    private func firstCue(endingAfter word: Int) -> Int {
        var bounds = reading.cues.indices
        while !bounds.isEmpty {
            let middle = bounds.lowerBound + bounds.count / 2
            bounds =
                reading.cues[middle].words.upperBound > word
                ? bounds.lowerBound..<middle : middle + 1..<bounds.upperBound
        }
        return bounds.lowerBound
    }

    private func isInNegatedPhrase(_ words: Range<Int>, _ phrase: Reading.Cue) -> Bool {
        let before = words.lowerBound - phrase.words.lowerBound
        return terms[phrase.term].isNegated && before > 0 && before <= Self.phraseReach + 1
            && phrase.words.contains(words.lowerBound)
    }

    /// Words between two terms, marks not counted.
    private func gap(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        reading.words.numbers(other).lowerBound - reading.words.numbers(one).upperBound
    }
}

extension RatedRule {
    /// Within how many words behind a negator a keyword says nothing for the rule; `nil` where it speaks
    /// all the same, as what is broken does.
    ///
    /// Who does not know which offer to take is looking for one: of a lead only the next word is denied.
    var denialReach: Int? {
        if facet == "emotion" || facet == nil && category.id == "praise" {
            return ToneWeigher.negationReach
        }
        return facet == nil && category.id == "sales_lead" ? 0 : nil
    }
}
