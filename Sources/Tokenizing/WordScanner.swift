/// Cuts a text into words, in one pass over its UTF-8.
///
/// Words are folded where they stand: what is read as the text's bytes is left behind as the folded
/// words', and whatever stands between them. The rare word that grows is put behind the text.
struct WordScanner {
    private(set) var words: [Word] = []
    private(set) var bytes: [UInt8]

    /// In bytes; behind it stand the words that grew.
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

    init(_ text: String) {
        bytes = Array(text.utf8)
        textEnd = bytes.count
        words.reserveCapacity(textEnd / 5)
    }

    mutating func scan() {
        while byte < textEnd {
            let first = bytes[byte]
            if first == 0x20 {
                skipSpace(1)
            } else if first.isWordPart {
                if !scanAddress() { scanWord() }
            } else {
                scanOther()
            }
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
        if let last = words.last, last.sentence == sentence { sentence += 1 }
    }

    /// Whether the full stop just read is an abbreviation's, or stands before a digit or a small
    /// letter.
    private var stopIsWithinSentence: Bool {
        guard let stop = words.indices.last, isStop(stop) else { return false }
        var next = byte
        while next < textEnd, bytes[next] == 0x20 { next += 1 }
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
        if stop > 2, isStop(stop - 2), words[stop - 2].touches(words[stop - 1]),
            let first = foldedWord(stop - 3, touching: stop - 2)
        {
            return Abbreviations.all.contains("\(first).\(last)")
        }
        return Abbreviations.all.contains(last)
    }

    private func isStop(_ index: Int) -> Bool {
        words[index].kind == .mark && bytes[words[index].byteRange.lowerBound] == 0x2E
    }

    /// - Returns: `nil` for what is no word, is too long to be abbreviated, or stands apart.
    private func foldedWord(_ index: Int, touching next: Int) -> String? {
        let word = words[index]
        guard word.kind == .word, word.byteRange.count <= Abbreviations.longest,
            word.touches(words[next])
        else { return nil }
        return String(decoding: bytes[word.foldedRange], as: UTF8.self)
    }

    /// `@name` and `#topic`, an apostrophe or hyphen between letters, or a mark of its own.
    private mutating func scanMark(_ value: UInt32, _ length: Int) {
        let touchesNext = byte + length < textEnd && isWordPart(decode(at: byte + length).value)
        let touchesLast =
            !afterSpace && words.last?.kind == .word && words.last?.byteRange.upperBound == byte
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
        append(.mark, from: start, scalarStart, Folding(start..<byte, of: bytes))
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
        readWord(kind, from: start, scalarStart, Folding(start..<byte, of: bytes))
    }

    /// Reads letters and digits from here on.
    private mutating func readWord(
        _ kind: Word.Kind, from start: Int, _ scalarStart: Int, _ begun: Folding
    ) {
        var folding = begun
        reading: while byte < textEnd {
            if bytes[byte] < 0x80 {
                guard bytes[byte].isWordPart else { break reading }
                foldASCII(into: &folding)
                continue
            }
            let (value, length) = decode(at: byte)
            let entry = table[value]
            switch entry.kind {
            case .letter: folding.countLetter(isCapital: entry.lowercase != value)
            case .digit: break
            case .combining: folding.isComposed = false
            case .ignorable:
                skip(length)
                continue reading
            case .space, .newline, .emoji, .emojiModifier, .mark: break reading
            }
            skip(length)
            fold(entry.lowercase, into: &folding)
        }
        if !folding.isComposed { compose(&folding) }
        append(kind, from: start, scalarStart, folding)
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
        words.append(
            Word(
                kind: kind, range: scalarStart..<scalar, byteRange: start..<byte,
                foldedRange: folding.range, hash: folding.hash.value,
                isCapitalized: folding.isCapitalized, isUppercase: folding.isUppercase,
                followsSpace: afterSpace, number: number, sentence: sentence))
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
            if nextAt < textEnd, nextAt - byte <= 64 { return true }
            guard byte + 1 < textEnd else { return false }
            let (first, second) = (bytes[byte] | 0x20, bytes[byte + 1] | 0x20)
            return first == UInt8(ascii: "h") && second == UInt8(ascii: "t")
                || first == UInt8(ascii: "w") && second == UInt8(ascii: "w")
        }
    }

