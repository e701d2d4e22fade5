package import Model
package import Tokenizing

/// Tells whether an entry meets a query, and where it says so.
///
/// - A term is looked for in title and text; `title:` looks only in the title, `author:` for whole
///   words in the author's name, `site:` at the host of the link, which must be the domain or lie
///   below it, `lang:` at the language.
/// - Case is ignored but for `{Case}`. A query typed in ASCII alone ignores diacritics too. In any other
///   a term of four letters or more is found in bare letters as well, in texts that are typed so.
/// - `NEAR` counts the words between two places of one field; marks are not counted.
package struct QueryMatcher: Sendable {
    private let root: QueryNode
    private let terms: QueryTerms

    /// - Parameter forms: Further forms of a term that count as the term, such as the case forms
    ///   of a brand's name.
    package init(_ query: Query, forms: @escaping (String) -> [TermPattern] = { _ in [] }) {
        var compiler = QueryCompiler(
            ignoresDiacritics: Diacritics.areAbsent(from: query), forms: forms)
        root = compiler.node(of: query)
        terms = compiler.terms
    }

    package func evaluate(_ text: QueriedText) -> QueryResult {
        switch outcome(in: text) {
        case .failure(let part): QueryResult(holds: false, evidence: [], failure: part)
        case .success(let places):
            QueryResult(holds: true, evidence: evidence(places, in: text), failure: nil)
        }
    }

    /// The part of the query that does not hold; `nil` when all is met.
    package func failure(in text: QueriedText) -> String? {
        switch outcome(in: text) {
        case .failure(let part): part
        case .success: nil
        }
    }

    // MARK: - Private

    private func outcome(in text: QueriedText) -> QueryNode.Outcome {
        root.outcome(in: text, terms.places(in: text))
    }

    private func evidence(_ places: [QueryPlace], in text: QueriedText) -> [QueryEvidence] {
        let evidence = places.compactMap { place -> QueryEvidence? in
            switch place.zone {
            case .title:
                QueryEvidence(
                    term: terms.written(place.term), field: .title,
                    range: text.title.scalarRange(place.words))
            case .text:
                QueryEvidence(
                    term: terms.written(place.term), field: .text,
                    range: text.text.scalarRange(place.words))
            case .author: nil
            }
        }
        return Set(evidence).sorted {
            ($0.field.order, $0.range.lowerBound, $0.range.upperBound, $0.term)
                < ($1.field.order, $1.range.lowerBound, $1.range.upperBound, $1.term)
        }
    }
}

extension TextField {
    fileprivate var order: Int {
        switch self {
        case .title: 0
        case .text: 1
        }
    }
}
