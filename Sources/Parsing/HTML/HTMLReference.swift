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
        let scalar = NamedCharacters.scalar(windows1252: code) ?? Unicode.Scalar(code) ?? "\u{FFFD}"
        self.init(
            scalar: code == 0 ? "\u{FFFD}" : scalar, length: last + (isTerminated ? 1 : 0) - start)
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
