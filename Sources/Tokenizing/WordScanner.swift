import Glibc

/// Cuts a text into words, in one pass over its UTF-8.
///
/// Words are folded where they stand: what is read as the text's bytes is left behind as the folded
/// words', and whatever stands between them. The rare word that grows is put behind the text.
@safe struct WordScanner {
    /// How many words have been written.
    private(set) var count = 0
    /// The words that grew; their place is behind the text.
    private(set) var grown: [UInt8] = []

    private let words: UnsafeMutablePointer<Word>

    /// The text with two 0 behind it; up to `byte` it is folded.
    private let text: UnsafeMutablePointer<UInt8>
    /// In bytes.
    private let textEnd: Int
    private let table = ScalarTable.shared
    /// Byte and scalar offset of what is read next.
    private var byte = 0
    private var scalar = 0
    private var number = 0
    private var sentence = 0
    private var afterSpace = true
    /// A mark ended the sentence; the next white space makes it so.
    private var sentenceMayEnd = false
    /// Where the next `@` stands, which an e-mail address would need.
    private var nextAt = -1

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
            } else if unsafe table.folded[Int(text[byte])] != 0 {
                if !scanAddress() { scanWord() }
            } else {
                scanOther()
            }
        }
    }

    /// A byte of the text, or one of the two 0 behind it.
    private subscript(_ offset: Int) -> UInt8 {
        @inline(__always) get {
            assert(offset <= textEnd + 1)
            return unsafe text[offset]
        }
    }

    private subscript(word index: Int) -> Word {
        assert(index < count)
        return unsafe words[index]
    }

    // MARK: - Private: the bulk of most texts

    /// Reads words of plain letters, each with one space behind it, for as long as such come.
    ///
    /// All it needs is in registers; whatever is rare is left to the functions below.
    private mutating func scanPlainWords() {
        if nextAt < byte { findNextAt() }
        // Before that, no e-mail address begins; see `mayBeginAddress`.
        let plainEnd = nextAt - 65
        var next = byte
        var scalars = scalar
        while next < plainEnd, !mayBeginWebAddress(at: next) {
            let (start, scalarStart) = (next, scalars)
            var folding = Folding(at: start)
            var isWhole = true
            while true {
                let read = self[next]
                let folded = unsafe table.folded[Int(read)]
                if folded != 0 {
                    if read > UInt8(ascii: "9") { folding.countLetter(isCapital: read != folded) }
                    unsafe text[next] = folded
                    folding.add(folded)
                    next &+= 1
                } else if let letter = table.twoByteLetter(read, self[next &+ 1]) {
                    folding.countLetter(isCapital: letter.isCapital)
                    unsafe text[next] = letter.first
                    unsafe text[next &+ 1] = letter.second
                    folding.add(letter.first)
                    folding.add(letter.second)
                    next &+= 2
                } else {
                    isWhole = read < 0x80
                    break
                }
                scalars &+= 1
            }
            guard next > start else { break }
            (byte, scalar) = (next, scalars)
            guard isWhole else {
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

    // MARK: - Private: what stands between words

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

    private mutating func skip(_ length: Int) {
        byte += length
        scalar += 1
    }

    /// ASCII, so as many scalars.
    private mutating func skip(bytes count: Int) {
        byte += count
        scalar += count
    }

    private mutating func skipSpace(_ length: Int) {
        skip(length)
        afterSpace = true
        if sentenceMayEnd, !stopIsWithinSentence { beginSentence() }
    }

    private mutating func beginSentence() {
        sentenceMayEnd = false
        if count > 0, self[word: count - 1].sentence == sentence { sentence += 1 }
    }

    /// Whether the full stop just read is an abbreviation's, or stands before a digit or a small
    /// letter.
    private var stopIsWithinSentence: Bool {
        let stop = count - 1
        guard stop >= 0, isStop(stop) else { return false }
        var next = byte
        while self[next] == 0x20 { next += 1 }
        if next < textEnd, let scalar = Unicode.Scalar(decode(at: next).value),
            scalar.properties.numericType == .decimal || scalar.properties.isLowercase
        {
            return true
        }
        return endsInAbbreviation(before: stop)
    }

    /// Whether the words before a full stop are abbreviated by it, as `godz.` and `m.in.` are.
    private func endsInAbbreviation(before stop: Int) -> Bool {
        guard stop > 0, let last = foldedWord(stop - 1, touching: stop) else { return false }
        if stop > 2, isStop(stop - 2), self[word: stop - 2].touches(self[word: stop - 1]),
            let first = foldedWord(stop - 3, touching: stop - 2)
        {
            return Abbreviations.all.contains("\(first).\(last)")
        }
        return Abbreviations.all.contains(last)
    }

    private func isStop(_ index: Int) -> Bool {
        self[word: index].kind == .mark && self[self[word: index].byteRange.lowerBound] == 0x2E
    }

    /// - Returns: `nil` for what is no word, is too long to be abbreviated, or stands apart.
    private func foldedWord(_ index: Int, touching next: Int) -> String? {
        let word = self[word: index]
        guard word.kind == .word, word.byteRange.count <= Abbreviations.longest,
            word.touches(self[word: next])
        else { return nil }
        return string(word.foldedRange)
    }

    /// `@name` and `#topic`, an apostrophe or hyphen between letters, or a mark of its own.
    private mutating func scanMark(_ value: UInt32, _ length: Int) {
        let touchesNext = byte + length < textEnd && isWordPart(decode(at: byte + length).value)
        let touchesLast =
            !afterSpace && count > 0 && self[word: count - 1].kind == .word
            && self[word: count - 1].byteRange.upperBound == byte
        switch value {
        case 0x40 where touchesNext && !touchesLast: scanSignedWord(.handle)
        case 0x23 where touchesNext && !touchesLast: scanSignedWord(.hashtag)
        case 0x27, 0x2019, 0x02BC, 0x60, 0xB4, 0x2D, 0x2010, 0x2011:
            if touchesLast && touchesNext {
                skip(length)
                afterSpace = false
            } else {
                appendMark(value, length)
            }
        default: appendMark(value, length)
        }
    }

    private mutating func appendMark(_ value: UInt32, _ length: Int) {
        let (start, scalarStart) = (byte, scalar)
        skip(length)
        append(.mark, from: start, scalarStart, asWritten(start..<byte))
        sentenceMayEnd =
            value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026
            || (sentenceMayEnd && isClosing(value))
    }

    private func isClosing(_ value: UInt32) -> Bool {
        value == 0x22 || value == 0x27 || value == 0x29 || value == 0x5D || value == 0x201D
            || value == 0xBB
    }

    private func isWordPart(_ value: UInt32) -> Bool {
        let kind = table[value].kind
        return kind == .letter || kind == .digit
    }

    // MARK: - Private: words

    private mutating func scanWord() {
        readWord(.word, from: byte, scalar, Folding(at: byte))
    }

    /// Reads a word that begins with a sign.
    private mutating func scanSignedWord(_ kind: Word.Kind) {
        let (start, scalarStart) = (byte, scalar)
        skip(1)
        readWord(kind, from: start, scalarStart, asWritten(start..<byte))
    }

    /// Reads letters and digits from here on.
    private mutating func readWord(
        _ kind: Word.Kind, from start: Int, _ scalarStart: Int, _ begun: Folding
    ) {
        var folding = begun
        repeat { foldASCII(into: &folding) } while readBeyondASCII(into: &folding)
        if !folding.isComposed { compose(&folding) }
        append(kind, from: start, scalarStart, folding)
    }

    /// Reads one scalar of a word where one stands here.
    private mutating func readBeyondASCII(into folding: inout Folding) -> Bool {
        guard self[byte] >= 0x80 else { return false }
        let (value, length) = decode(at: byte)
        let entry = table[value]
        switch entry.kind {
        case .letter: folding.countLetter(isCapital: entry.lowercase != value)
        case .digit: break
        case .combining: folding.isComposed = false
        case .ignorable:
            skip(length)
            return true
        case .space, .newline, .emoji, .emojiModifier, .mark: return false
        }
        skip(length)
        fold(entry.lowercase, into: &folding)
        return true
    }

    private mutating func scanEmoji() {
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

    @inline(__always)
    private mutating func append(
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

    // MARK: - Private: addresses

    /// Reads a web or e-mail address that begins here, where there is one.
    private mutating func scanAddress() -> Bool {
        guard mayBeginAddress, !followsWord, let end = webAddressEnd() ?? mailAddressEnd() else {
            return false
        }
        let (start, scalarStart) = (byte, scalar)
        var folding = Folding(at: byte)
        while byte < end {
            let (value, length) = decode(at: byte)
            skip(length)
            fold(table[value].lowercase, into: &folding)
        }
        append(.link, from: start, scalarStart, folding)
        return true
    }

    /// What a look at two letters, and at the next `@`, does not rule out.
    private var mayBeginAddress: Bool {
        @inline(__always) mutating get {
            if nextAt < byte { findNextAt() }
            // The name before the @ has at most 64 bytes (RFC 5321 §4.5.3.1.1).
            return nextAt - byte <= 64 || mayBeginWebAddress(at: byte)
        }
    }

    @inline(__always)
    private func mayBeginWebAddress(at offset: Int) -> Bool {
        let first = self[offset] | 0x20
        guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w") else { return false }
        let second = self[offset + 1] | 0x20
        return first == UInt8(ascii: "h") && second == UInt8(ascii: "t")
            || first == UInt8(ascii: "w") && second == UInt8(ascii: "w")
    }

    private mutating func findNextAt() {
        let found = unsafe memchr(text + byte, Int32(UInt8(ascii: "@")), textEnd - byte)
        guard let found = unsafe found else {
            nextAt = textEnd + 65
            return
        }
        nextAt = unsafe found - UnsafeMutableRawPointer(text)
    }

    /// The end of an address that begins here with `http://`, `https://` or `www.`.
    private func webAddressEnd() -> Int? {
        guard starts(with: "http://") || starts(with: "https://") || starts(with: "www.") else {
            return nil
        }
        return trimmed(run(from: byte) { !$0.endsAddress })
    }

    /// The end of an address that begins here, as `name@host.tld`.
    private func mailAddressEnd() -> Int? {
        guard nextAt < textEnd, run(from: byte, while: { $0.isAddressPart }) == nextAt else {
            return nil
        }
        let end = trimmed(run(from: nextAt + 1, while: { $0.isAddressPart }))
        return end > nextAt + 3 && (nextAt + 1..<end).contains { self[$0] == UInt8(ascii: ".") }
            ? end : nil
    }

    private var followsWord: Bool {
        guard !afterSpace, count > 0 else { return false }
        let last = self[word: count - 1]
        return last.kind != .mark && last.byteRange.upperBound == byte
    }

    /// Without regard to ASCII case.
    private func starts(with prefix: String) -> Bool {
        // The 0 behind the text is in no prefix.
        var offset = byte
        return prefix.utf8.allSatisfy { wanted in
            defer { offset += 1 }
            return self[offset] | 0x20 == wanted | 0x20
        }
    }

    private func run(from start: Int, while belongs: (UInt8) -> Bool) -> Int {
        var end = start
        while end < textEnd, belongs(self[end]) { end += 1 }
        return end
    }

    /// An address does not end in the punctuation of the sentence around it.
    private func trimmed(_ end: Int) -> Int {
        var end = end
        while end > byte, ".,;:!?)]}'\"".utf8.contains(self[end - 1]) { end -= 1 }
        return end
    }

    // MARK: - Private: folding

    /// Reads ASCII letters and digits, the bulk of most texts.
    private mutating func foldASCII(into folding: inout Folding) {
        // Copies, so that the loop works in registers.
        var word = folding
        var next = byte
        while true {
            let read = self[next]
            let folded = unsafe table.folded[Int(read)]
            guard folded != 0 else { break }
            if read > UInt8(ascii: "9") { word.countLetter(isCapital: read != folded) }
            if word.end < textEnd {
                unsafe text[word.end] = folded
            } else {
                grown.append(folded)
            }
            word.add(folded)
            next += 1
        }
        folding = word
        skip(bytes: next - byte)
    }

    /// Writes a folded scalar behind those of its word.
    private mutating func fold(_ value: UInt32, into folding: inout Folding) {
        let length = UTF8.length(of: value)
        let hasRoom = folding.end + length <= byte
        if !hasRoom, folding.start < textEnd { move(&folding) }
        switch length {
        case 1: put(value, into: &folding)
        case 2: put(0xC0 | value >> 6, into: &folding)
        case 3:
            put(0xE0 | value >> 12, into: &folding)
            put(0x80 | value >> 6 & 0x3F, into: &folding)
        default:
            put(0xF0 | value >> 18, into: &folding)
            put(0x80 | value >> 12 & 0x3F, into: &folding)
            put(0x80 | value >> 6 & 0x3F, into: &folding)
        }
        if length > 1 { put(0x80 | value & 0x3F, into: &folding) }
    }

    @inline(__always)
    private mutating func put(_ unit: UInt32, into folding: inout Folding) {
        let folded = UInt8(truncatingIfNeeded: unit)
        if folding.start < textEnd {
            unsafe text[folding.end] = folded
        } else {
            grown.append(folded)
        }
        folding.add(folded)
    }

    /// Moves a word behind the text, where it may grow.
    private mutating func move(_ folding: inout Folding) {
        let start = textEnd + grown.count
        for offset in folding.start..<folding.end { grown.append(self[offset]) }
        folding.move(to: start)
    }

    /// Puts letters and their combining marks together (NFC).
    ///
    /// A run of more than 1,024 bytes is no word anybody looks for, and is left: Foundation's time
    /// grows with the square of the length (a megabyte of them took two seconds).
    private mutating func compose(_ folding: inout Folding) {
        guard folding.end - folding.start <= 1024 else { return }
        let composed = string(folding.start..<folding.end).precomposed
        let start = textEnd + grown.count
        grown += Array(composed.utf8)
        folding.compose(start..<textEnd + grown.count, hash: WordHash(composed.utf8))
    }

    /// A piece of the text as it is.
    private func asWritten(_ range: Range<Int>) -> Folding {
        var folding = Folding(at: range.lowerBound)
        for offset in range { folding.add(self[offset]) }
        return folding
    }

    /// The folded bytes of a word that has been read.
    private func string(_ folded: Range<Int>) -> String {
        guard folded.lowerBound < textEnd else {
            let range = folded.lowerBound - textEnd..<folded.upperBound - textEnd
            return String(decoding: grown[range], as: UTF8.self)
        }
        let bytes = unsafe UnsafeBufferPointer(start: text + folded.lowerBound, count: folded.count)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// The scalar at an offset.
    ///
    /// The bytes come from a `String`, so they are valid UTF-8.
    @inline(__always)
    private func decode(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[offset])
        if first < 0x80 { return (first, 1) }
        let second = UInt32(self[offset + 1]) & 0x3F
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        let third = UInt32(self[offset + 2]) & 0x3F
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        let fourth = UInt32(self[offset + 3]) & 0x3F
        return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
}

/// The folded bytes of a word that is being read, and what its letters say.
private struct Folding {
    /// Where the bytes stand, in the text or behind it.
    private(set) var start: Int
    private(set) var end: Int
    private(set) var hash = WordHash()
    /// No combining marks are among its letters.
    var isComposed = true
    private(set) var isCapitalized = false
    private var letters = 0
    private var capitals = 0

    init(at start: Int) {
        self.start = start
        end = start
    }

    var isUppercase: Bool { letters > 1 && capitals == letters }

    @inline(__always)
    mutating func countLetter(isCapital: Bool) {
        if isCapital {
            if letters == 0 { isCapitalized = true }
            capitals &+= 1
        }
        letters &+= 1
    }

    @inline(__always)
    mutating func add(_ folded: UInt8) {
        hash.add(folded)
        end &+= 1
    }

    mutating func move(to newStart: Int) {
        (start, end) = (newStart, newStart + end - start)
    }

    mutating func compose(_ range: Range<Int>, hash: WordHash) {
        (start, end) = (range.lowerBound, range.upperBound)
        self.hash = hash
    }
}

extension Word {
    fileprivate func touches(_ next: Word) -> Bool {
        byteRange.upperBound == next.byteRange.lowerBound
    }
}

extension UTF8 {
    fileprivate static func length(of scalar: UInt32) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
}

extension UInt8 {
    /// An ASCII letter or digit, or `_`.
    fileprivate var isWordPart: Bool {
        (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F
    }

    /// An ASCII capital.
    fileprivate var isCapital: Bool { self &- 0x41 < 26 }

    fileprivate var isAddressPart: Bool {
        self >= 0x80 || isWordPart || self == 0x2B || self == 0x2D || self == 0x2E
    }

    fileprivate var endsAddress: Bool {
        self <= 0x20 || self == 0x22 || self == 0x3C || self == 0x3E
    }
}
