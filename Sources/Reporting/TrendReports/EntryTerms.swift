import Model
import Tokenizing

/// The words and two-word phrases of an entry's text, each once, brand names and stop words left
/// out.
///
/// Titles are left out: in a forum the answers repeat them, whatever they say themselves.
struct EntryTerms {
    private(set) var words: Set<String> = []
    private(set) var phrases: Set<String> = []

    init(_ entry: HeardEntry) {
        let names = entry.tags.mentions.map(\.mention).filter { $0.field == .text }.map(\.range)
        let all = Words(of: entry.text)
        var last: Last?
        for (index, word) in all.enumerated() {
            if Negators.isCut(all, before: index) { continue }
            let term = all.folded(index)
            last =
                Negators.isCut(all, before: index + 1)
                ? Last(term: term + "'t", sentence: word.sentence, isNegator: true)
                : add(word, term, after: last, names: names)
        }
    }

    // MARK: - Private

    private struct Last {
        let term: String
        let sentence: Int
        let isNegator: Bool
    }

    /// Adds a word, and the phrase that it ends.
    ///
    /// A mark, a stop word, a name or the end of a sentence parts a phrase. A negated word is none
    /// by itself: “działa” says the opposite of “nie działa”.
    ///
    /// - Returns: what a phrase may go on from.
    private mutating func add(
        _ word: Word, _ term: String, after last: Last?, names: [Range<Int>]
    ) -> Last? {
        guard word.kind == .word || word.kind == .hashtag,
            !names.contains(where: word.range.overlaps)
        else { return nil }
        if Negators.contain(term) {
            return Last(term: term, sentence: word.sentence, isNegator: true)
        }
        guard isContent(term) else { return nil }
        let before = last.flatMap { $0.sentence == word.sentence ? $0 : nil }
        if let before { phrases.insert("\(before.term) \(term)") }
        if let before, before.isNegator { return nil }
        words.insert(term)
        return Last(term: term, sentence: word.sentence, isNegator: false)
    }

    private func isContent(_ term: String) -> Bool {
        term.count >= 3 && term.contains(where: \.isLetter) && !StopWords.all.contains(term)
    }
}

/// Words that turn the one behind them into its opposite, in the languages we read.
private enum Negators {
    static func contain(_ term: String) -> Bool { all.contains(term) }

    /// Whether an apostrophe cuts a word like “doesn’t” before this one, its `t`.
    static func isCut(_ words: Words, before index: Int) -> Bool {
        guard index > 0, index < words.endIndex, !words[index].followsSpace,
            words[index].range.lowerBound == words[index - 1].range.upperBound + 1
        else { return false }
        return words.folded(index) == "t" && words.folded(index - 1).hasSuffix("n")
    }

    private static let all: Set = ["nie", "ne", "nav", "not"]
}
