package import Foundation
package import Model

extension Store {
    /// Decides for every mention that came since the last time whether it becomes a ticket.
    ///
    /// A mention is a candidate from the commit on that stores it, and stays one until it is decided
    /// upon: what was decided is stored in the transaction in which it stops being one. So nothing is
    /// lost or told twice, wherever a process ends.
    ///
    /// - Parameter plan: where an entry goes, if anywhere; called with the entry and with the first one
    ///   of its story, which is the same where that one is no longer there.
    /// - Returns: how many are to be told.
    package func planTickets(
        now: Date, _ plan: (_ entry: HeardEntry, _ first: HeardEntry) -> TicketPlan?
    ) throws(StoreError) -> Int {
        let keys = try reading { try Self.candidates(in: $0) }
        var planned = 0
        for batch in keys.batches(of: Self.planningBatch) {
            planned += try writing { database in
                try batch.count { try Self.decide(plan, on: $0, now: now, in: database) }
            }
        }
        return planned
    }

    /// The deliveries that would go out if it were decided now, with the ticket that their story had
    /// before; nothing is kept of it.
    ///
    /// - Parameter since: what was said from then on is considered once more; `nil` for nothing.
    package func previewTickets(
        now: Date, since: Date? = nil,
        _ plan: (_ entry: HeardEntry, _ first: HeardEntry) -> TicketPlan?
    ) throws(StoreError) -> [(delivery: TicketDelivery, previous: RemoteTicket?)] {
        try rehearsing { database in
            if let since { try Self.reconsider(since: since, in: database) }
            for key in try Self.candidates(in: database) {
                try Self.decide(plan, on: key, now: now, in: database)
            }
            return try TicketDelivery.fetch(
                from: .tickets,
                where: """
                    \(OutboxTable.isOpen) AND \(OutboxTable.isBehindNone(whose: "state = 'dead'"))
                    """, [], in: database
            ).map { ($0, try Self.previousTicket(to: $0, in: database)) }
        }
    }

    /// Makes the mentions said from a moment on candidates again: a new destination may want them, and
    /// what has been told already is not told again.
    package func reconsiderTickets(since moment: Date) throws(StoreError) {
        try writing { try Self.reconsider(since: moment, in: $0) }
    }

    /// With no tickets asked for, nothing is kept for them.
    package func dropTicketCandidates() throws(StoreError) {
        try writing { try $0.execute(sql: "DELETE FROM ticket_candidate") }
    }

    /// For the commit of an entry.
    func offerAsTicket(_ entry: Int64, _ tags: PackedTags, in database: Database) throws {
        guard tags.isMention, !tags.isSpam else { return }
        try database.cachedStatement(
            sql: "INSERT INTO ticket_candidate VALUES (?) ON CONFLICT DO NOTHING"
        ).execute(arguments: [entry])
    }

    // MARK: - Private

    private static let planningBatch = 500

