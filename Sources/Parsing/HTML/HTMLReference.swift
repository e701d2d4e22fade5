/// A character reference in HTML text (HTML Standard §13.2.5.72).
struct HTMLReference {
    let scalar: Unicode.Scalar
    /// Bytes from the `&` on.
    let length: Int

    /// - Parameter inAttribute: there, a name without `;` before a letter, digit or `=` is part of an
    ///   address such as `?a=1&copy=2`.
    /// - Returns: `nil` if the `&` is only a `&`.
    init?(in bytes: borrowing [UInt8], at start: Int, to end: Int, inAttribute: Bool = false) {
        let first = start + 1
        guard first < end else { return nil }
        if bytes[first] == .hash {
            self.init(numberIn: bytes, at: start, to: end)
        } else {
            self.init(nameIn: bytes, at: start, to: end, inAttribute: inAttribute)
        }
    }

    /// A character beyond U+FFFF in two references, one to each half of its pair in UTF-16, as software
    /// writes it that counts in those: `&#55357;&#56832;`.
    ///
    /// - Returns: `nil` if there are no such two.
    init?(pairIn bytes: borrowing [UInt8], at start: Int, to end: Int) {
        guard let high = Self.number(in: bytes, at: start, to: end),
            (0xD800..<0xDC00).contains(high.code), high.end + 1 < end,
            bytes[high.end] == .ampersand, bytes[high.end + 1] == .hash,
            let low = Self.number(in: bytes, at: high.end, to: end),
            (0xDC00..<0xE000).contains(low.code),
            let scalar = Unicode.Scalar(
                0x10000 + (high.code - 0xD800) << 10 + (low.code - 0xDC00))
        else { return nil }
        self.init(scalar: scalar, length: low.end - start)
    }

    /// Text with its references decoded.
    static func decoded(_ text: String) -> String {
        guard text.utf8.span.holds(.ampersand) else { return text }
        let bytes = Array(text.utf8)
        return decodedText(bytes, bytes.indices)
    }

    /// UTF-8 with its references decoded.
    static func decodedText(_ bytes: [UInt8], _ range: Range<Int>, inAttribute: Bool = false)
        -> String
    {
        String(decoding: decoded(bytes, range, inAttribute: inAttribute), as: UTF8.self)
    }

    /// UTF-8 with its references decoded.
    static func decoded(_ bytes: [UInt8], _ range: Range<Int>, inAttribute: Bool = false)
        -> [UInt8]
    {
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            let reference = bytes.offset(of: .ampersand, from: position, to: range.upperBound)
            output.append(contentsOf: bytes[position..<reference])
            position = reference
            guard reference < range.upperBound else { break }
            if let reference = HTMLReference(
                in: bytes, at: reference, to: range.upperBound, inAttribute: inAttribute)
            {
                output.append(reference.scalar)
                position += reference.length
            } else {
                output.append(.ampersand)
                position += 1
            }
        }
        return output
    }

    // MARK: - Private

    private static let maximumNameLength = 14

    private init(scalar: Unicode.Scalar, length: Int) {
        self.scalar = scalar
        self.length = length
    }

    private init?(nameIn bytes: borrowing [UInt8], at start: Int, to end: Int, inAttribute: Bool) {
        let limit = min(end, start + 1 + Self.maximumNameLength)
        var nameEnd = start + 1
        while nameEnd < limit, bytes[nameEnd].isASCIIAlphanumeric { nameEnd += 1 }
        guard nameEnd > start + 1 else { return nil }
        if nameEnd < end, bytes[nameEnd] == .semicolon,
            let scalar = NamedCharacters.scalar(named: ShortName(bytes, start + 1..<nameEnd))
        {
            self.init(scalar: scalar, length: nameEnd + 1 - start)
            return
        }
        // Without its `;` only a few names count, the longest that fits: `&notit` is `¬it`.
        for last in stride(from: nameEnd, to: start + 2, by: -1) {
            let name = ShortName(bytes, start + 1..<last)
            guard NamedCharacters.isReadWithoutSemicolon(name) else { continue }
            if inAttribute, last < end, bytes[last].isASCIIAlphanumeric || bytes[last] == .equals {
                return nil
            }
            guard let scalar = NamedCharacters.scalar(named: name) else { return nil }
            self.init(scalar: scalar, length: last - start)
            return
        }
        return nil
    }

    private init?(numberIn bytes: borrowing [UInt8], at start: Int, to end: Int) {
        guard let (code, last) = Self.number(in: bytes, at: start, to: end) else { return nil }
        if (0xD800..<0xDC00).contains(code),
            let pair = HTMLReference(pairIn: bytes, at: start, to: end)
        {
            self = pair
            return
        }
        let scalar = NamedCharacters.scalar(windows1252: code) ?? Unicode.Scalar(code) ?? "\u{FFFD}"
        self.init(scalar: code == 0 ? "\u{FFFD}" : scalar, length: last - start)
    }

    /// The number behind a `&#`, and where its reference ends.
    private static func number(in bytes: borrowing [UInt8], at start: Int, to end: Int)
        -> (code: UInt32, end: Int)?
    {
        let isHexadecimal = start + 2 < end && bytes[start + 2] | 0x20 == UInt8(ascii: "x")
        let first = start + (isHexadecimal ? 3 : 2)
        var last = first
        while last < end, last < first + 10,
            isHexadecimal ? bytes[last].isHexadecimalDigit : bytes[last].isASCIIDigit
        {
            last += 1
        }
        guard let code = bytes.number(first..<last, radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        let isTerminated = last < end && bytes[last] == .semicolon
        return (code, isTerminated ? last + 1 : last)
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
