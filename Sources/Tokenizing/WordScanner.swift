/// Cuts a text into words, in one pass over its UTF-8.
///
/// Words are folded where they stand: what is read as the text's bytes is left behind as the folded
/// words', and whatever stands between them. The rare word that grows is put behind the text.
@safe struct WordScanner {
    /// How many words have been written.
    private(set) var count = 0
    /// The words that grew; their place is behind the text.
    var grown: [UInt8] = []

    /// The text with two 0 behind it; up to `byte` it is folded.
    let text: UnsafeMutablePointer<UInt8>
    /// In bytes.
    let textEnd: Int
    let table = ScalarTable.shared
    /// Byte and scalar offset of what is read next.
    private(set) var byte = 0
    private(set) var scalar = 0
    var sentence = 0
    var afterSpace = true
    /// A mark ended the sentence; the next white space makes it so.
    var sentenceMayEnd = false
    /// Where the next `@` stands, which an e-mail address would need.
    var nextAt = -1

    private let words: UnsafeMutablePointer<Word>
    private var number = 0

    /// - Parameters:
    ///   - text: Valid UTF-8 with two 0 behind it, so many bytes without those; it is folded.
    ///   - words: Room for as many words as there are bytes.
    init(
        _ text: UnsafeMutablePointer<UInt8>, count: Int, words: UnsafeMutablePointer<Word>
    ) {
        precondition(count < Int32.max, "a text is shorter than 2 GiB")
        unsafe self.text = text
        unsafe self.words = words
        textEnd = count
    }

    mutating func scan() {
        while byte < textEnd {
            scanPlainWords()
            if byte == textEnd { break }
            if self[byte] == 0x20 {
                skipSpace(1)
            } else if self[byte] == .underscore {
                scanMark(UInt32(UInt8.underscore), 1)
            } else if unsafe table.folded[Int(text[byte])] != 0 {
                if !scanAddress() { scanWord() }
            } else {
                scanOther()
            }
        }
    }

    /// A byte of the text, or one of the two 0 behind it.
    subscript(_ offset: Int) -> UInt8 {
        @inline(__always) get {
            assert(offset <= textEnd + 1)
            return unsafe text[offset]
        }
    }

    subscript(word index: Int) -> Word {
        assert(index < count)
        return unsafe words[index]
    }

    /// Passes over one scalar.
    mutating func skip(_ length: Int) {
        byte += length
        scalar += 1
    }

    /// Passes over ASCII, so as many scalars.
    mutating func skip(bytes count: Int) {
        byte += count
        scalar += count
    }

    /// Goes back to a place that was passed, given as a byte's and as a scalar's.
    mutating func stepBack(to place: Int, scalar passed: Int) {
        byte = place
        scalar = passed
    }

    /// Writes the word or mark that ends here.
    @inline(__always)
    mutating func append(
        _ kind: Word.Kind, from start: Int, _ scalarStart: Int, _ folding: Folding
    ) {
        unsafe (words + count).initialize(
            to: Word(
                kind: kind, range: scalarStart..<scalar, byteRange: start..<byte,
                foldedRange: folding.start..<folding.end, hash: folding.hash.value,
                isCapitalized: folding.isCapitalized, isUppercase: folding.isUppercase,
                followsSpace: afterSpace, number: number, sentence: sentence))
        count += 1
        afterSpace = false
        if kind != .mark {
            sentenceMayEnd = false
            number += 1
        }
    }

    // MARK: - Private

    /// Reads words of plain letters, each with one space behind it, for as long as such come.
    ///
    /// All it needs is in registers; whatever is rare is left to the functions below.
    private mutating func scanPlainWords() {
        if nextAt < byte { findNextAt() }
        // Before that, no e-mail address begins; see `mayBeginAddress`.
        let plainEnd = nextAt - 65
        var next = byte
        var scalars = scalar
        while next < plainEnd, self[next] != .underscore, !mayBeginWebAddress(at: next) {
            let (start, scalarStart) = (next, scalars)
            var letters = PlainLetters()
            var isWhole = true
            while true {
                let read = self[next]
                let folded = unsafe table.folded[Int(read)]
                if folded != 0 {
                    unsafe text[next] = folded
                    letters.add(folded, isLetter: read > UInt8(ascii: "9"), read != folded)
                    next &+= 1
                } else if let letter = table.twoByteLetter(read, self[next &+ 1]) {
                    unsafe text[next] = letter.first
                    unsafe text[next &+ 1] = letter.second
                    letters.hash.add(letter.first)
                    letters.add(letter.second, isLetter: true, letter.isCapital)
                    next &+= 2
                } else {
                    isWhole = read < 0x80
                    break
                }
                scalars &+= 1
            }
            guard next > start else { break }
            (byte, scalar) = (next, scalars)
            let folding = Folding(of: letters, start..<next)
            guard isWhole, self[next &- 1] != .underscore else {
                readWord(.word, from: start, scalarStart, folding)
                return
            }
            append(.word, from: start, scalarStart, folding)
            guard self[next] == 0x20 else { return }
            next &+= 1
            scalars &+= 1
            (byte, scalar) = (next, scalars)
            afterSpace = true
        }
    }

    private mutating func scanOther() {
        let (value, length) = decode(at: byte)
        switch table[value].kind {
        case .newline:
            skipSpace(length)
            beginSentence()
        case .space: skipSpace(length)
        case .ignorable, .emojiModifier, .combining: skip(length)
        case .letter, .digit:
            if !scanAddress() { scanWord() }
        case .emoji: scanEmoji()
        case .mark: scanMark(value, length)
        }
    }
}

extension UInt8 {
    static let underscore = UInt8(ascii: "_")
}
