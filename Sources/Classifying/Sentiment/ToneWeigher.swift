import Model
import Tokenizing

/// Weighs the keywords of one field: each starts from its line of the lexicon, then the words around
/// it change the weight.
///
/// - A negator turns round the first keyword that follows within four words of its clause, and weakens
///   it: "not good" is less than "bad". So does blame that ends in one: "still not". Two negators in a
///   clause are one negation, as Polish, Latvian and colloquial English have it; a negative word (`nic`, `nekas`) beside a keyword negated itself
///   (`nie działa`, `nestrādā`) agrees with it, and leaves a comparison as it is: nothing is better than
///   the best.
///   Where the clause ends with it, and something else is put in between commas, it reaches over that:
///   "I would not, under any circumstances, recommend it". Denied thinking denies what is thought, one
///   negator a whole list: "I don't think that", "no bugs, crashes or delays". Light words do not spend
///   it, and what never was so good before is the best.
/// - A modifier multiplies the keyword that follows within two words, past a negator too, or else the
///   one it follows. Between a negator and the keyword it only lowers: "not very good" is no verdict.
/// - What stands before a contrast word counts less, what stands after it more; what is granted,
///   "although it was late", counts less than the rest of its sentence.
/// - An emoji is never turned round, and each time it is repeated it says less.
/// - Names of streets and titles in quotation marks have no tone, nor has a share: "9 out of 10 people".
/// - Praise that is wished for is not felt; a question takes back, praise more than blame, but for blame
///   of what may come to pass, "what if it is late?", and of what one asks to know, "can I cancel?"; and so
///   does thanks for its answer.
/// - Praise of one word beside a clause of nothing but blame is irony: "great, another hour of delay";
///   so is thanks for what is blamed: "thanks for losing my bag".
/// - Exclamation marks, capitals in a text that is not all capitals, and drawn-out words add.
///
/// Large, so closures are given what they need of it: one that holds it all costs a copy.
struct ToneWeigher {
    let reading: Reading
    let layout: Layout
    let vocabulary: Vocabulary
    private let number: Int
    private lazy var isShouted = reading.words.isShouted
    /// Those of earlier readings first.
    var tones: [Tone]
    /// Where those of this one begin.
    let first: Int

    // What has been read in the clause so far, and waits for its keyword.
    private(set) var clause = -1
    private(set) var negator: Reading.Cue?
    /// One of the negators so far is `nothing`, `nikt` or their like.
    private(set) var hasNegativeWord = false
    /// A negator was read in the clause, spent by now or not.
    private var hasNegator = false
    /// Words of what is put in between the negator and the clause.
    private var insertedWords = 0
    /// What reaches over an inserted clause into the one behind it.
    private var reaching: (negator: Reading.Cue, clause: Int, insertedWords: Int)?
    /// The word that thinks, where that is denied, or begins what is thought: negation counts from it.
    private var thought: Range<Int>?
    /// What reaches into the clause that says what is thought.
    private var reachingThought: (negator: Reading.Cue, clause: Int, from: Range<Int>)?
    /// A negator of the clause says that a thing never was before.
    private(set) var hasNever = false
    /// What a list may go on from.
    private(set) var denied: Denied?
    /// What an emoji still says, by its term.
    private var signShares: [Int: Double] = [:]
    private var factorBeforeNegator = 1.0
    private var factor = 1.0
    /// The last negator or modifier that waits.
    private var waiting: Reading.Cue?

    /// - Parameters:
    ///   - number: Of the reading within its entry.
    ///   - tones: Of the readings before it.
    init(
        _ reading: Reading, _ layout: Layout, _ vocabulary: Vocabulary, number: Int,
        after tones: consuming [Tone]
    ) {
        self.reading = reading
        self.layout = layout
        self.vocabulary = vocabulary
        self.number = number
        first = tones.count
        self.tones = tones
    }

