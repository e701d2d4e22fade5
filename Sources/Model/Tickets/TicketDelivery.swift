package import Foundation

/// A mention on its way to a queue, as the outbox keeps it.
package struct TicketDelivery: Hashable, Sendable, Identifiable {
    package enum State: String, Sendable, CaseIterable, Codable {
        /// Nothing has been sent that the system may have taken.
        case pending
        /// Begun, and not known to be over: the process may have ended in between.
        case sending
        /// Sent, and the answer was lost.
        case unclear
        case delivered
        /// Cannot be delivered as it is, for the reason given.
        case dead
        /// Told by a ticket that lists many.
        case summarized
        /// Given up by somebody, for the reason given.
        case dropped
    }

    package enum Operation: String, Sendable, CaseIterable, Codable {
        case create, comment
    }

    package let id: Int64
    /// The row of the ticket, which all mentions of a story share.
    package let ticket: Int64
    package let destination: TicketDestination.ID
    package let key: String
    /// The number of the entry; `nil` for a ticket that lists many.
    package let entry: Int64?
    /// Of the mention that its ticket began with; `nil` where it stands for many.
    package var severity: Severity?
    package var state: State
    /// Set with the content.
    package var operation: Operation?
    /// What is sent, made once, so that a repeated request has the same bytes.
    package var content: Data?
    package var attempts: Int
    package var notBefore: Date?
    package var lastSentAt: Date?
    package let createdAt: Date
    package var reason: String?
    /// How often it was taken to be sent, or what it says was taken back: who knows it by an earlier
    /// number has no say in it any more.
    package var claim: Int64
    /// Others of its ticket that it tells of, and that are over with it.
    package var told: [Int64] = []
    /// The ticket in its system, once there is one.
    package var remote: RemoteTicket?
    /// Whether that one was closed when its system was last asked.
    package var isClosed: Bool
    /// The state that it was in then, as its system names it.
    package var remoteState: String?

    package init(
        id: Int64, ticket: Int64, destination: TicketDestination.ID, key: String, entry: Int64?,
        severity: Severity? = nil, state: State = .pending, operation: Operation? = nil,
        content: Data? = nil, attempts: Int = 0, notBefore: Date? = nil, lastSentAt: Date? = nil,
        createdAt: Date, reason: String? = nil, claim: Int64 = 0, remote: RemoteTicket? = nil,
        isClosed: Bool = false
    ) {
        self.id = id
        self.ticket = ticket
        self.destination = destination
        self.key = key
        self.entry = entry
        self.severity = severity
        self.state = state
        self.operation = operation
        self.content = content
        self.attempts = attempts
        self.notBefore = notBefore
        self.lastSentAt = lastSentAt
        self.createdAt = createdAt
        self.reason = reason
        self.claim = claim
        self.remote = remote
        self.isClosed = isClosed
    }
}

/// A ticket as its own system knows it.
package struct RemoteTicket: Hashable, Sendable, Codable {
    package let id: String
    /// Where an agent opens it.
    package let address: String?
    /// Whether it was there when we looked, made by an attempt whose answer we never had.
    package var wasFound: Bool

    package init(id: String, address: String? = nil, wasFound: Bool = false) {
        self.id = id
        self.address = address
        self.wasFound = wasFound
    }
}

/// How a ticket stands in its system.
package struct TicketStatus: Hashable, Sendable {
    package enum Phase: String, Sendable, CaseIterable, Codable {
        case open, closed
        /// No longer there, or no longer ours to see.
        case gone
    }

    /// The ticket's id in its system.
    package let id: String
    package let phase: Phase
    /// As the system names it.
    package let name: String
    package let createdAt: Date?
    /// The first word of somebody else to the outside or, where the system has no such thing, at all.
    package let firstResponseAt: Date?
    /// `nil` while it is open, whatever the system remembers of an earlier time.
    package let closedAt: Date?
    package let changedAt: Date

    package init(
        id: String, phase: Phase, name: String, createdAt: Date?, firstResponseAt: Date?,
        closedAt: Date?, changedAt: Date
    ) {
        self.id = id
        self.phase = phase
        self.name = name
        self.createdAt = createdAt
        self.firstResponseAt = firstResponseAt
        self.closedAt = closedAt
        self.changedAt = changedAt
    }
}
