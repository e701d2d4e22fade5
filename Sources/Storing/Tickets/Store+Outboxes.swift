package import Foundation
package import Model

// What is on its way out, tickets and notices alike.
extension Store {
    /// The next deliveries to a destination that may be begun, in order: of each ticket the first that
    /// is not over.
    ///
    /// - Parameters:
    ///   - after: only those with a number above this one.
    ///   - longestWait: as `OutboxTable.dueArguments(at:longestWait:)`.
    package func dueDeliveries(
        in table: OutboxTable, to destination: TicketDestination.ID, after: Int64, now: Date,
        longestWait: Duration = OutboxTable.longestWait
    ) throws(StoreError) -> [TicketDelivery] {
        try deliveries(
            in: table,
            where: """
                \(OutboxTable.isOpen) AND \(table.destination) = ? AND delivery.id > ?
                AND \(OutboxTable.isDue) AND \(table.isFirst)
                """,
            [destination.value, after]
                + OutboxTable.dueArguments(at: now, longestWait: longestWait),
            limit: Self.dueAtOnce)
    }

    /// How many deliveries to a destination are to be begun, now or later.
    package func openDeliveries(in table: OutboxTable, to destination: TicketDestination.ID)
        throws(StoreError) -> Int
    {
        try reading { database in
            try database.count(
                """
                (\(table.rows)
                    WHERE \(OutboxTable.isOpen) AND \(table.destination) = ?) AS due
                """, arguments: [destination.value])
        }
    }

    /// Deliveries in certain states, oldest first.
    ///
    /// - Parameters:
    ///   - states: `nil` for all.
    ///   - destination: `nil` for all.
    ///   - moment: when they were made at the latest; `nil` for any time.
    package func deliveries(
        in table: OutboxTable, standing states: Set<TicketDelivery.State>?,
        to destination: TicketDestination.ID? = nil, madeBy moment: Date? = nil, limit: Int
    ) throws(StoreError) -> [TicketDelivery] {
        let names = (states ?? Set(TicketDelivery.State.allCases)).map(\.rawValue).sorted()
        let places = names.map { _ in "?" }.joined(separator: ", ")
        return try deliveries(
            in: table,
            where: """
                state IN (\(places)) AND coalesce(\(table.destination) = ?, TRUE)
                    AND delivery.created_at <= ?
                """,
            StatementArguments(names) + [destination?.value, moment?.unixSeconds ?? .max],
            limit: limit)
    }

    /// How many deliveries are dead.
    ///
    /// - Parameter destination: `nil` for all.
    package func deadDeliveries(
        in table: OutboxTable, to destination: TicketDestination.ID? = nil
    ) throws(StoreError) -> Int {
        try reading { database in
            try database.count(
                """
                (\(table.rows)
                    WHERE state = 'dead' AND coalesce(\(table.destination) = ?, TRUE)) AS dead
                """, arguments: [destination?.value])
        }
    }

    /// Deliveries that cannot be begun before another one of their ticket is over, each with that one.
    package func heldDeliveries(in table: OutboxTable) throws(StoreError) -> [Int64: Int64] {
        try reading { database in
            try Row.fetchAll(database, sql: table.held).reduce(into: [:]) { held, row in
                held[row["id"]] = row["earlier"] as Int64
            }
        }
    }

    /// The later deliveries of the same ticket that were never begun.
    package func deliveries(behind delivery: TicketDelivery) throws(StoreError) -> [TicketDelivery]
    {
        try deliveries(
            in: .tickets,
            where: """
                delivery.ticket = ? AND delivery.id > ? AND state = 'pending'
                    AND last_sent_at IS NULL AND entry IS NOT NULL
                """, [delivery.ticket, delivery.id], limit: .max)
    }

    package func delivery(_ id: Int64, in table: OutboxTable) throws(StoreError) -> TicketDelivery?
    {
        try deliveries(in: table, where: "delivery.id = ?", [id], limit: 1).first
    }

