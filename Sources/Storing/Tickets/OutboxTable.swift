import Foundation
import Model

/// The two outboxes of the archive: tickets on their way to systems, notices on their way to people.
///
/// Both are worked through in the same way, by `Store+Outboxes.swift`; here is what sets them apart.
package enum OutboxTable: Sendable {
    case tickets, notices

    /// Whether a delivery may be begun, in the words of the index over those that may.
    static let isOpen = "state IN ('pending', 'sending', 'unclear')"
    /// Whether it may be begun or, being dead, waits for a person.
    static let isNotOver = "state IN ('pending', 'sending', 'unclear', 'dead')"
    /// Whether it is due at a moment; with `dueArguments(at:longestWait:)`.
    static let isDue = "(coalesce(not_before, 0) <= ? OR not_before > ?)"

    /// No system is waited for longer: a week is the most that one may ask for, and a day for chance.
    package static let longestWait = Duration.seconds(8 * 86_400)

    /// - Parameter longestWait: what is put off for longer was put off by a clock that was ahead, and
    ///   is due at once.
    static func dueArguments(at now: Date, longestWait: Duration = Self.longestWait)
        -> StatementArguments
    {
        let farthest = now.addingTimeInterval(longestWait / .seconds(1))
        return [now.unixSeconds, farthest.unixSeconds]
    }

    var name: String {
        switch self {
        case .tickets: "ticket_delivery"
        case .notices: "notice"
        }
    }

    /// Rows from which deliveries are read.
    ///
    /// A notice is read as if it were the delivery of a ticket that stands for many.
    var rows: String {
        switch self {
        case .tickets:
            """
            SELECT delivery.*, destination, key, remote_id, remote_address, was_found, sequence,
                ticket.severity AS severity, ticket.phase AS phase,
                ticket.status AS remote_state
            FROM ticket_delivery AS delivery JOIN ticket ON ticket.id = delivery.ticket
                LEFT JOIN entry ON entry.id = delivery.entry
            """
        case .notices:
            """
            SELECT delivery.*, id AS ticket, channel AS destination, NULL AS sequence,
                NULL AS severity, NULL AS phase, NULL AS remote_state,
                CASE WHEN content IS NOT NULL THEN 'create' END AS operation,
                NULL AS remote_id, NULL AS remote_address, NULL AS was_found
            FROM notice AS delivery
            """
        }
    }

    /// The column of `rows` that says where it goes.
    var destination: String {
        switch self {
        case .tickets: "ticket.destination"
        case .notices: "channel"
        }
    }

    /// Whether nothing of the same ticket stands before a delivery.
    ///
    /// One that is dead holds up those behind it, until it is tried again or dropped, and so does the
    /// ticket that lists a story. A notice stands alone.
    var isFirst: String {
        switch self {
        case .tickets: Self.isBehindNone(whose: Self.isNotOver)
        case .notices: "TRUE"
        }
    }

    /// Open deliveries that stand behind others of their ticket, each with the first of those.
    var held: String {
        switch self {
        case .tickets:
            """
            SELECT delivery.id AS id, min(earlier.id) AS earlier
            FROM ticket_delivery AS delivery JOIN ticket ON ticket.id = delivery.ticket
                JOIN ticket_delivery AS earlier
                    ON earlier.ticket = delivery.ticket AND earlier.id < delivery.id
                        OR earlier.ticket = ticket.listed_in
            WHERE delivery.\(Self.isOpen) AND earlier.\(Self.isNotOver)
            GROUP BY delivery.id
            """
        case .notices: "SELECT id, id AS earlier FROM notice WHERE FALSE"
        }
    }

    /// Whether no earlier delivery of the same ticket, and none of the ticket that lists it, is in a
    /// certain state.
    ///
    /// - Parameter condition: begins with `state`.
    static func isBehindNone(whose condition: String) -> String {
        """
        NOT EXISTS (
            SELECT 1 FROM ticket_delivery AS earlier
            WHERE (earlier.ticket = delivery.ticket AND earlier.id < delivery.id
                    OR earlier.ticket = ticket.listed_in)
                AND earlier.\(condition))
        """
    }
}
