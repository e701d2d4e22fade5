/// Reads JSON into values that know their places.
///
/// Foundation's decoder says neither where a document is broken nor where a value stands, and on Linux
/// not even what is wrong. Read as meant, and logged: commas before a closing bracket, line breaks
/// within texts, escapes that are none, and text behind the end, which is left out.
struct JSONParser {
    private let source: [UInt8]
    private var position = 0
    private var depth = 0
    private var count = 0
    private var log: ProblemLog

    /// - Parameter source: UTF-8.
    /// - Throws: `.truncated`, `.malformed`, `.tooDeep`, `.tooManyElements`.
    static func parse(_ source: [UInt8], log: inout ProblemLog) throws(ParseError) -> JSONNode {
        var parser = JSONParser(source, log: log)
        let node = try parser.node()
        parser.skipSpaces()
        if parser.position < source.count {
            parser.log.add("text after the end of the JSON; left out", at: parser.position)
        }
        log = parser.log
        return node
    }

    // MARK: - Private

    private static let maximumDepth = 64

    /// Feeds of the largest size have a tenth.
    private static let maximumValues = 500_000

    private init(_ source: [UInt8], log: ProblemLog) {
        self.source = source
        self.log = log
    }

    private mutating func node() throws(ParseError) -> JSONNode {
        skipSpaces()
        let start = position
        count += 1
        if count > Self.maximumValues {
            throw .tooManyElements(
                limit: Self.maximumValues, at: TextPosition(of: start, in: source))
        }
        switch try byte() {
        case UInt8(ascii: "{"):
            return JSONNode(value: .object(try fields()), offset: start)
        case .openBracket:
            return JSONNode(value: .array(try elements()), offset: start)
        case .quote:
            return JSONNode(value: .string(try string()), offset: start)
        case .dash, UInt8(ascii: "0")...UInt8(ascii: "9"):
            while position < source.count, Self.isNumberPart(source[position]) { position += 1 }
            return JSONNode(value: .number(source.text(start..<position)), offset: start)
        case let byte where byte.isASCIILetter:
            while position < source.count, source[position].isASCIILetter { position += 1 }
            guard ["true", "false", "null"].contains(source.text(start..<position)) else {
                position = start
                throw malformed("a value that is no JSON")
            }
            return JSONNode(value: .literal, offset: start)
        default:
            throw malformed("a value is missing")
        }
    }

    private mutating func fields() throws(ParseError) -> [(name: String, value: JSONNode)] {
        var fields: [(name: String, value: JSONNode)] = []
        try descend()
        while try !close(with: UInt8(ascii: "}"), isFirst: fields.isEmpty) {
            guard try byte() == .quote else { throw malformed("the name of a field is missing") }
            let name = try string()
            skipSpaces()
            guard try byte() == .colon else { throw malformed("a ':' is missing") }
            position += 1
            fields.append((name, try node()))
        }
        return fields
    }

    private mutating func elements() throws(ParseError) -> [JSONNode] {
        var elements: [JSONNode] = []
        try descend()
        while try !close(with: .closeBracket, isFirst: elements.isEmpty) {
            elements.append(try node())
        }
        return elements
    }

    private mutating func descend() throws(ParseError) {
        depth += 1
        if depth > Self.maximumDepth { throw .tooDeep(at: TextPosition(of: position, in: source)) }
        position += 1
    }

    /// Steps over the bracket that closes, or over the comma before a next element.
    ///
    /// - Returns: whether it was the bracket.
    private mutating func close(with bracket: UInt8, isFirst: Bool) throws(ParseError) -> Bool {
        skipSpaces()
        if !isFirst, try byte() == UInt8(ascii: ",") {
            let comma = position
            position += 1
            skipSpaces()
            guard try byte() == bracket else { return false }
            log.add("a comma before the end of a list; left out", at: comma)
        } else if try byte() != bracket {
            guard isFirst else { throw malformed("a ',' is missing") }
            return false
        }
        position += 1
        depth -= 1
        return true
    }

    private mutating func string() throws(ParseError) -> String {
        position += 1
        var text: [UInt8] = []
        while true {
            let start = position
            while position < source.count, !Self.isSpecial(source[position]) { position += 1 }
            text.append(contentsOf: source[start..<position])
            switch try byte() {
            case .quote:
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try appendEscape(to: &text)
            case let control:
                log.add("a line break or tab within a text; kept", at: position)
                text.append(control)
                position += 1
            }
        }
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(ParseError) {
        position += 1
        let escape = try byte()
        position += 1
        switch escape {
        case UInt8(ascii: "n"): text.append(.lineFeed)
        case UInt8(ascii: "t"): text.append(.tab)
        case UInt8(ascii: "r"): text.append(.carriageReturn)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(.space)
        case UInt8(ascii: "u"): append(try escapedScalar(), to: &text)
        case .quote, .slash, UInt8(ascii: "\\"): text.append(escape)
        default:
            // Such as `\'`, of which JavaScript and PHP make what follows.
            log.add("an escape that JSON does not have; read without its '\\'", at: position - 2)
            position -= 1
        }
    }

    /// Control characters show nothing, and no document may hold them raw.
    private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        guard scalar.value >= 0x20 || ["\t", "\n", "\r"].contains(scalar) else { return }
        text.append(scalar)
    }

    /// Reads four digits, and four more for the second half of a surrogate pair; half a pair is U+FFFD.
    private mutating func escapedScalar() throws(ParseError) -> Unicode.Scalar {
        let high = try codeUnit()
        guard (0xD800..<0xDC00).contains(high), source.hasPrefix("\\u", at: position) else {
            return Unicode.Scalar(high) ?? "\u{FFFD}"
        }
        let start = position
        position += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else {
            position = start
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(ParseError) -> UInt32 {
        guard position + 4 <= source.count else { throw truncated }
        guard let unit = source.number(position..<position + 4, radix: 16) else {
            throw malformed("an escape without four digits")
        }
        position += 4
        return unit
    }

    private func byte() throws(ParseError) -> UInt8 {
        guard position < source.count else { throw truncated }
        return source[position]
    }

    private mutating func skipSpaces() { position = source.offsetPastSpaces(from: position) }

    private var truncated: ParseError {
        .truncated(at: TextPosition(of: source.count, in: source))
    }

    private func malformed(_ why: String) -> ParseError {
        .malformed(why: "not JSON: \(why)", at: TextPosition(of: position, in: source))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == .quote || byte == UInt8(ascii: "\\") || byte < 0x20
    }

    private static func isNumberPart(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == .dash || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: ".")
    }
}
