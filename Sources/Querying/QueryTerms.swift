import Model
import Tokenizing

/// The terms of a query, all looked for in one pass over a text's words.
struct QueryTerms: Sendable {
    private let ignoresDiacritics: Bool
    private var terms: [Term] = []
    /// The terms as they were typed, and by their numbers there the indices into the terms.
    private var typed = TermTrie()
    private var termsTyped: [Int] = []
    /// The same of their further forms.
    private var forms = TermTrie()
    private var termsOfForms: [Int] = []
    /// What some term is looked for in.
    private var zones: [QueryZone] = []

    private struct Term: Sendable {
        let written: String
        /// The words in their own case, for a term in braces.
        let cased: [String]?
    }

    init(ignoresDiacritics: Bool) {
        self.ignoresDiacritics = ignoresDiacritics
    }

    /// Adds a term, for the places to be asked for under the number that comes back.
    ///
    /// - Parameter forms: Further forms that count where the term itself does not stand; not for
    ///   terms in braces.
    mutating func insert(
        _ term: String, in zones: [QueryZone], forms: [TermPattern], isCaseSensitive: Bool
    ) -> Int {
        let number = terms.count
        let words = Words(of: term)
        let cased = isCaseSensitive ? words.indices.map { words.written($0) } : nil
        terms.append(Term(written: term, cased: cased))
        if typed.insert(TermPattern(term)) != nil { termsTyped.append(number) }
        for form in forms where self.forms.insert(form) != nil { termsOfForms.append(number) }
        for zone in zones where !self.zones.contains(zone) { self.zones.append(zone) }
        return number
    }

    /// The term as the query has it.
    func written(_ number: Int) -> String {
        terms[number].written
    }

    func places(in text: QueriedText) -> QueryPlaces {
        var found: [QueryPlace] = []
        for zone in zones {
            switch zone {
            case .title: collect(from: text.title, zone, into: &found)
            case .text: collect(from: text.text, zone, into: &found)
            case .author: collect(from: Words(of: text.entry.author ?? ""), zone, into: &found)
            }
        }
        return QueryPlaces(found)
    }

    // MARK: - Private

    private func collect(from words: Words, _ zone: QueryZone, into found: inout [QueryPlace]) {
        let folded = ignoresDiacritics ? Diacritics.removed(from: words) : words
        for match in typed.matches(in: folded) {
            let term = termsTyped[match.term]
            guard isInCase(term, match.words, of: words) else { continue }
            found.append(QueryPlace(term: term, zone: zone, at: match.words, of: words))
        }
        guard !termsOfForms.isEmpty else { return }
        for match in forms.matches(in: words) {
            found.append(
                QueryPlace(
                    term: termsOfForms[match.term], isForm: true, zone: zone, at: match.words,
                    of: words))
        }
    }

    private func isInCase(_ term: Int, _ range: Range<Int>, of words: Words) -> Bool {
        guard let cased = terms[term].cased else { return true }
        return range.elementsEqual(cased) { words.written($0) == $1 }
    }
}
