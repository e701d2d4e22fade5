/// A condition on a text, in the query language of the field (Brandwatch and Lucene style).
///
/// Words match whole words without regard to case or, for a query typed without them, diacritics.
package indirect enum Query: Hashable, Sendable {
    /// A whole word, or several that stand side by side: `"boża krówka"`.
    case phrase(String)
    /// Words that begin with these letters: `owad*`.
    case prefix(String)
    /// The same letters in the same case: `{Orange}`.
    case caseSensitive(String)
    /// At most `distance` words between a place of one and a place of the other: `a NEAR/5 b`.
    case near(Query, Query, distance: Int)
    case all([Query])
    case any([Query])
    case not(Query)
    /// `title:`, `author:`, `site:` or `lang:` before a term.
    case field(Field, Query)

    package enum Field: String, Sendable, CaseIterable {
        case title, author, site, lang
    }
}

extension Query {
    /// Whether a part of it is about the field.
    package func has(field: Field) -> Bool {
        switch self {
        case .phrase, .prefix, .caseSensitive: false
        case .near(let one, let other, _): one.has(field: field) || other.has(field: field)
        case .all(let parts), .any(let parts): parts.contains { $0.has(field: field) }
        case .not(let part): part.has(field: field)
        case .field(let own, let part): own == field || part.has(field: field)
        }
    }
}
