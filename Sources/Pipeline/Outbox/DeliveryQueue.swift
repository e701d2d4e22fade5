package import Foundation
package import Model
import Storing
import Ticketing

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

    /// - Parameters:
    ///   - states: `nil` for all.
    ///   - moment: what was made later is left out; `nil` for nothing.
    package func list(
        _ states: Set<TicketDelivery.State>?, madeBy moment: Date? = nil, limit: Int
    ) throws(RunError) -> [DeliveryLine] {
        let store = try Archive.store(of: workspace)
        return try storing { () throws(StoreError) in
            let held = try store.heldDeliveries(in: table)
            return
                try store
                .deliveries(in: table, standing: states, madeBy: moment, limit: limit)
                .map { DeliveryLine($0, behind: held[$0.id]) }
        }
    }

    /// Has dead ones tried again by the next export or sending.
    ///
    /// - Parameter ids: `nil` for all.
    /// - Throws: `.badInput` where there is none of a number.
    package func retry(_ ids: [Int64]?) throws(RunError) -> RetriedDeliveries {
        let store = try Archive.store(of: workspace)
        let held = try storing(store.heldDeliveries(in: table))
        var others: [RetriedDeliveries.Other] = []
        for id in ids ?? [] {
            let delivery = try storing(store.delivery(id, in: table))
            guard let delivery else {
                throw .badInput(
                    "there is no \(words.delivery) \(id); `\(words.command)` lists them")
            }
            if delivery.state != .dead {
                others.append(
                    RetriedDeliveries.Other(DeliveryLine(delivery, behind: nil), behind: held[id]))
            }
        }
        let count = try changing { store throws(StoreError) in
            try store.retryDeliveries(ids, in: table)
        }
        return RetriedDeliveries(count: count, others: others)
    }

    /// - Parameter hasArrived: whether its ticket was seen where it was to go, in a system that cannot
    ///   be asked.
    package func drop(_ id: Int64, reason: String, hasArrived: Bool = false) throws(RunError) {
        let tickets = hasArrived ? try workspace.load().rules.routing.tickets : nil
        let dropping = try changing { store throws(StoreError) -> Dropping in
            var told: [Int64] = []
            if hasArrived, let delivery = try store.delivery(id, in: table) {
                let destination = tickets?.destinations.first { $0.id == delivery.destination }
                guard let destination else { return .isRemoved(delivery.destination) }
                guard !destination.makeSystem(folder: "").canFind else {
                    return .isAsked(delivery.destination)
                }
                told = try Self.told(with: delivery)
            }
            return try store.dropDelivery(
                id, in: table, reason: reason, hasArrived: hasArrived, telling: told)
                ? .done : .isOver
        }
        switch dropping {
        case .done: return
        case .isOver:
            throw .badInput(
                "there is no \(words.delivery) \(id) that is not over; `\(words.command)` lists them"
            )
        case .isRemoved(let destination):
            throw .badInput(
                "'\(destination)' is no destination of rules/routing.yaml any more; put it back, or drop "
                    + "without --arrived")
        case .isAsked(let destination):
            throw .badInput(
                "--arrived is for e-mail and webhooks of rules/routing.yaml: '\(destination)' is asked "
                    + "whether a ticket is there; have it tried again with `earshot tickets retry \(id)`"
            )
        }
    }

    // MARK: - Private

    private enum Dropping {
        case done, isOver
        case isAsked(TicketDestination.ID)
        case isRemoved(TicketDestination.ID)
    }

    /// Others that a comment tells of.
    private static func told(with delivery: TicketDelivery) throws(StoreError) -> [Int64] {
        do {
            return try delivery.savedDraft(for: .comment)?.told ?? []
        } catch {
            throw .failed(reason: "what delivery \(delivery.id) says cannot be read: \(error)")
        }
    }

    private func changing<Value>(_ body: (Store) throws(StoreError) -> Value) throws(RunError)
        -> Value
    {
        try Archive.check(isThere: workspace)
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        return try storing(body(try Store(workspace.archive)))
    }
}
