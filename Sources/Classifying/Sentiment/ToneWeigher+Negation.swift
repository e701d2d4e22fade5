import Model
import Tokenizing

/// How far a negation reaches beyond its clause, and where it says that a thing is the best.
extension ToneWeigher {
    /// What a list goes on from: "no bugs, …".
    struct Denied {
        let negator: Reading.Cue
        let clause: Int
        /// What the negator turned round; `nil` where that was no keyword.
        let isPraise: Bool?
    }

    /// Whether a negator says that a thing never was before: "nigdy", "dawno nie".
    func isNever(_ negator: Reading.Cue) -> Bool {
        let start = negator.words.lowerBound
        return (max(start - 1, 0)..<negator.words.upperBound).contains {
            reading.functions[$0].contains(.never)
        }
    }

    /// The word that thinks, where a negator denies it: "nie sądzę", "nedomāju".
    func thinking(behind negator: Reading.Cue) -> Range<Int>? {
        let words = negator.words
        let end = min(
            words.upperBound + Self.thinkingReach, layout.clauses[clause].words.upperBound)
        return (words.lowerBound..<max(end, words.upperBound))
            .first { reading.functions[$0].contains(.thinking) }.map { $0..<$0 + 1 }
    }

    /// The word that begins what is thought, in the next clause: "nie wydaje mi się, że".
    func beginningOfThought(behind thought: Range<Int>) -> Range<Int>? {
        let next = clause + 1
        guard next < layout.clauses.count,
            layout.clauses[next].sentence == layout.clauses[clause].sentence
        else { return nil }
        let behind = thought.upperBound..<layout.clauses[clause].words.upperBound
        let start = layout.clauses[next].words.lowerBound
        return reading.words.numbers(behind).count <= Self.thinkingReach
            && reading.functions[start].contains(.that) ? start..<start + 1 : nil
    }

    /// Whether a negator before a keyword says that there is no better one, or never was one so good:
    /// "never had such good coffee", "nothing better", "nie ma lepszego miejsca".
    ///
    /// Where brands are named, comparisons with "than" are theirs.
    func isUnsurpassed(_ words: Range<Int>, _ negator: Reading.Cue) -> Bool {
        guard gap(negator.words, words) <= Self.negationReach else { return false }
        if hasNever, isIntensified(words, behind: negator) { return true }
        let (end, clauseEnd) = (words.upperBound, layout.clauses[clause].words.upperBound)
        let isBesideNoun = hasEnding(words, vocabulary.grammar.besideNounEndings)
        let isNextToNegator = gap(negator.words, words) == 0
        guard
            isBesideNoun
                || hasNegativeWord && isNextToNegator
                    && hasEnding(words, vocabulary.grammar.comparativeEndings),
            !isBeforeThan(end, clauseEnd)
        else { return false }
        let hasNoun = end < clauseEnd && reading.words[end].kind == .word
        if hasNever { return hasNoun || vocabulary.grammar.capitalsAreNames }
        return gap(negator.words, words) <= 1
            && reading.functions[negator.words.lowerBound].contains(.none)
            && (hasNoun || isNextToNegator && isNegativeWord(negator))
    }

    /// Whether a pending negator says that there is none of what the one word behind it names, and may
    /// go on to say so of more: "no stairs, noise or dirt".
    func opensList(_ negator: Reading.Cue) -> Bool {
        let behind = negator.words.upperBound..<layout.clauses[clause].words.upperBound
        return reading.functions[negator.words.lowerBound].contains(.none)
            && reading.words.numbers(behind).count == 1
    }

    /// What denies a list that the clause is part of: clauses of one word each, the last joined by a
    /// conjunction, "no bugs, crashes or delays".
    func listNegator(isPraise: Bool) -> Reading.Cue? {
        guard let denied, denied.isPraise ?? isPraise == isPraise, denied.clause < clause else {
            return nil
        }
        let sentence = layout.clauses[denied.clause].sentence
        for item in denied.clause + 1..<layout.clauses.count {
            let words = layout.clauses[item].words
            let isLinked = reading.functions[words.lowerBound].contains(.conjunction)
            guard layout.clauses[item].sentence == sentence, isLinked || endsWithComma(item - 1)
            else { return nil }
            // "Or fresh food" has a noun for all of them.
            guard reading.words.numbers(words).count <= (isLinked ? 3 : 1) else { return nil }
            if isLinked { return item >= clause ? denied.negator : nil }
        }
        return nil
    }

    // MARK: - Private

    /// Words from a negator to what thinks, and from there to the end of the clause.
    private static let thinkingReach = 2
    /// Of "so" and the like before a keyword.
    private static let intensifierReach = 2

    private func isIntensified(_ words: Range<Int>, behind negator: Reading.Cue) -> Bool {
        let start = max(negator.words.upperBound, words.lowerBound - Self.intensifierReach)
        return (start..<max(words.upperBound, start)).contains {
            reading.functions[$0].contains(.such)
        }
    }

    private func isBeforeThan(_ end: Int, _ clauseEnd: Int) -> Bool {
        let comparing: Grammar.Function = [.than, .looseThan]
        if end < clauseEnd, !reading.functions[end].isDisjoint(with: comparing.union(.to)) {
            // "Nothing nicer than a warm bath".
            return
                !(hasNegativeWord && reading.functions[end].contains(.than)
                && reading.brands.isEmpty)
        }
        return !reading.brands.isEmpty
            && (end..<min(end + Self.comparisonReach, reading.words.count)).contains {
                !reading.functions[$0].isDisjoint(with: comparing)
            }
    }

    private func hasEnding(_ words: Range<Int>, _ endings: [[UInt8]]) -> Bool {
        guard words.count == 1 else { return false }
        if vocabulary.grammar.notComparatives.contains(reading.words.folded(words.lowerBound)) {
            return false
        }
        let word = reading.words.foldedBytes[reading.words[words.lowerBound].foldedRange]
        return endings.contains { ending in
            word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending)
        }
    }
}
