/// Numbers as people write them: digits, at most one point, perhaps a sign.
///
/// `Double` alone would take `nan`, `1e5` and `0x10` as well.
enum Decimals {
    static func number(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): true
            default: false
            }
        }
        return isPlain ? Double(text) : nil
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
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
        return Int(text)
    }

    // MARK: - Private

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
