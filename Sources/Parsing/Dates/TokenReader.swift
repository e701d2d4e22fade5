/// Steps through the tokens of a date.
struct TokenReader {
    private let tokens: [DateTokens.Token]
    private var index = 0

    init(_ tokens: [DateTokens.Token]) {
        self.tokens = tokens
    }

    /// Whether a blank stands before the next token.
    var isBehindSpace: Bool { index > 0 && index <= tokens.count && tokens[index - 1] == .space }

    /// Whether what was read last is parted by a full stop alone from a number before it: `10.05`.
    var isBehindFraction: Bool {
        guard index > 2, tokens[index - 2] == .sign(.dot), case .number = tokens[index - 3] else {
            return false
        }
        return true
    }

    var isAtEnd: Bool { index >= tokens.count }

    var peek: DateTokens.Token? { index < tokens.count ? tokens[index] : nil }

    /// The token behind the next one.
    var peekSecond: DateTokens.Token? { index + 1 < tokens.count ? tokens[index + 1] : nil }

    mutating func next() -> DateTokens.Token? {
        defer { index += 1 }
        return peek
    }

    /// Steps over a token if it comes next.
    @discardableResult mutating func skip(_ token: DateTokens.Token) -> Bool {
        guard peek == token else { return false }
        index += 1
        return true
    }

    @discardableResult mutating func skipSpaces() -> Bool { skip(.space) }

    /// Steps over words that a colon ends, and nothing else: "Data publikacji:".
    mutating func skipLabel() {
        var ahead = self
        while case .word = ahead.peek {
            _ = ahead.next()
            ahead.skipSpaces()
        }
        if ahead.index > index, ahead.skip(.sign(.colon)) { self = ahead }
    }

    /// Steps over a sign that parts two numbers, with the blanks around it, and returns it.
    mutating func separator() -> DateTokens.Token? {
        skipSpaces()
        let sign = next()
        skipSpaces()
        return sign
    }

    /// The same where a blank alone may part the numbers.
    mutating func separatorOrBlank() -> DateTokens.Token? {
        if case .number = peekSecond, skip(.space) { return .space }
        return separator()
    }

    /// Steps over the fraction of a second, if there is one; we keep whole seconds.
    ///
    /// .NET parts thousandths from seconds by another colon.
    ///
    /// - Returns: whether it has digits, or there is none.
    mutating func skipFraction() -> Bool {
        if peek == .sign(.colon), case .number(_, digits: 3) = peekSecond {
            index += 2
            return true
        }
        guard skip(.sign(UInt8(ascii: "."))) || skip(.sign(UInt8(ascii: ","))) else { return true }
        guard case .number = next() else { return false }
        return true
    }
}

/// Reads a time zone: `Z`, a name, `+0200`, `+02:00`, `+2`, or `GMT+0200`.
enum ZoneReader {
    /// - Returns: whether a zone came next.
    static func read(_ reader: inout TokenReader, into date: inout CivilDate) -> Bool {
        guard case .word(let word) = reader.peek else { return readOffset(&reader, into: &date) }
        if let place = placeOfRule(word, reader) {
            for _ in 0..<3 { _ = reader.next() }
            date.zone = place
            return true
        }
        guard let zone = TimeZoneNames.zone(word) else { return false }
        _ = reader.next()
        date.zone = zone
        // `GMT+0200` and `UTC +02:00` are offsets from what is named; `CET+01:00` says it twice, and
        // `CET -0000` is nonsense and CET.
        var rest = reader
        rest.skipSpaces()
        var other = CivilDate(year: 0)
        if readOffset(&rest, into: &other) {
            if zone == .offset(0) { date.zone = other.zone }
            reader = rest
        }
        return true
    }

    // MARK: - Private

    /// In minutes, and more than a day: a date with it is none.
    private static let impossibleOffset = 99 * 60

    /// `EST5EDT`: what the clocks of a place show in winter and in summer, as POSIX names it.
    private static func placeOfRule(_ word: String, _ reader: TokenReader) -> CivilDate.Zone? {
        var ahead = reader
        _ = ahead.next()
        guard case .number(let hours, digits: 1) = ahead.next(),
            case .word(let summer) = ahead.next()
        else { return nil }
        return TimeZoneNames.zone("\(word)\(hours)\(summer)")
    }

    private static func readOffset(_ reader: inout TokenReader, into date: inout CivilDate) -> Bool
    {
        let isWest: Bool
        switch reader.peek {
        case .sign(UInt8(ascii: "+")): isWest = false
        case .sign(.dash): isWest = true
        default: return false
        }
        _ = reader.next()
        guard case .number(let value, let digits) = reader.next(), value >= 0 else { return false }
        let hours = digits > 2 ? value / 100 : value
        var minutes = digits > 2 ? value % 100 : 0
        if digits <= 2, reader.skip(.sign(.colon)) {
            guard case .number(let rest, digits: 2) = reader.next() else { return false }
            minutes = rest
        }
        guard digits <= 4, hours <= 14, minutes < 60 else {
            date.zone = .offset(impossibleOffset)
            return true
        }
        date.zone = .offset((isWest ? -1 : 1) * (hours * 60 + minutes))
        return true
    }
}
