import Model
import Querying
import Tokenizing

/// What a query asks for and forbids in every text, as far as its shape tells.
struct QueryLogic {
    /// A term together with the field it is looked for in.
    struct Literal: Hashable {
        let query: Query
        let field: Query.Field?

        /// Whether every text that has the other has this.
        func isImplied(by other: Literal) -> Bool {
            guard field == other.field || field == nil && other.field == .title else {
                return false
            }
            // A host is not cut into words: shop.example is no part of e-shop.example.
            guard field != .site else { return query.isDomain(orAbove: other.query) }
            return covers(other.query)
        }

        /// Whether a text with this term somewhere has the literal.
        func covers(_ term: String) -> Bool {
            field == nil && covers(.phrase(term))
        }

        // MARK: - Private

        private func covers(_ other: Query) -> Bool {
            if query == other { return true }
            guard let steps = query.pattern?.steps, let others = other.pattern?.steps,
                !query.isCaseSensitive || query == other, !steps.isEmpty
            else { return false }
            // Its words stand side by side somewhere in the other's.
            return others.indices.contains { start in
                others.count - start >= steps.count
                    && zip(steps, others[start...]).allSatisfy { $0.covers($1) }
            }
        }
    }

    /// Terms that no text which meets the query has.
    let forbidden: Set<Literal>
    private let query: Query

    init(_ query: Query) {
        self.query = query
        forbidden = Self.literals(of: query).forbidden
    }

    /// Parts that can never hold: an error where nothing is left, a warning where one of several
    /// alternatives is lost.
    func findings(at place: FileLocation) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        _ = canHold(query, requiring: [], forbidding: [], at: place, into: &findings)
        if let contradiction = findings.first, !holdsSomewhere {
            return [
                RuleFinding(.unreachableQuery, .error, contradiction.message, at: place)
            ]
        }
        return findings
    }

    // MARK: - Private

    private var holdsSomewhere: Bool {
        var findings: [RuleFinding] = []
        let place = FileLocation(file: "")
        return canHold(query, requiring: [], forbidding: [], at: place, into: &findings)
    }

    /// - Parameters:
    ///   - required: what the queries around this one ask for.
    ///   - denied: what they forbid.
    private func canHold(
        _ query: Query, requiring required: Set<Literal>, forbidding denied: Set<Literal>,
        at place: FileLocation, into findings: inout [RuleFinding]
    ) -> Bool {
        let literals = Self.literals(of: query)
        let required = required.union(literals.required)
        let denied = denied.union(literals.forbidden)
        for wanted in required.sorted(by: Literal.isBefore) {
            guard let clash = denied.filter({ $0.isImplied(by: wanted) }).min(by: Literal.isBefore)
            else { continue }
            let part = query.written
            findings.append(
                RuleFinding(
                    .unreachableQuery, .warning,
                    "'\(part)' can never hold, since it needs \(wanted.written) and forbids "
                        + "\(clash.written); remove one of the two", at: place))
            return false
        }
        if let (one, other) = Literal.twoOfWhichATextHasOne(required) {
            let part = query.written
            findings.append(
                RuleFinding(
                    .unreachableQuery, .warning,
                    "'\(part)' can never hold, since it needs \(one.written) and \(other.written), "
                        + "and a text has one of them; join them by OR", at: place))
            return false
        }
        switch query {
        case .phrase, .prefix, .caseSensitive, .near, .not, .field: return true
        case .all(let parts):
            return parts.allSatisfy {
                canHold($0, requiring: required, forbidding: denied, at: place, into: &findings)
            }
        case .any(let parts):
            // Every part is looked at, so that each that cannot hold is told.
            return parts.map {
                canHold($0, requiring: required, forbidding: denied, at: place, into: &findings)
            }.contains(true)
        }
    }

    /// What every text that meets a query has, and what none has.
    private static func literals(
        of query: Query, in field: Query.Field? = nil
    ) -> (required: Set<Literal>, forbidden: Set<Literal>) {
        switch query {
        case .phrase, .prefix, .caseSensitive:
            return ([Literal(query: query, field: field)], [])
        case .near(let one, let other, _):
            return (
                literals(of: one, in: field).required
                    .union(literals(of: other, in: field).required), []
            )
        case .all(let parts):
            return parts.reduce(into: ([], [])) { all, part in
                let (required, forbidden) = literals(of: part, in: field)
                all.0.formUnion(required)
                all.1.formUnion(forbidden)
            }
        case .any(let parts):
            guard parts.count == 1 else { return ([], []) }
            return literals(of: parts[0], in: field)
        case .not(let part): return ([], alternatives(of: part, in: field))
        case .field(let inner, let part): return literals(of: part, in: inner)
        }
    }

    /// Terms each of which alone meets a query.
    private static func alternatives(
        of query: Query, in field: Query.Field?
    ) -> Set<Literal> {
        switch query {
        case .phrase, .prefix, .caseSensitive: [Literal(query: query, field: field)]
        case .any(let parts):
            parts.reduce(into: []) { $0.formUnion(alternatives(of: $1, in: field)) }
        case .all(let parts): parts.count == 1 ? alternatives(of: parts[0], in: field) : []
        case .field(let inner, let part): alternatives(of: part, in: inner)
        case .near, .not: []
        }
    }
}

extension QueryLogic.Literal {
    fileprivate var written: String {
        field.map { "\($0.rawValue):\(query.written)" } ?? query.written
    }

    /// Two languages, or two sites neither of which is part of the other.
    fileprivate static func twoOfWhichATextHasOne(_ literals: Set<Self>) -> (Self, Self)? {
        for field in [Query.Field.lang, .site] {
            let ofField = literals.filter { $0.field == field }.sorted(by: isBefore)
            for (one, other) in zip(ofField, ofField.dropFirst()) where one.excludes(other) {
                return (one, other)
            }
        }
        return nil
    }

    /// - Parameter other: Of the same field.
    private func excludes(_ other: Self) -> Bool {
        guard case .phrase(let text) = query, case .phrase(let otherText) = other.query else {
            return false
        }
        guard field == .site else {
            return LanguageCode(tag: text.lowercased()) != LanguageCode(tag: otherText.lowercased())
        }
        return !query.isDomain(orAbove: other.query) && !other.query.isDomain(orAbove: query)
    }

    fileprivate static func isBefore(_ one: Self, _ other: Self) -> Bool {
        one.written < other.written
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

    /// Whether this names a domain and the other the same one, or one below it.
    fileprivate func isDomain(orAbove other: Query) -> Bool {
        guard let domain, let otherDomain = other.domain else { return false }
        return otherDomain == domain || otherDomain.hasSuffix("." + domain)
    }

    /// What stands behind `site:`, as hosts are compared with it; `nil` for what joins terms.
    private var domain: String? {
        switch self {
        case .phrase(let term), .caseSensitive(let term): term.lowercased()
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
