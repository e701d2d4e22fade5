/// A keyword: a word, `stem*`, or a phrase of words each of which may end in `*`.
enum Term {
    /// Why a keyword can never be found as its author meant it; `nil` if it can.
    static func mistake(in term: String) -> Mistake? {
        hasLetterOrDigit(term) ? misplacedStar(in: term) : .neverMatches(term)
    }

    /// A word with its star inside or before it; `nil` if there is none.
    ///
    /// A star without a letter, as in the emoticon `:*`, is a sign like any other.
    static func misplacedStar(in term: String) -> Mistake? {
        guard term.utf8.contains(UInt8(ascii: "*")) else { return nil }
        let words = term.split(separator: " ")
        let wrong = words.first { $0.contains("*") && hasLetterOrDigit($0) && !isStem($0) }
        return wrong.map { .misplacedStar(String($0)) }
    }

    /// Whether a word ends in its only star.
    static func isStem(_ word: some StringProtocol) -> Bool {
        word.last == "*" && !word.dropLast().contains("*") && hasLetterOrDigit(word)
    }

    static func hasLetterOrDigit(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }
}
