import Model
import Tokenizing

/// How a field falls into sentences and clauses: how far a negation reaches, what a question takes
/// back, which words speak of which brand.
///
/// Clauses end at marks, before contrast words and concessions, before conjunctions and subordinators.
/// Quotation marks end nothing, nor does a mark inside an emoticon.
///
/// One is used for many texts, one after the other, as a `Reading` is.
struct Layout: Sendable {
    struct Sentence: Sendable {
        var clauses: Range<Int>
        var isQuestion = false
        var exclamationMarks = 0
        /// First word after the last contrast word that has something before it.
        var contrast: Int?
        /// First word of the first wish.
        var wish: Int?
        var concession: Concession?
        /// What grammar says of its words, all together.
        var functions: Grammar.Function = []
    }

    /// What is granted, as in "although it was late"; it ends with a mark in front, else with the sentence.
    struct Concession: Sendable {
        var words: Range<Int>
        /// "Despite the delay".
        let isOfNoun: Bool
    }

    struct Clause: Sendable {
        var words: Range<Int>
        let sentence: Int
        /// Begins with `and`, or follows a comma.
        let isJoined: Bool
    }

    private(set) var sentences: [Sentence] = []
    /// In reading order; each word belongs to one.
    private(set) var clauses: [Clause] = []

    /// A quotation mark stands somewhere.
    private(set) var hasQuotes = false

    /// The last mark ended its clause.
    private var endsClause = true

    mutating func read(_ reading: Reading, terms: [Vocabulary.ToneTerm]) {
        sentences.removeAll(keepingCapacity: true)
        clauses.removeAll(keepingCapacity: true)
        hasQuotes = false
        endsClause = true
        let (cues, words, functions) = (reading.cues, reading.words, reading.functions)
        var next = 0
        for index in words.indices {
            while next < cues.count, cues[next].words.upperBound <= index { next += 1 }
            let isInTerm = next < cues.count && cues[next].words.lowerBound <= index
            let beginsTerm = isInTerm && cues[next].words.lowerBound == index
            let isPlain =
                words[index].kind != .mark && functions[index].isDisjoint(with: Self.shaping)
                && !beginsTerm
            // Most words go on with the clause before them, and that is all.
            if isPlain, !endsClause, words[index].sentence == words[index - 1].sentence {
                note(functions[index])
                continue
            }
            add(
                index, of: words, functions[index], isInTerm: isInTerm,
                beginning: beginsTerm ? terms[cues[next].term].role : nil)
        }
        endSentence(at: words.count)
    }

    /// The index of the clause that a word belongs to.
    func clause(at word: Int) -> Int {
        max(0, clauses.partitioningIndex { $0.words.lowerBound > word } - 1)
    }

    func sentence(at word: Int) -> Sentence {
        sentences[clauses[clause(at: word)].sentence]
    }

    func words(of sentence: Sentence) -> Range<Int> {
        clauses[sentence.clauses.lowerBound].words
            .lowerBound..<clauses[sentence.clauses.upperBound - 1].words.upperBound
    }

    // MARK: - Private

    /// What may begin a clause.
    private static let shaping: Grammar.Function = [
        .conjunction, .subordinator, .concession, .despite,
    ]

    /// - Parameters:
    ///   - function: What grammar says of the word.
    ///   - isInTerm: The word is part of a term of the lexicon.
    ///   - beginning: The role of the term that it is the first word of.
    private mutating func add(
        _ index: Int, of words: Words, _ function: Grammar.Function, isInTerm: Bool,
        beginning role: LexiconEntry.Role?
    ) {
        let word = words[index]
        if index == 0 || word.sentence != words[index - 1].sentence { beginSentence(at: index) }
        note(function)
        let isLinked = !function.isDisjoint(with: [.conjunction, .subordinator])
        let isWithinTerm = isInTerm && role == nil
        let concedes = !function.isDisjoint(with: [.concession, .despite])
        if endsClause || role == .contrast || concedes || isLinked && !isWithinTerm {
            let isJoined = function.contains(.conjunction) || endsClause && !isLinked
            beginClause(isJoined: isJoined && role != .contrast, at: index)
        }
        if concedes {
            noteConcession(at: index, isOfNoun: !function.contains(.concession))
        } else if let role {
            note(role, at: index)
        }
        endsClause = !isInTerm && word.kind == .mark && note(mark: word, of: words)
        if endsClause, word.kind == .mark { endConcession(at: index) }
    }

    private mutating func note(_ function: Grammar.Function) {
        if !function.isEmpty { sentences[sentences.count - 1].functions.formUnion(function) }
    }

    private mutating func beginSentence(at index: Int) {
        endSentence(at: index)
        sentences.append(Sentence(clauses: clauses.count..<clauses.count))
        endsClause = true
    }

    private mutating func endSentence(at index: Int) {
        endClause(at: index)
        guard let last = sentences.indices.last else { return }
        sentences[last].clauses = sentences[last].clauses.lowerBound..<clauses.count
        closeConcession(of: last, at: index)
    }

    private mutating func beginClause(isJoined: Bool, at index: Int) {
        endClause(at: index)
        clauses.append(
            Clause(words: index..<index, sentence: sentences.count - 1, isJoined: isJoined))
    }

    private mutating func endClause(at index: Int) {
        guard let last = clauses.indices.last else { return }
        clauses[last].words = clauses[last].words.lowerBound..<index
    }

    private mutating func note(_ role: LexiconEntry.Role, at index: Int) {
        let sentence = sentences.count - 1
        switch role {
        case .contrast:
            if sentences[sentence].clauses.lowerBound < clauses.count - 1 {
                sentences[sentence].contrast = index + 1
            }
        case .wish:
            if sentences[sentence].wish == nil { sentences[sentence].wish = index }
        case .weight, .negator, .modifier: break
        }
    }

    private mutating func noteConcession(at index: Int, isOfNoun: Bool) {
        let sentence = sentences.count - 1
        guard sentences[sentence].concession == nil else { return }
        sentences[sentence].concession = Concession(words: index..<Int.max, isOfNoun: isOfNoun)
    }

    private mutating func endConcession(at index: Int) {
        let sentence = sentences.count - 1
        let start = clauses[sentences[sentence].clauses.lowerBound].words.lowerBound
        guard sentences[sentence].concession?.words.lowerBound == start else { return }
        closeConcession(of: sentence, at: index)
    }

    private mutating func closeConcession(of sentence: Int, at index: Int) {
        guard let words = sentences[sentence].concession?.words, words.upperBound == .max else {
            return
        }
        sentences[sentence].concession?.words = words.lowerBound..<index
    }

    /// - Returns: Whether the mark ends a clause.
    private mutating func note(mark: Word, of words: Words) -> Bool {
        let sentence = sentences.count - 1
        switch words.foldedBytes[mark.foldedRange.lowerBound] {
        case UInt8(ascii: "?"):
            sentences[sentence].isQuestion = true
            return true
        case UInt8(ascii: "!"):
            sentences[sentence].exclamationMarks += 1
            return true
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "/"):
            return true
        case UInt8(ascii: "-"):
            return mark.followsSpace
        case UInt8(ascii: "\""), 0xC2:
            hasQuotes = true
            return false
        case 0xE2:
            hasQuotes = true
            return Self.separators.contains(words.foldedBytes[mark.foldedRange])
        default:
            return false
        }
    }

    /// Marks of typesetters that part clauses or the items of a list.
    ///
    /// What quotes a word, or stands for money or rights, is within its clause.
    private static let separators = Set("–—―…•‣→".map { ArraySlice($0.utf8) })
}
