/// Which mentions become tickets, where and how: the part `tickets:` of `rules/routing.yaml`.
package struct TicketRules: Hashable, Sendable {
    /// Tells apart the tickets of several installations, such as one on trial and one at work.
    package let installation: String
    /// What was said longer ago than this becomes no ticket: a feed may begin with old posts.
    package let maximumAge: Duration
    /// Networks beside the public ones in which ticket systems may stand, as in RFC 4632 §3.1.
    package let allowedNetworks: [String]
    package let destinations: [TicketDestination]
    /// First match wins; a mention that none takes becomes no ticket.
    package let routes: [TicketRoute]
    package let templates: [TicketTemplates]

    package init(
        installation: String, maximumAge: Duration, allowedNetworks: [String],
        destinations: [TicketDestination], routes: [TicketRoute], templates: [TicketTemplates]
    ) {
        self.installation = installation
        self.maximumAge = maximumAge
        self.allowedNetworks = allowedNetworks
        self.destinations = destinations
        self.routes = routes
        self.templates = templates
    }
}

/// Which mentions go to a destination.
package struct TicketRoute: Hashable, Sendable {
    package let condition: TagCondition
    /// The teams one of which it must be for; empty asks nothing.
    package let teams: [Team.ID]
    /// The surest category must be as sure as this; 0 … 1.
    package let minimumConfidence: Double?
    package let destination: TicketDestination.ID
    package let place: FileLocation

    package init(
        condition: TagCondition, teams: [Team.ID] = [], minimumConfidence: Double? = nil,
        destination: TicketDestination.ID, place: FileLocation
    ) {
        self.condition = condition
        self.teams = teams
        self.minimumConfidence = minimumConfidence
        self.destination = destination
        self.place = place
    }
}

/// How the tickets of a team, in a language, are worded.
package struct TicketTemplates: Hashable, Sendable {
    /// `nil` for every team.
    package let team: Team.ID?
    /// `nil` for every language.
    package let language: LanguageCode?
    package let subject: TicketTemplate?
    package let body: TicketTemplate?

    package init(
        team: Team.ID? = nil, language: LanguageCode? = nil, subject: TicketTemplate? = nil,
        body: TicketTemplate? = nil
    ) {
        self.team = team
        self.language = language
        self.subject = subject
        self.body = body
    }
}