    /// Claims a delivery for one process to send it, and keeps it as it is now.
    ///
    /// Of several that have read it one gets it, should two believe that they alone are at work. That
    /// one has it for good: whoever claims it again, once `notBefore` is over, does so under a higher
    /// number.
    ///
    /// - Returns: the number under which it is ours; `nil` where somebody else has claimed or ended it
    ///   since it was read, or what it says was taken back.
    package func claim(_ delivery: TicketDelivery, in table: OutboxTable) throws(StoreError)
        -> Int64?
    {
        try writing { database in
            let next = delivery.claim + 1
            let isOurs = try Self.update(
                delivery, in: table, claim: next, where: OutboxTable.isOpen, database)
            return isOurs ? next : nil
        }
    }

    /// Keeps what has become of a delivery and, with it, of its ticket.
    ///
    /// - Returns: `false` where nothing was kept, as somebody else has taken it since, or what it says
    ///   was taken back.
    @discardableResult
    package func save(_ delivery: TicketDelivery, in table: OutboxTable) throws(StoreError) -> Bool
    {
        try writing { database in
            try Self.update(delivery, in: table, claim: delivery.claim, where: "TRUE", database)
        }
    }

    /// Has dead deliveries tried again, written anew by the rules of now.
    ///
    /// - Parameter ids: `nil` for all.
    /// - Returns: how many there were.
    package func retryDeliveries(_ ids: [Int64]?, in table: OutboxTable) throws(StoreError) -> Int {
        try writing { database in
            let dead = try Int64.fetchAll(
                database, sql: "SELECT id FROM \(table.name) WHERE state = 'dead' ORDER BY id")
            return try (ids ?? dead).reduce(0) { count, id in
                let changed = try database.countChanges(
                    sql: """
                        UPDATE \(table.name) SET state = 'pending', attempts = 0, not_before = NULL,
                            content = NULL, claim = claim + 1
                        WHERE id = ? AND state = 'dead'
                        """, arguments: [id])
                return count + changed
            }
        }
    }

    /// Takes open deliveries to destinations that there are no more for dead, so that a person looks
    /// after them.
    ///
    /// - Parameters:
    ///   - destinations: those that there are.
    ///   - reason: why each of the others is dead.
    package func closeDeliveries(
        in table: OutboxTable, exceptTo destinations: [TicketDestination.ID],
        reason: (TicketDestination.ID) -> String
    ) throws(StoreError) {
        let there = Set(destinations)
        try writing { database in
            let open = try TicketDelivery.fetch(
                from: table, where: OutboxTable.isOpen, [], in: database)
            for delivery in open where !there.contains(delivery.destination) {
                try database.cachedStatement(
                    sql: """
                        UPDATE \(table.name) SET state = 'dead', not_before = NULL, reason = ?,
                            claim = claim + 1
                        WHERE id = ?
                        """
                ).execute(arguments: [reason(delivery.destination), delivery.id])
            }
        }
    }

