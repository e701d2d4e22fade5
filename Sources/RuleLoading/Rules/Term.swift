/// A keyword: a word, `stem*`, or a phrase of words each of which may end in `*`.
enum Term {
    /// Why a keyword can never be found as its author meant it; `nil` if it can.
    static func mistake(in term: String) -> Mistake? {
        guard canBeFound(term) else { return .neverMatches(term) }
        return misplacedStar(in: term) { !isStem($0) }
    }

    /// The same for a term of a lexicon, or a learnt one, which may be an emoticon such as `:*`.
    static func mistake(inTone term: String) -> Mistake? {
        misplacedStar(in: term) { word in
            guard let star = word.firstIndex(of: "*") else { return false }
            return star == word.startIndex
                || hasLetterOrDigit(word[..<star]) && hasLetterOrDigit(word[star...])
        }
    }

    /// Whether a word ends in its only star.
    static func isStem(_ word: some StringProtocol) -> Bool {
        word.last == "*" && !word.dropLast().contains("*") && hasLetterOrDigit(word)
    }

    /// Whether a text has more in it than marks, which a query and a list of keywords do not look for.
    static func canBeFound(_ text: some StringProtocol) -> Bool {
        hasLetterOrDigit(text)
            || text.unicodeScalars.contains {
                // As the tokenizer tells an emoji from a mark.
                $0.properties.isEmojiPresentation || $0.value > 0xFF && $0.properties.isEmoji
            }
    }

    static func hasLetterOrDigit(_ text: some StringProtocol) -> Bool {
        // Nearly all begin with one of ASCII's, told without a look at Unicode's properties.
        if let first = text.utf8.first, (first | 0x20) &- 0x61 < 26 { return true }
        return text.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }

    /// A term as it is compared with others.
    static func inSmallLetters(_ term: String) -> String {
        hasSmallLettersAlone(term) ? term : term.lowercased()
    }

    // MARK: - Private

    /// Whether a term has nothing but signs and small letters of ASCII, Latin-1 and Latin Extended-A, as
    /// nearly all have: told without a look at Unicode's properties.
    private static func hasSmallLettersAlone(_ term: String) -> Bool {
        let bytes = term.utf8.span
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case 0x41...0x5A: return false
            case ..<0x80: place += 1
            case 0xC3...0xC5:
                // Of two bytes, U+00C0 to U+017F.
                guard isSmall[Int(byte - 0xC3) << 6 | Int(bytes[place + 1] & 0x3F)] else {
                    return false
                }
                place += 2
            default: return false
            }
        }
        return true
    }

    /// Whether each scalar from U+00C0 to U+017F is its own small letter.
    private static let isSmall: [Bool] = (0xC0..<0x180 as Range<UInt32>).map { number in
        Unicode.Scalar(number).map { $0.properties.lowercaseMapping == String($0) } ?? false
    }

    private static func misplacedStar(
        in term: String, isWrong: (Substring) -> Bool
    ) -> Mistake? {
        guard term.utf8.contains(UInt8(ascii: "*")), !hasStarsBehindWordsAlone(term) else {
            return nil
        }
        let words = term.split(separator: " ")
        let wrong = words.first { $0.contains("*") && hasLetterOrDigit($0) && isWrong($0) }
        return wrong.map { .misplacedStar(String($0)) }
    }

    /// Whether each star is the one star of its word and ends it, as it should.
    private static func hasStarsBehindWordsAlone(_ term: String) -> Bool {
        let (star, space) = (UInt8(ascii: "*"), UInt8(ascii: " "))
        let bytes = term.utf8.span
        for place in bytes.indices where bytes[place] == star {
            let isFirst = place == 0 || bytes[place - 1] == space || bytes[place - 1] == star
            guard !isFirst, place + 1 == bytes.count || bytes[place + 1] == space else {
                return false
            }
        }
        return true
    }
}
