package import Foundation

/// JSON as other programs rely on it: sorted snake_case keys, RFC 3339 times in UTC, absent instead
/// of null, the same value always the same bytes.
package enum ContractJSON {
    /// - Parameter isPretty: indented over several lines, for files that people open.
    package static func encode(_ value: some Encodable, isPretty: Bool = false) throws -> Data {
        Data(try bytes(of: value, isPretty: isPretty))
    }

    /// The same where it is large: a digest may have tens of megabytes, which are held once.
    package static func bytes(of value: some Encodable, isPretty: Bool = false) throws -> [UInt8] {
        try JSONWriter(value, isPretty: isPretty).bytes
    }

    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws
        -> Value
    {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let date = date(text) else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "'\(text)' is not an RFC 3339 time")
            }
            return date
        }
        return try decoder.decode(type, from: data)
    }

    /// RFC 3339 in UTC, whole seconds: `2026-11-22T06:00:00Z`.
    package static func timestamp(_ date: Date) -> String {
        UTCTimestamp.text(of: date) ?? date.formatted(.iso8601)
    }

    /// Reads RFC 3339 with `Z` or an offset, with or without fractions of a second.
    ///
    /// - Returns: `nil` for what is no time, and for one that no calendar or clock shows.
    package static func date(_ text: String) -> Date? {
        guard isShown(text), isWhole(text) else { return nil }
        let plain = Date.ISO8601FormatStyle(timeZoneSeparator: .colon)
        let fractional = Date.ISO8601FormatStyle(
            timeZoneSeparator: .colon, includingFractionalSeconds: true)
        // Which of the two forms it is can only be told by trying.
        return (try? plain.parse(text)) ?? (try? fractional.parse(text))
    }

    // MARK: - Private

    /// Whether there is such a day and time of day: what parses them would take 30 February for 2 March,
    /// and 25:00 for an hour of the next day.
    private static func isShown(_ text: String) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let numbers = text.utf8.prefix(19).split { !digits.contains($0) }.compactMap {
            Int(Substring($0))
        }
        // A year has four digits (RFC 3339 §5.6).
        guard numbers.count == 6, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else {
            return false
        }
        return (1...12).contains(numbers[1])
            && (1...days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
            && numbers[3] < 24 && numbers[4] < 60 && numbers[5] <= 60
    }

    /// Whether the year is written out and nothing stands behind the zone: what parses them would take
    /// `26-11-22` for a day of the year 26, and reads no further than the zone.
    private static func isWhole(_ text: String) -> Bool {
        let time = text.utf8.drop { $0 != UInt8(ascii: "T") }
        let zone = time.drop { !"Z+-".utf8.contains($0) }
        let offset = zone.dropFirst()
        let isWholeZone =
            zone.first == UInt8(ascii: "Z")
            ? offset.isEmpty
            : offset.count <= 5 && offset.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ":") }
        return isWholeZone && text.utf8.prefix(while: \.isDigit).count >= 4
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2:
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
                ? 29 : 28
        default: 31
        }
    }
}
