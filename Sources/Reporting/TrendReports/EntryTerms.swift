import Model
import Tokenizing

/// The words and two-word phrases of an entry, each once, brand names and stop words left out.
struct EntryTerms {
    private(set) var words: Set<String> = []
    private(set) var phrases: Set<String> = []

    init(_ entry: HeardEntry) {
        add(entry.title ?? "", names: names(in: entry, .title))
        add(entry.text, names: names(in: entry, .text))
    }

    // MARK: - Private

    private func names(in entry: HeardEntry, _ field: TextField) -> [Range<Int>] {
        entry.tags.mentions.map(\.mention).filter { $0.field == field }.map(\.range)
    }

    /// A mark, a stop word, a name or the end of a sentence parts a phrase.
    private mutating func add(_ text: String, names: [Range<Int>]) {
        let all = Words(of: text)
        var last: (term: String, sentence: Int)?
        for (index, word) in all.enumerated() {
            let term = all.folded(index)
            guard word.kind == .word || word.kind == .hashtag, isContent(term),
                !names.contains(where: word.range.overlaps)
            else {
                last = nil
                continue
            }
            words.insert(term)
            if let last, last.sentence == word.sentence {
                phrases.insert("\(last.term) \(term)")
            }
            last = (term, word.sentence)
        }
    }

    private func isContent(_ term: String) -> Bool {
        term.count >= 3 && term.contains(where: \.isLetter) && !StopWords.all.contains(term)
    }
}
