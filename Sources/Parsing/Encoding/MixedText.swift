/// Text that is put together from pieces in two charsets: a page of one system, and what another wrote
/// into it.
///
/// A piece is what stands between two tags, quotation marks or line breaks. Each is read in the charset
/// that it is in: in UTF-8 where it is nothing else, else in the document's single-byte charset.
struct MixedText {
    /// UTF-8.
    private(set) var bytes: [UInt8]
    /// Where in `bytes` the first stands that was not in the document's charset.
    private(set) var firstOther: Int?

    /// Reads what is mostly UTF-8.
    ///
    /// Of a piece with more stray bytes than characters the charset is guessed, from all such pieces.
    /// In the others a stray byte that stands alone is a letter or mark of that charset; one beside
    /// another is a broken character and stays one.
    ///
    /// - Returns: `nil` if there is neither.
    static func mostlyUTF8(_ bytes: [UInt8]) -> (text: MixedText, other: Charset)? {
        var foreign: [UInt8] = []
        var lone: [UInt8] = []
        forEachPiece(of: bytes) { piece in
            if isForeign(bytes, piece) {
                foreign.append(contentsOf: bytes[piece])
            } else {
                lone.append(contentsOf: loneBytes(bytes, in: piece).map { bytes[$0] })
            }
        }
        let other =
            foreign.isEmpty
            ? CharsetGuess.charset(of: lone, among: bytes) : CharsetGuess.charset(of: foreign)
        guard !foreign.isEmpty || !lone.isEmpty, let upperHalf = other.upperHalf else { return nil }
        var text = MixedText(capacity: bytes.count)
        forEachPiece(of: bytes) { piece in
            if isForeign(bytes, piece) {
                text.append(bytes[piece], upperHalf)
            } else {
                text.appendUTF8(bytes, piece, upperHalf)
            }
        } plain: { range in
            text.bytes.append(contentsOf: bytes[range])
        }
        return text.firstOther == nil ? nil : (text, other)
    }

    /// Reads what is mostly in a single-byte charset.
    init(mostly charset: Charset, _ bytes: [UInt8]) {
        self.init(capacity: bytes.count)
        guard let upperHalf = charset.upperHalf else { return }
        var text = self
        Self.forEachPiece(of: bytes) { piece in
            // Two letters of Cyrillic can look like one character.
            let least = charset == .windows1251 ? 2 : 1
            let (characters, strayBytes) = Self.evidence(bytes, piece)
            if characters >= least, strayBytes == 0, Array(bytes[piece]).isUTF8 {
                text.firstOther.keep(text.bytes.count)
                text.bytes.append(contentsOf: bytes[piece])
            } else {
                text.bytes.appendDecoded(bytes[piece], upperHalf: upperHalf)
            }
        } plain: { range in
            text.bytes.append(contentsOf: bytes[range])
        }
        self = text
    }

    // MARK: - Private

    private init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity + capacity / 4)
        firstOther = nil
    }

    private mutating func append(_ piece: ArraySlice<UInt8>, _ upperHalf: [Unicode.Scalar]) {
        firstOther.keep(bytes.count)
        bytes.appendDecoded(piece, upperHalf: upperHalf)
    }

    /// Appends UTF-8, with its lone stray bytes read by another charset.
    private mutating func appendUTF8(
        _ source: [UInt8], _ piece: Range<Int>, _ upperHalf: [Unicode.Scalar]
    ) {
        var start = piece.lowerBound
        for index in Self.loneBytes(source, in: piece) {
            let character = upperHalf[Int(source[index]) - 0x80]
            guard !(0x80...0x9F).contains(character.value) else { continue }
            bytes.append(contentsOf: String(decoding: source[start..<index], as: UTF8.self).utf8)
            firstOther.keep(bytes.count)
            bytes.append(character)
            start = index + 1
        }
        bytes.append(
            contentsOf: String(decoding: source[start..<piece.upperBound], as: UTF8.self).utf8)
    }

    /// Stray bytes that have whole characters on either side, and are not what is left of one that was
    /// cut: text is cut off at its end, never within a word.
    private static func loneBytes(_ bytes: [UInt8], in piece: Range<Int>) -> [Int] {
        var found: [Int] = []
        var isBehindCharacter = false
        var index = piece.lowerBound
        while index < piece.upperBound {
            let length = bytes.lengthOfUTF8Scalar(at: index)
            if length == 0, isBehindCharacter, index + 1 < piece.upperBound,
                isLone(bytes, index, before: piece.upperBound)
            {
                found.append(index)
            }
            isBehindCharacter = length > 0
            index += max(length, 1)
        }
        return found
    }

    private static func isLone(_ bytes: [UInt8], _ index: Int, before end: Int) -> Bool {
        let next = bytes[index + 1]
        switch bytes[index] {
        case 0xC2..<0xE0:
            return next.isASCIILetter
        case 0xE0...0xF4:
            // Small letters, which words end in as well.
            let isInWord = bytes[index - 1].isASCIILetter || bytes[index - 1] >= 0x80
            return next.isASCIILetter
                || isInWord && next == .space && index + 2 < end && bytes[index + 2].isASCIILetter
        default:
            return bytes.lengthOfUTF8Scalar(at: index + 1) > 0
        }
    }

    /// - Parameters:
    ///   - body: is given each piece that has characters beyond ASCII.
    ///   - plain: is given the others.
    private static func forEachPiece(
        of bytes: [UInt8], _ body: (Range<Int>) -> Void, plain: (Range<Int>) -> Void = { _ in }
    ) {
        var start = 0
        var isPlain = true
        for index in bytes.indices {
            if bytes[index] >= 0x80 { isPlain = false }
            guard isBoundary(bytes[index]) || index == bytes.count - 1 else { continue }
            if isPlain { plain(start..<index + 1) } else { body(start..<index + 1) }
            start = index + 1
            isPlain = true
        }
    }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        byte == .lessThan || byte == .greaterThan || byte == .quote || byte == .lineFeed
    }

    private static func isForeign(_ bytes: [UInt8], _ piece: Range<Int>) -> Bool {
        let (characters, strayBytes) = evidence(bytes, piece)
        return strayBytes > characters
    }

    /// Characters of more than one byte, and bytes that are part of none.
    private static func evidence(_ bytes: [UInt8], _ piece: Range<Int>) -> (Int, Int) {
        var (characters, strayBytes) = (0, 0)
        var index = piece.lowerBound
        while index < piece.upperBound {
            let length = bytes.lengthOfUTF8Scalar(at: index)
            if length > 1 { characters += 1 }
            if length == 0 { strayBytes += 1 }
            index += max(length, 1)
        }
        return (characters, strayBytes)
    }
}

extension [UInt8] {
    /// Appends text in a single-byte charset as UTF-8.
    mutating func appendDecoded(_ bytes: ArraySlice<UInt8>, upperHalf: [Unicode.Scalar]) {
        for byte in bytes {
            if byte < 0x80 {
                append(byte)
            } else if let character = UTF8.encode(upperHalf[Int(byte) - 0x80]) {
                append(contentsOf: character)
            }
        }
    }
}
