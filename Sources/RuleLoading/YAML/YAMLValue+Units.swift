import Foundation
package import Model

// What single values mean to us: ids, languages, choices, durations, sizes.

extension YAMLValue {
    /// An id of ours: `[a-z0-9][a-z0-9_-]*`, a hundred signs at most.
    ///
    /// Files are named by it, of which no name may have more than 255.
    func id() throws(RuleError) -> String {
        let text = try text()
        guard text.utf8.allSatisfy(Self.isPartOfID), text.first != "-", text.first != "_" else {
            throw RuleError(.badID(text, suggestion: Self.id(like: text)), at: place)
        }
        guard text.utf8.count <= Self.longestID else {
            throw RuleError(.longID(text.utf8.count, limit: Self.longestID), at: place)
        }
        return text
    }

    /// An ISO 639-1 code.
    func languageCode() throws(RuleError) -> LanguageCode {
        let text = try text()
        let code = LanguageCode(tag: text).flatMap { $0.isISO639 ? $0 : nil }
        guard let code, code.rawValue == text else {
            throw RuleError(.badLanguage(text, suggestion: code?.rawValue), at: place)
        }
        return code
    }

    /// One of the cases of an enum.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(
        of kind: String, _ choices: Choice.Type = Choice.self
    ) throws(RuleError) -> Choice {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue)
            throw RuleError(.unknown(kind, text, known: known), at: place)
        }
        return choice
    }

    func number(in range: ClosedRange<Double>) throws(RuleError) -> Double {
        let number = try number()
        guard range.contains(number) else {
            let bounds = (Self.plain(range.lowerBound), Self.plain(range.upperBound))
            throw RuleError(.outOfRange(try text(), from: bounds.0, to: bounds.1), at: place)
        }
        return number
    }

    func wholeNumber(in range: ClosedRange<Int>) throws(RuleError) -> Int {
        _ = try number()
        let text = try text()
        guard let number = Decimals.wholeNumber(text), range.contains(number) else {
            let bounds = (String(range.lowerBound), String(range.upperBound))
            throw RuleError(.outOfRange(text, from: bounds.0, to: bounds.1), at: place)
        }
        return number
    }

    /// `500ms`, `30s`, `5m`, `24h` or `2d`.
    func duration() throws(RuleError) -> Duration {
        let text = try text()
        let unit = text.drop { $0.isASCII && $0.isNumber }
        guard let count = Decimals.wholeNumber(text[..<unit.startIndex]) else {
            throw RuleError(.badDuration(text), at: place)
        }
        switch unit {
        case "ms": return .milliseconds(count)
        case "s": return .seconds(count)
        case "m": return .seconds(count * 60)
        case "h": return .seconds(count * 3_600)
        case "d": return .seconds(count * 86_400)
        default: throw RuleError(.badDuration(text), at: place)
        }
    }

    func durationAboveZero() throws(RuleError) -> Duration {
        let duration = try duration()
        guard duration > .zero else { throw RuleError(.zeroDuration, at: place) }
        return duration
    }

    /// - Parameter written: the bounds as a person writes them.
    func duration(
        in range: ClosedRange<Duration>, written: (from: String, to: String)
    ) throws(RuleError) -> Duration {
        let duration = try duration()
        guard range.contains(duration) else {
            throw RuleError(
                .durationOutOfRange(try text(), from: written.from, to: written.to), at: place)
        }
        return duration
    }

    /// `500KB`, `10MB` or a number of bytes; kilo is 1,000, as in the limits of feeds.
    func sizeInBytes(atMost limit: Int) throws(RuleError) -> Int {
        let text = try text()
        let unit = text.drop { $0.isASCII && $0.isNumber }
        let factors: [Substring: Int] = ["": 1, "KB": 1_000, "MB": 1_000_000]
        guard let count = Decimals.wholeNumber(text[..<unit.startIndex]),
            let factor = factors[unit], (1...limit).contains(count * factor)
        else { throw RuleError(.badSize(text, limitInMB: limit / 1_000_000), at: place) }
        return count * factor
    }

    func query(isNarrowing: Bool, macros: QueryMacros) throws(RuleError) -> Query {
        try QueryParser.parse(
            scalarText(), at: place, isNarrowing: isNarrowing, macros: macros)
    }

    /// What comes nearest to a text among the ids: `My Shop` becomes `my-shop`.
    static func id(like text: String) -> String? {
        let plain = text.folding(options: .diacriticInsensitive, locale: nil).lowercased()
            .replacing("ł", with: "l")
        let letters = plain.map { $0.utf8.allSatisfy(isPartOfID) ? $0 : "-" }
        let start = letters.drop { $0 == "-" || $0 == "_" }
        let end = start.reversed().prefix { $0 == "-" || $0 == "_" }.count
        let id = String(start.dropLast(end))
        return id.isEmpty ? nil : id
    }

    // MARK: - Private

    /// In signs.
    private static let longestID = 100

    private static func isPartOfID(_ byte: UInt8) -> Bool {
        byte.isSmallASCIILetter || byte.isASCIIDigit || "-_".utf8.contains(byte)
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}

extension LanguageCode {
    /// Whether it has a code in ISO 639-1, the one of two letters.
    package var isISO639: Bool { Self.known.contains(rawValue) }

    private static let known = Set(
        Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.count == 2 })
}
