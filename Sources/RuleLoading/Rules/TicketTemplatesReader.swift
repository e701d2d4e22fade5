import Model

/// Reads the items of `tickets: templates:`, none of which may be there for nothing.
struct TicketTemplatesReader {
    private let teams: Register
    private let facets: Register
    /// Languages of the destinations; `nil` where not all are known.
    private let spoken: Set<LanguageCode>?
    private var places: [Wording: FileLocation] = [:]

    init(teams: Register, facets: Register, spoken: Set<LanguageCode>?) {
        self.teams = teams
        self.facets = facets
        self.spoken = spoken
    }

    /// `nil` once a mistake is noted.
    mutating func templates(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> TicketTemplates? {
        let before = errors.count
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        let team = errors.noting(
            try fields[.team].map { value throws(RuleError) in
                try teams.id(meantBy: value)
            }
        ).map { Team.ID($0) }
        let language = errors.noting(try fields[.language]?.languageCode())
        if let language, let spoken, !spoken.contains(language) {
            let mistake = TicketMistake.unspoken(language, spoken: spoken.sorted())
            errors.append(RuleError(.ticket(mistake), at: fields[.language]?.place ?? fields.place))
        }
        let subject = errors.noting(try fields[.subject]?.ticketTemplate(knowing: facets))
        let body = errors.noting(try fields[.body]?.ticketTemplate(knowing: facets))
        if fields[.subject] == nil, fields[.body] == nil {
            errors.append(RuleError(.ticket(.saysNothing), at: fields.place))
        }
        guard errors.count == before else { return nil }
        for key in [Key.subject, .body] {
            if let value = fields[key] {
                enter(Wording(team: team, language: language, key: key), value, noting: &errors)
            }
        }
        guard errors.count == before else { return nil }
        return TicketTemplates(team: team, language: language, subject: subject, body: body)
    }

    // MARK: - Private

    private enum Key: String, CaseIterable {
        case team, language, subject, body
    }

    private struct Wording: Hashable {
        let team: Team.ID?
        let language: LanguageCode?
        let key: Key
    }

    private mutating func enter(
        _ wording: Wording, _ value: YAMLValue, noting errors: inout [RuleError]
    ) {
        if let first = places[wording] {
            let mistake = TicketMistake.duplicateTemplate(key: wording.key.rawValue, first: first)
            errors.append(RuleError(.ticket(mistake), at: value.place))
        } else {
            places[wording] = value.place
        }
    }
}
