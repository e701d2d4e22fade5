package import Foundation
package import Model

// A story whose ticket takes nothing more.
extension Store {
    /// Moves a delivery, and those behind it, to a new ticket of their story, unless somebody else has
    /// claimed it since.
    ///
    /// - Parameters:
    ///   - isGone: whether the old one is no longer there; otherwise it is closed for good.
    ///   - answerBy: when the new one is to be answered.
    package func beginAnew(
        _ delivery: TicketDelivery, isGone: Bool, answerBy: Date?, now: Date
    ) throws(StoreError) {
        try writing { database in
            // What was forgotten meanwhile is told to nobody.
            guard let sequence = delivery.entry,
                let entry = try Self.entry(numbered: sequence, in: database),
                let firstKey = try String.fetchOne(
                    database,
                    sql: """
                        SELECT first_key FROM ticket JOIN ticket_delivery AS delivery
                            ON delivery.ticket = ticket.id
                        WHERE ticket.id = ? AND delivery.id = ? AND claim = ?
                        """, arguments: [delivery.ticket, delivery.id, delivery.claim])
            else { return }
            if isGone {
                try database.execute(
                    sql: "UPDATE ticket SET phase = 'gone', observed_at = ? WHERE id = ?",
                    arguments: [now.unixSeconds, delivery.ticket])
            }
            let ticket = try Self.insertTicket(
                to: delivery.destination, firstKey: firstKey, answerBy, entry, now: now,
                in: database)
            try database.execute(
                sql: """
                    UPDATE ticket_delivery SET ticket = ?, state = 'pending', operation = NULL,
                        content = NULL, attempts = 0, not_before = NULL, last_sent_at = NULL,
                        claim = claim + 1
                    WHERE ticket = ? AND id >= ? AND \(OutboxTable.isNotOver)
                    """, arguments: [ticket, delivery.ticket, delivery.id])
        }
    }
}
