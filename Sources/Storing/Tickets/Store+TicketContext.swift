package import Model

// What surrounds a mention that a ticket is to tell.
extension Store {
    /// Other entries of a story, those heard first in front.
    package func entries(ofStoryOf entry: HeardEntry, limit: Int) throws(StoreError) -> [HeardEntry]
    {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns) FROM entry
                    WHERE (\(database.entry(with: "sequence = ?1")) OR story = ?1 AND story <> sequence)
                        AND sequence <> ?2 AND is_mention
                    ORDER BY sequence LIMIT ?3
                    """, arguments: [entry.story.id, entry.sequence, limit]
            ).map { try HeardEntry($0) }
        }
    }

    /// Mentions that the author of an entry made before it, the latest in front, and how many there
    /// are in all.
    package func history(ofAuthorOf entry: HeardEntry, limit: Int)
        throws(StoreError) -> (latest: [HeardEntry], count: Int)
    {
        guard let author = entry.author else { return ([], 0) }
        let condition = "author = ? AND is_mention AND date < ? AND sequence IS NOT NULL"
        let arguments: StatementArguments = [author, entry.date.unixSeconds]
        return try reading { database in
            let latest = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns) FROM entry WHERE \(condition)
                    ORDER BY date DESC, sequence DESC LIMIT ?
                    """, arguments: arguments + [limit]
            ).map { try HeardEntry($0) }
            return (
                latest, try database.count("entry WHERE \(condition)", arguments: arguments)
            )
        }
    }

    /// The ticket that a story had before this one.
    package func previousTicket(to delivery: TicketDelivery) throws(StoreError) -> RemoteTicket? {
        try reading { try Self.previousTicket(to: delivery, in: $0) }
    }

    static func previousTicket(to delivery: TicketDelivery, in database: Database) throws
        -> RemoteTicket?
    {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT earlier.remote_id, earlier.remote_address, earlier.was_found
                FROM ticket JOIN ticket AS earlier ON earlier.destination = ticket.destination
                    AND earlier.first_key = ticket.first_key
                    AND earlier.generation = ticket.generation - 1
                WHERE ticket.id = ? AND earlier.remote_id IS NOT NULL
                """, arguments: [delivery.ticket])
        return row.flatMap(RemoteTicket.init)
    }
}
