import Model
import Tokenizing

/// One part of a query, ready to be evaluated.
struct QueryNode: Sendable {
    indirect enum Condition: Sendable {
        /// Number of the term.
        case term(Int, in: [QueryZone])
        case near(QueryNode, QueryNode, distance: Int)
        case all([QueryNode])
        case any([QueryNode])
        case not(QueryNode)
        /// A domain, spelt as `DomainName` does.
        case site(String)
        /// `nil` when the query names none that could be.
        case language(LanguageCode?)
    }

    /// The places that made it hold, or the part that did not.
    enum Outcome {
        case success([QueryPlace])
        case failure(String)
    }

    /// It holds nowhere but where one of the query's terms stands.
    let needsTerm: Bool
    let written: String
    /// The same, in brackets where it has parts: to be joined with others.
    let writtenSingly: String
    let isField: Bool
    let condition: Condition

    init(written: String, writtenSingly: String, isField: Bool, condition: Condition) {
        needsTerm =
            switch condition {
            case .term, .near: true
            case .all(let parts): parts.contains { $0.needsTerm }
            case .any(let parts): parts.allSatisfy { $0.needsTerm }
            case .not, .site, .language: false
            }
        self.written = written
        self.writtenSingly = writtenSingly
        self.isField = isField
        self.condition = condition
    }

    /// - Parameter found: Where the terms stand in the text.
    func outcome(in text: QueriedText, _ found: QueryPlaces) -> Outcome {
        switch condition {
        case .term(let term, let zones):
            let places = found.places(of: term, in: zones)
            return places.isEmpty ? .failure(written) : .success(places)
        case .near(let one, let other, let distance):
            guard case .success(let first) = one.outcome(in: text, found),
                case .success(let second) = other.outcome(in: text, found)
            else { return .failure(written) }
            let places =
                QueryNeighbours(of: second, distance: distance).filter(first)
                + QueryNeighbours(of: first, distance: distance).filter(second)
            return places.isEmpty ? .failure(written) : .success(places)
        case .all(let parts):
            var places: [QueryPlace] = []
            for part in parts {
                switch part.outcome(in: text, found) {
                case .success(let more): places += more
                case .failure(let failed): return .failure(failed)
                }
            }
            return .success(places)
        case .any(let parts):
            var holds = false
            var places: [QueryPlace] = []
            for part in parts {
                guard case .success(let more) = part.outcome(in: text, found) else { continue }
                holds = true
                places += more
            }
            return holds ? .success(places) : .failure(written)
        case .not(let part):
            let told = part.alternatives(holdingIn: text, found)
            guard !told.isEmpty else { return .success([]) }
            return .failure(
                "NOT " + (told.count > 1 ? "(\(told.joined(separator: " OR ")))" : told[0]))
        case .site(let domain):
            return holds(text.entry.link.flatMap(host)?.isDomain(orBelow: domain) ?? false)
        case .language(let code):
            return holds(code != nil && code == text.language ?? text.entry.language)
        }
    }

    // MARK: - Private

    /// Of what OR joins the parts that hold, of any other query the whole when it does: what a NOT
    /// before it forbids and finds.
    private func alternatives(holdingIn text: QueriedText, _ found: QueryPlaces) -> [String] {
        // Most texts have none of the terms that a query forbids.
        guard !needsTerm || !found.isEmpty else { return [] }
        // What a field says of several is said of each: NOT title:(a OR b) stays whole.
        if case .any(let parts) = condition, !isField {
            return parts.flatMap { $0.alternatives(holdingIn: text, found) }
        }
        guard case .success = outcome(in: text, found) else { return [] }
        return [writtenSingly]
    }

    private func holds(_ holds: Bool) -> Outcome {
        holds ? .success([]) : .failure(written)
    }

    /// The host of an absolute address, without port, user and a last dot, which is no part of a domain's
    /// name (RFC 1034 §3.1).
    private func host(of link: String) -> String? {
        guard let scheme = link.firstRange(of: "://") else { return nil }
        let authority = link[scheme.upperBound...].prefix { !"/?#\\".contains($0) }
        let hostAndPort = authority.split(separator: "@", omittingEmptySubsequences: false).last
        guard let host = hostAndPort?.prefix(while: { $0 != ":" }) else { return nil }
        return DomainName.sameForAllSpellings(
            of: String(host.last == "." ? host.dropLast() : host))
    }
}

extension String {
    fileprivate func isDomain(orBelow domain: String) -> Bool {
        self == domain || hasSuffix("." + domain)
    }
}
