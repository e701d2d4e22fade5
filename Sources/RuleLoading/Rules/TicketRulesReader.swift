import Model

/// Reads the mapping `tickets:` of `rules/routing.yaml`.
struct TicketRulesReader {
    let conditions: ConditionReader
    let teams: Register
    /// Complete once the list has been found.
    private var destinations = Register(of: "destination", isComplete: false)

    init(conditions: ConditionReader, teams: Register) {
        self.conditions = conditions
        self.teams = teams
    }

    /// `nil` once a mistake is noted.
    mutating func rules(_ value: YAMLValue, noting errors: inout [RuleError]) -> TicketRules? {
        let before = errors.count
        let fields = Fields<Key>(value, lists: [.destinations, .routes], noting: &errors)
        guard let fields else { return nil }
        let installation = errors.noting(try fields.required(.installation).id())
        let maximumAge = errors.noting(try fields[.maximumAge]?.durationAboveZero())
        let networks = fields.list(.allowNetworks, of: YAMLValue.network, noting: &errors)
        let items = errors.noting(try fields.required(.destinations).list(of: .mapping))
        self.destinations = Register(of: "destination", isComplete: items != nil)
        let destinations = (items ?? []).compactMap { destination($0, noting: &errors) }
        let routeItems = errors.noting(try fields.required(.routes).list(of: .mapping)) ?? []
        let routes = routeItems.compactMap { route($0, noting: &errors) }
        let templateItems = errors.noting(try fields[.templates]?.list(of: .mapping)) ?? []
        var templateReader = TicketTemplatesReader(
            teams: teams, facets: conditions.facets,
            // One that cannot be read may be in any.
            spoken: destinations.count == items?.count
                ? Set(destinations.map(\.terms.language)) : nil)
        let templates = templateItems.compactMap { templateReader.templates($0, noting: &errors) }
        guard let installation, errors.count == before else { return nil }
        return TicketRules(
            installation: installation, maximumAge: maximumAge ?? .seconds(7 * 86_400),
            allowedNetworks: networks, destinations: destinations, routes: routes,
            templates: templates)
    }

    // MARK: - Private

    private enum Key: String, CaseIterable {
        case installation
        case maximumAge = "max_age"
        case allowNetworks = "allow_networks"
        case destinations, routes, templates
    }

    private enum RouteKey: String, CaseIterable {
        case when, team
        case confidenceAtLeast = "confidence_at_least"
        case to
    }

    private mutating func destination(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> TicketDestination? {
        let facets = conditions.facets
        guard let reader = TicketDestinationReader(value, facets: facets, noting: &errors) else {
            return nil
        }
        let id = errors.noting(try destinations.enter(.id, of: reader.fields))
        let destination = reader.destination(id: TicketDestination.ID(id ?? ""), noting: &errors)
        return id == nil ? nil : destination
    }

    private func route(_ value: YAMLValue, noting errors: inout [RuleError]) -> TicketRoute? {
        let before = errors.count
        guard let fields = Fields<RouteKey>(value, noting: &errors) else { return nil }
        let condition = fields[.when].flatMap { conditions.condition($0, noting: &errors) }
        var named: [Team.ID] = []
        for item in errors.noting(try fields[.team]?.listOrSingle()) ?? [] {
            let id = errors.noting(try teams.id(meantBy: item))
            if let id { named.append(Team.ID(id)) }
        }
        let confidence = errors.noting(try fields[.confidenceAtLeast]?.number(in: 0...1))
        let to = errors.noting(try destinations.id(meantBy: fields.required(.to)))
        guard let to, errors.count == before else { return nil }
        return TicketRoute(
            condition: condition ?? TagCondition(), teams: named, minimumConfidence: confidence,
            destination: TicketDestination.ID(to), place: value.place)
    }
}

extension YAMLValue {
    /// - Parameter facets: those that a template may ask for.
    func ticketTemplate(knowing facets: Register) throws(RuleError) -> TicketTemplate {
        let text = try scalarText()
        let template: TicketTemplate
        do throws(TicketTemplate.Mistake) {
            template = try TicketTemplate(text)
        } catch {
            throw RuleError(.template(error), at: place)
        }
        for facet in template.facets { try facets.check(facet.value, at: place) }
        return template
    }
}
