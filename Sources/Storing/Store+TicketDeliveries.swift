package import Foundation
import GRDB
package import Model

extension Store {
    /// Deliveries to a destination that may be begun, of each ticket the first that is not over.
    ///
    /// One that is dead holds up those behind it, until it is tried again or dropped.
    ///
    /// - Parameter after: only those with a number above this one.
    package func dueDeliveries(
        to destination: TicketDestination.ID, after: Int64, now: Date, limit: Int = 200
    ) throws(StoreError) -> [TicketDelivery] {
        try deliveries(
            where: """
                state IN ('pending', 'sending', 'unclear') AND destination = ?
                AND ticket_delivery.id > ? AND coalesce(not_before, 0) <= ?
                AND NOT EXISTS (
                    SELECT 1 FROM ticket_delivery AS earlier
                    WHERE earlier.ticket = ticket_delivery.ticket
                        AND earlier.id < ticket_delivery.id
                        AND earlier.state IN ('pending', 'sending', 'unclear', 'dead'))
                """, [destination.value, after, now.unixSeconds], limit: limit)
    }

    /// Deliveries in some states, or all, oldest first.
    package func deliveries(in states: Set<TicketDelivery.State>?, limit: Int)
        throws(StoreError) -> [TicketDelivery]
    {
        let names = (states ?? Set(TicketDelivery.State.allCases)).map(\.rawValue).sorted()
        let places = names.map { _ in "?" }.joined(separator: ", ")
        return try deliveries(
            where: "state IN (\(places))", StatementArguments(names), limit: limit)
    }

    package func delivery(_ id: Int64) throws(StoreError) -> TicketDelivery? {
        try deliveries(where: "ticket_delivery.id = ?", [id], limit: 1).first
    }

    /// Keeps what has become of a delivery, and of its ticket.
    package func save(_ delivery: TicketDelivery) throws(StoreError) {
        try writing { database in
            // A process that ends between two whole seconds must not come back too early.
            let notBefore = delivery.notBefore.map { $0.timeIntervalSince1970.rounded(.up) }
            try database.cachedStatement(
                sql: """
                    UPDATE ticket_delivery SET state = ?, operation = ?, content = ?, attempts = ?,
                        not_before = ?, last_sent_at = ?, reason = ?
                    WHERE id = ?
                    """
            ).execute(arguments: [
                delivery.state.rawValue, delivery.operation?.rawValue,
                // What has been told is not kept a second time.
                delivery.state == .delivered ? nil : delivery.content,
                delivery.attempts, notBefore.map { Int64($0) },
                delivery.lastSentAt?.unixSeconds, delivery.reason, delivery.id,
            ])
            guard delivery.state == .delivered, delivery.operation == .create,
                let remote = delivery.remote
            else { return }
            // Those that it lists are where it is.
            try database.cachedStatement(
                sql: """
                    UPDATE ticket SET remote_id = ?, remote_address = ?, was_found = ?
                    WHERE id = ? OR listed_in = ?
                    """
            ).execute(arguments: [
                remote.id, remote.address, remote.wasFound, delivery.ticket, delivery.ticket,
            ])
        }
    }