    /// Gives a delivery up.
    ///
    /// - Parameters:
    ///   - hasArrived: whether its ticket was seen where it was to go, so that further mentions are added
    ///     to it; it is known there by our key.
    ///   - told: others of its ticket that arrived with it.
    /// - Returns: whether there was one that is not over.
    package func dropDelivery(
        _ id: Int64, in table: OutboxTable, reason: String, hasArrived: Bool = false,
        telling told: [Int64] = []
    ) throws(StoreError) -> Bool {
        try writing { database in
            if hasArrived, table == .tickets {
                try database.execute(
                    sql: """
                        UPDATE ticket SET remote_id = arrived.key
                        FROM (
                            SELECT ticket.id, ticket.key
                            FROM ticket JOIN ticket_delivery ON ticket_delivery.ticket = ticket.id
                            WHERE ticket_delivery.id = ? AND \(OutboxTable.isNotOver)
                        ) AS arrived
                        WHERE ticket.remote_id IS NULL
                            AND (ticket.id = arrived.id OR ticket.listed_in = arrived.id)
                        """, arguments: [id])
            }
            let dropped = try database.countChanges(
                sql: """
                    UPDATE \(table.name) SET state = 'dropped', reason = ?, content = NULL,
                        claim = claim + 1
                    WHERE id = ? AND \(OutboxTable.isNotOver)
                    """, arguments: [reason, id])
            guard dropped > 0 else { return false }
            for other in told {
                try database.execute(
                    sql: """
                        UPDATE ticket_delivery SET state = 'dropped', reason = ?, content = NULL,
                            claim = claim + 1
                        WHERE id = ? AND state = 'pending'
                            AND ticket = (SELECT ticket FROM ticket_delivery WHERE id = ?)
                        """, arguments: [reason, other, id])
            }
            return true
        }
    }

    // MARK: - Private

    private static let dueAtOnce = 200

    private func deliveries(
        in table: OutboxTable, where condition: String, _ arguments: StatementArguments, limit: Int
    ) throws(StoreError) -> [TicketDelivery] {
        try reading { database in
            try TicketDelivery.fetch(
                from: table, where: condition, arguments, limit: limit, in: database)
        }
    }

    /// - Parameter claim: the number that it is known by from now on.
    /// - Returns: whether it was still known by its own.
    private static func update(
        _ delivery: TicketDelivery, in table: OutboxTable, claim: Int64, where condition: String,
        _ database: Database
    ) throws -> Bool {
        // A process that ends between two whole seconds must not come back too early.
        let notBefore = delivery.notBefore.map { $0.timeIntervalSince1970.rounded(.up) }
        let changed = try database.cachedStatement(
            sql: """
                UPDATE \(table.name) SET state = ?, content = ?, attempts = ?, not_before = ?,
                    last_sent_at = ?, reason = ?, claim = ?
                WHERE id = ? AND claim = ? AND \(condition)
                """
        ).countChanges(arguments: [
            delivery.state.rawValue,
            // What has been told is not kept a second time.
            delivery.state == .delivered ? nil : delivery.content,
            delivery.attempts, notBefore.map { Int64($0) },
            delivery.lastSentAt?.unixSeconds, delivery.reason, claim, delivery.id, delivery.claim,
        ])
        guard changed > 0 else { return false }
        switch table {
        case .tickets: try saveTicket(of: delivery, in: database)
        case .notices: break
        }
        return true
    }

    /// Keeps which step a delivery is, and where its ticket is.
    private static func saveTicket(of delivery: TicketDelivery, in database: Database) throws {
        try database.cachedStatement(
            sql: "UPDATE ticket_delivery SET operation = ? WHERE id = ?"
        ).execute(arguments: [delivery.operation?.rawValue, delivery.id])
        guard delivery.state == .delivered else { return }
        for id in delivery.told {
            try database.cachedStatement(
                sql: """
                    UPDATE ticket_delivery SET state = 'delivered', operation = 'comment',
                        content = NULL, not_before = NULL, claim = claim + 1
                    WHERE id = ? AND ticket = ? AND state = 'pending'
                    """
            ).execute(arguments: [id, delivery.ticket])
        }
        guard let remote = delivery.remote else { return }
        // A comment may have found its ticket elsewhere. Those that a ticket lists are where it is.
        try database.cachedStatement(
            sql: """
                UPDATE ticket SET remote_id = ?1, remote_address = ?2, was_found = ?3
                WHERE id = (SELECT coalesce(listed_in, id) FROM ticket WHERE id = ?4)
                    OR listed_in = (SELECT coalesce(listed_in, id) FROM ticket WHERE id = ?4)
                """
        ).execute(arguments: [
            remote.id, remote.address, remote.wasFound, delivery.ticket,
        ])
    }
}
