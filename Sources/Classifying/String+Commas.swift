extension String {
    /// A phrase with a comma before each word, but the first, that has none and takes one; `nil` where
    /// there is no such.
    ///
    /// Of two such words side by side only the first takes it: "nic, co by".
    func withCommas(before words: Set<String>) -> String? {
        let space = UInt8(ascii: " ")
        guard !words.isEmpty, utf8.contains(space) else { return nil }
        let parts = utf8.split(separator: space).map { String(Substring($0)) }
        guard parts.dropFirst().contains(where: words.contains) else { return nil }
        var spelled = ""
        var hasMore = false
        var isAfterComma = false
        for part in parts {
            if !spelled.isEmpty {
                isAfterComma =
                    words.contains(part) && !isAfterComma && spelled.last?.isLetter ?? false
                spelled += isAfterComma ? ", " : " "
                hasMore = hasMore || isAfterComma
            }
            spelled += part
        }
        return hasMore ? spelled : nil
    }
}
