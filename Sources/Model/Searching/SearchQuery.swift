/// What a full-text index can look for, of what the query language can say.
package indirect enum SearchQuery: Hashable, Sendable {
    /// Something that stands in one place.
    package enum Term: Hashable, Sendable {
        /// Words side by side, or one.
        case phrase(String)
        /// Words that begin with these letters.
        case prefix(String)
    }

    case term(Term)
    /// At most `distance` words between them.
    case near(Term, Term, distance: Int)
    case all([SearchQuery])
    case any([SearchQuery])
    case without(SearchQuery, excluded: SearchQuery)
    case title(SearchQuery)

    /// Why a query cannot be searched for, and what to do.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    package init(_ query: Query) throws(Refusal) {
        switch query {
        case .phrase, .prefix:
            self = .term(try Term(query))
        case .near(let one, let other, let distance):
            self = .near(try Term(one), try Term(other), distance: distance)
        case .all(let parts):
            self = try Self.all(parts)
        case .any(let parts):
            var searched: [SearchQuery] = []
            for part in parts { searched.append(try SearchQuery(part)) }
            self = .any(searched)
        case .field(.title, let inner):
            self = .title(try SearchQuery(inner))
        case .field(.author, _):
            throw Refusal(description: "a search knows no 'author:'; use --author")
        case .field(.site, _):
            throw Refusal(description: "a search knows no 'site:'; use --source")
        case .field(.lang, _):
            throw Refusal(description: "a search knows no 'lang:'; use --language")
        case .caseSensitive(let word):
            throw Refusal(
                description: "a search cannot tell the case of '{\(word)}'; leave out the braces")
        case .not:
            throw Refusal(description: "NOT takes something away; say what from: `a NOT b`")
        }
    }

    // MARK: - Private

    private static func all(_ parts: [Query]) throws(Refusal) -> SearchQuery {
        var wanted: [SearchQuery] = []
        var excluded: [SearchQuery] = []
        for part in parts {
            if case .not(let inner) = part {
                excluded.append(try SearchQuery(inner))
            } else {
                wanted.append(try SearchQuery(part))
            }
        }
        guard let first = wanted.first else { return try SearchQuery(.not(parts[0])) }
        let found = wanted.count == 1 ? first : .all(wanted)
        return excluded.isEmpty ? found : .without(found, excluded: .any(excluded))
    }
}

extension SearchQuery.Term {
    fileprivate init(_ query: Query) throws(SearchQuery.Refusal) {
        switch query {
        case .phrase(let words): self = .phrase(words)
        case .prefix(let letters): self = .prefix(letters)
        default:
            throw SearchQuery.Refusal(
                description: "a search has NEAR between words, phrases and stem* alone")
        }
    }
}
