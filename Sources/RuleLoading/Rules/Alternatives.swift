import Model

/// The words of a row of a lexicon, or of a keyword of a category, each of which may be several parted by
/// `|`: `apka|strona klękła|leży` stands for four phrases.
///
/// A `|` parts alternatives if each part of its word can be one: a word or stem, `apk*|aplikacj*`, an emoji, or
/// two marks or more, `:)|:(`. All other words with a `|` are emoticons, `:|` and `8-|`, but for slips.
struct Alternatives {
    static let sign = UInt8(ascii: "|")
    /// How many terms one row may stand for.
    static let limit = 4096

    private typealias Word = ArraySlice<UInt8>

    /// By position in the row: what may stand there.
    private var positions: [[Word]] = []
    /// How many terms there are.
    private var count = 1

    /// - Parameter row: UTF-8, with a word in it at least.
    init(in row: ArraySlice<UInt8>, at place: FileLocation) throws(RuleError) {
        for word in row.split(separator: UInt8(ascii: " ")) {
            let alternatives = try Self.alternatives(of: word, at: place)
            count *= alternatives.count
            guard count <= Self.limit else {
                throw RuleError(.alternatives(.tooMany(limit: Self.limit)), at: place)
            }
            positions.append(alternatives)
        }
    }

    /// Every choice once, the last word changing first.
    var terms: [String] {
        var terms: [String] = []
        terms.reserveCapacity(count)
        var term: [UInt8] = []
        for number in 0..<count {
            term.removeAll(keepingCapacity: true)
            // The words are the digits of the number.
            var (rest, size) = (number, count)
            for words in positions {
                size /= words.count
                if !term.isEmpty { term.append(UInt8(ascii: " ")) }
                term += words[rest / size]
                rest %= size
            }
            terms.append(String(decoding: term, as: UTF8.self))
        }
        return terms
    }

    // MARK: - Private

    private static func alternatives(of word: Word, at place: FileLocation) throws(RuleError)
        -> [Word]
    {
        let text = String(decoding: word, as: UTF8.self)
        guard word.contains(sign) else {
            try check(text, at: place)
            return [word]
        }
        let parts = word.split(separator: sign, omittingEmptySubsequences: false)
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        guard texts.allSatisfy(canBeAlternative) else {
            guard !isSlip(texts) else {
                throw RuleError(.alternatives(.misplacedSign(text)), at: place)
            }
            try check(text, at: place)
            return [word]
        }
        var seen = Set<String>(minimumCapacity: texts.count)
        for alternative in texts {
            try check(alternative, at: place)
            guard seen.insert(Term.inSmallLetters(alternative)).inserted else {
                throw RuleError(.alternatives(.twice(alternative, in: text)), at: place)
            }
        }
        return parts
    }

    private static func check(_ word: String, at place: FileLocation) throws(RuleError) {
        if let mistake = Term.mistake(inTone: word) { throw RuleError(mistake, at: place) }
    }

    /// No emoticon with a `|` is known that has two marks on each side of it.
    private static func canBeAlternative(_ part: String) -> Bool {
        part.count > 1 || Term.canBeFound(part)
    }

    /// `apka|` with nothing behind it, `apka|)`, and a `|` between spaces: an emoticon has one letter beside a
    /// `|`, `B|`, or a mark, `8-|`.
    private static func isSlip(_ parts: [String]) -> Bool {
        parts.allSatisfy(\.isEmpty)
            || parts.contains { part in
                part.count > 1 && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "*" }
            }
    }
}
