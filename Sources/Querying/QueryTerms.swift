import Model
import Tokenizing

/// The terms of a query, all looked for in one pass over a text's words.
struct QueryTerms: Sendable {
    private let ignoresDiacritics: Bool
    private var terms: [Term] = []
    /// The terms as they were typed; values are indices into the terms, as are those of `forms`.
    private var index = TermIndex<Int>()
    private var forms = TermIndex<Int>()
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
        index.insert(TermPattern(term), number)
        for form in forms { self.forms.insert(form, number) }
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
        for match in index.matches(in: folded) where isInCase(match, words) {
            found.append(
                QueryPlace(term: match.value, zone: zone, at: match.words, of: words))
        }
        guard forms.count > 0 else { return }
        for match in forms.matches(in: words) {
            found.append(
                QueryPlace(
                    term: match.value, isForm: true, zone: zone, at: match.words, of: words))
        }
    }

    private func isInCase(_ match: TermIndex<Int>.Match, _ words: Words) -> Bool {
        guard let cased = terms[match.value].cased else { return true }
        return match.words.elementsEqual(cased) { words.written($0) == $1 }
    }
}