    /// In reading order, those of the readings before first.
    consuming func weigh() -> [Tone] {
        var lastCueEnd: Int?
        for cue in reading.cues {
            let here = layout.clause(at: cue.words.lowerBound)
            if here != clause { beginClause(here) }
            let isBehindCue = lastCueEnd == cue.words.lowerBound
            lastCueEnd = cue.words.upperBound
            if isName(cue.words, isBehindCue: isBehindCue) || isShare(cue.words) { continue }
            switch vocabulary.toneTerms[cue.term].role {
            case .negator: wait(negator: cue)
            case .modifier(let factor): wait(modifier: cue, factor)
            case .weight(0): break
            case .weight(let weight):
                if vocabulary.toneTerms[cue.term].isSign {
                    add(sign: cue, weight)
                } else {
                    add(cue, weight)
                }
            case .contrast, .wish: break
            }
        }
        beginClause(-1)
        turnIrony()
        return tones
    }

    // MARK: - For the extensions

    /// Whether a clause has so many words, marks not counted; a long one is not read to its end.
    ///
    /// - Parameter own: These and the words of brands' names are not counted; `nil` counts all.
    func hasWords(_ count: Int, in clause: Int, besides own: Range<Int>? = nil) -> Bool {
        layout.clauses[clause].words.lazy.filter { [reading] index in
            reading.words[index].kind == .word
                && own.map { !$0.contains(index) && !reading.isName(index) } ?? true
        }
        .dropFirst(count - 1).first != nil
    }

    // MARK: - Private

    // Reaches count words. All were chosen together for the macro-F1 over nine labelled sets of posts,
    // news and reviews in the three languages, each set weighing the same.
    static let negationReach = 4
    private static let modifierReach = 2
    /// The verb that a negator stands with: "nie mogę, niestety, polecić".
    private static let wordsBehindNegator = 1
    private static let longestInsertion = 4
    /// Words between an insertion and its keyword: what goes on is a verb.
    private static let insertionReach = 1
    private static let trailingReach = 1
    /// From a comparative to its "than".
    static let comparisonReach = 4
    private static let negatedPraise = -0.7
    private static let negatedBlame = -0.4
    /// Lighter words do not spend a negator.
    private static let leastSpending = 0.5
    /// Of what an emoji said the time before.
    private static let repeated = 0.4
    private static let beforeContrast = 0.6
    private static let afterContrast = 1.5
    private static let granted = 0.6
    private static let besideGranted = 1.2
    private static let wishedPraise = 0.1
    private static let thanksAhead = 0.1
    private static let askedPraise = 0.35
    private static let perExclamationMark = 0.1
    private static let shouted = 1.25
    private static let drawnOut = 1.2

    private mutating func beginClause(_ next: Int) {
        giveModifiersToLast()
        // What negates something of its own is no insertion: "no queues, no stress, no problems"; "and will
        // not" is.
        if let reaching, reaching.clause == clause + 1, hasNegator, !endsWithNegator {
            self.reaching = nil
        }
        if let negator, let over = insertion(behind: negator) {
            reaching = (negator, over.clause + 1, over.words)
        }
        if let negator, let thought, let that = beginningOfThought(behind: thought) {
            reachingThought = (negator, clause + 1, that)
        }
        if let negator, opensList(negator) {
            denied = Denied(negator: negator, clause: clause, isPraise: nil)
        }
        clause = next
        hasNegator = false
        negator = nil
        hasNegativeWord = false
        hasNever = false
        thought = nil
        insertedWords = 0
        if let reaching, reaching.clause == next {
            (negator, insertedWords) = (reaching.negator, reaching.insertedWords)
        }
        if let reachingThought, reachingThought.clause == next {
            (negator, thought) = (reachingThought.negator, reachingThought.from)
        }
        forget()
    }

    private var endsWithNegator: Bool {
        guard let negator else { return false }
        return reading.words.numbers(restOfClause(behind: negator.words)).isEmpty
    }

