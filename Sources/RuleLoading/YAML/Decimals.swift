/// Numbers as people write them: digits, at most one point, perhaps a sign.
///
/// `Double` alone would take `nan`, `1e5` and `0x10` as well.
enum Decimals {
    static func number(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { $0.isASCIIDigit || ".-+".utf8.contains($0) }
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
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        return Int(text)
    }
}
