import Model
import Reporting
import Tokenizing

/// What a single term can and cannot find.
struct TermLint {
    private let term: String

    init(_ term: String) {
        self.term = term
    }

    /// As texts are searched for it; made anew each time.
    var pattern: TermPattern { TermPattern(term) }

    /// A finding for a term that is cut into words differently than any text that has it.
    func finding(at place: FileLocation) -> RuleFinding? {
        guard !findsItself else { return nil }
        let reason =
            hasStarInside
            ? "since '*' stands for letters at the end of a word only; write it there, or each "
                + "spelling of its own"
            : "since texts are cut into words otherwise; write the words as they stand in a text"
        return RuleFinding(
            .unreachableTerm, .error, "'\(term)' can never be found, \(reason)", at: place)
    }

    /// Why nearly every text has the term, as the end of a sentence that begins with it; `nil` if that
    /// is not so.
    var broadness: String? {
        let steps = pattern.steps
        guard steps.count == 1, let step = steps.first else { return nil }
        let word = String(decoding: step.folded, as: UTF8.self)
        guard word.allSatisfy(\.isLetter) else { return nil }
        switch (word.count, step.isStem) {
        case (1, false): return "is one letter"
        case (...2, true): return "stands for every word that begins with '\(word)'"
        default: return !step.isStem && StopWords.all.contains(word) ? "is in most texts" : nil
        }
    }

    // MARK: - Private

    private var hasStarInside: Bool {
        term.split(separator: " ").contains { word in
            word.dropLast().contains("*") && word.contains { $0.isLetter || $0.isNumber }
        }
    }

    private var findsItself: Bool {
        // Most terms, told without another look at their letters.
        if TermPattern.isPlain(term) { return true }
        let words = Words(of: term)
        let pattern = TermPattern(words)
        let text = term.split(separator: " ").map { $0.hasSuffix("*") ? $0.dropLast() : $0 }
            .joined(separator: " ")
        if isOneWord(pattern, of: text) { return true }
        var trie = TermTrie()
        guard trie.insert(pattern) != nil else { return false }
        return !trie.matches(in: Words(of: text)).isEmpty
            || !trie.matches(in: words).isEmpty
    }

    /// Whether the term is one word or stem, and the text is that word.
    private func isOneWord(_ pattern: TermPattern, of text: String) -> Bool {
        guard pattern.steps.count == 1 else { return false }
        let words = Words(of: text)
        return words.count == 1 && words[0].kind == .word
            && words.foldedBytes[words[0].foldedRange].elementsEqual(pattern.steps[0].folded)
    }
}
