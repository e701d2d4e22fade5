import Foundation
import Model

extension TicketDelivery {
    /// In the order of their numbers.
    ///
    /// - Parameters:
    ///   - condition: with `delivery` for the table.
    static func fetch(
        from table: OutboxTable, where condition: String, _ arguments: StatementArguments,
        limit: Int = .max, in database: Database
    ) throws -> [TicketDelivery] {
        let rows = try Row.fetchAll(
            database, sql: "\(table.rows) WHERE \(condition) ORDER BY delivery.id LIMIT ?",
            arguments: arguments + [limit])
        return try rows.map(TicketDelivery.init)
    }

    private init(_ row: Row) throws {
        guard let state = State(rawValue: row["state"]) else {
            throw StoreError.failed(reason: "unknown state '\(row["state"] as String)'")
        }
        self.init(
            id: row["id"], ticket: row["ticket"],
            destination: TicketDestination.ID(row["destination"]), key: row["key"],
            entry: row["sequence"],
            severity: (row["severity"] as String?).flatMap(Severity.init), state: state,
            operation: (row["operation"] as String?).flatMap(Operation.init),
            content: row["content"], attempts: row["attempts"],
            notBefore: row.date("not_before"),
            lastSentAt: row.date("last_sent_at"),
            createdAt: Date(unixSeconds: row["created_at"] as Int64), reason: row["reason"],
            claim: row["claim"],
            remote: RemoteTicket(row),
            isClosed: (row["phase"] as String?) == TicketStatus.Phase.closed.rawValue)
        remoteState = row["remote_state"]
    }
}

extension RemoteTicket {
    /// - Parameter row: with the columns of `ticket` that say where one is.
    /// - Returns: `nil` for a ticket that is nowhere yet.
    init?(_ row: Row) {
        guard let id = row["remote_id"] as String? else { return nil }
        self.init(id: id, address: row["remote_address"], wasFound: row["was_found"])
    }
}
