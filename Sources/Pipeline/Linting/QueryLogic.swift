import Model
import Querying

/// What a query asks for and forbids in every text, as far as its shape tells.
struct QueryLogic {
    /// Terms that no text which meets the query has.
    let forbidden: Set<QueryLiteral>
    private let query: Query

    init(_ query: Query) {
        self.query = query
        forbidden = Scope(of: query).forbidden
    }

    /// Finds the parts of a query that can never hold: an error if nothing is left of the query, a
    /// warning if one of several alternatives is lost.
    func findings(at place: FileLocation) -> [RuleFinding] {
        var contradictions: [String] = []
        let holdsSomewhere = Self.canHold(query, beside: .init(), telling: &contradictions)
        guard holdsSomewhere || contradictions.isEmpty else {
            return contradictions.prefix(1).map {
                RuleFinding(.unreachableQuery, .error, $0, at: place)
            }
        }
        return contradictions.map { RuleFinding(.unreachableQuery, .warning, $0, at: place) }
    }

    // MARK: - Private

    /// What every text that meets a query has, what none has, and the alternatives one of which it meets.
    private struct Scope {
        private(set) var required: Set<QueryLiteral> = []
        private(set) var forbidden: Set<QueryLiteral> = []
        /// Of queries that ask for one of several.
        private(set) var choices: [[Query]] = []

        init() {}

        init(of query: Query) {
            add(query, in: nil)
        }

        /// This and what the queries around it ask for.
        func joined(to outer: Scope) -> Scope {
            var joined = self
            joined.required.formUnion(outer.required)
            joined.forbidden.formUnion(outer.forbidden)
            return joined
        }

        private mutating func add(_ query: Query, in field: Query.Field?) {
            switch query {
            case .phrase, .prefix, .caseSensitive:
                required.insert(QueryLiteral(query: query, field: field))
            case .near(let one, let other, _):
                addNeighbour(one, in: field)
                addNeighbour(other, in: field)
            case .all(let parts): for part in parts { add(part, in: field) }
            case .any(let parts) where parts.count == 1: add(parts[0], in: field)
            // Inside a field the alternatives alone do not say which.
            case .any(let parts): if field == nil { choices.append(parts) }
            case .not(let part): forbid(part, in: field)
            case .field(let inner, let part): add(part, in: inner)
            }
        }

        /// NEAR asks for one of several words beside another; that is no choice for the text as a
        /// whole.
        private mutating func addNeighbour(_ query: Query, in field: Query.Field?) {
            if case .any(let parts) = query, parts.count > 1 { return }
            add(query, in: field)
        }

        /// Terms each of which alone meets a query.
        private mutating func forbid(_ query: Query, in field: Query.Field?) {
            switch query {
            case .phrase, .prefix, .caseSensitive:
                forbidden.insert(QueryLiteral(query: query, field: field))
            case .any(let parts): for part in parts { forbid(part, in: field) }
            case .all(let parts): if parts.count == 1 { forbid(parts[0], in: field) }
            case .field(let inner, let part): forbid(part, in: inner)
            case .near, .not: break
            }
        }
    }

    /// - Parameters:
    ///   - outer: what the queries around this one ask for and forbid, which does not contradict itself.
    ///   - contradictions: gets a line for each part that cannot hold.
    private static func canHold(
        _ query: Query, beside outer: Scope, telling contradictions: inout [String]
    ) -> Bool {
        let own = Scope(of: query)
        if let reason = contradiction(in: own, beside: outer) {
            contradictions.append("'\(query.written)' can never hold, since it needs \(reason)")
            return false
        }
        guard !own.choices.isEmpty else { return true }
        let joined = own.joined(to: outer)
        return own.choices.allSatisfy { parts in
            // Every part is looked at, so that each that cannot hold is told.
            parts.map { canHold($0, beside: joined, telling: &contradictions) }.contains(true)
        }
    }

    /// What contradicts itself in a query, as the end of a sentence; the queries around it are not
    /// examined again.
    private static func contradiction(in own: Scope, beside outer: Scope) -> String? {
        let clashes =
            QueryLiteral.clashes(of: own.required, with: own.forbidden)
            + QueryLiteral.clashes(of: own.required, with: outer.forbidden)
            + QueryLiteral.clashes(of: outer.required, with: own.forbidden)
        if let (wanted, denied) = clashes.min(by: {
            ($0.wanted.written, $0.denied.written) < ($1.wanted.written, $1.denied.written)
        }) {
            return "\(wanted.written) and forbids \(denied.written); remove one of the two"
        }
        let required = own.required.filter(\.isOneOfAKind)
        guard !required.isEmpty else { return nil }
        return QueryLiteral.twoOfWhichATextHasOne(
            required.union(outer.required.filter(\.isOneOfAKind))
        ).map { one, other in
            "\(one.written) and \(other.written), and a text has one of them; join them by OR"
        }
    }
}
