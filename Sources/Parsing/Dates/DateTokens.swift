/// The numbers, words and signs of a date.
struct DateTokens {
    enum Token: Equatable {
        case number(Int, digits: Int)
        /// Letters, in lower case; a zone's name may hold a slash.
        case word(String)
        /// Any other character but blanks.
        case sign(UInt8)
        case space

        /// Whether it ends what stands in brackets.
        var isClosing: Bool { self == .sign(UInt8(ascii: ")")) || self == .sign(UInt8(ascii: "]")) }
    }

    private(set) var tokens: [Token] = []

    init(_ text: String) {
        // A date is short; what is longer is text that holds one near its start, or none.
        let bytes = Array(Self.withPlainBlanks(text).utf8.prefix(200))
        tokens.reserveCapacity(20)
        var position = bytes.offsetPastSpaces(from: 0)
        while position < bytes.count {
            let start = position
            let byte = bytes[position]
            if byte.isASCIIDigit {
                while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
                // More digits than any number in a date has make a number that fits nowhere.
                let value = position - start <= 14 ? Int(bytes.text(start..<position)) : nil
                tokens.append(.number(value ?? -1, digits: position - start))
            } else if byte.isASCIILetter || byte >= 0x80 {
                while position < bytes.count, Self.isWordPart(bytes[position]) { position += 1 }
                // `05/Mar/2026`: there a slash ends the word.
                while bytes[position - 1] == .slash { position -= 1 }
                tokens.append(.word(bytes.text(start..<position).lowercased()))
            } else if byte.isASCIISpace {
                position = bytes.offsetPastSpaces(from: position)
                if position < bytes.count { tokens.append(.space) }
            } else {
                tokens.append(.sign(byte))
                position += 1
            }
        }
    }

    /// Drops the first token, and those that no date starts with.
    ///
    /// - Returns: whether any are left.
    mutating func dropFirst() -> Bool {
        tokens = Array(
            tokens.dropFirst().drop { token in
                switch token {
                case .number: false
                case .word(let word): DateNames.month(word) == nil && !DateNames.isWeekday(word)
                case .sign, .space: true
                }
            })
        return !tokens.isEmpty
    }

    /// The first tokens alone.
    func prefix(_ count: Int) -> DateTokens {
        var start = self
        start.tokens = Array(tokens.prefix(count))
        return start
    }

    /// Whether what would be cut in two before a token may be a time of day: `10:05`, `10.05`.
    func mayCutTime(at index: Int) -> Bool {
        [index - 2, index - 1].contains { start in
            guard start >= 0, start + 2 < tokens.count,
                case .number(_, digits: 1...2) = tokens[start],
                tokens[start + 1] == .sign(.colon) || tokens[start + 1] == .sign(.dot),
                case .number(_, digits: 2) = tokens[start + 2]
            else { return false }
            return true
        }
    }

    /// Whether a month stands in it by its name, or a number of four digits.
    var namesYearOrMonth: Bool {
        tokens.contains { token in
            switch token {
            case .number(_, let digits): digits == 4
            case .word(let word): DateNames.month(word) != nil
            case .sign, .space: false
            }
        }
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte >= 0x80 || byte == .slash || byte == UInt8(ascii: "_")
    }

    /// Blanks that hold words together, and narrow ones, are blanks.
    private static func withPlainBlanks(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 }) else {
            return text
        }
        let blank: Unicode.Scalar = " "
        var scalars = String.UnicodeScalarView()
        scalars.append(
            contentsOf: text.unicodeScalars.map { $0.properties.isWhitespace ? blank : $0 })
        return String(scalars)
    }
}
