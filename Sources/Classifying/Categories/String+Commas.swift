extension String {
    /// A phrase with a comma before each word, but the first, that has none and takes one; `nil` where
    /// there is no such.
    func withCommas(before words: Set<String>) -> String? {
        guard !words.isEmpty, contains(" ") else { return nil }
        var spelled = ""
        var hasMore = false
        for word in split(separator: " ") {
            if !spelled.isEmpty {
                let takesComma = words.contains(String(word)) && spelled.last?.isLetter ?? false
                spelled += takesComma ? ", " : " "
                hasMore = hasMore || takesComma
            }
            spelled += word
        }
        return hasMore ? spelled : nil
    }
}
