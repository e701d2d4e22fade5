import Model
import Tokenizing

/// How a field falls into sentences and clauses: how far a negation reaches, what a question takes
/// back, which words speak of which brand.
///
/// Clauses end at marks, before contrast words, before conjunctions and subordinators. A mark inside
/// an emoticon ends nothing.
struct Layout: Sendable {
    struct Sentence: Sendable {
        var clauses: Range<Int>
        var isQuestion = false
        var exclamationMarks = 0
        /// First word after the last contrast word that has something before it.
        var contrast: Int?
        /// First word of the first wish.
        var wish: Int?
    }

    struct Clause: Sendable {
        var words: Range<Int>
        let sentence: Int
        /// Begins with `and`, or follows a comma.
        let isJoined: Bool
    }

    private(set) var sentences: [Sentence] = []
    private(set) var clauses: [Clause] = []
    /// By word: index of its clause.
    private(set) var clauseOfWord: [Int32] = []

    /// The last mark ended its clause.
    private var endsClause = true

    init(_ reading: Reading, terms: [Vocabulary.ToneTerm]) {
        clauseOfWord.reserveCapacity(reading.words.count)
        sentences.reserveCapacity(4)
        clauses.reserveCapacity(8)
        let cues = reading.cues
        var next = 0
        for index in reading.words.indices {
            while next < cues.count, cues[next].words.upperBound <= index { next += 1 }
            let isInTerm = next < cues.count && cues[next].words.lowerBound <= index
            let beginsTerm = isInTerm && cues[next].words.lowerBound == index
            add(
                index, of: reading, isInTerm: isInTerm,
                beginning: beginsTerm ? terms[cues[next].term].role : nil)
        }
        endSentence()
    }

    func clause(at word: Int) -> Int {
        Int(clauseOfWord[word])
    }

    func sentence(at word: Int) -> Sentence {
        sentences[clauses[clause(at: word)].sentence]
    }

    // MARK: - Private

    /// - Parameters:
    ///   - isInTerm: The word is part of a term of the lexicon.
    ///   - beginning: The role of the term that it is the first word of.
    private mutating func add(
        _ index: Int, of reading: Reading, isInTerm: Bool, beginning role: LexiconEntry.Role?
    ) {
        let word = reading.words[index]
        if index == 0 || word.sentence != reading.words[index - 1].sentence { beginSentence() }
        let function = reading.functions[index]
        let isLinked = !function.isDisjoint(with: [.conjunction, .subordinator])
        let isWithinTerm = isInTerm && role == nil
        if endsClause || role == .contrast || isLinked && !isWithinTerm {
            let isJoined = function.contains(.conjunction) || endsClause && !isLinked
            beginClause(isJoined: isJoined && role != .contrast, at: index)
        }
        note(role, at: index)
        endsClause = !isInTerm && word.kind == .mark && note(mark: word, of: reading.words)
        clauseOfWord.append(Int32(clauses.count - 1))
    }

    private mutating func beginSentence() {
        endSentence()
        sentences.append(Sentence(clauses: clauses.count..<clauses.count))
        endsClause = true
    }

    private mutating func endSentence() {
        endClause()
        guard let last = sentences.indices.last else { return }
        sentences[last].clauses = sentences[last].clauses.lowerBound..<clauses.count
    }

    private mutating func beginClause(isJoined: Bool, at index: Int) {
        endClause()
        clauses.append(
            Clause(words: index..<index, sentence: sentences.count - 1, isJoined: isJoined))
    }

    private mutating func endClause() {
        guard let last = clauses.indices.last else { return }
        clauses[last].words = clauses[last].words.lowerBound..<clauseOfWord.count
    }

    private mutating func note(_ role: LexiconEntry.Role?, at index: Int) {
        let sentence = sentences.count - 1
        switch role {
        case .contrast:
            if sentences[sentence].clauses.lowerBound < clauses.count - 1 {
                sentences[sentence].contrast = index + 1
            }
        case .wish:
            if sentences[sentence].wish == nil { sentences[sentence].wish = index }
        case .weight, .negator, .modifier, nil: break
        }
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
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "/"),
            UInt8(ascii: "\""):
            return true
        case UInt8(ascii: "-"):
            return mark.followsSpace
        case 0xE2, 0xC2:
            return true  // Dashes, quotation marks and the ellipsis of typesetters.
        default:
            return false
        }
    }
}
