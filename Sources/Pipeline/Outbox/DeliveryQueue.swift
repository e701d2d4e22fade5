package import Model
import Storing

/// An outbox as a person looks after it: `show`, `retry` and `drop` of `earshot tickets` and
/// `earshot send`.
package struct DeliveryQueue: Sendable {
    private let workspace: Workspace
    private let table: OutboxTable
    /// What a delivery is called, and the command that lists them.
    private let words: (delivery: String, command: String)

    /// Mentions on their way to ticket systems.
    package static func tickets(of workspace: Workspace) -> DeliveryQueue {
        DeliveryQueue(
            workspace: workspace, table: .tickets, words: ("delivery", "earshot tickets show"))
    }

    /// Digests and alerts on their way to people.
    package static func notices(of workspace: Workspace) -> DeliveryQueue {
        DeliveryQueue(workspace: workspace, table: .notices, words: ("notice", "earshot send show"))
    }

    /// - Parameter states: `nil` for all.
    package func list(_ states: Set<TicketDelivery.State>?, limit: Int) throws(RunError)
        -> [DeliveryLine]
    {
        let store = try Archive.store(of: workspace)
        return try storing { () throws(StoreError) in
            try store.deliveries(in: table, standing: states, limit: limit).map(DeliveryLine.init)
        }
    }

    /// Has dead ones tried again by the next export or sending.
    ///
    /// - Parameter ids: `nil` for all.
    /// - Returns: how many.
    package func retry(_ ids: [Int64]?) throws(RunError) -> Int {
        try changing { store throws(StoreError) in try store.retryDeliveries(ids, in: table) }
    }

    /// - Parameter hasArrived: whether its ticket was seen where it was to go.
    package func drop(_ id: Int64, reason: String, hasArrived: Bool = false) throws(RunError) {
        let isDropped = try changing { store throws(StoreError) in
            try store.dropDelivery(id, in: table, reason: reason, hasArrived: hasArrived)
        }
        guard isDropped else {
            throw .badInput(
                "there is no \(words.delivery) \(id) that is not over; `\(words.command)` lists them"
            )
        }
    }

    // MARK: - Private

    private func changing<Value>(_ body: (Store) throws(StoreError) -> Value) throws(RunError)
        -> Value
    {
        try Archive.check(isThere: workspace)
        let lock = try RunLock(path: workspace.lockPath)
        defer { withExtendedLifetime(lock) {} }
        return try storing { () throws(StoreError) in
            try body(try Store(path: workspace.archivePath))
        }
    }
}
