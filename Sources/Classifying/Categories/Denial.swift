import Model
import Tokenizing

/// Tells where a keyword is denied: "not a good app", "nie cieszę się", "nebiju pārsteigts"; and where
/// trouble is, "no outage", "bez awarii", "traucējumu nav".
struct Denial {
    /// What denies the keywords of a rule.
    enum Scope: Sendable {
        /// A negator so many words before.
        case negator(reach: Int)
        /// The same, and that it is only looked for or was hoped for.
        case negatorOrHope(reach: Int)
        /// That there is no trouble; what is broken is said with a negator too.
        case noTrouble
    }

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
        var isDenied = false
        while next > 0 {
            next -= 1
            let cue = reading.cues[next]
            guard reading.words.gap(cue.words, words) <= reach,
                layout.clause(at: cue.words.lowerBound) == clause
            else { break }
            switch terms[cue.term].role {
            case .weight(0): continue
            case .weight, .contrast: return isDenied
            case .wish, .modifier: continue
            case .negator:
                if reading.isNever(cue), reading.hasSuch(words, behind: cue) { return false }
                isDenied = true
            }
        }
        return isDenied
    }

    /// Whether a negator stands right before a word of grammar, which is none itself: "no regret".
    func denies(_ word: Int) -> Bool {
        let own = firstCue(endingAfter: word)
        if own < reading.cues.count, reading.cues[own].words.contains(word),
            case .negator = terms[reading.cues[own].term].role
        {
            return false
        }
        return covers(word..<word + 1, within: Self.phraseReach)
    }

    /// Whether blame that ends in a negator stands right before a word of grammar: "still not fixed".
    func followsNegatingBlame(_ word: Int) -> Bool {
        let next = firstCue(endingAfter: word)
        guard next > 0 else { return false }
        let cue = reading.cues[next - 1]
        return terms[cue.term].isNegating && reading.words.gap(cue.words, word..<word + 1) == 0
    }

    func covers(_ words: Range<Int>, in scope: Scope) -> Bool {
        switch scope {
        case .negator(let reach): !isConcord(words) && covers(words, within: reach)
        case .negatorOrHope(let reach):
            !isConcord(words) && covers(words, within: reach)
                || reading.isHoped(words, layout)
        case .noTrouble: coversTrouble(words)
        }
    }

    /// "Nie było żadnych problemów", "nav nekādu problēmu": a phrase that begins with a negative word has a negator
    /// before it for agreement, and what that turns is the trouble which there is none of.
    func isConcord(_ words: Range<Int>) -> Bool {
        words.count > 1 && reading.functions[words.lowerBound].contains(.negativeWord)
    }

    // MARK: - Private

    /// The blame from which on a word names trouble, and not what trouble is had with: "the bus".
    private static let leastTrouble = 0.7
    /// The weight of a phrase that holds the words and says that the trouble is over: "problem solved".
    private static let leastRelief = 1.0
    /// Words between "nie ma" and the trouble, the verb and adjectives.
    private static let havingReach = 2
    /// Words between "no" or "bez" and the trouble.
    private static let lackingReach = 1
    /// Words between a negator and "without".
    private static let doubleReach = 4

    /// Whether the words name trouble, blame by the lexicon that no negator is part of, and there is
    /// none.
    private func coversTrouble(_ words: Range<Int>) -> Bool {
        var namesTrouble = false
        var next = firstCue(endingAfter: words.lowerBound)
        while next < reading.cues.count, reading.cues[next].words.lowerBound < words.upperBound {
            let cue = reading.cues[next]
            let term = terms[cue.term]
            next += 1
            switch term.role {
            case .weight(let weight) where weight >= 0:
                if weight >= Self.leastRelief, cue.words.count > words.count {
                    return !isDoublyDenied(cue.words.lowerBound)
                }
            case .weight(let weight):
                if term.isNegated || cue.words.count > words.count { return false }
                if weight <= -Self.leastTrouble { namesTrouble = true }
            case .negator: return false
            case .modifier, .contrast, .wish: continue
            }
        }
        guard namesTrouble, !layout.sentence(at: words.lowerBound).isQuestion else { return false }
        return isLacking(words)
            ?? (reading.isSaidLacking(words, layout) || covers(words, within: 0))
    }

    /// "Nie ma awarii", "bez większych awarii"; and not "no day without an outage".
    ///
    /// - Returns: `nil` where nothing says so or otherwise.
    private func isLacking(_ words: Range<Int>) -> Bool? {
        let clause = layout.clauses[layout.clause(at: words.lowerBound)].words
        for index in clause.clamped(to: 0..<words.lowerBound).suffix(Self.havingReach + 1)
            .reversed()
        {
            let function = reading.functions[index]
            // "Never had a worse outage".
            if function.contains(.worse) { return false }
            let between = words.lowerBound - index - 1
            if function.contains(.havingNone) { return true }
            if between > Self.lackingReach { continue }
            if function.contains(.none) { return true }
            if function.contains(.without) { return !isDoublyDenied(index) }
        }
        return nil
    }

    /// Whether a "without" is denied itself: "no day without".
    private func isDoublyDenied(_ word: Int) -> Bool {
        let clause = layout.clauses[layout.clause(at: word)].words
        return reading.functions[word].contains(.without)
            && clause.clamped(to: 0..<word).suffix(Self.doubleReach).contains {
                !reading.functions[$0].isDisjoint(with: [.havingNone, .none, .negativeWord])
            }
    }

    private func firstCue(endingAfter word: Int) -> Int {
        reading.cues.partitioningIndex { $0.words.upperBound > word }
    }

    private func isInNegatedPhrase(_ words: Range<Int>, _ phrase: Reading.Cue) -> Bool {
        let before = words.lowerBound - phrase.words.lowerBound
        return terms[phrase.term].isNegated && before > 0 && before <= Self.phraseReach + 1
            && phrase.words.contains(words.lowerBound)
    }
}

