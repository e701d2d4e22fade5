package import Foundation

/// A story's ticket, from when it was heard to when it was answered.
package struct TrackedTicket: Hashable, Sendable {
    package let destination: TicketDestination.ID
    package let key: String
    package let team: Team.ID
    package let severity: Severity
    package let heardAt: Date?
    package let answerBy: Date?
    /// `nil` while it is on its way, and for good where it was dropped or forgotten before.
    package let ticket: RemoteTicket?
    /// Whether there is something of it to deliver, or to be looked at by somebody.
    package let isOnItsWay: Bool
    /// `nil` where its system has not told yet, or tells nothing.
    package let phase: TicketStatus.Phase?
    package let firstResponseAt: Date?
    package let closedAt: Date?
    package let reopenings: Int
    /// Stays when it is opened again.
    package let lastClosedAt: Date?
    /// When it was last seen open after it was closed.
    package let reopenedAt: Date?
    /// Above 1 for a story that came back after its ticket was closed.
    package let generation: Int
    /// Mentions of its story, since its first answer.
    package let mentionsAfterAnswer: Int

    /// What it is about, where that may have to be told: of one that is neither answered nor closed.
    package var post: TicketStanding.Post?

    /// What tells it apart from every other.
    package struct Name: Hashable, Sendable {
        package let destination: TicketDestination.ID
        package let key: String

        package init(destination: TicketDestination.ID, key: String) {
            self.destination = destination
            self.key = key
        }
    }

    package var name: Name { Name(destination: destination, key: key) }

    /// Of the first ticket of its story.
    package var firstKey: String {
        generation == 1 ? key : String(key.dropLast("-\(generation)".count))
    }

    package init(
        destination: TicketDestination.ID, key: String, team: Team.ID, severity: Severity,
        heardAt: Date?, answerBy: Date?, ticket: RemoteTicket?, isOnItsWay: Bool,
        phase: TicketStatus.Phase?,
        firstResponseAt: Date?, closedAt: Date?, reopenings: Int,
        lastClosedAt: Date? = nil, reopenedAt: Date? = nil, generation: Int = 1,
        mentionsAfterAnswer: Int = 0
    ) {
        self.destination = destination
        self.key = key
        self.team = team
        self.severity = severity
        self.heardAt = heardAt
        self.answerBy = answerBy
        self.ticket = ticket
        self.isOnItsWay = isOnItsWay
        self.phase = phase
        self.firstResponseAt = firstResponseAt
        self.closedAt = closedAt
        self.reopenings = reopenings
        self.lastClosedAt = lastClosedAt
        self.reopenedAt = reopenedAt
        self.generation = generation
        self.mentionsAfterAnswer = mentionsAfterAnswer
    }
}
