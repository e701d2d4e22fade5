/// Cuts a text into words, in one pass over its UTF-8.
struct WordScanner {
    private(set) var words: [Word] = []
    private(set) var folded: [UInt8] = []

    private let bytes: [UInt8]
    /// Byte and scalar offset of what is read next.
    private var byte = 0
    private var scalar = 0
    private var number = 0
    private var sentence = 0
    private var afterSpace = true
    /// A mark ended the sentence; the next white space makes it so.
    private var sentenceMayEnd = false

    init(_ text: String) {
        bytes = Array(text.utf8)
        words.reserveCapacity(bytes.count / 5)
        folded.reserveCapacity(bytes.count)
    }

    mutating func scan() {
        while byte < bytes.count {
            let (value, length) = decode(at: byte)
            switch ScalarClass.of(value) {
            case .newline:
                skip(length)
                beginSentence()
            case .space:
                skip(length)
                if sentenceMayEnd { beginSentence() }
            case .ignorable, .emojiModifier, .combining:
                byte += length
                scalar += 1
            case .letter, .digit:
                if !scanAddress() { scanWord() }
            case .emoji:
                scanEmoji()
            case .mark:
                scanMark(value, length)
            }
        }
    }

    // MARK: - Private

    private mutating func skip(_ length: Int) {
        byte += length
        scalar += 1
        afterSpace = true
    }

    private mutating func beginSentence() {
        sentenceMayEnd = false
        if let last = words.last, last.sentence == sentence { sentence += 1 }
    }

    private mutating func scanWord() {
        append(.word, from: byte, scalarStart: scalar)
    }

    /// `@name` and `#topic`, an apostrophe or hyphen between letters, or a mark of its own.
    private mutating func scanMark(_ value: UInt32, _ length: Int) {
        let next = byte + length < bytes.count ? decode(at: byte + length).value : 0
        let nextIsLetter = isWordPart(next)
        let followsWord =
            !afterSpace && words.last?.kind == .word
            && words.last?.byteRange.upperBound == byte
        switch value {
        case 0x40 where nextIsLetter && !followsWord:
            append(.handle, from: byte, scalarStart: scalar, sign: UInt8(ascii: "@"))
        case 0x23 where nextIsLetter && !followsWord:
            append(.hashtag, from: byte, scalarStart: scalar, sign: UInt8(ascii: "#"))
        case 0x27, 0x2019, 0x02BC, 0x60, 0xB4, 0x2D, 0x2010, 0x2011:
            if followsWord && nextIsLetter {
                byte += length
                scalar += 1
                afterSpace = false
            } else {
                appendMark(value, length)
            }
        default:
            appendMark(value, length)
        }
    }

    private mutating func appendMark(_ value: UInt32, _ length: Int) {
        let foldedStart = folded.count
        folded.append(contentsOf: bytes[byte..<byte + length])
        finish(
            .mark, bytes: byte..<byte + length, scalars: scalar..<scalar + 1,
            folded: foldedStart..<folded.count, isCapitalized: false, isUppercase: false)
        byte += length
        scalar += 1
        sentenceMayEnd =
            value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026
            || (sentenceMayEnd && isClosing(value))
    }

    /// Reads letters and digits from here on into one word.
    private mutating func append(
        _ kind: Word.Kind, from start: Int, scalarStart: Int, sign: UInt8? = nil
    ) {
        let foldedStart = folded.count
        var letters = 0
        var capitals = 0
        var isCapitalized = false
        var isComposed = true
        if let sign {
            folded.append(sign)
            byte += 1
            scalar += 1
        }
        while byte < bytes.count {
            let (value, length) = decode(at: byte)
            let kind = ScalarClass.of(value)
            guard kind == .letter || kind == .digit || kind == .combining || kind == .ignorable
            else { break }
            byte += length
            scalar += 1
            if kind == .ignorable { continue }
            if kind == .combining { isComposed = false }
            let lower = ScalarClass.lowercase(value)
            if kind == .letter {
                if lower != value {
                    if letters == 0 { isCapitalized = true }
                    capitals += 1
                }
                letters += 1
            }
            appendFolded(lower)
        }
        if !isComposed { composeFolded(from: foldedStart) }
        finish(
            kind, bytes: start..<byte, scalars: scalarStart..<scalar,
            folded: foldedStart..<folded.count, isCapitalized: isCapitalized,
            isUppercase: letters > 1 && capitals == letters)
    }

