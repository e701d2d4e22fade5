import Model
import Tokenizing

/// Weighs the keywords of one field: each starts from its line of the lexicon, then the words around
/// it change the weight.
///
/// - A negator turns round the first keyword that follows within four words of its clause, and weakens
///   it: "not good" is less than "bad". So does blame that ends in one: "still not". Two negators in a
///   clause are one negation, as Polish, Latvian and colloquial English have it; a negative word (`nic`,
///   `nekas`) beside a keyword negated itself (`nie działa`, `nestrādā`) agrees with it, and leaves a
///   comparison as it is: nothing is better than the best.
///   Where the clause ends with it, and something else is put in between commas, it reaches over that:
///   "I would not, under any circumstances, recommend it"; but not past a contrast word, "I did not know
///   what to expect, but loved it". Denied thinking denies what is thought, one negator a whole list: "I
///   don't think that", "no bugs, crashes or delays". Light words do not spend it, and what never was so
///   good before is the best.
/// - A modifier multiplies the keyword that follows within two words, past a negator too, or else the
///   one it follows. Between a negator and the keyword it only lowers: "not very good" is no verdict.
/// - What stands before a contrast word counts less, what stands after it more; what is granted,
///   "although it was late", counts less than the rest of its sentence.
/// - An emoji is never turned round, and each time it is repeated it says less; blame beside a smile counts half,
///   or, in what is said of a brand, the smile a quarter; in Latvian, a smile in what is said to somebody, half.
/// - Names of streets and titles in quotation marks have no tone, nor has a share: "9 out of 10 people". In
///   Polish and Latvian, one word of praise in quotation marks blames: „miła” obsługa.
/// - Praise that is wished for is not felt; a question takes back, praise more than blame, but for blame
///   of what may come to pass, "what if it is late?", and of what one asks to know, "can I cancel?"; and so
///   does thanks for its answer. What Latvian supposes or means to be counts half: "ja garšo".
/// - Praise of one word beside a clause of nothing but blame is irony: "great, another hour of delay";
///   so is thanks for what is blamed: "thanks for losing my bag".
/// - Love of what nobody loves is irony too, "love paying 40 for nothing"; and praise of what once was is none.
/// - What was expected and turned out otherwise counts little: "miał być luksus, a jest ruina".
/// - What a report quotes somebody as saying counts less: "– Droga jest fatalna – mówi Jan Nowak."
/// - Exclamation marks, capitals in a text that is not all capitals, and drawn-out words add.
///
/// Large, so closures are given what they need of it: one that holds it all costs a copy.
struct ToneWeigher {
    let reading: Reading
    let layout: Layout
    let vocabulary: Vocabulary
    /// What somebody is quoted as saying where no brand is named; what is said of brands is told apart later.
    let reports: [Range<Int>]
    /// What was expected and did not come to pass.
    let expectations: [Range<Int>]
    /// The same of what was hoped for: blame between that and what came is what came.
    let hopes: [Range<Int>]
    private let number: Int
    let isAboutBrand: Bool
    private(set) lazy var isShouted = reading.words.isShouted
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
    private(set) var insertedWords = 0
    /// What reaches over an inserted clause into the one behind it.
    private var reaching: (negator: Reading.Cue, clause: Int, insertedWords: Int)?
    /// The word that thinks, where that is denied, or begins what is thought: negation counts from it.
    private(set) var thought: Range<Int>?
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
    ///   - isAboutBrand: Whether the entry is about a brand, topics apart, by its name or not.
    ///   - tones: Of the readings before it.
    init(
        _ reading: Reading, _ layout: Layout, _ vocabulary: Vocabulary, number: Int,
        isAboutBrand: Bool, after tones: consuming [Tone]
    ) {
        self.reading = reading
        self.layout = layout
        self.vocabulary = vocabulary
        self.number = number
        self.isAboutBrand = isAboutBrand
        expectations = reading.expectations(hoped: false)
        hopes = reading.expectations(hoped: true)
        reports = isAboutBrand ? [] : reading.reports(layout, vocabulary.grammar.speech)
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
            case .contrast: (negator, insertedWords) = (nil, 0)
            case .wish: break
            }
        }
        beginClause(-1)
        turnFrames()
        turnIrony()
        if isAboutBrand {
            turnMocked()
            lessenSmilesAtBlame()
        } else {
            lessenSmiledBlame()
        }
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

    // Reaches count words. These and those of the extensions were chosen together for the macro-F1 over nine
    // labelled sets of posts, news and reviews in the three languages, each set weighing the same.
    private static let modifierReach = 2
    private static let trailingReach = 1
    private static let negatedPraise = -0.7
    private static let negatedBlame = -0.4
    /// Lighter words do not spend a negator.
    private static let leastSpending = 0.5
    /// Of what an emoji said the time before.
    private static let repeated = 0.4
    private static let thanksAhead = 0.1
    private static let doubted = -0.5
    /// "Nobody makes tea like them" says more than liking does.
    private static let unequalled = 2.0

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

    private mutating func forget() {
        factorBeforeNegator = 1
        factor = 1
        waiting = nil
    }

    private mutating func forgetModifiers(farFrom cue: Reading.Cue) {
        guard let waiting, reading.words.gap(waiting.words, cue.words) > Self.modifierReach else {
            return
        }
        giveModifiersToLast()
        factor = 1
    }

    /// Modifiers that no keyword follows belong to the one before: "love it so much".
    private mutating func giveModifiersToLast() {
        guard let waiting, let last = tones.last, last.reading == number,
            layout.clause(at: last.words.lowerBound) == clause, factor != 1,
            reading.words.gap(last.words, waiting.words) <= Self.trailingReach + 1
        else { return }
        tones[tones.count - 1].weight = (last.weight * factor).rounded(decimals: 4)
    }

    private mutating func wait(negator cue: Reading.Cue) {
        if saysMore(cue) { return }
        if negator == nil, let waiting,
            reading.words.gap(waiting.words, cue.words) <= Self.modifierReach
        {
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
            if let by = turned.by, isUnequalled(cue.words, by) { value *= Self.unequalled }
        }
        value *= emphasis(of: cue) * mood(of: cue, isPraise: value > 0)
        if weight > 0, value > 0, isDoubted(cue.words) { value *= Self.doubted }
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
        if weight > 0, reading.beginsWithHandle { value *= vocabulary.grammar.smileToSomebody }
        let share = signShares[cue.term, default: 1]
        value *= share
        signShares[cue.term] = share * Self.repeated
        tones.append(
            Tone(
                reading: number, words: cue.words, term: cue.term,
                weight: value.rounded(decimals: 4), isNegated: false))
        forget()
    }
}
