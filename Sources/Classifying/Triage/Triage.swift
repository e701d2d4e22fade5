import Model

/// How urgent an entry is and whose it is, by the rules of `rules/routing.yaml`.
struct Triage: Sendable {
    /// What the rules ask about.
    struct Findings: Sendable {
        let categories: [Category.ID]
        let brands: [Brand.ID]
        let language: LanguageCode
        /// Toward our own brands where they are named.
        let tone: Sentiment
    }

    /// An answer, and the rule that gave it.
    struct Verdict<Value: Sendable>: Sendable {
        let value: Value
        let reason: String
    }

    private let routing: Routing
    private let categories: [Category.ID: Category]
    private let brandKinds: [Brand.ID: Brand.Kind]

    init(_ rules: Rules) {
        routing = rules.routing
        categories = Dictionary(rules.categories.map { ($0.id, $0) }) { first, _ in first }
        brandKinds = Dictionary(rules.brands.map { ($0.id, $0.kind) }) { first, _ in first }
    }

    /// The highest that its categories start from, raised by each severity rule that holds.
    func severity(of findings: Findings) -> Verdict<Severity> {
        var verdict = startingSeverity(of: findings)
        for rule in routing.severityRules
        where rule.severity > verdict.value && holds(rule.condition, findings, verdict.value) {
            verdict = Verdict(value: rule.severity, reason: rule.place.description)
        }
        return verdict
    }

    /// The team of the first route that holds, or the default.
    func team(of findings: Findings, severity: Severity) -> Verdict<Team.ID> {
        let route = routing.routes.first { holds($0.condition, findings, severity) }
        return route.map { Verdict(value: $0.team, reason: $0.place.description) }
            ?? Verdict(value: routing.defaultTeam, reason: "default team")
    }

    // MARK: - Private

    private func startingSeverity(of findings: Findings) -> Verdict<Severity> {
        let found = findings.categories.compactMap { categories[$0] }
        guard let highest = found.map(\.severity).max(),
            let category = found.first(where: { $0.severity == highest })
        else { return Verdict(value: .normal, reason: "no category") }
        return Verdict(
            value: highest, reason: "category \(category.id), \(category.place)")
    }

    private func holds(_ condition: TagCondition, _ findings: Findings, _ severity: Severity)
        -> Bool
    {
        let kinds = findings.brands.compactMap { brandKinds[$0] }
        return asks(condition.categories, anyOf: findings.categories)
            && asks(condition.brands, anyOf: findings.brands)
            && asks(condition.brandKinds, anyOf: kinds)
            && asks(condition.languages, anyOf: [findings.language])
            && asks(condition.sentiments, anyOf: [findings.tone.label])
            && condition.minimumSeverity.map { severity >= $0 } ?? true
            && condition.maximumScore.map { findings.tone.score <= $0 } ?? true
    }

    /// An empty list asks nothing.
    private func asks<Value: Equatable>(_ wanted: [Value], anyOf found: [Value]) -> Bool {
        wanted.isEmpty || wanted.contains(where: found.contains)
    }
}
