package import Model

// What outboxes hold of an entry that is to go, beside the deliveries that are of it alone.
extension Store {
    /// Has whatever is not over and may speak of an entry be written anew, without that entry.
    ///
    /// What a server said of a notice or a ticket that it refused may quote the entry, and goes too. A
    /// process that has written one already, and no longer holds the lock of the archive, cannot send
    /// it.
    ///
    /// - Parameters:
    ///   - story: of the entry; its other mentions name each other. `nil` where it has none yet.
    ///   - moment: when the entry is reported, in seconds since 1970.
    static func takeOutOfOutboxes(story: Int64?, reportedAt moment: Int64, in database: Database)
        throws
    {
        // A ticket is told of for as long as nobody answers it, by what it is about.
        let told = """
            through >= ?1 AND (after < ?1 OR EXISTS (SELECT 1 FROM ticket WHERE story = ?3))
            """
        try database.cachedStatement(
            sql: """
                UPDATE notice SET content = NULL, claim = claim + 1,
                    reason = CASE WHEN reason IS NOT NULL AND \(told) THEN ?2 ELSE reason END
                WHERE \(OutboxTable.isNotOver)
                    AND (content IS NOT NULL OR \(OutboxTable.isOpen) OR reason <> ?2 AND \(told))
                """
        ).execute(arguments: [moment, forgottenReason, story])
        guard let story else { return }
        // One that lists many has none of their words, but where they are.
        try database.cachedStatement(
            sql: """
                UPDATE ticket_delivery SET content = NULL, claim = claim + 1,
                    reason = CASE WHEN reason IS NOT NULL THEN ?2 END
                WHERE \(OutboxTable.isNotOver)
                    AND (content IS NOT NULL OR \(OutboxTable.isOpen) OR reason <> ?2)
                    AND ticket IN (
                        SELECT id FROM ticket WHERE story = ?1
                        UNION SELECT listed_in FROM ticket WHERE story = ?1)
                """
        ).execute(arguments: [story, forgottenReason])
    }

    /// The same for those of the entries that name a brand and are to name none any more: whoever
    /// erases one of them later does not look for it in the outboxes.
    static func takeOutOfOutboxes(unnaming entries: [Int64], in database: Database) throws {
        let find = try database.cachedStatement(
            sql: "SELECT story, reported_at FROM entry WHERE id = ? AND is_mention")
        for row in try find.rows(ofEach: entries.map { [$0] }).joined() {
            try takeOutOfOutboxes(
                story: row["story"], reportedAt: row["reported_at"], in: database)
        }
    }

    /// Tickets that tell of entries, of them alone or in a list, and are, or may be, where they were
    /// sent; by destination and key.
    package func ticketsTelling(of entries: [Int64]) throws(StoreError) -> [SentTicket] {
        guard try reading({ try $0.exists("ticket") }) else { return [] }
        var all: Set<SentTicket> = []
        for batch in entries.batches(of: Self.entriesAtOnce) {
            let keys = ListParameter.of(batch)
            let tickets = try reading { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT told.destination, told.key,
                            coalesce(told.remote_address, told.remote_id) AS place
                        FROM ticket_delivery AS delivery
                            JOIN ticket AS own ON own.id = delivery.ticket
                            JOIN ticket AS told ON told.id = CASE delivery.state
                                WHEN 'summarized' THEN own.listed_in ELSE own.id END
                        WHERE delivery.entry IN (\(ListParameter.numbers))
                            AND (delivery.state IN ('sending', 'unclear', 'delivered')
                                -- It may be told by the comment before it.
                                OR delivery.state = 'pending' AND EXISTS (
                                    SELECT 1 FROM ticket_delivery AS comment
                                    WHERE comment.ticket = own.id AND comment.id < delivery.id
                                        AND comment.operation = 'comment'
                                        AND comment.state IN ('sending', 'unclear'))
                                OR delivery.state = 'summarized' AND EXISTS (
                                    SELECT 1 FROM ticket_delivery AS list
                                    WHERE list.ticket = told.id
                                        AND list.state IN ('sending', 'unclear', 'delivered')))
                        """, arguments: [keys]
                ).map { row in
                    let place: String? = row["place"]
                    return SentTicket(
                        destination: TicketDestination.ID(row["destination"]),
                        ticket: place ?? row["key"])
                }
            }
            all.formUnion(tickets)
        }
        return all.sorted { ($0.destination.value, $0.ticket) < ($1.destination.value, $1.ticket) }
    }

    // MARK: - Private

    private static let entriesAtOnce = 1_000

    private static let forgottenReason =
        "why is forgotten with a post that it was about; have it tried again"
}

/// A ticket where it was sent.
package struct SentTicket: Hashable, Sendable, Codable {
    package let destination: TicketDestination.ID
    /// Its address there, or its number, or the key that it was sent with.
    package let ticket: String
}
