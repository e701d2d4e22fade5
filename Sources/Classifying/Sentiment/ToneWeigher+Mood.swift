import Model
import Tokenizing

/// What is granted, what may come to pass, and thanks for an answer that is still to come.
extension ToneWeigher {
    /// Whether words stand in what is granted: "although it was late".
    func isGranted(
        _ words: Range<Int>, _ concession: Layout.Concession, _ sentence: Layout.Sentence
    ) -> Bool {
        guard concession.words.contains(words.lowerBound) else { return false }
        let clause = layout.clause(at: concession.words.lowerBound)
        guard concession.isOfNoun, clause == sentence.clauses.lowerBound,
            clause == layout.clause(at: words.lowerBound)
        else { return true }
        // "Despite the delay the crew was kind": no more than the first keyword.
        // Keywords are read in order: if any stands before this one in the concession, the last does.
        return
            !(tones[first...].last.map { concession.words.contains($0.words.lowerBound) }
            ?? false)
    }

    /// Whether a sentence names what may come to pass: "will you wait if my flight is late?".
    func hasCondition(_ sentence: Layout.Sentence) -> Bool {
        sentence.functions.contains(.condition) && !sentence.functions.contains(.why)
    }

    /// What blame counts in a question: least where a fact is asked for, "can I cancel?", and nobody is
    /// reproached.
    func askedBlame(_ sentence: Layout.Sentence) -> Double {
        if hasCondition(sentence) { return Self.askedIfBlame }
        let isOfFact =
            sentence.functions.contains(.inquiring) && sentence.exclamationMarks == 0
            && sentence.functions.isDisjoint(with: [.why, .again, .rhetorical])
        return isOfFact ? Self.askedToKnowBlame : Self.askedBlame
    }

    /// Whether words thank in a short sentence behind a question, as in "When do you open? Thanks".
    func isThanksForAnswer(_ words: Range<Int>) -> Bool {
        let start = words.lowerBound
        let own = layout.clauses[layout.clause(at: start)].sentence
        guard own > 0, layout.sentences[own - 1].isQuestion,
            (max(start - Self.thanksReach, 0)..<words.upperBound).contains(where: {
                reading.functions[$0].contains(.thanks)
            })
        else { return false }
        let whole = layout.words(of: layout.sentences[own])
        return reading.words.numbers(whole).count <= Self.mostWordsOfThanks
    }

    // MARK: - Private

    static let askedBlame = 0.8
    private static let askedIfBlame = 0.3
    private static let askedToKnowBlame = 0.4
    private static let thanksReach = 2
    /// "Thank you very much in advance".
    private static let mostWordsOfThanks = 6
}
