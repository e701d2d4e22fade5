import Model

/// How urgent an entry is and whose it is, by the rules of `rules/routing.yaml`.
final class Triage: Sendable {
    /// An answer, and the rule that gave it.
    struct Verdict<Value: Sendable>: Sendable {
        let value: Value
        let reason: String
    }

    /// A rule with the reason it gives, made once.
    private struct Rule<Value: Sendable>: Sendable {
        let condition: TagCondition
        let verdict: Verdict<Value>

        init(_ condition: TagCondition, _ value: Value, at place: FileLocation) {
            self.condition = condition
            verdict = Verdict(value: value, reason: place.description)
        }
    }

    /// What a rule asks that most texts do not meet; to look at it costs nothing, where the rule itself
    /// is lists of names.
    private struct Gate: Sendable {
        private let asksForCategory: Bool
        private let asksForBrand: Bool

        init(_ condition: TagCondition) {
            asksForCategory = !condition.categories.isEmpty
            asksForBrand = !condition.brands.isEmpty || !condition.brandKinds.isEmpty
        }

        /// `false` only where the rule does not hold.
        func mayHold(for findings: TagFindings) -> Bool {
            !(asksForCategory && findings.categories.isEmpty)
                && !(asksForBrand && findings.brands.isEmpty)
        }
    }

    private let severityRules: [Rule<Severity>]
    private let routes: [Rule<Team.ID>]
    /// One for each of the rules.
    private let severityGates: [Gate]
    private let routeGates: [Gate]
    private let defaultRoute: Verdict<Team.ID>
    private let startingSeverities: [Category.ID: Verdict<Severity>]
    private let brandKinds: [Brand.ID: Brand.Kind]

    init(_ rules: Rules) {
        severityRules = rules.routing.severityRules.map {
            Rule($0.condition, $0.severity, at: $0.place)
        }
        routes = rules.routing.routes.map { Rule($0.condition, $0.team, at: $0.place) }
        severityGates = severityRules.map { Gate($0.condition) }
        routeGates = routes.map { Gate($0.condition) }
        defaultRoute = Verdict(
            value: rules.routing.defaultTeam, reason: Routing.defaultTeamReason)
        let severities = rules.categories.map {
            ($0.id, Verdict(value: $0.severity, reason: "category \($0.id), \($0.place)"))
        }
        startingSeverities = Dictionary(severities) { first, _ in first }
        brandKinds = Dictionary(rules.brands.map { ($0.id, $0.kind) }) { first, _ in first }
    }

    /// The highest that its categories start from, raised by each severity rule that holds.
    func severity(of findings: TagFindings) -> Verdict<Severity> {
        var verdict = startingSeverity(of: findings)
        for index in severityRules.indices
        where severityGates[index].mayHold(for: findings)
            && severityRules[index].verdict.value > verdict.value
            && severityRules[index].condition.holds(for: findings, severity: verdict.value)
        {
            verdict = severityRules[index].verdict
        }
        return verdict
    }

    /// The team of the first route that holds, or the default.
    func team(of findings: TagFindings, severity: Severity) -> Verdict<Team.ID> {
        let route = routes.indices.first {
            routeGates[$0].mayHold(for: findings)
                && routes[$0].condition.holds(for: findings, severity: severity)
        }
        return route.map { routes[$0].verdict } ?? defaultRoute
    }

    func kinds(of brands: [Brand.ID]) -> [Brand.Kind] {
        brands.compactMap { brandKinds[$0] }
    }

    // MARK: - Private

    private func startingSeverity(of findings: TagFindings) -> Verdict<Severity> {
        var highest: Verdict<Severity>?
        for category in findings.categories {
            guard let verdict = startingSeverities[category] else { continue }
            if highest.map({ verdict.value > $0.value }) ?? true { highest = verdict }
        }
        return highest ?? Verdict(value: .normal, reason: "no category")
    }
}
