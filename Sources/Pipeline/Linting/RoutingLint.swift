import Model

/// What is wrong with the ways that lead to teams.
struct RoutingLint {
    private let routing: Routing
    private let brands: [Brand]

    init(_ rules: Rules) {
        routing = rules.routing
        brands = rules.brands
    }

    var findings: [RuleFinding] {
        unreachableRoutes + idleSeverityRules + unusedTeams + idleHolidays
    }

    // MARK: - Private

    /// Those of teams and those of tickets.
    private var unreachableRoutes: [RuleFinding] {
        unreachable(routing.routes.map { TicketRoute($0) })
            + unreachable(routing.tickets?.routes ?? [])
    }

    private func unreachable(_ routes: [TicketRoute]) -> [RuleFinding] {
        routes.enumerated().compactMap { index, route in
            let earlier = routes[..<index].first { $0.takesAll(of: route, kindOf: kind) }
            return earlier.map {
                RuleFinding(
                    .unreachableRoute, .warning,
                    "the route at \($0.place) takes all that this one asks for; put this one "
                        + "before it, or remove it", at: route.place)
            }
        }
    }

    private func kind(of brand: Brand.ID) -> Brand.Kind? {
        brands.first { $0.id == brand }?.kind
    }

    private var idleSeverityRules: [RuleFinding] {
        routing.severityRules.filter { $0.severity == .low }.map { rule in
            RuleFinding(
                .idleSeverity, .warning,
                "a severity is only ever raised, so that a rule that says '\(rule.severity.rawValue)' "
                    + "changes nothing; write it at the category, or remove the rule",
                at: rule.place)
        }
    }

    private var unusedTeams: [RuleFinding] {
        let used = Set(routing.routes.map(\.team) + [routing.defaultTeam])
        return routing.teams.filter { !used.contains($0.id) }.map { team in
            RuleFinding(
                .unusedTeam, .warning,
                "no route leads to team '\(team.id)', so that it gets nothing; add one, or remove "
                    + "the team", at: team.place ?? FileLocation(file: "rules/routing.yaml"))
        }
    }

    private var idleHolidays: [RuleFinding] {
        routing.teams.filter { $0.hours.isEmpty && !$0.holidays.isEmpty }.map { team in
            RuleFinding(
                .idleHolidays, .warning,
                "team '\(team.id)' has no hours, so that its time runs always, on its holidays too; "
                    + "add hours, or take the holidays out",
                at: team.place ?? FileLocation(file: "rules/routing.yaml"))
        }
    }
}

extension TicketRoute {
    /// A route to a team, as far as what it takes goes.
    fileprivate init(_ route: Route) {
        self.init(
            condition: route.condition, destination: .init(route.team.value), place: route.place)
    }

    /// Whether this route takes every entry that the other would.
    fileprivate func takesAll(
        of other: TicketRoute, kindOf kind: (Brand.ID) -> Brand.Kind?
    ) -> Bool {
        let isForTeams =
            teams.isEmpty || !other.teams.isEmpty && Set(other.teams).isSubset(of: teams)
        // To be sure of 0 asks for a category still.
        let confidenceHolds =
            minimumConfidence.map { $0 <= other.minimumConfidence ?? -1 } ?? true
        return isForTeams && confidenceHolds
            && condition.holdsWherever(other.condition, kindOf: kind)
    }
}
