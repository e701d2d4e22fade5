import Model

/// A search in the syntax of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax), in which
/// every term is quoted, so that nothing in it can be wrong there.
struct FullTextQuery {
    let text: String

    init(_ query: SearchQuery) {
        text = Self.text(of: query)
    }

    // MARK: - Private

    private static func text(of query: SearchQuery) -> String {
        switch query {
        case .term(let term): text(of: term)
        case .near(let one, let other, let distance):
            "NEAR(\(text(of: one)) \(text(of: other)), \(distance))"
        case .all(let parts): joined(parts, " AND ")
        case .any(let parts): joined(parts, " OR ")
        case .without(let wanted, let excluded):
            "(\(text(of: wanted)) NOT \(text(of: excluded)))"
        case .title(let inner): "(title : (\(text(of: inner))))"
        }
    }

    private static func joined(_ parts: [SearchQuery], _ word: String) -> String {
        "(" + parts.map(text).joined(separator: word) + ")"
    }

    private static func text(of term: SearchQuery.Term) -> String {
        switch term {
        case .phrase(let words): quoted(words)
        case .prefix(let letters): quoted(letters) + "*"
        }
    }

    private static func quoted(_ words: String) -> String {
        "\"" + TextIndex.folded(words).replacing("\"", with: "\"\"") + "\""
    }
}

extension SearchQuery {
    /// Each term that an index can hold, as a phrase.
    static func phrases(_ terms: [String]) -> [SearchQuery] {
        terms.filter { $0.contains { $0.isLetter || $0.isNumber } }
            .map { .term(.phrase($0)) }
    }
}
