import Model
import Tokenizing

/// Whether a keyword is negated, how far a negation reaches beyond its clause, and where it says that a thing
/// is the best.
extension ToneWeigher {
    /// What a list goes on from: "no bugs, …".
    struct Denied {
        let negator: Reading.Cue
        let clause: Int
        /// What the negator turned round; `nil` where that was no keyword.
        let isPraise: Bool?
    }

    /// Whether a keyword is negated, and what negates it or, negating, says that it is the best.
    func negation(of cue: Reading.Cue, isPraise: Bool)
        -> (isNegated: Bool, by: Reading.Cue?)
    {
        if vocabulary.toneTerms[cue.term].isDenied { return (true, cue) }
        if !isPraise, reading.isSaidLacking(cue.words, layout) { return (true, cue) }
        if isDeniedBehind(cue) { return (true, cue) }
        if agreesWithBlame(cue, isPraise: isPraise) { return (isPraise, isPraise ? cue : nil) }
        // "Nie ma lepszych" may be a phrase of praise, and no negator then.
        if isPraise, vocabulary.toneTerms[cue.term].isNegated, isPitied(cue.words) {
            return (true, cue)
        }
        guard let negator else {
            let listing = listNegator(isPraise: isPraise)
            return (listing != nil, listing)
        }
        if isPraise, isUnequalled(cue.words, negator) { return (false, negator) }
        if isUnsurpassed(cue.words, negator) {
            let isMissed = isPitied(cue.words)
            return (isMissed, isMissed ? cue : negator)
        }
        if !isPraise, isLeft(cue, by: negator) { return (false, nil) }
        let isNegated = isNegated(cue, by: negator)
        return (isNegated, isNegated ? negator : nil)
    }

    /// Whether a negative word is, or begins, a keyword: "nie było żadnych problemów".
    func isNegativeWord(_ cue: Reading.Cue) -> Bool {
        reading.functions[cue.words.lowerBound].contains(.negativeWord)
    }

    /// The clause behind that of a negator, where that ends with it and this one is put in between
    /// commas.
    func insertion(behind negator: Reading.Cue) -> (clause: Int, words: Int)? {
        let inserted = clause + 1
        guard inserted + 1 < layout.clauses.count,
            layout.clauses[inserted + 1].sentence == layout.clauses[clause].sentence,
            endsWithComma(clause), endsWithComma(inserted),
            // Alone, it is an answer: "No, really, good coffee".
            hasWords(2, in: clause)
        else { return nil }
        let behind = restOfClause(behind: negator.words)
        let words = reading.words.numbers(layout.clauses[inserted].words).count
        return reading.words.numbers(behind).count <= Self.wordsBehindNegator
            && words <= Self.longestInsertion ? (inserted, words) : nil
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
        let behind = restOfClause(behind: thought)
        let start = layout.clauses[next].words.lowerBound
        return reading.words.numbers(behind).count <= Self.thinkingReach
            && reading.functions[start].contains(.reporting) ? start..<start + 1 : nil
    }

    /// Whether a pending negator says that there is none of what the one word behind it names, and may
    /// go on to say so of more: "no stairs, noise or dirt".
    func opensList(_ negator: Reading.Cue) -> Bool {
        return saysNone(negator)
            && reading.words.numbers(restOfClause(behind: negator.words)).count == 1
    }

    /// The words of the clause behind some of them; none where those go on in the next clause, as words
    /// of one term do that a line's end stands between.
    func restOfClause(behind words: Range<Int>) -> Range<Int> {
        let end = layout.clauses[clause].words.upperBound
        return min(words.upperBound, end)..<end
    }

    /// Whether one word ends in one of some ways, and is no noun that does.
    func hasEnding(_ words: Range<Int>, _ endings: [[UInt8]]) -> Bool {
        guard words.count == 1 else { return false }
        if vocabulary.grammar.notComparatives.contains(reading.words.folded(words.lowerBound)) {
            return false
        }
        return reading.words.isWord(words.lowerBound, endingIn: endings)
    }

    // MARK: - Private

    static let negationReach = 4
    /// The verb that a negator stands with: "nie mogę, niestety, polecić".
    private static let wordsBehindNegator = 1
    private static let longestInsertion = 4
    /// Words between an insertion and its keyword: what goes on is a verb.
    private static let insertionReach = 1
    /// Words from the trouble to the verb that a negative word agrees with.
    private static let agreementReach = 8
    /// From a comparative to its "than".
    static let comparisonReach = 4
    /// Words from a negator to what thinks, and from there to the end of the clause.
    private static let thinkingReach = 2

    /// "No", "nie ma", "without".
    private func saysNone(_ negator: Reading.Cue) -> Bool {
        !reading.functions[negator.words.lowerBound].isDisjoint(with: [.none, .without])
    }

    private func isNegated(_ cue: Reading.Cue, by negator: Reading.Cue) -> Bool {
        let isNear =
            insertedWords == 0
            ? reading.words.gap(thought ?? negator.words, cue.words) <= Self.negationReach
            : reading.words.numbers(layout.clauses[clause].words.lowerBound..<cue.words.lowerBound)
                .count <= Self.insertionReach
        guard isNear else { return false }
        if hasNegativeWord, isCompared(cue) { return false }
        return
            !((isNegativeWord(negator) || isNegativeWord(cue) && cue.words.count > 1)
            && vocabulary.toneTerms[cue.term].isNegated)
    }

