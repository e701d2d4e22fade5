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
        unreachableRoutes + unusedTeams + idleHolidays
    }

    // MARK: - Private

    private var unreachableRoutes: [RuleFinding] {
        routing.routes.enumerated().compactMap { index, route in
            let earlier = routing.routes[..<index].first {
                $0.condition.holdsWherever(route.condition)
            }
            return earlier.map {
                RuleFinding(
                    .unreachableRoute, .warning,
                    "the route at \($0.place) takes all that this one asks for; put this one "
                        + "before it, or remove it", at: route.place)
            }
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

extension TagCondition {
    /// Whether this condition holds for every entry for which the other does.
    fileprivate func holdsWherever(_ other: TagCondition) -> Bool {
        func allows<Value: Hashable>(_ values: [Value], _ others: [Value]) -> Bool {
            values.isEmpty || !others.isEmpty && Set(others).isSubset(of: values)
        }
        let severityHolds =
            minimumSeverity.map { least in other.minimumSeverity.map { $0 >= least } ?? false }
            ?? true
        let scoreHolds =
            maximumScore.map { most in other.maximumScore.map { $0 <= most } ?? false } ?? true
        let facetsHold = facets.allSatisfy { choice in
            other.facets.contains {
                $0.facet == choice.facet && Set($0.values).isSubset(of: choice.values)
            }
        }
        return allows(categories, other.categories) && facetsHold
            && allows(sentiments, other.sentiments)
            && allows(brandKinds, other.brandKinds) && allows(brands, other.brands)
            && allows(languages, other.languages) && severityHolds && scoreHolds
    }
}
