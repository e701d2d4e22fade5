extension Trends {
    /// How long the tickets of the period took, by the last word of their systems.
    ///
    /// A system that tells nothing leaves its tickets unknown: they are in no other figure.
    package struct TicketTimes: Hashable, Sendable, Codable {
        package let all: Figures
        /// Teams by their id, each with its name.
        package let teams: [Group]
        /// From the gravest on.
        package let severities: [Group]

        package init(all: Figures, teams: [Group], severities: [Group]) {
            self.all = all
            self.teams = teams
            self.severities = severities
        }
    }
}

extension Trends.TicketTimes {
    package struct Group: Hashable, Sendable, Codable {
        package let id: String
        package let name: String
        package let figures: Figures

        package init(id: String, name: String, figures: Figures) {
            self.id = id
            self.name = name
            self.figures = figures
        }
    }

    package struct Figures: Hashable, Sendable, Codable {
        package let tickets: Int
        /// Those whose system has told nothing.
        package let unknown: Int
        package let answered: Int
        /// Closed now.
        package let resolved: Int
        /// Of those: never opened again, and nobody told the story again after the first answer.
        package let resolvedAtFirstContact: Int
        package let reopened: Int
        /// Of all: stories that came back after their ticket was closed, and got another.
        package let repeated: Int
        /// From when a story was heard to the first answer.
        package let response: Spread?
        /// From when it was heard to when it was closed.
        package let resolution: Spread?
        /// From when a ticket was closed to when it was seen open again.
        package let reopening: Spread?

        package init(
            tickets: Int, unknown: Int, answered: Int, resolved: Int, resolvedAtFirstContact: Int,
            reopened: Int, repeated: Int, response: Spread?, resolution: Spread?,
            reopening: Spread?
        ) {
            self.tickets = tickets
            self.unknown = unknown
            self.answered = answered
            self.resolved = resolved
            self.resolvedAtFirstContact = resolvedAtFirstContact
            self.reopened = reopened
            self.repeated = repeated
            self.response = response
            self.resolution = resolution
            self.reopening = reopening
        }
    }

    /// Half took no longer than the one, nine in ten no longer than the other.
    package struct Spread: Hashable, Sendable, Codable {
        package let medianMinutes: Int
        package let ninthDecileMinutes: Int

        package init(medianMinutes: Int, ninthDecileMinutes: Int) {
            self.medianMinutes = medianMinutes
            self.ninthDecileMinutes = ninthDecileMinutes
        }
    }
}