    private static func reconsider(since moment: Date, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO ticket_candidate
                SELECT id FROM entry WHERE is_mention AND date >= ?
                ON CONFLICT DO NOTHING
                """, arguments: [moment.unixSeconds])
    }

    /// - Returns: whether there is something new to tell.
    @discardableResult
    private static func decide(
        _ plan: (_ entry: HeardEntry, _ first: HeardEntry) -> TicketPlan?, on key: Int64,
        now: Date, in database: Database
    ) throws -> Bool {
        guard let entry = try self.entry(where: "id = ?", key, in: database) else { return false }
        try database.cachedStatement(sql: "DELETE FROM ticket_candidate WHERE entry = ?")
            .execute(arguments: [key])
        let first =
            entry.story.reason == .first
            ? nil : try self.entry(numbered: entry.story.id, in: database)
        guard let plan = plan(entry, first ?? entry) else { return false }
        return try carryOut(plan, for: entry, key, now: now, in: database)
    }

    /// Keys of the entries to decide upon, in the order of their numbers.
    ///
    /// From the candidates, which are few, to their entries: by number, all that was ever heard would
    /// be passed over.
    private static func candidates(in database: Database) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: """
                SELECT entry.id FROM ticket_candidate
                CROSS JOIN entry ON entry.id = ticket_candidate.entry
                WHERE sequence IS NOT NULL ORDER BY sequence
                """)
    }

    static func entry(numbered sequence: Int64, in database: Database) throws -> HeardEntry? {
        try entry(where: database.entry(with: "sequence = ?"), sequence, in: database)
    }

    private static func entry(where condition: String, _ value: Int64, in database: Database)
        throws -> HeardEntry?
    {
        let statement = try database.cachedStatement(
            sql: "SELECT \(HeardEntry.columns) FROM entry WHERE \(condition)")
        return try Row.fetchOne(statement, arguments: [value]).map { try HeardEntry($0) }
    }

    /// - Returns: whether there is something new to tell.
    private static func carryOut(
        _ plan: TicketPlan, for entry: HeardEntry, _ key: Int64, now: Date, in database: Database
    ) throws -> Bool {
        let latest = try Row.fetchOne(
            database,
            sql: """
                SELECT id, generation, first_key, story, phase, closed_at, severity, answer_by,
                    first_response_at
                FROM ticket
                WHERE destination = ? AND (story = ? OR first_key = ?)
                ORDER BY generation DESC, id LIMIT 1
                """, arguments: [plan.destination.value, entry.story.id, plan.firstKey])
        guard let latest else {
            let ticket = try insertTicket(
                to: plan.destination, firstKey: plan.firstKey, plan.answerBy, entry, now: now,
                in: database)
            return try insertDelivery(plan, ticket, key, now: now, in: database)
        }
        let firstKey: String = latest["first_key"]
        guard try !isTold(plan, key, firstKey: firstKey, in: database) else { return false }
        if try hasComeBack(entry, plan, latest, in: database) {
            // The story may have passed on to another text, whose key has generations of its own.
            let ticket = try insertTicket(
                to: plan.destination, firstKey: firstKey, plan.answerBy, entry, now: now,
                in: database)
            return try insertDelivery(plan, ticket, key, now: now, in: database)
        }
        let ticket: Int64 = latest["id"]
        try hasten(latest, for: entry, plan, in: database)
        let told = try database.count("ticket_delivery WHERE ticket = ?", arguments: [ticket])
        guard told <= plan.maximumComments else { return false }
        return try insertDelivery(plan, ticket, key, now: now, in: database)
    }

    /// Raises the severity of a ticket that nobody has answered to that of a graver mention, and has it
    /// due with that mention where it is due sooner: reports would else tell of the ticket as it was
    /// when it was made.
    private static func hasten(
        _ ticket: Row, for entry: HeardEntry, _ plan: TicketPlan, in database: Database
    ) throws {
        let severity = (ticket["severity"] as String?).flatMap(Severity.init)
        guard let severity, entry.tags.severity > severity,
            ticket["first_response_at"] as Int64? == nil
        else { return }
        let times = [ticket["answer_by"] as Int64?, plan.answerBy?.unixSeconds]
        try database.cachedStatement(
            sql: "UPDATE ticket SET severity = ?, answer_by = ? WHERE id = ?"
        ).execute(arguments: [
            entry.tags.severity.rawValue, times.compactMap(\.self).min(), ticket["id"] as Int64,
        ])
    }

    /// Whether any ticket of the story has been told of the entry, or of a copy of it.
    private static func isTold(
        _ plan: TicketPlan, _ key: Int64, firstKey: String, in database: Database
    ) throws -> Bool {
        try database.exists(
            """
            ticket JOIN ticket_delivery ON ticket_delivery.ticket = ticket.id
            WHERE destination = ? AND first_key = ? AND (identity = ? OR entry = ?)
            """, arguments: [plan.destination.value, firstKey, plan.identity, key])
    }

    private static func hasComeBack(
        _ entry: HeardEntry, _ plan: TicketPlan, _ latest: Row, in database: Database
    ) throws -> Bool {
        let phase = (latest["phase"] as String?).flatMap(TicketStatus.Phase.init)
        guard phase == .closed,
            let closedAt = latest["closed_at"] as Int64?
        else { return phase == .gone }
        return entry.heardAt.unixSeconds > closedAt + plan.reopensWithin.components.seconds
    }

    /// Makes the story's next ticket, the first of its key or one more.
    static func insertTicket(
        to destination: TicketDestination.ID, firstKey: String, _ answerBy: Date?,
        _ entry: HeardEntry, now: Date, in database: Database
    ) throws -> Int64 {
        let latest = try Int.fetchOne(
            database,
            sql: "SELECT max(generation) FROM ticket WHERE destination = ? AND first_key = ?",
            arguments: [destination.value, firstKey])
        let generation = (latest ?? 0) + 1
        let number = try database.cachedStatement(
            sql: """
                INSERT INTO ticket (
                    destination, key, first_key, generation, story, team, severity, heard_at,
                    answer_by, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).insert(arguments: [
            destination.value, TicketPlan.key(firstKey, generation: generation), firstKey,
            generation, entry.story.id, entry.tags.team.value, entry.tags.severity.rawValue,
            entry.heardAt.unixSeconds, answerBy?.unixSeconds, now.unixSeconds,
        ])
        guard let number else { preconditionFailure("an INSERT without a conflict inserts") }
        return number
    }

    private static func insertDelivery(
        _ plan: TicketPlan, _ ticket: Int64, _ entry: Int64, now: Date, in database: Database
    ) throws -> Bool {
        try database.cachedStatement(
            sql: """
                INSERT INTO ticket_delivery (ticket, entry, identity, created_at)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        ).insert(arguments: [ticket, entry, plan.identity, now.unixSeconds]) != nil
    }
}