extension Reading {
    /// Whether words are said to be none by what follows them: "traucējumu nav", "awarii nie ma", "uzbrukums
    /// Zefirnetam nav noticis"; and not "bojājums nav novērsts".
    func isSaidLacking(_ words: Range<Int>, _ layout: Layout) -> Bool {
        var next = words.upperBound
        while next < self.words.count, isName(next) { next += 1 }
        guard next < self.words.count, functions[next].contains(.havingNone) else { return false }
        let clause = layout.clauses[layout.clause(at: next)].words
        guard clause.contains(words.lowerBound) else { return false }
        let said = Array(
            (next..<clause.upperBound).lazy.filter { self.words[$0].kind != .mark }.prefix(3))
        // "Nav" is a word, "nie ma" and "nav bijis" are two.
        guard said.count > 1 else { return true }
        let verb = self.words.folded(said[1])
        return said.count == 2
            && (self.words.folded(next) == "nie" || Self.happening.contains(where: verb.hasPrefix))
    }

    /// How Latvian participles begin of what comes to pass or is noticed, with accents and without.
    private static let happening = [
        "bij", "notic", "notik", "konstat", "saņem", "sanem", "reģistr", "registr",
    ]
}

extension RatedRule {
    /// Where a keyword says nothing for the rule; `nil` where it always speaks.
    ///
    /// Who does not know which offer to take is looking for one: of a lead only the next word is denied.
    var denial: Denial.Scope? {
        if facet == "emotion" { return .negator(reach: ToneWeigher.negationReach) }
        guard facet == nil else { return nil }
        switch category.id {
        case "praise": return .negatorOrHope(reach: ToneWeigher.negationReach)
        case "sales_lead": return .negator(reach: 0)
        case "incident", "technical_issue", "complaint": return .noTrouble
        default: return nil
        }
    }
}