    private mutating func findNextAt() {
        nextAt = bytes[byte..<textEnd].firstIndex(of: UInt8(ascii: "@")) ?? textEnd
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
        guard nextAt < textEnd, run(from: byte, while: \.isAddressPart) == nextAt else {
            return nil
        }
        let end = trimmed(run(from: nextAt + 1, while: \.isAddressPart))
        return end > nextAt + 3 && bytes[nextAt + 1..<end].contains(UInt8(ascii: "."))
            ? end : nil
    }

    private var followsWord: Bool {
        guard !afterSpace, let last = words.last else { return false }
        return last.kind != .mark && last.byteRange.upperBound == byte
    }

    /// Without regard to ASCII case.
    private func starts(with prefix: String) -> Bool {
        bytes[byte..<textEnd].starts(with: prefix.utf8) { $0 | 0x20 == $1 | 0x20 }
    }

    private func run(from start: Int, while belongs: (UInt8) -> Bool) -> Int {
        var end = start
        while end < textEnd, belongs(bytes[end]) { end += 1 }
        return end
    }

    /// An address does not end in the punctuation of the sentence around it.
    private func trimmed(_ end: Int) -> Int {
        var end = end
        while end > byte, ".,;:!?)]}'\"".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    // MARK: - Private: folding

    /// Reads ASCII letters and digits, the bulk of most texts.
    private mutating func foldASCII(into folding: inout Folding) {
        // Copies, so that the loop works in registers.
        var word = folding
        var next = byte
        var end = word.range.upperBound
        while next < textEnd {
            let read = bytes[next]
            guard read.isWordPart else { break }
            let isCapital = read.isCapital
            let folded = isCapital ? read | 0x20 : read
            if read > UInt8(ascii: "9") { word.countLetter(isCapital: isCapital) }
            if end == bytes.count {
                bytes.append(folded)
            } else if isCapital || end != next {
                bytes[end] = folded
            }
            word.hash.add(folded)
            end += 1
            next += 1
        }
        word.range = word.range.lowerBound..<end
        folding = word
        skip(bytes: next - byte)
    }

    /// Writes a folded scalar behind those of its word.
    private mutating func fold(_ value: UInt32, into folding: inout Folding) {
        let length = UTF8.length(of: value)
        let hasRoom = folding.range.upperBound + length <= byte
        if !hasRoom, folding.range.lowerBound < textEnd { move(&folding) }
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

    private mutating func put(_ unit: UInt32, into folding: inout Folding) {
        let folded = UInt8(truncatingIfNeeded: unit)
        let end = folding.range.upperBound
        if end == bytes.count {
            bytes.append(folded)
        } else if bytes[end] != folded {
            bytes[end] = folded
        }
        folding.add(folded)
    }

    /// Moves a word behind the text, where it may grow.
    private mutating func move(_ folding: inout Folding) {
        let start = bytes.count
        bytes += bytes[folding.range]
        folding.range = start..<bytes.count
    }

    /// Puts letters and their combining marks together (NFC).
    ///
    /// A run of more than 1,024 bytes is no word anybody looks for, and is left: Foundation's time
    /// grows with the square of the length (a megabyte of them took two seconds).
    private mutating func compose(_ folding: inout Folding) {
        guard folding.range.count <= 1024 else { return }
        let word = String(decoding: bytes[folding.range], as: UTF8.self)
        let start = bytes.count
        bytes += Array(word.precomposed.utf8)
        folding.range = start..<bytes.count
        folding.hash = WordHash(bytes[folding.range])
    }

    /// The scalar at an offset.
    ///
    /// The bytes come from a `String`, so they are valid UTF-8.
    private func decode(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, 1) }
        let second = UInt32(bytes[offset + 1]) & 0x3F
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        let third = UInt32(bytes[offset + 2]) & 0x3F
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        let fourth = UInt32(bytes[offset + 3]) & 0x3F
        return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
}

/// The folded bytes of a word that is being read, and what its letters say.
private struct Folding {
    /// In the scanner's bytes.
    var range: Range<Int>
    var hash = WordHash()
    /// No combining marks are among its letters.
    var isComposed = true
    private(set) var isCapitalized = false
    private var letters = 0
    private var capitals = 0

    init(at start: Int) {
        range = start..<start
    }

    init(_ range: Range<Int>, of bytes: [UInt8]) {
        self.range = range
        hash = WordHash(bytes[range])
    }

    var isUppercase: Bool { letters > 1 && capitals == letters }

    mutating func countLetter(isCapital: Bool) {
        if isCapital {
            if letters == 0 { isCapitalized = true }
            capitals += 1
        }
        letters += 1
    }

    mutating func add(_ folded: UInt8) {
        hash.add(folded)
        range = range.lowerBound..<range.upperBound + 1
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
