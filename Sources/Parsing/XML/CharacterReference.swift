/// A `&` in an XML document, and what it stands for.
struct CharacterReference {
    enum Meaning {
        case scalar(Unicode.Scalar)
        /// What the document itself declares for the name.
        case entity([UInt8])
        /// A number that is no character, or one XML forbids.
        case nothing
        /// The `&` is only a `&`.
        case text
    }

    let meaning: Meaning
    /// Bytes from the `&` to the `;`, both counted; 1 for `.text`.
    let length: Int
    /// What is wrong with it; `nil` for what XML allows.
    let problem: String?

    init(in source: borrowing [UInt8], at start: Int, declared: [String: [UInt8]]) {
        if start + 1 < source.count, source[start + 1] == .hash {
            self.init(numberIn: source, at: start)
        } else {
            self.init(nameIn: source, at: start, declared: declared)
        }
    }

    /// The five references that XML itself has, in escaped HTML nearly all there are; `nil` for others.
    static func ofMarkup(in source: borrowing [UInt8], at start: Int) -> (byte: UInt8, length: Int)?
    {
        let bytes = source.span
        let left = bytes.count - start
        guard left >= 4 else { return nil }
        switch (bytes[start + 1], bytes[start + 2], bytes[start + 3]) {
        case (UInt8(ascii: "l"), UInt8(ascii: "t"), .semicolon):
            return (.lessThan, 4)
        case (UInt8(ascii: "g"), UInt8(ascii: "t"), .semicolon):
            return (.greaterThan, 4)
        case (UInt8(ascii: "a"), UInt8(ascii: "m"), UInt8(ascii: "p")):
            return left >= 5 && bytes[start + 4] == .semicolon ? (.ampersand, 5) : nil
        case (UInt8(ascii: "q"), UInt8(ascii: "u"), UInt8(ascii: "o")):
            let isEnded = left >= 6 && bytes[start + 5] == .semicolon
            return isEnded && bytes[start + 4] == UInt8(ascii: "t") ? (.quote, 6) : nil
        default:
            return nil
        }
    }

    // MARK: - Private

    /// The longest name in the table has 14 letters; entities of the document's own get some more.
    private static let maximumNameLength = 32

    private init(_ meaning: Meaning, length: Int, problem: String? = nil) {
        self.meaning = meaning
        self.length = length
        self.problem = problem
    }

    private init(nameIn source: borrowing [UInt8], at start: Int, declared: [String: [UInt8]]) {
        let limit = min(start + 1 + Self.maximumNameLength, source.count)
        var end = start + 1
        while end < limit, source[end].isNamePart { end += 1 }
        guard end < source.count, source[end] == .semicolon, end > start + 1 else {
            self.init(.text, length: 1, problem: "'&' that starts no reference; read as text")
            return
        }
        let name = ShortName(source, start + 1..<end)
        let length = end + 1 - start
        if let scalar = Self.predefined[name] {
            self.init(.scalar(scalar), length: length)
            return
        }
        let text = source.text(start + 1..<end)
        if let value = declared[text] {
            self.init(.entity(value), length: length)
        } else if let scalar = NamedCharacters.scalar(named: name) {
            self.init(
                .scalar(scalar), length: length,
                problem: "undeclared entity '&\(text);'; read as '\(scalar)'")
        } else {
            self.init(.text, length: 1, problem: "unknown entity '&\(text);'; read as text")
        }
    }

    private init(numberIn source: borrowing [UInt8], at start: Int) {
        let isHexadecimal = start + 2 < source.count && source[start + 2] | 0x20 == 0x78
        let first = start + (isHexadecimal ? 3 : 2)
        var end = first
        while end < source.count, end < first + 10, source[end].isASCIIAlphanumeric { end += 1 }
        guard end < source.count, source[end] == .semicolon,
            let code = source.number(first..<end, radix: isHexadecimal ? 16 : 10)
        else {
            self.init(.text, length: 1, problem: "'&' that starts no reference; read as text")
            return
        }
        let length = end + 1 - start
        if (0xD800..<0xDC00).contains(code),
            let pair = HTMLReference(pairIn: source, at: start, to: source.count)
        {
            self.init(
                .scalar(pair.scalar), length: pair.length,
                problem: "half characters '&#\(code);' and another; read as '\(pair.scalar)'")
        } else if let scalar = NamedCharacters.scalar(windows1252: code) {
            self.init(
                .scalar(scalar), length: length,
                problem: "control character '&#\(code);'; read as '\(scalar)'")
        } else if let scalar = Unicode.Scalar(code), scalar.isAllowedInXML {
            self.init(.scalar(scalar), length: length)
        } else {
            self.init(
                .nothing, length: length, problem: "reference to a forbidden character; left out")
        }
    }

    private static let predefined = ShortNameTable<Unicode.Scalar>([
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ])
}

extension Unicode.Scalar {
    /// XML 1.0 §2.2.
    fileprivate var isAllowedInXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
