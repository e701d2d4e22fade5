import Model
import Querying
import Tokenizing

/// A term of a query together with the field it is looked for in.
struct QueryLiteral: Hashable {
    let query: Query
    let field: Query.Field?
    /// The steps of the term, and what stands behind `site:` as hosts are compared with it: made once, as each
    /// literal is held against all others.
    private let steps: [TermPattern.Step]
    private let domain: String?

    init(query: Query, field: Query.Field?) {
        self.query = query
        self.field = field
        steps = field == .site ? [] : query.pattern?.steps ?? []
        domain = field == .site ? query.domain : nil
    }

    static func == (one: Self, other: Self) -> Bool {
        one.field == other.field && one.query == other.query
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(query)
        hasher.combine(field)
    }

    var written: String {
        field.map { "\($0.rawValue):\(query.written)" } ?? query.written
    }

    /// Whether a text with this term somewhere has the literal.
    func covers(_ term: String) -> Bool {
        field == nil && covers(QueryLiteral(query: .phrase(term), field: nil))
    }

    /// Of a text's languages and sites there is one.
    var isOneOfAKind: Bool { field == .lang || field == .site }

    /// What is asked for together with what forbids it.
    static func clashes(
        of wanted: Set<Self>, with denied: Set<Self>
    ) -> [(wanted: Self, denied: Self)] {
        guard !denied.isEmpty else { return [] }
        return wanted.flatMap { wanted in
            denied.filter { $0.isImplied(by: wanted) }.map { (wanted, $0) }
        }
    }

    /// Two languages, or two sites neither of which is part of the other.
    static func twoOfWhichATextHasOne(_ literals: Set<Self>) -> (Self, Self)? {
        for field in [Query.Field.lang, .site] {
            let ofField = literals.filter { $0.field == field }.sorted { $0.written < $1.written }
            for (one, other) in zip(ofField, ofField.dropFirst()) where one.excludes(other) {
                return (one, other)
            }
        }
        return nil
    }

    // MARK: - Private

    /// Whether every text that has the other has this.
    private func isImplied(by other: Self) -> Bool {
        guard field == other.field || field == nil && other.field == .title else {
            return false
        }
        // A host is not cut into words: shop.example is no part of e-shop.example.
        guard field != .site else { return isDomain(orAbove: other) }
        return covers(other)
    }

    private func covers(_ other: Self) -> Bool {
        if query == other.query { return true }
        let others = other.steps
        guard !query.isCaseSensitive, !steps.isEmpty, others.count >= steps.count else {
            return false
        }
        // Its words stand side by side somewhere in the other's.
        return (0...others.count - steps.count).contains { start in
            zip(steps, others[start...]).allSatisfy { $0.covers($1) }
        }
    }

    /// - Parameter other: Of the same field.
    private func excludes(_ other: Self) -> Bool {
        guard case .phrase(let text) = query, case .phrase(let otherText) = other.query else {
            return false
        }
        guard field == .site else {
            return LanguageCode(tag: text.lowercased()) != LanguageCode(tag: otherText.lowercased())
        }
        return !isDomain(orAbove: other) && !other.isDomain(orAbove: self)
    }

    /// Whether this names a domain and the other the same one, or one below it.
    private func isDomain(orAbove other: Self) -> Bool {
        guard let domain, let otherDomain = other.domain else { return false }
        return otherDomain == domain || otherDomain.hasSuffix("." + domain)
    }
}

extension Query {
    /// The steps of a single term; `nil` for what joins terms.
    fileprivate var pattern: TermPattern? {
        switch self {
        case .phrase(let term), .caseSensitive(let term): TermPattern(term)
        case .prefix(let stem): TermPattern(stem.hasSuffix("*") ? stem : stem + "*")
        case .near, .all, .any, .not, .field: nil
        }
    }

    fileprivate var isCaseSensitive: Bool {
        if case .caseSensitive = self { true } else { false }
    }

    /// `nil` for what joins terms.
    fileprivate var domain: String? {
        switch self {
        case .phrase(let term), .caseSensitive(let term):
            DomainName.sameForAllSpellings(of: term)
        case .prefix, .near, .all, .any, .not, .field: nil
        }
    }
}

extension TermPattern.Step {
    /// Whether this step is met by every word that meets the other.
    fileprivate func covers(_ other: Self) -> Bool {
        isStem
            ? other.folded.starts(with: folded)
            : !other.isStem && folded == other.folded
    }
}
