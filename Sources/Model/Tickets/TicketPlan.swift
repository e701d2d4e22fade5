package import Foundation

/// That an entry is to be told to a destination, and by which names.
package struct TicketPlan: Hashable, Sendable {
    package let destination: TicketDestination.ID
    /// The key of the story's first ticket.
    package let firstKey: String
    /// Names what the entry says: a copy of it under another guid has the same.
    package let identity: String
    package let answerBy: Date?
    package let maximumComments: Int
    package let reopensWithin: Duration

    package init(
        destination: TicketDestination.ID, firstKey: String, identity: String, answerBy: Date?,
        maximumComments: Int, reopensWithin: Duration
    ) {
        self.destination = destination
        self.firstKey = firstKey
        self.identity = identity
        self.answerBy = answerBy
        self.maximumComments = maximumComments
        self.reopensWithin = reopensWithin
    }

    /// The key of the ticket that a story gets when it comes back after the one before was closed.
    ///
    /// - Parameter generation: 1 for the first.
    package static func key(_ firstKey: String, generation: Int) -> String {
        generation == 1 ? firstKey : "\(firstKey)-\(generation)"
    }
}
