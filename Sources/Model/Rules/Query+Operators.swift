extension Query {
    /// What a word that stands for itself in quotes alone would be, were the query in another language
    /// or of another tool.
    package enum ForeignOperator: Hashable, Sendable {
        /// `LUB`, `oraz`: what the query language writes for it.
        case name(String)
        /// `NEAR5`, `ONEAR/5`, `W/5`.
        case distance
    }

    /// - Returns: `nil` for words that are words.
    package static func foreignOperator(_ word: String) -> ForeignOperator? {
        if let name = foreignNames[word] { return .name(name) }
        let lowercased = word.lowercased()
        let letters = lowercased.prefix { $0.isASCII && $0.isLetter }
        let rest = lowercased.dropFirst(letters.count)
        let digits = rest.drop { "/:~-".contains($0) }
        guard rest.first != nil, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        // W5 and pre5 are words, W/5 is none.
        let isDistance = nearNames.contains(String(letters)) && !digits.isEmpty
        let isOther =
            word.hasPrefix(letters.uppercased() + "/") && otherNames.contains(String(letters))
        return isDistance && !isNear(word) || isOther && !digits.isEmpty ? .distance : nil
    }

    // MARK: - Private

    private static func isNear(_ word: String) -> Bool {
        word.lowercased().hasPrefix("near/")
    }

    /// Of words that many texts have in small letters only the capitals are told.
    private static let foreignNames = [
        "LUB": "OR", "lub": "OR", "VAI": "OR", "vai": "OR", "ALBO": "OR", "ORAZ": "AND",
        "oraz": "AND", "UN": "AND", "I": "AND", "NIE": "NOT", "NE": "NOT",
    ]
    private static let nearNames = ["near", "onear", "znear"]
    private static let otherNames = ["w", "n", "pre", "adj", "within", "prox"]
}