    private mutating func scanEmoji() {
        let start = byte
        let scalarStart = scalar
        let foldedStart = folded.count
        var joins = true
        var flags = 0
        while byte < bytes.count {
            let (value, length) = decode(at: byte)
            let kind = ScalarClass.of(value)
            let isFlag = (0x1F1E6...0x1F1FF).contains(value)
            guard kind == .emojiModifier || kind == .emoji && (joins || isFlag && flags == 1)
            else { break }
            // Skin tones and styles do not change what an emoji says.
            let isKept = kind == .emoji || value == 0x200D
            if isKept { folded.append(contentsOf: bytes[byte..<byte + length]) }
            if isFlag { flags += 1 }
            joins = value == 0x200D
            byte += length
            scalar += 1
        }
        finish(
            .emoji, bytes: start..<byte, scalars: scalarStart..<scalar,
            folded: foldedStart..<folded.count, isCapitalized: false, isUppercase: false)
    }

    /// Reads a web or e-mail address that begins here, where there is one.
    private mutating func scanAddress() -> Bool {
        guard let end = addressEnd() else { return false }
        let start = byte
        let scalarStart = scalar
        let foldedStart = folded.count
        while byte < end {
            let (value, length) = decode(at: byte)
            appendFolded(ScalarClass.lowercase(value))
            byte += length
            scalar += 1
        }
        finish(
            .link, bytes: start..<byte, scalars: scalarStart..<scalar,
            folded: foldedStart..<folded.count, isCapitalized: false, isUppercase: false)
        return true
    }

    /// The end of an address that begins here: `http://…`, `https://…`, `www.…`, `name@host.tld`.
    private func addressEnd() -> Int? {
        guard !isPrecededByWord else { return nil }
        if starts(with: "http://") || starts(with: "https://") || starts(with: "www.") {
            return trimmed(run(from: byte) { !isBreak($0) })
        }
        let localEnd = run(from: byte) { isAddressByte($0) }
        guard localEnd < bytes.count, bytes[localEnd] == UInt8(ascii: "@") else { return nil }
        let end = trimmed(run(from: localEnd + 1) { isAddressByte($0) })
        return end > localEnd + 3 && bytes[localEnd + 1..<end].contains(UInt8(ascii: "."))
            ? end : nil
    }

    private var isPrecededByWord: Bool {
        !afterSpace && words.last?.byteRange.upperBound == byte
    }

    /// Without regard to ASCII case; the prefixes are lower-case ASCII.
    private func starts(with prefix: String) -> Bool {
        bytes[byte...].starts(with: prefix.utf8) { $0 | 0x20 == $1 | 0x20 }
    }

    private func run(from start: Int, while belongs: (UInt8) -> Bool) -> Int {
        var end = start
        while end < bytes.count, belongs(bytes[end]) { end += 1 }
        return end
    }

    /// An address does not end in the punctuation of the sentence around it.
    private func trimmed(_ end: Int) -> Int {
        var end = end
        while end > byte, ".,;:!?)]}'\"".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    private func isBreak(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"")
    }

    private func isAddressByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
    }

    private func isClosing(_ value: UInt32) -> Bool {
        value == 0x22 || value == 0x27 || value == 0x29 || value == 0x5D || value == 0x201D
            || value == 0xBB
    }

    private func isWordPart(_ value: UInt32) -> Bool {
        let kind = ScalarClass.of(value)
        return kind == .letter || kind == .digit
    }

    private mutating func finish(
        _ kind: Word.Kind, bytes byteRange: Range<Int>, scalars: Range<Int>,
        folded foldedRange: Range<Int>, isCapitalized: Bool, isUppercase: Bool
    ) {
        if kind != .mark { sentenceMayEnd = false }
        words.append(
            Word(
                kind: kind, range: scalars, byteRange: byteRange, foldedRange: foldedRange,
                hash: WordHash(folded[foldedRange]).value, isCapitalized: isCapitalized,
                isUppercase: isUppercase, followsSpace: afterSpace, number: number,
                sentence: sentence))
        if kind != .mark { number += 1 }
        afterSpace = false
    }

    private mutating func appendFolded(_ value: UInt32) {
        if value < 0x80 {
            folded.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// Puts letters and their combining marks together (NFC).
    private mutating func composeFolded(from start: Int) {
        let word = String(decoding: folded[start...], as: UTF8.self)
        folded.removeSubrange(start...)
        folded.append(contentsOf: word.precomposed.utf8)
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
