package import Foundation
package import Model

// The one ticket that stands for those beyond a run's limit.
extension Store {
    /// Makes one ticket that stands for all that wait for a destination and have none.
    ///
    /// A story of which something may have been sent is left to its own ticket.
    ///
    /// - Parameter draft: the key and the content of the ticket that lists these entries.
    /// - Returns: its delivery, and how many it stands for; `nil` where nothing waits.
    package func summarizeDeliveries(
        to destination: TicketDestination.ID, now: Date,
        _ draft: ([HeardEntry]) throws -> (key: String, content: Data)
    ) throws(StoreError) -> (list: TicketDelivery, mentions: Int)? {
        let made: (id: Int64, mentions: Int)? = try writing { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns), ticket_delivery.id AS delivery,
                        ticket_delivery.ticket AS ticket
                    FROM ticket_delivery JOIN ticket ON ticket.id = ticket_delivery.ticket
                        JOIN entry ON entry.id = ticket_delivery.entry
                    WHERE state = 'pending' AND destination = ? AND remote_id IS NULL
                        AND \(OutboxTable.isDue)
                        AND NOT EXISTS (
                            SELECT 1 FROM ticket_delivery AS begun
                            WHERE begun.ticket = ticket.id AND (begun.attempts > 0
                                OR begun.state IN ('sending', 'unclear', 'dead')))
                    ORDER BY ticket_delivery.id
                    """,
                arguments: [destination.value] + OutboxTable.dueArguments(at: now))
            guard !rows.isEmpty else { return nil }
            let made = try draft(try rows.map { try HeardEntry($0) })
            let ticket = try database.cachedStatement(
                sql: """
                    INSERT INTO ticket (destination, key, first_key, created_at) VALUES (?, ?, ?, ?)
                    """
            ).insert(arguments: [destination.value, made.key, made.key, now.unixSeconds])
            for row in rows {
                try database.cachedStatement(
                    sql: """
                        UPDATE ticket_delivery SET state = 'summarized', claim = claim + 1
                        WHERE id = ?
                        """
                ).execute(arguments: [row["delivery"] as Int64])
                try database.cachedStatement(sql: "UPDATE ticket SET listed_in = ? WHERE id = ?")
                    .execute(arguments: [ticket, row["ticket"] as Int64])
            }
            let list = try database.cachedStatement(
                sql: """
                    INSERT INTO ticket_delivery (ticket, identity, operation, content, created_at)
                    VALUES (?, ?, 'create', ?, ?)
                    """
            ).insert(arguments: [ticket, made.key, made.content, now.unixSeconds])
            return list.map { ($0, rows.count) }
        }
        guard let made, let list = try delivery(made.id, in: .tickets) else { return nil }
        return (list, made.mentions)
    }

    /// What is left of the entries that a ticket lists, in their order.
    package func entries(listedBy list: TicketDelivery) throws(StoreError) -> [HeardEntry] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns)
                    FROM ticket JOIN ticket_delivery ON ticket_delivery.ticket = ticket.id
                        JOIN entry ON entry.id = ticket_delivery.entry
                    WHERE ticket.listed_in = ? AND state = 'summarized'
                    ORDER BY ticket_delivery.id
                    """, arguments: [list.ticket]
            ).map { try HeardEntry($0) }
        }
    }

    /// The key of the ticket that lists a delivery's story; `nil` where the story has its own.
    package func keyOfList(telling delivery: TicketDelivery) throws(StoreError) -> String? {
        try reading { database in
            try String.fetchOne(
                database,
                sql: """
                    SELECT list.key FROM ticket JOIN ticket AS list ON list.id = ticket.listed_in
                    WHERE ticket.id = ?
                    """, arguments: [delivery.ticket])
        }
    }
}
