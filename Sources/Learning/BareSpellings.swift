import Tokenizing

/// What a word may stand for in a text that is typed without accents: `dziala` for `działa`.
///
/// As rules read such a text: a learnt term counts there in bare letters, too.
struct BareSpellings {
    /// By what is typed, in the order of their code points.
    private let accented: [String: [String]]

    init(of terms: some Sequence<String>) {
        var accented: [String: [String]] = [:]
        for term in terms.sorted() {
            if let bare = term.bareSpelling { accented[bare, default: []].append(term) }
        }
        self.accented = accented
    }

    /// Terms of a text typed so, with those that they may stand for.
    func completing(_ terms: Set<String>) -> Set<String> {
        guard !accented.isEmpty else { return terms }
        return terms.union(terms.flatMap { accented[$0] ?? [] })
    }
}
