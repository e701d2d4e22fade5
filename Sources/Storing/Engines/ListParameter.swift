import Foundation

/// A list as the value of one place of a statement: `author IN (\(ListParameter.texts))`.
///
/// A place for each of its values would make a statement of its own for every length, more places than
/// either engine takes (65,535 on a server), and of an empty list `IN ()`, which PostgreSQL does not know.
enum ListParameter {
    /// A query for the values of a list of texts.
    static let texts = "SELECT value FROM json_each(?)"
    /// A query for the values of a list of numbers.
    static let numbers = "SELECT CAST(value AS BIGINT) FROM json_each(?)"

    static func of(_ texts: some Sequence<String>) throws -> String {
        // A server's texts hold no NUL, nor do those of a list.
        let plain = texts.map { $0.utf8.contains(0) ? $0.replacing("\0", with: "\u{FFFD}") : $0 }
        return String(decoding: try JSONEncoder().encode(plain), as: UTF8.self)
    }

    static func of(_ numbers: some Sequence<Int64>) -> String {
        "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
    }
}
