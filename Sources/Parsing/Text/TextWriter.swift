import Foundation

/// Collects plain text: blanks run together, lines are trimmed and never empty, characters that show
/// nothing are dropped, and lines quoted from somebody else start with `> `.
struct TextWriter: ~Copyable {
    /// While set, lines are somebody else's words.
    var isQuoting = false {
        didSet {
            guard isQuoting != oldValue else { return }
            if isQuoting { quoteIntroduction() }
            breakLine()
        }
    }
    /// While set, line breaks in the text count.
    var isPreformatted = false

    private let isOneLine: Bool
    private var bytes: ByteWriter
    private var gap = Gap.none
    private var isLastEmoji = false
    private var isJoinerPending = false
    private var needsNormalizing = false

    /// What separates the last character from the next one.
    private enum Gap { case none, space, line }

    /// - Parameter isOneLine: whether what parts lines only parts words.
    init(capacity: Int, isOneLine: Bool = false) {
        self.isOneLine = isOneLine
        bytes = ByteWriter(capacity: capacity)
    }

    /// The text, in NFC; `nil` if there is none.
    var text: String? {
        guard !bytes.isEmpty else { return nil }
        let text = bytes.knownText
        return needsNormalizing ? Self.normalized(text) : text
    }

    /// Whether nothing is to be done to UTF-8, so that no writer is needed: most titles and names are
    /// like that.
    ///
    /// - Parameter inHTML: whether tags and references are looked for.
    static func isTextAsItIs(_ text: Span<UInt8>, inHTML: Bool) -> Bool {
        let holdsMarkup = inHTML && (text.holds(.lessThan) || text.holds(.ampersand))
        guard !text.isEmpty, !holdsMarkup else { return false }
        return endOfRun(in: text) == text.count
    }

    /// Whether what is written on the last line is one of some words, in lower case, and nothing else.
    func lastLine(isOneOf words: Set<String>) -> Bool {
        bytes.lastLine(atMost: QuoteIntroduction.longestLabel).map {
            words.contains($0.lowercased())
        } ?? false
    }

    var isEmpty: Bool { bytes.isEmpty }
    /// Whether what begins with a byte would be another word with what is written.
    func runsOn(into byte: UInt8) -> Bool { gap == .none && bytes.runsOn(into: byte) }

    mutating func breakLine() { gap = .line }
    mutating func addSpace() { if gap == .none { gap = .space } }

