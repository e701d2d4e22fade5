import Model
import Tokenizing

/// Keywords that are names, "Skaistā iela", a title in quotation marks; praise that such marks doubt; and
/// ratings that are none.
extension ToneWeigher {
    /// Whether words stand with a capital where a name does, or in a title.
    ///
    /// The first word of a sentence has a capital anyhow: "Terrible hotel" is no name, "Laba iela 5" is.
    /// Nor is what follows a brand or another term: "Kavka Lieliska kafija", "Bardzo Dobra obsługa".
    func isName(_ words: Range<Int>, isBehindCue: Bool) -> Bool {
        let index = words.lowerBound
        let word = reading.words[index]
        guard word.kind == .word else { return false }
        if layout.hasQuotes, isInTitle(index) { return true }
        guard word.isCapitalized, !word.isUppercase else { return false }
        if isPlace(words.upperBound, beside: index) {
            if isInSentence(index - 1, of: index) || isNumber(words.upperBound + 1, beside: index) {
                return true
            }
        }
        if isPlace(index - 1, beside: index) { return true }
        // "Ul. Wesoła"
        if isMark(index - 1, beside: index), isPlace(index - 2, beside: index) { return true }
        guard vocabulary.grammar.capitalsAreNames, index > 0, !isBehindCue else { return false }
        let before = reading.words[index - 1]
        let isBehindPlainWord =
            before.kind == .word && !before.isUppercase && !reading.isName(index - 1)
            && reading.isInSentence(index - 1, of: index)
        return isBehindPlainWord && !isInTitleCase(index)
    }

    /// Whether one word stands in quotation marks before what it is said of, where those doubt: „miła” obsługa;
    /// everywhere behind a brand's name: Kawka's "fresh" milk.
    func isDoubted(_ words: Range<Int>) -> Bool {
        guard layout.hasQuotes, words.count == 1 else { return false }
        let (opening, closing) = (words.lowerBound - 1, words.upperBound)
        guard vocabulary.grammar.quotesDoubt || isBehindName(opening) else { return false }
        guard isInSentence(opening, of: closing - 1), reading.words.isQuote(opening),
            isInSentence(closing, of: closing - 1), reading.words.isQuote(closing),
            isInSentence(closing + 1, of: closing - 1), reading.words[closing + 1].kind == .word
        else { return false }
        // „Dziękuję” to ačiū; zaznaczyłam „polecam” w ankiecie.
        let (next, grammar) = (reading.words.folded(closing + 1), vocabulary.grammar)
        return !grammar.referringWords.contains(next) && !grammar.prepositions.contains(next)
    }

    /// Whether a brand's name stands right before a word, with `'s` or without.
    private func isBehindName(_ word: Int) -> Bool {
        guard word > 0 else { return false }
        if reading.isName(word - 1) { return true }
        return word > 1 && reading.words.folded(word - 1) == "s" && reading.isName(word - 2)
    }

    /// Whether a rating says how many of some people: "9 out of 10 customers", "8 na 10 osób".
    func isShare(_ words: Range<Int>) -> Bool {
        let next = words.upperBound
        guard reading.allFunctions.contains(.counted),
            isNumber(words.lowerBound, beside: words.lowerBound),
            isInSentence(next, of: words.lowerBound)
        else { return false }
        return reading.functions[next].contains(.counted)
    }

    // MARK: - Private

    /// Words between the quotation marks of a title, and the other words that its sentence has.
    private static let longestTitle = 6
    /// "W", "nie", "un", which stay small in a title.
    private static let mostLettersOfParticle = 3
    private static let fewestWordsOfTitle = 4
    /// With marks.
    private static let mostWordsOfTitle = 40

    /// Whether All The Words Of A Sentence Have Capitals, but for one short word in three.
    private func isInTitleCase(_ index: Int) -> Bool {
        let words = layout.words(of: layout.sentence(at: index))
        guard words.count <= Self.mostWordsOfTitle else { return false }
        var (capitals, others) = (0, 0)
        for word in words {
            guard reading.words[word].kind == .word, !reading.isName(word) else { continue }
            if reading.words[word].isCapitalized {
                capitals += 1
            } else if reading.words[word].range.count > Self.mostLettersOfParticle {
                return false
            } else {
                others += 1
            }
        }
        return capitals >= Self.fewestWordsOfTitle && capitals >= 2 * others
    }

    private func isPlace(_ index: Int, beside other: Int) -> Bool {
        isInSentence(index, of: other) && reading.functions[index].contains(.place)
    }

    private func isNumber(_ index: Int, beside other: Int) -> Bool {
        isInSentence(index, of: other) && reading.words.isNumber(index)
    }

    private func isMark(_ index: Int, beside other: Int) -> Bool {
        isInSentence(index, of: other) && reading.words[index].kind == .mark
    }

    private func isInSentence(_ index: Int, of other: Int) -> Bool {
        reading.words.indices.contains(index) && reading.isInSentence(index, of: other)
    }

    /// Between quotation marks, which begin with a capital and are not all that the sentence says.
    private func isInTitle(_ index: Int) -> Bool {
        let words = reading.words
        let before = max(0, index - Self.longestTitle)..<index
        let behind = index + 1..<min(words.count, index + 1 + Self.longestTitle)
        guard let opening = before.last(where: { words.isQuote($0) }),
            isInSentence(opening, of: index),
            words[opening + 1].isCapitalized, !words[opening + 1].isUppercase,
            !words[opening + 1].followsSpace,
            let closing = behind.first(where: { words.isQuote($0) }),
            isInSentence(closing, of: index)
        else { return false }
        let whole = layout.words(of: layout.sentence(at: index))
        return words.numbers(whole).count > words.numbers(opening..<closing).count
    }
}
