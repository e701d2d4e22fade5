/// Numbers as people write them: digits, at most one point, perhaps a sign.
///
/// `Double` alone would take `nan`, `1e5` and `0x10` as well.
enum Decimals {
    static func number(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { $0.isASCIIDigit || ".-+".utf8.contains($0) }
        return isPlain ? Double(text) : nil
    }

    /// The same of a text's bytes: nearly all are a few digits, read without a text of their own.
    static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? bytes.dropFirst() : bytes
        guard (1...mostDigits).contains(digits.count) else { return number(text(of: bytes)) }
        var whole = 0.0
        var divisor: Double?
        for byte in digits {
            if byte.isASCIIDigit {
                whole = whole * 10 + Double(byte - UInt8(ascii: "0"))
                divisor = divisor.map { $0 * 10 }
            } else if byte == UInt8(ascii: "."), divisor == nil {
                divisor = 1
            } else {
                return number(text(of: bytes))
            }
        }
        // A point wants digits on both sides here.
        guard digits.first != UInt8(ascii: "."), digits.last != UInt8(ascii: ".") else {
            return number(text(of: bytes))
        }
        // Both are whole numbers that a `Double` holds, so that the quotient is the nearest one to what
        // is written (IEEE 754 §4.3), as `Double` itself would read it.
        let value = whole / (divisor ?? 1)
        return isNegative ? -value : value
    }

    /// The number that somebody wrote with a comma, `0,5`, as it should be; `nil` for anything else.
    static func withPoint(_ text: String) -> String? {
        let parts = text.replacing("−", with: "-").split(
            separator: ",", omittingEmptySubsequences: false)
        let written = parts.joined(separator: ".")
        guard parts.count <= 2, written != text, number(written) != nil else { return nil }
        return written
    }

    /// Short enough for a person's file: up to nine digits and nothing else.
    static func wholeNumber(_ text: some StringProtocol) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        return Int(text)
    }

    // MARK: - Private

    /// With its point, of a number whose digits make a whole one below 2⁵³.
    private static let mostDigits = 15

    private static func text(of bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
