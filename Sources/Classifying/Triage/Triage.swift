import Model

/// How urgent an entry is and whose it is, by the rules of `rules/routing.yaml`.
struct Triage: Sendable {
    /// An answer, and the rule that gave it.
    struct Verdict<Value: Sendable>: Sendable {
        let value: Value
        let reason: String
    }

    /// A rule with the reason it gives, made once.
    private struct Rule<Value: Sendable>: Sendable {
        let condition: TagCondition
        let verdict: Verdict<Value>
    }

    private let severityRules: [Rule<Severity>]
    private let routes: [Rule<Team.ID>]
    private let defaultRoute: Verdict<Team.ID>
    private let startingSeverities: [Category.ID: Verdict<Severity>]
    private let brandKinds: [Brand.ID: Brand.Kind]

    init(_ rules: Rules) {
        severityRules = rules.routing.severityRules.map {
            Rule(
                condition: $0.condition,
                verdict: Verdict(value: $0.severity, reason: $0.place.description))
        }
        routes = rules.routing.routes.map {
            Rule(
                condition: $0.condition,
                verdict: Verdict(value: $0.team, reason: $0.place.description))
        }
        defaultRoute = Verdict(value: rules.routing.defaultTeam, reason: "default team")
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
        where severityRules[index].verdict.value > verdict.value
            && severityRules[index].condition.holds(for: findings, severity: verdict.value)
        {
            verdict = severityRules[index].verdict
        }
        return verdict
    }

    /// The team of the first route that holds, or the default.
    func team(of findings: TagFindings, severity: Severity) -> Verdict<Team.ID> {
        let route = routes.indices.first {
            routes[$0].condition.holds(for: findings, severity: severity)
        }
        return route.map { routes[$0].verdict } ?? defaultRoute
    }

    func kinds(of brands: [Brand.ID]) -> [Brand.Kind] {
        brands.compactMap { brandKinds[$0] }
    }

    // MARK: - Private

    private func startingSeverity(of findings: TagFindings) -> Verdict<Severity> {
        var highest: Verdict<Severity>?
        for verdict in findings.categories.lazy.compactMap({ startingSeverities[$0] })
        where highest.map({ verdict.value > $0.value }) ?? true {
            highest = verdict
        }
        return highest ?? Verdict(value: .normal, reason: "no category")
    }
}
