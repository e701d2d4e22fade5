/// Words that are more than plain letters, and emoji.
extension WordScanner {
    mutating func scanWord() {
        readWord(.word, from: byte, scalar, Folding(at: byte))
    }

    /// Reads a word that begins with a sign.
    mutating func scanSignedWord(_ kind: Word.Kind) {
        let (start, scalarStart) = (byte, scalar)
        skip(1)
        readWord(kind, from: start, scalarStart, asWritten(start..<byte))
    }

    /// Reads letters and digits from here on.
    mutating func readWord(
        _ kind: Word.Kind, from start: Int, _ scalarStart: Int, _ begun: Folding
    ) {
        var folding = begun
        var plain = (bytes: start..<byte, scalarEnd: scalar)
        repeat {
            let plainStart = byte
            foldASCII(into: &folding)
            if byte > plainStart { plain = (plainStart..<byte, scalar) }
        } while readBeyondASCII(into: &folding)
        if !folding.isComposed { compose(&folding) }
        if kind == .word { leaveUnderscores(behind: plain, outOf: &folding) }
        append(kind, from: start, scalarStart, folding)
    }

    /// Steps back before the signs `_` that a word ends with; it has something before them.
    ///
    /// The folded bytes tell them, since the text's may be written over where folding made the word
    /// shorter. In the last plain bytes of the word there are as many of both.
    private mutating func leaveUnderscores(
        behind plain: (bytes: Range<Int>, scalarEnd: Int), outOf folding: inout Folding
    ) {
        var count = 0
        while count < plain.bytes.count, foldedByte(folding.end - 1 - count) == .underscore {
            count += 1
        }
        guard count > 0 else { return }
        stepBack(to: plain.bytes.upperBound - count, scalar: plain.scalarEnd - count)
        let word = string(folding.start..<folding.end - count)
        folding.dropUnderscores(count, hash: WordHash(word.utf8))
    }

    /// Reads one scalar of a word where one stands here.
    private mutating func readBeyondASCII(into folding: inout Folding) -> Bool {
        guard self[byte] >= 0x80 else { return false }
        let (value, length) = decode(at: byte)
        let entry = table[value]
        switch entry.kind {
        case .letter: folding.countLetter(isCapital: entry.isCapital)
        case .digit: break
        case .combining: folding.isComposed = false
        case .ignorable:
            skip(length)
            return true
        case .emojiModifier where value == ScalarClass.joiner && isWordPart(at: byte + length):
            skip(length)
            return true
        case .space, .newline, .emoji, .emojiModifier, .mark: return false
        }
        skip(length)
        fold(entry.lowercase, into: &folding)
        return true
    }

    mutating func scanEmoji() {
        let (start, scalarStart) = (byte, scalar)
        var folding = Folding(at: byte)
        var joins = true
        var flags = 0
        while byte < textEnd {
            let (value, length) = decode(at: byte)
            let kind = table[value].kind
            let isFlag = (0x1F1E6...0x1F1FF).contains(value)
            guard kind == .emojiModifier || kind == .emoji && (joins || isFlag && flags == 1)
            else { break }
            skip(length)
            joins = value == 0x200D
            if isFlag { flags += 1 }
            // Skin tones and styles do not change what an emoji says.
            if kind == .emoji || joins { fold(value, into: &folding) }
        }
        append(.emoji, from: start, scalarStart, folding)
    }
}
