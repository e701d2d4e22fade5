import Model

/// Reads `rules/routing.yaml`.
struct RoutingReader {
    let conditions: ConditionReader
    /// Complete once the list has been found.
    private var teams = Register(of: "team", isComplete: false)

    init(conditions: ConditionReader) {
        self.conditions = conditions
    }

    /// `nil` once a mistake is noted.
    mutating func routing(_ root: YAMLValue, noting errors: inout [RuleError]) -> Routing? {
        let fields = Fields<RootKey>(
            root, lists: [.teams, .routes, .severity], noting: &errors)
        guard let fields else { return nil }
        let timeZone = errors.noting(try fields.required(.timeZone).timeZone())
        let language =
            errors.noting(try fields[.language]?.choice(of: "language", ReportLanguage.self))
        let teamItems = errors.noting(try fields.required(.teams).list(of: .mapping))
        self.teams = Register(of: "team", isComplete: teamItems != nil)
        let teams = (teamItems ?? []).compactMap { team($0, noting: &errors) }
        let defaultTeam = errors.noting(try self.teams.id(meantBy: fields.required(.defaultTeam)))
        let routeItems = errors.noting(try fields[.routes]?.list(of: .mapping)) ?? []
        let routes = routeItems.compactMap { route($0, noting: &errors) }
        let ruleItems = errors.noting(try fields[.severity]?.list(of: .mapping)) ?? []
        let severityRules = ruleItems.compactMap { severityRule($0, noting: &errors) }
        var ticketReader = TicketRulesReader(conditions: conditions, teams: self.teams)
        let tickets = fields[.tickets].flatMap { ticketReader.rules($0, noting: &errors) }
        let planning = PlanningReader(brands: conditions.brands, teams: self.teams)
        let targetItems = errors.noting(try fields[.targets]?.list(of: .mapping)) ?? []
        let targets = targetItems.compactMap { planning.target($0, noting: &errors) }
        let staffing = fields[.staffing].flatMap { planning.staffing($0, noting: &errors) }
        var sendingReader = SendingRulesReader(conditions: conditions, teams: self.teams)
        let sending = fields[.sending].flatMap { sendingReader.rules($0, noting: &errors) }
        guard let timeZone, let defaultTeam else { return nil }
        return Routing(
            timeZone: timeZone, language: language ?? .english, teams: teams, routes: routes,
            defaultTeam: Team.ID(defaultTeam), severityRules: severityRules,
            tickets: tickets, targets: targets, staffing: staffing, sending: sending)
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case timeZone = "time_zone"
        case language, teams
        case defaultTeam = "default_team"
        case routes, severity, tickets, targets, staffing, sending
    }

    private enum TeamKey: String, CaseIterable {
        case id, name, hours, holidays
        case answerWithin = "answer_within"
    }

    private enum ShiftKey: String, CaseIterable {
        case days, from, to
    }

    private enum RouteKey: String, CaseIterable {
        case when, team
    }

    private enum SeverityRuleKey: String, CaseIterable {
        case when, severity
    }

    private mutating func team(_ value: YAMLValue, noting errors: inout [RuleError]) -> Team? {
        guard let fields = Fields<TeamKey>(value, noting: &errors) else { return nil }
        let id = errors.noting(try teams.enter(.id, of: fields))
        let name = errors.noting(try fields.required(.name).translatedText())
        let shifts = errors.noting(try fields[.hours]?.list(of: .mapping)) ?? []
        let hours = shifts.compactMap { shift($0, noting: &errors) }
        let answerWithin = answerWithin(fields, noting: &errors)
        let holidays = fields.list(.holidays, of: YAMLValue.holiday, noting: &errors)
        guard let id, let name else { return nil }
        return Team(
            id: Team.ID(id), name: name.text, hours: hours, answerWithin: answerWithin,
            holidays: Set(holidays), translations: Translation.joining(name: name),
            place: value.place)
    }

    private func shift(_ value: YAMLValue, noting errors: inout [RuleError]) -> Team.Shift? {
        guard let fields = Fields<ShiftKey>(value, noting: &errors) else { return nil }
        let days = errors.noting(try fields.required(.days).weekdays())
        let from = errors.noting(try fields.required(.from).minuteOfDay())
        let to = errors.noting(try fields.required(.to).minuteOfDay())
        guard let days, let from, let to else { return nil }
        guard from < to else {
            let place = fields[.to]?.place ?? fields.place
            errors.append(RuleError(.endsBeforeItBegins, at: place))
            return nil
        }
        return Team.Shift(weekdays: days, minutes: from..<to)
    }

    private func answerWithin(
        _ fields: Fields<TeamKey>, noting errors: inout [RuleError]
    ) -> [Severity: Duration] {
        let fields = fields.fields(.answerWithin, of: Severity.self, noting: &errors)
        var answerWithin: [Severity: Duration] = [:]
        for severity in Severity.allCases {
            answerWithin[severity] = errors.noting(try fields?[severity]?.durationAboveZero())
        }
        return answerWithin
    }

    private func route(_ value: YAMLValue, noting errors: inout [RuleError]) -> Route? {
        guard let fields = Fields<RouteKey>(value, noting: &errors) else { return nil }
        let when = errors.noting(try fields.required(.when))
        let condition = when.flatMap { conditions.condition($0, noting: &errors) }
        let team = errors.noting(try teams.id(meantBy: fields.required(.team)))
        guard let condition, let team else { return nil }
        return Route(condition: condition, team: Team.ID(team), place: value.place)
    }

    private func severityRule(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> SeverityRule? {
        guard let fields = Fields<SeverityRuleKey>(value, noting: &errors) else { return nil }
        let when = errors.noting(try fields.required(.when))
        let condition = when.flatMap { conditions.condition($0, noting: &errors) }
        let severity = errors.noting(
            try fields.required(.severity).choice(of: "severity", Severity.self))
        guard let condition, let severity else { return nil }
        return SeverityRule(condition: condition, severity: severity, place: value.place)
    }
}