    /// The clause behind that of a negator, where that ends with it and this one is put in between
    /// commas.
    private func insertion(behind negator: Reading.Cue) -> (clause: Int, words: Int)? {
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

    func endsWithComma(_ clause: Int) -> Bool {
        let last = reading.words[layout.clauses[clause].words.upperBound - 1]
        return last.kind == .mark
            && reading.words.foldedBytes[last.foldedRange.lowerBound] == UInt8(ascii: ",")
    }

    private mutating func forget() {
        factorBeforeNegator = 1
        factor = 1
        waiting = nil
    }

    private mutating func forgetModifiers(farFrom cue: Reading.Cue) {
        guard let waiting, gap(waiting.words, cue.words) > Self.modifierReach else { return }
        giveModifiersToLast()
        factor = 1
    }

    /// Modifiers that no keyword follows belong to the one before: "love it so much".
    private mutating func giveModifiersToLast() {
        guard let waiting, let last = tones.last, last.reading == number,
            layout.clause(at: last.words.lowerBound) == clause, factor != 1,
            gap(last.words, waiting.words) <= Self.trailingReach + 1
        else { return }
        tones[tones.count - 1].weight = (last.weight * factor).rounded(decimals: 4)
    }

    private mutating func wait(negator cue: Reading.Cue) {
        if negator == nil, let waiting, gap(waiting.words, cue.words) <= Self.modifierReach {
            factorBeforeNegator = factor
        }
        factor = 1
        hasNegator = true
        negator = cue
        waiting = cue
        if isNegativeWord(cue) { hasNegativeWord = true }
        if reading.isNever(cue) { hasNever = true }
        thought = thinking(behind: cue)
    }

    private mutating func wait(modifier cue: Reading.Cue, _ value: Double) {
        forgetModifiers(farFrom: cue)
        factor *= value
        waiting = cue
    }

    private mutating func add(_ cue: Reading.Cue, _ weight: Double) {
        forgetModifiers(farFrom: cue)
        let turned = negation(of: cue, isPraise: weight > 0)
        let isNegated = turned.isNegated
        var value = weight
        if isNegated {
            value *= weight > 0 ? Self.negatedPraise : Self.negatedBlame
            value *= factorBeforeNegator * min(factor, 1)
        } else {
            value *= factorBeforeNegator * factor
        }
        value *= emphasis(of: cue) * mood(of: cue, isPraise: value > 0)
        let isForAnswer = value > 0 && isThanksForAnswer(cue.words)
        if isForAnswer { value *= Self.thanksAhead }
        tones.append(
            Tone(
                reading: number, words: cue.words, term: cue.term,
                weight: value.rounded(decimals: 4), isNegated: isNegated, negator: turned.by?.words,
                isTakenBack: isNegated && weight < 0 || isForAnswer))
        if isNegated, let by = turned.by {
            denied = Denied(negator: by, clause: clause, isPraise: weight > 0)
        } else if vocabulary.toneTerms[cue.term].isNegated, weight > 0 {
            denied = Denied(negator: cue, clause: clause, isPraise: false)
        }
        if weight.magnitude >= Self.leastSpending { negator = nil }
        forget()
        if vocabulary.toneTerms[cue.term].isNegating {
            let last = cue.words.upperBound - 1
            negator = Reading.Cue(words: last..<cue.words.upperBound, term: cue.term)
        }
    }

    /// Emoji and emoticons, which nothing turns round and no negator is spent on.
    private mutating func add(sign cue: Reading.Cue, _ weight: Double) {
        forgetModifiers(farFrom: cue)
        var value = weight * factorBeforeNegator * factor * emphasis(of: cue)
        let isAsked = layout.sentence(at: cue.words.lowerBound).isQuestion
        if isAsked { value *= weight > 0 ? Self.askedPraise : Self.askedBlame }
        let share = signShares[cue.term, default: 1]
        value *= share
        signShares[cue.term] = share * Self.repeated
        tones.append(
            Tone(
                reading: number, words: cue.words, term: cue.term,
                weight: value.rounded(decimals: 4), isNegated: false))
        forget()
    }

    /// Whether a keyword is negated, and what negates it or, negating, says that it is the best.
    private func negation(of cue: Reading.Cue, isPraise: Bool)
        -> (isNegated: Bool, by: Reading.Cue?)
    {
        if vocabulary.toneTerms[cue.term].isDenied { return (true, cue) }
        if !isPraise, reading.isSaidLacking(cue.words, layout) { return (true, cue) }
        guard let negator else {
            let listing = listNegator(isPraise: isPraise)
            return (listing != nil, listing)
        }
        if isUnsurpassed(cue.words, negator) { return (false, negator) }
        let isNegated = isNegated(cue, by: negator)
        return (isNegated, isNegated ? negator : nil)
    }

    private func isNegated(_ cue: Reading.Cue, by negator: Reading.Cue) -> Bool {
        let isNear =
            insertedWords == 0
            ? gap(thought ?? negator.words, cue.words) <= Self.negationReach
            : reading.words.numbers(layout.clauses[clause].words.lowerBound..<cue.words.lowerBound)
                .count <= Self.insertionReach
        guard isNear else { return false }
        if hasNegativeWord, isCompared(cue) { return false }
        return
            !((isNegativeWord(negator) || isNegativeWord(cue) && cue.words.count > 1)
            && vocabulary.toneTerms[cue.term].isNegated)
    }

    /// Of a keyword: "nie było żadnych problemów".
    func isNegativeWord(_ cue: Reading.Cue) -> Bool {
        reading.functions[cue.words.lowerBound].contains(.negativeWord)
    }

    /// Whether a comparative stands before what nothing surpasses: "nothing is better than this".
    private func isCompared(_ cue: Reading.Cue) -> Bool {
        let end = cue.words.upperBound
        guard !reading.functions[cue.words.lowerBound].isDisjoint(with: [.better, .worse]) else {
            return false
        }
        return (end..<min(end + Self.comparisonReach, reading.words.count)).contains { index in
            reading.words[index].sentence == reading.words[end - 1].sentence
                && (reading.functions[index].contains(.than)
                    || index == end && reading.functions[index].isLooseThanAlone)
        }
    }

    private mutating func emphasis(of cue: Reading.Cue) -> Double {
        let marks = min(layout.sentence(at: cue.words.lowerBound).exclamationMarks, 3)
        var factor = 1 + Self.perExclamationMark * Double(marks)
        let isInCapitals = cue.words.allSatisfy { reading.words[$0].isUppercase }
        if isInCapitals, !isShouted { factor *= Self.shouted }
        if !reading.drawnOut.isEmpty, cue.words.contains(where: reading.drawnOut.contains) {
            factor *= Self.drawnOut
        }
        return factor
    }

    private func mood(of cue: Reading.Cue, isPraise: Bool) -> Double {
        let start = cue.words.lowerBound
        let sentence = layout.sentence(at: start)
        var factor = 1.0
        if let contrast = sentence.contrast {
            factor *= start >= contrast ? Self.afterContrast : Self.beforeContrast
        }
        if isPraise, isWished(cue, sentence) { factor *= Self.wishedPraise }
        if let concession = sentence.concession {
            factor *=
                isGranted(cue.words, concession, sentence) ? Self.granted : Self.besideGranted
        }
        if sentence.isQuestion {
            factor *= isPraise ? Self.askedPraise : askedBlame(sentence)
        }
        return factor
    }

    /// A wish covers its own clause, and what follows in the sentence up to a contrast word.
    private func isWished(_ cue: Reading.Cue, _ sentence: Layout.Sentence) -> Bool {
        guard let wish = sentence.wish else { return false }
        let start = cue.words.lowerBound
        if let contrast = sentence.contrast, (wish < contrast) != (start < contrast) {
            return false
        }
        return start > wish || layout.clause(at: start) == layout.clause(at: wish)
    }

    /// Words between two terms, marks not counted.
    func gap(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        reading.words.numbers(other).lowerBound - reading.words.numbers(one).upperBound
    }
}

extension Grammar.Function {
    /// "Lepszego od", "labāks par"; but there may be nothing better to do.
    fileprivate var isLooseThanAlone: Bool { contains(.looseThan) && !contains(.to) }
}

extension Words {
    /// Most words are in capitals, so that capitals say nothing.
    fileprivate var isShouted: Bool {
        var capitals = 0
        var others = 0
        for word in self where word.kind == .word && word.range.count > 1 {
            if word.isUppercase { capitals += 1 } else { others += 1 }
        }
        return capitals > others
    }
}
