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
        for piece in pieces(of: bytes) where isForeign(bytes[piece]) {
            foreign.append(contentsOf: bytes[piece])
        }
        guard !foreign.isEmpty else { return nil }
        let other = CharsetGuess.charset(of: foreign)
        return (MixedText(bytes, other) { isForeign($0) ? other : .utf8 }, other)
    }

    /// Reads what is mostly in a single-byte charset.
    init(mostly charset: Charset, _ bytes: [UInt8]) {
        self.init(bytes, .utf8) { piece in
            // Two letters of Cyrillic can look like one character.
            let least = charset == .windows1251 ? 2 : 1
            let characters = piece.count { $0 >= 0xC2 }
            return characters >= least && Array(piece).isUTF8 ? .utf8 : charset
        }
    }

    // MARK: - Private

    private init(
        _ bytes: [UInt8], _ other: Charset, charset: (ArraySlice<UInt8>) -> Charset
    ) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 4)
        var firstOther: Int?
        for piece in Self.pieces(of: bytes) {
            let slice = bytes[piece]
            guard slice.contains(where: { $0 >= 0x80 }) else {
                text.append(contentsOf: slice)
                continue
            }
            let charset = charset(slice)
            if charset == other, firstOther == nil { firstOther = text.count }
            if let upperHalf = charset.upperHalf {
                text.appendDecoded(slice, upperHalf: upperHalf)
            } else {
                text.append(contentsOf: String(decoding: slice, as: UTF8.self).utf8)
            }
        }
        self.bytes = text
        self.firstOther = firstOther
    }

    private static func pieces(of bytes: [UInt8]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where isBoundary(byte) {
            pieces.append(start..<index + 1)
            start = index + 1
        }
        if start < bytes.count { pieces.append(start..<bytes.count) }
        return pieces
    }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        byte == .lessThan || byte == .greaterThan || byte == .quote || byte == .lineFeed
    }

    private static func isForeign(_ piece: ArraySlice<UInt8>) -> Bool {
        guard piece.contains(where: { $0 >= 0x80 }) else { return false }
        return !UTF8Evidence(Array(piece)).isLikely
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