    /// Whether a negative word stands with the trouble for agreement, since what is blamed behind it is a verb with a
    /// negator: "żadnych problemów nie rozwiązali", "nekādu problēmu neatrisina"; not in English, where it denies alone.
    private func agreesWithBlame(_ cue: Reading.Cue, isPraise: Bool) -> Bool {
        let isPhrase = vocabulary.toneTerms[cue.term].isNegated
        guard vocabulary.grammar.negativeWordsAgree,
            isPraise ? isPhrase && isNegativeWord(cue) : negator.map(isNegativeWord) ?? false
        else { return false }
        let behind = restOfClause(behind: cue.words).prefix(Self.agreementReach)
        let next = reading.cues.partitioningIndex { $0.words.lowerBound >= behind.lowerBound }
        return reading.cues[next...].prefix { $0.words.lowerBound < behind.upperBound }.contains {
            let term = vocabulary.toneTerms[$0.term]
            guard case .weight(..<0) = term.role else { return false }
            return term.isNegated && !term.isDenied
        }
    }

    /// Whether trouble stays because nobody puts it right: "still has not fixed the fault".
    private func isLeft(_ cue: Reading.Cue, by negator: Reading.Cue) -> Bool {
        let start = negator.words.lowerBound
        return (start..<max(start, cue.words.lowerBound)).contains {
            reading.functions[$0].contains(.remedying)
        }
    }

    /// Whether a comparative stands before what nothing surpasses: "nothing is better than this".
    private func isCompared(_ cue: Reading.Cue) -> Bool {
        let end = cue.words.upperBound
        guard !reading.functions[cue.words.lowerBound].isDisjoint(with: [.better, .worse]) else {
            return false
        }
        return (end..<min(end + Self.comparisonReach, reading.words.count)).contains { index in
            reading.isInSentence(index, of: end - 1)
                && (reading.functions[index].contains(.than)
                    || index == end && reading.functions[index].isLooseThanAlone)
        }
    }

    private func isBeforeThan(_ end: Int, _ clauseEnd: Int, behind negator: Reading.Cue) -> Bool {
        let comparing: Grammar.Function = [.than, .looseThan]
        if end < clauseEnd, !reading.functions[end].isDisjoint(with: comparing.union(.to)) {
            // "Nothing nicer than a warm bath".
            return
                !(hasNegativeWord && reading.functions[end].contains(.than)
                && reading.brands.isEmpty)
        }
        // "There is no better café than Kawka" praises that; of a brand before it, "has no better café than
        // Kawka", it is a comparison.
        if saysNone(negator), end < clauseEnd, reading.words[end].kind == .word,
            !isBrand(before: negator)
        {
            return false
        }
        return !reading.brands.isEmpty
            && (end..<min(end + Self.comparisonReach, reading.words.count)).contains {
                !reading.functions[$0].isDisjoint(with: comparing)
            }
    }

    private func isBrand(before negator: Reading.Cue) -> Bool {
        let start = negator.words.lowerBound
        let sentence = layout.words(of: layout.sentence(at: start))
        return reading.namesBrand(in: sentence.lowerBound..<start)
    }

    /// Whether a negator before a keyword says that there is no better one, or never was one so good:
    /// "never had such good coffee", "nothing better", "nie ma lepszego miejsca".
    ///
    /// Where brands are named, comparisons with "than" are theirs.
    private func isUnsurpassed(_ words: Range<Int>, _ negator: Reading.Cue) -> Bool {
        guard reading.words.gap(negator.words, words) <= Self.negationReach else { return false }
        if hasNever, reading.hasSuch(words, behind: negator) { return true }
        if isBeyondPraise(words, negator) || isBeyondMore(words, negator) { return true }
        let (end, clauseEnd) = (words.upperBound, layout.clauses[clause].words.upperBound)
        let isBesideNoun = hasEnding(words, vocabulary.grammar.besideNounEndings)
        let isNextToNegator = reading.words.gap(negator.words, words) == 0
        guard
            isBesideNoun
                || hasNegativeWord && isNextToNegator
                    && hasEnding(words, vocabulary.grammar.comparativeEndings),
            !isBeforeThan(end, clauseEnd, behind: negator)
        else { return false }
        let hasNoun = end < clauseEnd && reading.words[end].kind == .word
        if hasNever { return hasNoun || vocabulary.grammar.capitalsAreNames }
        return reading.words.gap(negator.words, words) <= 1
            && saysNone(negator)
            && (hasNoun || isNextToNegator && isNegativeWord(negator))
    }

    /// What denies a list that the clause is part of: clauses of one word each, the last joined by a
    /// conjunction, "no bugs, crashes or delays".
    private func listNegator(isPraise: Bool) -> Reading.Cue? {
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

    private func endsWithComma(_ clause: Int) -> Bool {
        let last = reading.words[layout.clauses[clause].words.upperBound - 1]
        return last.kind == .mark
            && reading.words.foldedBytes[last.foldedRange.lowerBound] == UInt8(ascii: ",")
    }
}

extension Reading {
    /// Words from "so" and the like to their keyword.
    private static let suchReach = 2
    /// Words from the beginning of "w życiu nie" to its negator.
    private static let neverReach = 2

    /// Whether a negator says that a thing never was before: "nigdy", "dawno nie".
    func isNever(_ negator: Cue) -> Bool {
        let start = negator.words.lowerBound
        return (max(start - Self.neverReach, 0)..<negator.words.upperBound).contains {
            functions[$0].contains(.never)
        }
    }

    /// Whether a keyword behind a negator is said to be so in a high degree: "never was so good".
    func hasSuch(_ words: Range<Int>, behind negator: Cue) -> Bool {
        let start = max(negator.words.upperBound, words.lowerBound - Self.suchReach)
        return (start..<max(words.upperBound, start)).contains { functions[$0].contains(.such) }
    }
}

extension Grammar.Function {
    /// "Lepszego od", "labāks par"; but there may be nothing better to do.
    fileprivate var isLooseThanAlone: Bool { contains(.looseThan) && !contains(.to) }
}
