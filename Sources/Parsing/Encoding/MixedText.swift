/// Text that is put together from pieces in two charsets: a page of one system, and what another wrote
/// into it.
///
/// A piece is what stands between two tags, quotation marks or line breaks. Each is read in the charset
/// that it is in: in UTF-8 where it is nothing else, else in the document's single-byte charset.
struct MixedText {
    /// UTF-8.
    let bytes: [UInt8]
    /// Where in `bytes` the first piece stands that was not in the document's charset.
    let firstOther: Int?

    /// Reads what is mostly UTF-8.
    ///
    /// Of a piece with more stray bytes than characters the charset is guessed, from all such pieces;
    /// in the others a stray byte is a broken character and stays one.
    ///
    /// - Returns: `nil` if there is no such piece.
    static func mostlyUTF8(_ bytes: [UInt8]) -> (text: MixedText, other: Charset)? {
        var foreign: [UInt8] = []
        forEachPiece(of: bytes) { piece in
            if isForeign(bytes, piece) { foreign.append(contentsOf: bytes[piece]) }
        }
        guard !foreign.isEmpty else { return nil }
        let other = CharsetGuess.charset(of: foreign)
        return (MixedText(bytes, other) { isForeign(bytes, $0) ? other : .utf8 }, other)
    }

    /// Reads what is mostly in a single-byte charset.
    init(mostly charset: Charset, _ bytes: [UInt8]) {
        self.init(bytes, .utf8) { piece in
            // Two letters of Cyrillic can look like one character.
            let least = charset == .windows1251 ? 2 : 1
            let (characters, strayBytes) = Self.evidence(bytes, piece)
            return characters >= least && strayBytes == 0 ? .utf8 : charset
        }
    }

    // MARK: - Private

    private init(
        _ bytes: [UInt8], _ other: Charset, charset: (Range<Int>) -> Charset
    ) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 4)
        var firstOther: Int?
        Self.forEachPiece(of: bytes) { piece in
            let charset = charset(piece)
            if charset == other, firstOther == nil { firstOther = text.count }
            if let upperHalf = charset.upperHalf {
                text.appendDecoded(bytes[piece], upperHalf: upperHalf)
            } else {
                text.append(contentsOf: String(decoding: bytes[piece], as: UTF8.self).utf8)
            }
        } plain: { range in
            text.append(contentsOf: bytes[range])
        }
        self.bytes = text
        self.firstOther = firstOther
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
