import Model
import Tokenizing

/// Turns a query, as it was typed, into what is evaluated on every text.
struct QueryCompiler {
    private let forms: (String) -> [TermPattern]
    /// The terms met so far.
    private(set) var terms: QueryTerms

    /// - Parameter forms: Further forms of a term that count as the term.
    init(ignoresDiacritics: Bool, forms: @escaping (String) -> [TermPattern]) {
        self.forms = forms
        terms = QueryTerms(ignoresDiacritics: ignoresDiacritics)
    }

    /// - Parameter field: What the query around this part says its terms are about.
    mutating func node(of query: Query, in field: Query.Field? = nil) -> QueryNode {
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
        let isField = if case .field = query { true } else { false }
        return QueryNode(
            written: query.written, writtenSingly: query.single, isField: isField,
            condition: condition)
    }

    // MARK: - Private

    private mutating func leaf(
        _ term: String, in field: Query.Field?, isCaseSensitive: Bool = false
    ) -> QueryNode.Condition {
        switch field {
        case .site: .site(DomainName.sameForAllSpellings(of: term))
        case .lang: .language(LanguageCode(tag: term))
        case nil: self.term(term, in: [.title, .text], isCaseSensitive)
        case .title: self.term(term, in: [.title], isCaseSensitive)
        case .author: self.term(term, in: [.author], isCaseSensitive)
        }
    }

    private mutating func term(
        _ term: String, in zones: [QueryZone], _ isCaseSensitive: Bool
    ) -> QueryNode.Condition {
        let number = terms.insert(
            term, in: zones, forms: isCaseSensitive ? [] : forms(term),
            isCaseSensitive: isCaseSensitive)
        return .term(number, in: zones)
    }
}
