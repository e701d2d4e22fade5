import Model
import Tokenizing

/// A term of a query as patterns to be looked for.
struct QueryTerm: Sendable {
    private let written: String
    private let pattern: TermPattern
    private let forms: [TermPattern]
    /// The words in their own case, for a term in braces.
    private let cased: [String]?
    private let ignoresDiacritics: Bool

    init(
        _ term: String, forms: [TermPattern], isCaseSensitive: Bool, ignoresDiacritics: Bool
    ) {
        written = term
        pattern = TermPattern(term)
        self.forms = forms
        let words = Words(of: term)
        cased = isCaseSensitive ? words.indices.map { words.written($0) } : nil
        self.ignoresDiacritics = ignoresDiacritics && !isCaseSensitive
    }

    func places(in text: QueriedText, _ zone: QueryZone) -> [QueryPlace] {
        switch zone {
        case .title: places(in: text.title, zone)
        case .text: places(in: text.text, zone)
        case .author: places(in: Words(of: text.entry.author ?? ""), zone)
        }
    }

    // MARK: - Private

    private func places(in words: Words, _ zone: QueryZone) -> [QueryPlace] {
        words.indices.compactMap { start in
            end(in: words, from: start).map {
                QueryPlace(term: written, zone: zone, at: start..<$0, of: words)
            }
        }
    }

    private func end(in words: Words, from start: Int) -> Int? {
        let end = pattern.end(in: words, from: start) { step, index in
            step.accepts(words[index], of: words)
                || ignoresDiacritics
                    && Diacritics.matches(
                        words.foldedBytes[words[index].foldedRange], step.folded,
                        isStem: step.isStem)
        }
        if let end { return isInCase(words, start..<end) ? end : nil }
        return forms.lazy.compactMap { $0.end(in: words, from: start) }.max()
    }

    private func isInCase(_ words: Words, _ range: Range<Int>) -> Bool {
        guard let cased else { return true }
        return range.elementsEqual(cased) { words.written($0) == $1 }
    }
}
