import Model
import Tokenizing

/// The terms of a query, all looked for in one pass over a text's words.
struct QueryTerms: Sendable {
    private let ignoresDiacritics: Bool
    private var terms: [Term] = []
    /// The terms as they were typed, and in bare letters; by their numbers there the indices into the
    /// terms.
    private var typed = TermTrie()
    private var termsTyped: [(term: Int, isBare: Bool)] = []
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
        if typed.insert(TermPattern(term)) != nil { termsTyped.append((number, false)) }
        // Three letters are soon another word.
        if !ignoresDiacritics, !isCaseSensitive, term.filter(\.isLetter).count > 3,
            let bare = term.withoutAccents, typed.insert(TermPattern(bare)) != nil
        {
            termsTyped.append((number, true))
        }
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
        // Nearly no text has a term in bare letters, so that few are asked how they are typed.
        lazy var isBare = Diacritics.areRare(in: text.title, text.text)
        for zone in zones {
            switch zone {
            case .title: collect(from: text.title, zone, isBare, into: &found)
            case .text: collect(from: text.text, zone, isBare, into: &found)
            case .author:
                collect(from: Words(of: text.entry.author ?? ""), zone, isBare, into: &found)
            }
        }
        return QueryPlaces(found)
    }

    // MARK: - Private

    /// - Parameter isBare: Whether the text is typed in bare letters.
    private func collect(
        from words: Words, _ zone: QueryZone, _ isBare: @autoclosure () -> Bool,
        into found: inout [QueryPlace]
    ) {
        let folded = ignoresDiacritics ? Diacritics.removed(from: words) : words
        for match in typed.matches(in: folded) {
            let (term, needsBare) = termsTyped[match.term]
            guard needsBare ? isBare() : isInCase(term, match.words, of: words) else { continue }
            found.append(
                QueryPlace(
                    term: term, isForm: needsBare, zone: zone, at: match.words, of: words))
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
