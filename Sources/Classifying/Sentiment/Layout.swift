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

    init(_ reading: Reading, terms: [Vocabulary.ToneTerm]) {
        let words = reading.words
        clauseOfWord.reserveCapacity(words.count)
        var cues = reading.cues[...]
        var sentence = -1
        var endsClause = true
        for index in words.indices {
            while let cue = cues.first, cue.words.upperBound <= index { cues.removeFirst() }
            let cue = cues.first.flatMap { $0.words.contains(index) ? $0 : nil }
            let word = words[index]
            let role = cue.flatMap { $0.words.lowerBound == index ? terms[$0.term].role : nil }
            if word.sentence != sentence {
                sentence = word.sentence
                beginSentence()
                endsClause = true
            }
            let function = reading.functions[index]
            let isLinked = function.contains(.conjunction) || function.contains(.subordinator)
            let isJoined = function.contains(.conjunction) || endsClause && !isLinked
            if endsClause || role == .contrast || isLinked && !isInside(cue, index) {
                beginClause(isJoined: isJoined && role != .contrast, at: index)
            }
            note(role, at: index)
            endsClause = cue == nil && word.kind == .mark && note(mark: word, of: words)
            clauses[clauses.count - 1].words =
                clauses[clauses.count - 1].words.lowerBound..<index + 1
            clauseOfWord.append(Int32(clauses.count - 1))
        }
        if let last = sentences.indices.last {
            sentences[last].clauses = sentences[last].clauses.lowerBound..<clauses.count
        }
    }

    func clause(at word: Int) -> Int {
        Int(clauseOfWord[word])
    }

    func sentence(at word: Int) -> Sentence {
        sentences[clauses[clause(at: word)].sentence]
    }

    // MARK: - Private

    private func isInside(_ cue: Reading.Cue?, _ index: Int) -> Bool {
        cue.map { $0.words.lowerBound < index } ?? false
    }

    private mutating func beginSentence() {
        if let last = sentences.indices.last {
            sentences[last].clauses = sentences[last].clauses.lowerBound..<clauses.count
        }
        sentences.append(Sentence(clauses: clauses.count..<clauses.count))
    }

    private mutating func beginClause(isJoined: Bool, at index: Int) {
        clauses.append(
            Clause(words: index..<index, sentence: sentences.count - 1, isJoined: isJoined))
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
