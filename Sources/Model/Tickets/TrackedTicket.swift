package import Foundation

/// A story's ticket, from when it was heard to when it was answered.
package struct TrackedTicket: Hashable, Sendable {
    package let destination: TicketDestination.ID
    package let key: String
    package let team: Team.ID
    package let severity: Severity
    package let heardAt: Date?
    package let answerBy: Date?
    /// `nil` while it is on its way.
    package let ticket: RemoteTicket?
    /// `nil` where its system has not told yet, or tells nothing.
    package let phase: TicketStatus.Phase?
    package let firstResponseAt: Date?
    package let closedAt: Date?
    package let reopenings: Int

    package init(
        destination: TicketDestination.ID, key: String, team: Team.ID, severity: Severity,
        heardAt: Date?, answerBy: Date?, ticket: RemoteTicket?, phase: TicketStatus.Phase?,
        firstResponseAt: Date?, closedAt: Date?, reopenings: Int
    ) {
        self.destination = destination
        self.key = key
        self.team = team
        self.severity = severity
        self.heardAt = heardAt
        self.answerBy = answerBy
        self.ticket = ticket
        self.phase = phase
        self.firstResponseAt = firstResponseAt
        self.closedAt = closedAt
        self.reopenings = reopenings
    }
}
