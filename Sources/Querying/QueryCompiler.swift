import Model
import Tokenizing

/// Turns a query, as it was typed, into what is evaluated on every text.
struct QueryCompiler {
    let ignoresDiacritics: Bool
    let forms: (String) -> [TermPattern]

    /// - Parameter field: What the query around this part says its terms are about.
    func node(of query: Query, in field: Query.Field? = nil) -> QueryNode {
        let condition: QueryNode.Condition =
            switch query {
            case .phrase(let term): leaf(term, in: field)
            case .prefix(let stem): leaf(stem.hasSuffix("*") ? stem : stem + "*", in: field)
            case .caseSensitive(let term): leaf(term, in: field, isCaseSensitive: true)
            case .near(let one, let other, let distance):
                .near(node(of: one, in: field), node(of: other, in: field), distance: distance)
            case .all(let parts): .all(parts.map { node(of: $0, in: field) })
            case .any(let parts): .any(parts.map { node(of: $0, in: field) })
            case .not(let part): .not(node(of: part, in: field))
            case .field(let inner, let part): node(of: part, in: inner).condition
            }
        return QueryNode(written: query.written, condition: condition)
    }

    // MARK: - Private

    private func leaf(
        _ term: String, in field: Query.Field?, isCaseSensitive: Bool = false
    ) -> QueryNode.Condition {
        switch field {
        case .site: .site(term.lowercased())
        case .lang: .language(LanguageCode(tag: term))
        case nil: .term(queryTerm(term, isCaseSensitive), in: [.title, .text])
        case .title: .term(queryTerm(term, isCaseSensitive), in: [.title])
        case .author: .term(queryTerm(term, isCaseSensitive), in: [.author])
        }
    }

    private func queryTerm(_ term: String, _ isCaseSensitive: Bool) -> QueryTerm {
        QueryTerm(
            term, forms: isCaseSensitive ? [] : forms(term), isCaseSensitive: isCaseSensitive,
            ignoresDiacritics: ignoresDiacritics)
    }
}
