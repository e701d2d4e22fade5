package import Model
package import Ticketing

/// What would be sent.
package struct TicketPreview: Sendable, Codable {
    package enum Operation: String, Sendable, Codable {
        case create, comment
        /// It is there already.
        case skip
        /// It would be told by one ticket that lists many.
        case list
    }

    package var operation: Operation
    package let destination: TicketDestination.ID
    package let key: String
    /// Where there is something to say about it.
    package var why: String?
    package let draft: TicketDraft
}
