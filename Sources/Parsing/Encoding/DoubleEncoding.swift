/// UTF-8 that was read in a single-byte charset on its way and encoded once more: "Å‚" for "ł" where that
/// was windows-1252, "Ĺ‚" where it was windows-1250.
///
/// Undone only where nothing speaks against it in the whole document: each of its characters beyond
/// ASCII is a byte of that charset, all of those bytes together are UTF-8, and what they say are
/// letters of Europe's languages, the marks that go with them, and emoji. A text that shows what such
/// letters look like has right ones too, if only in the author's name, and stays as it is.
enum DoubleEncoding {
    /// The text as it was meant; `nil` where that is not certain.
    static func undone(_ text: [UInt8]) -> [UInt8]? {
        charsets.firstNonNil { undone(text, readAs: $0) }
    }

    /// The charsets that UTF-8 is taken for.
    ///
    /// ISO 8859-1 is read by the table of windows-1252, and ISO 8859-13 by that of windows-1257; but
    /// ISO 8859-2 has other letters than windows-1250, and only its control characters tell them apart.
    static let charsets = [
        CharsetBytes(SingleByteTable.windows1252, takesControls: true),
        CharsetBytes(SingleByteTable.windows1250, takesControls: false),
        CharsetBytes(SingleByteTable.windows1257, takesControls: true),
        CharsetBytes(SingleByteTable.iso88592, takesControls: false),
    ]

    /// The different letters met so far, until there are enough of them to be certain.
    struct Letters {
        private var first: [UInt32] = []

        /// By chance, one or two could be something else.
        var areEnough: Bool { first.count >= 3 }

        mutating func add(_ letter: Unicode.Scalar) {
            guard !areEnough, !first.contains(letter.value) else { return }
            first.append(letter.value)
        }
    }

    // MARK: - Private

    private static func undone(_ text: [UInt8], readAs charset: CharsetBytes) -> [UInt8]? {
        // Nearly every document is done with at its first letter.
        let first = text.offsetPastASCII(from: 0)
        guard first < text.count, Character(in: text, at: first, charset) != nil else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var letters = Letters()
        var position = 0
        while position < text.count {
            let foreign = text.offsetPastASCII(from: position)
            output.append(text, position..<foreign)
            position = foreign
            guard foreign < text.count else { break }
            guard let character = Character(in: text, at: foreign, charset) else { return nil }
            output.append(character.scalar)
            if character.isLetter { letters.add(character.scalar) }
            position = character.end
        }
        return letters.areEnough ? output : nil
    }

    /// A character whose bytes stand as one character each.
    struct Character {
        let scalar: Unicode.Scalar
        let end: Int

        init?(in text: [UInt8], at start: Int, _ charset: CharsetBytes) {
            guard let lead = byte(in: text, at: start, charset) else { return nil }
            let length: Int
            switch lead.byte {
            case 0xC2...0xDF: length = 2
            case 0xE2, 0xEF: length = 3
            case 0xF0: length = 4
            default: return nil
            }
            var value = UInt32(lead.byte & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07))
            var position = lead.end
            for _ in 1..<length {
                guard let next = byte(in: text, at: position, charset), next.byte & 0xC0 == 0x80
                else { return nil }
                value = value << 6 | UInt32(next.byte & 0x3F)
                position = next.end
            }
            guard let scalar = Unicode.Scalar(value) else { return nil }
            self.scalar = scalar
            end = position
            guard isLetter || isMark || isSymbol else { return nil }
        }

        /// Of the languages of Europe with Latin letters.
        var isLetter: Bool { (0xC0...0x24F).contains(scalar.value) }

        /// Signs of Latin-1, dashes, quotation marks, the euro, and the byte-order mark.
        private var isMark: Bool {
            (0xA0...0xBF).contains(scalar.value) || (0x2010...0x203A).contains(scalar.value)
                || scalar == "€" || scalar == "\u{FEFF}"
        }

        /// Trade marks, arrows, pictures and emoji, with what joins and colours these; letters of
        /// mathematics, which people write in bold with.
        private var isSymbol: Bool {
            switch scalar.value {
            case 0x200B...0x200D, 0x2122, 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF,
                0x2B00...0x2BFF, 0xFE0E...0xFE0F, 0x1D400...0x1D7FF, 0x1F000...0x1FAFF:
                true
            default: false
            }
        }
    }

    /// The byte that a character is in a charset.
    private static func byte(
        in text: [UInt8], at start: Int, _ charset: CharsetBytes
    ) -> (byte: UInt8, end: Int)? {
        guard start < text.count, text[start] >= 0x80 else { return nil }
        let length = text.lengthOfUTF8Scalar(at: start)
        guard length == 2 || length == 3 else { return nil }
        var value = UInt32(text[start] & (length == 2 ? 0x1F : 0x0F))
        for index in start + 1..<start + length { value = value << 6 | UInt32(text[index] & 0x3F) }
        return charset.byte(of: value).map { ($0, start + length) }
    }
}
