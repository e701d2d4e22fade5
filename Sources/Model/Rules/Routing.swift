/// Who answers what and by when, as `rules/routing.yaml` describes it.
package struct Routing: Hashable, Sendable {
    /// IANA name of the time zone in which hours, days and digests are told.
    package let timeZone: String
    /// In which digests and trend reports are written, unless the command says otherwise.
    package let language: ReportLanguage
    package let teams: [Team]
    /// First match wins.
    package let routes: [Route]
    package let defaultTeam: Team.ID
    /// Given for it, where others name their route.
    package static let defaultTeamReason = "default team"
    /// Each that holds raises the severity to its own, or leaves a higher one.
    package let severityRules: [SeverityRule]
    /// `nil` where no mention becomes a ticket.
    package let tickets: TicketRules?
    /// What trend reports measure by.
    package let targets: [Target]
    /// `nil` where the rules do not say how long an answer takes.
    package let staffing: StaffingRules?
    /// `nil` where nothing is sent.
    package let sending: SendingRules?

    package init(
        timeZone: String, language: ReportLanguage = .english, teams: [Team], routes: [Route],
        defaultTeam: Team.ID, severityRules: [SeverityRule], tickets: TicketRules? = nil,
        targets: [Target] = [], staffing: StaffingRules? = nil,
        sending: SendingRules? = nil
    ) {
        self.targets = targets
        self.staffing = staffing
        self.tickets = tickets
        self.sending = sending
        self.timeZone = timeZone
        self.language = language
        self.teams = teams
        self.routes = routes
        self.defaultTeam = defaultTeam
        self.severityRules = severityRules
    }
}

package struct Team: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Team>

    package let id: ID
    package let name: String
    /// Business hours; empty means always.
    package let hours: [Shift]
    /// How long a mention of each severity may wait for its answer, counted in business hours.
    package let answerWithin: [Severity: Duration]
    /// Days without business hours; of no account to a team that works always.
    package let holidays: Set<Holiday>
    /// The name in other languages, as far as the rules have them.
    package let translations: [LanguageCode: Translation]
    package let place: FileLocation?

    package init(
        id: ID, name: String, hours: [Shift], answerWithin: [Severity: Duration],
        holidays: Set<Holiday> = [],
        translations: [LanguageCode: Translation] = [:], place: FileLocation? = nil
    ) {
        self.translations = translations
        self.place = place
        self.id = id
        self.name = name
        self.hours = hours
        self.holidays = holidays
        self.answerWithin = answerWithin
    }

    /// The same hours on several days of the week.
    package struct Shift: Hashable, Sendable {
        /// ISO 8601: 1 is Monday, 7 is Sunday.
        package let weekdays: [Int]
        /// Minutes after local midnight, end exclusive.
        package let minutes: Range<Int>

        package init(weekdays: [Int], minutes: Range<Int>) {
            self.weekdays = weekdays
            self.minutes = minutes
        }
    }
}

package struct Route: Hashable, Sendable {
    package let condition: TagCondition
    package let team: Team.ID
    package let place: FileLocation

    package init(condition: TagCondition, team: Team.ID, place: FileLocation) {
        self.condition = condition
        self.team = team
        self.place = place
    }
}

package struct SeverityRule: Hashable, Sendable {
    package let condition: TagCondition
    package let severity: Severity
    package let place: FileLocation

    package init(condition: TagCondition, severity: Severity, place: FileLocation) {
        self.condition = condition
        self.severity = severity
        self.place = place
    }
}

/// What the tags of an entry must be; an empty list asks nothing.
package struct TagCondition: Hashable, Sendable {
    /// Values of one facet, of which a text must have one.
    package struct FacetChoice: Hashable, Sendable {
        package let facet: Facet.ID
        package let values: [Category.ID]

        package init(facet: Facet.ID, values: [Category.ID]) {
            self.facet = facet
            self.values = values
        }

        package func holds(for tags: FacetTags) -> Bool {
            tags[facet].contains { values.contains($0.id) }
        }
    }

    package var categories: [Category.ID]
    /// All must hold.
    package var facets: [FacetChoice]
    package var sentiments: [Sentiment.Label]
    package var brandKinds: [Brand.Kind]
    package var brands: [Brand.ID]
    package var languages: [LanguageCode]
    package var minimumSeverity: Severity?
    /// Holds when the score toward the brand is this or lower; −1 … 1.
    package var maximumScore: Double?

    package init(
        categories: [Category.ID] = [], facets: [FacetChoice] = [],
        sentiments: [Sentiment.Label] = [],
        brandKinds: [Brand.Kind] = [], brands: [Brand.ID] = [], languages: [LanguageCode] = [],
        minimumSeverity: Severity? = nil, maximumScore: Double? = nil
    ) {
        self.categories = categories
        self.facets = facets
        self.sentiments = sentiments
        self.brandKinds = brandKinds
        self.brands = brands
        self.languages = languages
        self.minimumSeverity = minimumSeverity
        self.maximumScore = maximumScore
    }
}