    /// Appends valid UTF-8.
    mutating func append(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let run = index + Self.endOfRun(in: text.extracting(index..<text.count))
            if run > index {
                flushGap()
                bytes.append(text.extracting(index..<run))
                isLastEmoji = false
                isJoinerPending = false
                index = run
                continue
            }
            let byte = text[index]
            if byte < 0x80 {
                appendBlank(byte)
                index += 1
            } else {
                let (scalar, length) = Self.scalar(in: text.extracting(index..<text.count))
                append(scalar)
                index += length
            }
        }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        switch TextScalar(scalar) {
        case .blank:
            if scalar.value < 0x80 { appendBlank(UInt8(scalar.value)) } else { addSpace() }
        case .invisible:
            if let meant = NamedCharacters.scalar(windows1252: scalar.value) { append(meant) }
        case .joiner:
            isJoinerPending = isLastEmoji && gap == .none
        case .emoji:
            if isJoinerPending, gap == .none { bytes.append("\u{200D}" as Unicode.Scalar) }
            appendVisible(scalar)
            isLastEmoji = true
        case .visible(let isComposed):
            appendVisible(scalar == "\u{FF20}" && isBehindName ? "@" : scalar)
            if !isComposed { needsNormalizing = true }
            isLastEmoji = false
        }
    }

    // MARK: - Private

    /// Archives of mail write `jan＠example.pl` lest programs find the address.
    private var isBehindName: Bool { gap == .none && bytes.last?.isASCIIAlphanumeric == true }

    /// Foundation takes the square of a text's length over what there is to compose.
    private static let normalizedPiece = 1024

    /// NFC, a piece at a time; pieces start at ASCII, which composes with nothing before it.
    private static func normalized(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.count > normalizedPiece else {
            return text.precomposedStringWithCanonicalMapping
        }
        var output = ""
        output.reserveCapacity(bytes.count)
        var start = bytes.startIndex
        while start < bytes.endIndex {
            var end =
                bytes.index(start, offsetBy: normalizedPiece, limitedBy: bytes.endIndex)
                ?? bytes.endIndex
            var distance = normalizedPiece
            while end < bytes.endIndex, !isBoundary(bytes[end], after: distance) {
                bytes.formIndex(after: &end)
                distance += 1
            }
            output += String(text[start..<end]).precomposedStringWithCanonicalMapping
            start = end
        }
        return output
    }

    /// Where nothing but combining characters follow one another, any of them has to do.
    private static func isBoundary(_ byte: UInt8, after distance: Int) -> Bool {
        byte < 0x80 || distance > 8 * normalizedPiece && byte & 0xC0 != 0x80
    }

    private mutating func appendVisible(_ scalar: Unicode.Scalar) {
        flushGap()
        bytes.append(scalar)
        isJoinerPending = false
    }

    /// Counts the line that says whose words follow as one of them, as software wrote it.
    private mutating func quoteIntroduction() {
        guard !isOneLine, let line = bytes.lastLine(atMost: QuoteIntroduction.longest),
            QuoteIntroduction.isOne(line)
        else { return }
        bytes.removeLast(line.utf8.count)
        appendQuotationMark()
        bytes.append(line.utf8.span)
    }

    /// A control character that is no blank shows nothing.
    private mutating func appendBlank(_ byte: UInt8) {
        if isPreformatted, byte == .lineFeed || byte == .carriageReturn {
            breakLine()
        } else if byte.isASCIISpace {
            addSpace()
        }
    }

    private mutating func flushGap() {
        let isFirst = bytes.isEmpty
        switch gap {
        case .none where !isFirst:
            return
        case .space where !isFirst:
            bytes.append(.space)
        case .line where !isFirst:
            bytes.append(isOneLine ? .space : .lineFeed)
            appendQuotationMark()
        case .none, .space, .line:
            appendQuotationMark()
        }
        gap = .none
        isLastEmoji = false
    }

    private mutating func appendQuotationMark() {
        guard isQuoting else { return }
        bytes.append("> ".utf8.span)
    }

    /// The end of the characters at the start of text that are taken over as they are: visible ASCII,
    /// and U+00C0 … U+02FF, which are two bytes each and all the letters of most of Europe, with single
    /// blanks between them; and common punctuation.
    private static func endOfRun(in bytes: Span<UInt8>) -> Int {
        guard !bytes.isEmpty, bytes[0] != .space else { return 0 }
        var index = 0
        repeat { index = endOfWords(in: bytes, from: index) } while stepOverMark(in: bytes, &index)
        let last = bytes.count - 1
        while index < last {
            let byte = bytes[index]
            if byte.isVisibleASCII {
                index += 1
            } else if byte == .space, bytes[index + 1].isVisibleASCII {
                index += 2
            } else if byte >= 0xC3, byte <= 0xCB {
                index += 2
            } else {
                return index
            }
        }
        if index == last, bytes[index].isVisibleASCII { index += 1 }
        return index
    }

    /// As far as that can be told eight bytes at a time; no blank is last or follows another.
    private static func endOfWords(in text: Span<UInt8>, from start: Int) -> Int {
        unsafe text.withUnsafeBytes { bytes in
            var start = start
            guard let base = bytes.baseAddress else { return start }
            // One more is looked at, to tell whether a blank follows the last.
            while start + 16 < bytes.count {
                guard unsafe !holdsStop(base + start) else { break }
                let last = unsafe bytes[start + 15]
                start += last == .space || last >= 0xC3 ? 15 : 16
            }
            while start + 8 < bytes.count {
                let word = EightBytes(
                    unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                let blanks = word.equal(to: .space)
                let stops = word.marksOfNoLetter | blanks & blanks >> 8
                guard stops == 0 else {
                    let end = start + stops.trailingZeroBitCount / 8
                    let endsWithBlank = unsafe end > start && bytes[end - 1] == .space
                    return endsWithBlank ? end - 1 : end
                }
                // A blank or the first half of a letter is left to the next word.
                let last = unsafe bytes[start + 7]
                start += last == .space || last >= 0xC3 ? 7 : 8
            }
            return start
        }
    }

    /// Whether one of sixteen bytes ends a run: is no letter, or the first of two blanks.
    ///
    /// Looks at all of them without a branch, so that the compiler takes them at once.
    @inline(__always)
    private static func holdsStop(_ start: UnsafeRawPointer) -> Bool {
        let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
        var found: UInt8 = 0
        for index in 0..<16 {
            let byte = unsafe bytes[index]
            let next = unsafe bytes[index + 1]
            // Below a blank, or from 0xCC on.
            let isEitherEnd: UInt8 = byte &+ 0x34 < 0x54 ? 1 : 0
            let isDelete: UInt8 = byte == 0x7F ? 1 : 0
            let isRareLead: UInt8 = byte &- 0xC0 < 3 ? 1 : 0
            let isFirstBlank: UInt8 = byte == .space && next == .space ? 1 : 0
            found |= isEitherEnd | isDelete | isRareLead | isFirstBlank
        }
        return found != 0
    }

    /// Steps over a dash, quotation mark or ellipsis: U+2010 … U+2027.
    private static func stepOverMark(in text: Span<UInt8>, _ index: inout Int) -> Bool {
        guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80,
            (0x90...0xA7).contains(text[index + 2])
        else { return false }
        index += 3
        return true
    }

    private static func scalar(in text: Span<UInt8>) -> (Unicode.Scalar, Int) {
        let lead = UInt32(text[0])
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = lead & (0x7F >> UInt32(length))
        guard lead >= 0xC2, text.count >= length else { return ("\u{FFFD}", 1) }
        for index in 1..<length {
            guard text[index] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(text[index] & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{FFFD}", 1)
    }
}

extension UInt8 {
    fileprivate var isVisibleASCII: Bool { self > .space && self < 0x7F }
}

extension EightBytes {
    /// Marks what is neither visible ASCII, nor a blank, nor a half of U+00C0 … U+02FF.
    ///
    /// In valid UTF-8, the second half of any other letter stands behind a first half that is marked.
    fileprivate var marksOfNoLetter: UInt64 {
        let rare = highMarks & (marks(from: 0x40) & ~marks(from: 0x43) | marks(from: 0x4C))
        let control = ~highMarks & (~marks(from: 0x20) | marks(from: 0x7F)) & Self.highBits
        return rare | control
    }
}
