import Model

/// Reads the plain lines of `earshot tag`, as nearly all are, many times as fast as a decoder of any
/// JSON: one object whose values are texts, whole numbers, `true`, `false` and `null`.
///
/// Whatever else a line holds is left to that decoder, and so is a line with a mistake in it: `nil`
/// says no more than that.
struct TagLineReader {
    private let bytes: ArraySlice<UInt8>
    /// Where to read on.
    private var next: Int

    private var id: LineID?
    private var texts: [Key: String] = [:]
    private var seen: Set<Key> = []

    private enum Key: String {
        case id, text, title, url, language, author, source, published
    }

    /// Reads a whole line.
    static func input(in line: ArraySlice<UInt8>) -> TagLine.Input? {
        var reader = Self(line)
        return reader.input()
    }

    // MARK: - Private

    private enum Value {
        case text(String)
        case number(Int64)
        case null
        case flag
    }

    private init(_ line: ArraySlice<UInt8>) {
        bytes = line
        next = line.startIndex
    }

    private mutating func input() -> TagLine.Input? {
        guard skip(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = string(), skip(UInt8(ascii: ":")), let value = value() else {
                return nil
            }
            // Of a key written twice the decoder says which counts.
            if let key = Key(rawValue: name) {
                guard seen.insert(key).inserted, take(value, for: key) else { return nil }
            }
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")), peek() == nil, let id, let text = texts[.text] else {
            return nil
        }
        return TagLine.Input(
            id: id, text: text, title: texts[.title], url: texts[.url],
            language: texts[.language], author: texts[.author],
            source: texts[.source].map(TagLine.SourceName.init), published: nil)
    }

    /// - Returns: `false` for what the decoder has to say more of.
    private mutating func take(_ value: Value, for key: Key) -> Bool {
        switch (key, value) {
        case (.id, .text(let text)): id = .text(text)
        case (.id, .number(let number)): id = .number(number)
        case (.published, .text(let text)): return ContractJSON.date(text) != nil
        case (_, .text(let text)): texts[key] = text
        case (.source, .number), (.source, .flag): break
        case (_, .null): return key != .id && key != .text
        case (_, .number), (_, .flag): return false
        }
        return true
    }

    private mutating func value() -> Value? {
        guard let first = peek() else { return nil }
        return switch first {
        case UInt8(ascii: "\""): string().map { .text($0) }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        case UInt8(ascii: "n"): skip("null") ? .null : nil
        case UInt8(ascii: "t"): skip("true") ? .flag : nil
        case UInt8(ascii: "f"): skip("false") ? .flag : nil
        default: nil
        }
    }

    /// A whole number of at most 18 digits.
    private mutating func number() -> Value? {
        let start = next
        if bytes[next] == UInt8(ascii: "-") { next += 1 }
        let digits = bytes[next...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        next = digits.endIndex
        let isPlain = digits.first != UInt8(ascii: "0") || next == start + 1
        guard (1...18).contains(digits.count), isPlain,
            let number = Int64(String(decoding: bytes[start..<next], as: UTF8.self)),
            let end = peek(), end == UInt8(ascii: ",") || end == UInt8(ascii: "}")
        else { return nil }
        return .number(number)
    }

    private mutating func string() -> String? {
        guard skip(UInt8(ascii: "\"")) else { return nil }
        let start = next
        while next < bytes.endIndex, bytes[next] != UInt8(ascii: "\""),
            bytes[next] != UInt8(ascii: "\\")
        {
            guard bytes[next] >= 0x20 else { return nil }
            next += 1
        }
        guard next < bytes.endIndex else { return nil }
        guard bytes[next] == UInt8(ascii: "\\") else {
            defer { next += 1 }
            return String(validating: bytes[start..<next], as: UTF8.self)
        }
        return escapedString(after: bytes[start..<next])
    }

    private mutating func escapedString(after plain: ArraySlice<UInt8>) -> String? {
        var text = Array(plain)
        while next < bytes.endIndex {
            let byte = bytes[next]
            next += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escapedScalar() else { return nil }
                text += Array(String(Character(scalar)).utf8)
            case ..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    /// What stands behind a backslash.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard next < bytes.endIndex else { return nil }
        let byte = bytes[next]
        next += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return unicodeScalar()
        default: return nil
        }
    }

    /// Four hexadecimal digits, or twice as many for a pair of surrogates.
    private mutating func unicodeScalar() -> Unicode.Scalar? {
        guard let unit = codeUnit() else { return nil }
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        guard skip("\\u"), let trail = codeUnit(), UTF16.isTrailSurrogate(trail) else { return nil }
        return Unicode.Scalar(
            0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
    }

    private mutating func codeUnit() -> UInt16? {
        let digits = bytes[next...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
        else { return nil }
        next += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// The next byte that is no white space.
    private mutating func peek() -> UInt8? {
        while next < bytes.endIndex {
            switch bytes[next] {
            case 0x20, 0x09, 0x0A, 0x0D: next += 1
            default: return bytes[next]
            }
        }
        return nil
    }

    private mutating func skip(_ wanted: UInt8) -> Bool {
        guard peek() == wanted else { return false }
        next += 1
        return true
    }

    private mutating func skip(_ word: String) -> Bool {
        guard bytes[next...].starts(with: word.utf8) else { return false }
        next += word.utf8.count
        return true
    }
}