    /// Makes one ticket that stands for all that wait for a destination and have none.
    ///
    /// - Parameter draft: the key and the content of the ticket that lists these entries.
    /// - Returns: `nil` where nothing waits.
    package func summarizeDeliveries(
        to destination: TicketDestination.ID, now: Date,
        _ draft: ([HeardEntry]) throws -> (key: String, content: Data)
    ) throws(StoreError) -> TicketDelivery? {
        let id: Int64? = try writing { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(HeardEntry.columns), ticket_delivery.id AS delivery,
                        ticket_delivery.ticket AS ticket
                    FROM ticket_delivery JOIN ticket ON ticket.id = ticket_delivery.ticket
                        JOIN entry ON entry.id = ticket_delivery.entry
                    WHERE state = 'pending' AND destination = ? AND remote_id IS NULL
                        AND coalesce(not_before, 0) <= ?
                    ORDER BY ticket_delivery.id
                    """, arguments: [destination.value, now.unixSeconds])
            guard !rows.isEmpty else { return nil }
            let made = try draft(try rows.map { try HeardEntry($0) })
            try database.execute(
                sql: """
                    INSERT INTO ticket (destination, key, first_key, created_at) VALUES (?, ?, ?, ?)
                    """,
                arguments: [destination.value, made.key, made.key, now.unixSeconds])
            let ticket = database.lastInsertedRowID
            for row in rows {
                try database.cachedStatement(
                    sql: "UPDATE ticket_delivery SET state = 'summarized' WHERE id = ?"
                ).execute(arguments: [row["delivery"] as Int64])
                try database.cachedStatement(sql: "UPDATE ticket SET listed_in = ? WHERE id = ?")
                    .execute(arguments: [ticket, row["ticket"] as Int64])
            }
            try database.execute(
                sql: """
                    INSERT INTO ticket_delivery (ticket, identity, operation, content, created_at)
                    VALUES (?, ?, 'create', ?, ?)
                    """, arguments: [ticket, made.key, made.content, now.unixSeconds])
            return database.lastInsertedRowID
        }
        return if let id { try delivery(id) } else { nil }
    }

    /// Has dead deliveries tried again, written anew by the rules of now.
    ///
    /// - Parameter ids: `nil` for all.
    /// - Returns: how many there were.
    package func retryDeliveries(_ ids: [Int64]?) throws(StoreError) -> Int {
        try writing { database in
            var count = 0
            for id in try ids ?? Self.deadDeliveries(in: database) {
                try database.execute(
                    sql: """
                        UPDATE ticket_delivery SET state = 'pending', attempts = 0, not_before = NULL,
                            content = CASE WHEN entry IS NULL THEN content END
                        WHERE id = ? AND state = 'dead'
                        """, arguments: [id])
                count += database.changesCount
            }
            return count
        }
    }

    /// Gives a delivery up.
    ///
    /// - Returns: whether there was one that is not over.
    package func dropDelivery(_ id: Int64, reason: String) throws(StoreError) -> Bool {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE ticket_delivery SET state = 'dropped', reason = ?, content = NULL
                    WHERE id = ? AND state IN ('pending', 'unclear', 'sending', 'dead')
                    """, arguments: [reason, id])
            return database.changesCount > 0
        }
    }

    // MARK: - Private

    private static func deadDeliveries(in database: Database) throws -> [Int64] {
        try Int64.fetchAll(
            database, sql: "SELECT id FROM ticket_delivery WHERE state = 'dead' ORDER BY id")
    }

    private func deliveries(
        where condition: String, _ arguments: StatementArguments, limit: Int
    ) throws(StoreError) -> [TicketDelivery] {
        try reading { database in
            try TicketDelivery.fetch(where: condition, arguments, limit: limit, in: database)
        }
    }
}

extension TicketDelivery {
    /// In the order of their numbers.
    ///
    /// - Parameter limit: below zero for none.
    static func fetch(
        where condition: String, _ arguments: StatementArguments, limit: Int,
        in database: Database
    ) throws -> [TicketDelivery] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT ticket_delivery.*, destination, key, remote_id, remote_address, was_found,
                    sequence
                FROM ticket_delivery JOIN ticket ON ticket.id = ticket_delivery.ticket
                    LEFT JOIN entry ON entry.id = ticket_delivery.entry
                WHERE \(condition) ORDER BY ticket_delivery.id LIMIT ?
                """, arguments: arguments + [limit])
        return try rows.map(TicketDelivery.init)
    }

    fileprivate init(_ row: Row) throws {
        guard let state = State(rawValue: row["state"]) else {
            throw StoreError.failed(reason: "unknown state '\(row["state"] as String)'")
        }
        self.init(
            id: row["id"], ticket: row["ticket"],
            destination: TicketDestination.ID(row["destination"]), key: row["key"],
            entry: row["sequence"], state: state,
            operation: (row["operation"] as String?).flatMap(Operation.init),
            content: row["content"], attempts: row["attempts"],
            notBefore: (row["not_before"] as Int64?).map(Date.init(unixSeconds:)),
            lastSentAt: (row["last_sent_at"] as Int64?).map(Date.init(unixSeconds:)),
            createdAt: Date(unixSeconds: row["created_at"] as Int64), reason: row["reason"],
            remote: (row["remote_id"] as String?).map {
                RemoteTicket(id: $0, address: row["remote_address"], wasFound: row["was_found"])
            })
    }
}
