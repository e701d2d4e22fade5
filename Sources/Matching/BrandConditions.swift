import Model
import Querying
import Tokenizing

/// What an entry must meet, besides naming the brand.
struct BrandConditions: Sendable {
    let id: Brand.ID
    private let query: QueryMatcher?
    private let context: ContextCondition?
    let certainty: MentionCertainty
    /// Whether the query asks for the language.
    let asksForLanguage: Bool
    private let isFoundAsHashtag: Bool
    private let isFoundJoined: Bool
    /// Hashtags that do not count though their words do, folded.
    private let struckHashtags: Set<String>

    /// - Parameter names: For a brand with a query, all forms of its names: a name in the query stands
    ///   for all of its forms.
    init(_ brand: Brand, names: [TermPattern]) {
        id = brand.id
        asksForLanguage = brand.query?.has(field: .lang) ?? false
        isFoundAsHashtag = brand.isFoundAsHashtag
        isFoundJoined = brand.isFoundWithoutAccents
        let struck = brand.struckForms.filter { $0.hasPrefix("#") }.map { Words(of: $0) }
        struckHashtags = Set(struck.filter { !$0.isEmpty }.map { $0.folded(0) })
        certainty = MentionCertainty(of: brand)
        context = brand.context.map { ContextCondition($0, of: brand) }
        query = brand.query.map { query in
            let own = Set(brand.names.map { TermPattern($0) })
            return QueryMatcher(query) { own.contains(TermPattern($0)) ? names : [] }
        }
    }

    /// Whether a name may count that is written so; a hashtag need not be one that the rules list.
    func takes(_ match: NameMatch, in words: Words) -> Bool {
        switch match.writing {
        case .asListed, .respelled, .inCapitals: true
        case .joined: isFoundJoined
        case .hashtag, .joinedHashtag:
            isFoundAsHashtag
                && (struckHashtags.isEmpty
                    || !struckHashtags.contains(words.folded(match.words.lowerBound)))
        }
    }

    var hasConditions: Bool { query != nil || context != nil }

    /// Why no name of the brand counts in an entry; `nil` when names may count.
    func queryFailure(in text: QueriedText) -> String? {
        guard let failure = query?.failure(in: text) else { return nil }
        return "query: \(failure) does not hold"
    }

    /// Why a name does not count where it stands; `nil` when it may.
    func contextFailure(around name: Range<Int>, in words: Words) -> String? {
        guard let context, !context.holds(around: name, in: words) else { return nil }
        return context.rejection
    }
}

extension Brand {
    /// Whether a name counts wherever it stands plainly.
    var isPlain: Bool {
        !isCaseSensitive && !isStrictOnCase && !isStandalone && exceptions.isEmpty && query == nil
            && context == nil
    }
}
