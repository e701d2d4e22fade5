package import Foundation

/// JSON as other programs rely on it: sorted snake_case keys, RFC 3339 times in UTC, absent instead
/// of null, the same value always the same bytes.
package enum ContractJSON {
    /// - Parameter isPretty: indented over several lines, for files that people open.
    package static func encode(_ value: some Encodable, isPretty: Bool = false) throws -> Data {
        Data(JSONWriter(try EncodedJSON(value), isPretty: isPretty).bytes)
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
    package static func date(_ text: String) -> Date? {
        let plain = Date.ISO8601FormatStyle(timeZoneSeparator: .colon)
        let fractional = Date.ISO8601FormatStyle(
            timeZoneSeparator: .colon, includingFractionalSeconds: true)
        // Which of the two forms it is can only be told by trying.
        return (try? plain.parse(text)) ?? (try? fractional.parse(text))
    }
}
