/// Reads times of day that are no `14:05`: behind a whole date, or before it and a comma.
enum ClockReader {
    /// The rest of `14.05,`, `2.15 pm` and `14.05 26.11.2026`, as papers write it before a date: what a
    /// day and a month have a comma, half of a day or a whole date behind is no date.
    ///
    /// - Parameter reader: stays where it is unless this is one.
    static func read(hour: Int, before reader: inout TokenReader) -> CivilDate? {
        var ahead = reader
        guard hour < 24, ahead.skip(.sign(.dot)),
            case .number(let minute, digits: 2) = ahead.next(),
            minute < 60
        else { return nil }
        let isSpaced = ahead.skipSpaces()
        if ahead.skip(.sign(UInt8(ascii: ","))) {
            guard ahead.skipSpaces() else { return nil }
        } else {
            guard (1...12).contains(hour) && isHalf(ahead) || isSpaced && isWholeDate(ahead) else {
                return nil
            }
        }
        reader = ahead
        return CivilDate(year: 0, hour: hour, minute: minute)
    }

    /// - Parameters:
    ///   - hour: the number that was read last.
    ///   - word: what stands before it; `nil` where that is no word.
    /// - Returns: `nil` where the number is no hour.
    static func read(hour: Int, behind word: String?, _ reader: inout TokenReader) -> CivilDate? {
        if let clock = split(hour, &reader) { return clock }
        let isHour =
            (1...12).contains(hour) && isHalf(reader) || isNamed(reader)
            || word.map(namesOfHours.contains) ?? false
        return isHour ? CivilDate(year: 0, hour: hour) : nil
    }

    // MARK: - Private

    /// Before a number that is an hour for sure.
    private static let namesOfHours: Set<String> = [
        "godz", "godzina", "godzinie", "plkst", "plks", "pulksten", "kl", "klo", "kello", "kell",
    ]

    /// The rest of `14.05`, `14.05.09`, `14h05`, `14 h 05` and `14 Uhr 05`.
    private static func split(_ hour: Int, _ reader: inout TokenReader) -> CivilDate? {
        var ahead = reader
        if !ahead.skip(.sign(.dot)) {
            ahead.skipSpaces()
            guard ahead.skip(.word("h")) || ahead.skip(.word("uhr")) else { return nil }
            ahead.skipSpaces()
        }
        guard case .number(let minute, digits: 2) = ahead.next() else { return nil }
        var clock = CivilDate(year: 0, hour: hour, minute: minute)
        reader = ahead
        if ahead.skip(.sign(.dot)), case .number(let second, digits: 2) = ahead.next() {
            clock.second = second
            reader = ahead
        }
        return clock
    }

    /// Whether `am` or `p.m.` follows.
    private static func isHalf(_ reader: TokenReader) -> Bool {
        var ahead = reader
        ahead.skipSpaces()
        guard case .word(let word) = ahead.next() else { return false }
        return ["am", "pm"].contains(word)
            || ["a", "p"].contains(word) && ahead.skip(.sign(.dot)) && ahead.skip(.word("m"))
    }

    /// Whether a day, a month and, where that is a number, a year follow: `26.11.2026`, `26 listopada`.
    private static func isWholeDate(_ reader: TokenReader) -> Bool {
        var ahead = reader
        guard case .number(_, digits: 1...2) = ahead.next() else { return false }
        let sign = ahead.peek
        let isParted = sign == .sign(.dot) || sign == .sign(.dash) || sign == .sign(.slash)
        if isParted { _ = ahead.next() }
        ahead.skipSpaces()
        switch ahead.next() {
        case .word(let word): return DateNames.month(word) != nil
        case .number(_, digits: 1...2):
            guard isParted, ahead.next() == sign else { return false }
            ahead.skipSpaces()
            guard case .number(_, let digits) = ahead.next() else { return false }
            return digits == 4 || digits == 2
        case .number, .sign, .space, nil: return false
        }
    }

    /// Whether a word for an hour follows: `10 Uhr`, `10h`.
    private static func isNamed(_ reader: TokenReader) -> Bool {
        var ahead = reader
        ahead.skipSpaces()
        return ahead.skip(.word("uhr")) || ahead.skip(.word("h"))
    }
}
