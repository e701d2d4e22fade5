import Model
import Querying

extension Archive {
    /// Queries of categories and brands that most texts meet, so that they tell nothing.
    ///
    /// A query that only forbids is let be: it narrows what names or keywords find.
    func broadQueries(of rules: Rules) throws(RunError) -> [RuleFinding] {
        let queries =
            rules.categories.compactMap { category in
                category.query.map { ($0, category.queryPlace ?? category.place) }
            }
            + rules.brands.compactMap { brand in brand.query.map { ($0, brand.place(of: .query)) } }
        let asking = queries.filter { !$0.0.onlyForbids }
        guard !asking.isEmpty else { return [] }
        let matchers = asking.map { QueryMatcher($0.0) }
        var texts = 0
        var met = Array(repeating: 0, count: asking.count)
        try forEachText(sampling: Self.sample) { text in
            texts += 1
            let queried = QueriedText(text)
            for (index, matcher) in matchers.enumerated()
            where matcher.failure(in: queried) == nil {
                met[index] += 1
            }
        }
        guard texts >= Self.fewest else { return [] }
        return zip(asking, met).filter { $0.1 * 2 > texts }.map { query, count in
            RuleFinding(
                .broadQuery, .warning,
                "the query is met by \(count) of \(texts) texts of the archive, so that it tells "
                    + "little; ask for more", at: query.1)
        }
    }

    // MARK: - Private

    private static var sample: Int { 2_000 }
    /// Fewer texts may all be about one thing.
    private static var fewest: Int { 50 }
}

extension Query {
    fileprivate var onlyForbids: Bool {
        switch self {
        case .phrase, .prefix, .caseSensitive, .near: false
        case .all(let parts), .any(let parts): parts.allSatisfy(\.onlyForbids)
        case .not: true
        case .field(_, let part): part.onlyForbids
        }
    }
}
