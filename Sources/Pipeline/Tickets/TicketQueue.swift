package import Foundation
package import Model
import Reporting
import Storing

/// The outbox as a person looks after it: `earshot tickets`.
package struct TicketQueue: Sendable {
    private let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// - Parameter states: `nil` for all.
    package func list(_ states: Set<TicketDelivery.State>?, limit: Int) throws(RunError)
        -> [TicketLine]
    {
        let store = try Archive.store(of: workspace)
        return try storing { () throws(StoreError) in
            try store.deliveries(in: states, limit: limit).map(TicketLine.init)
        }
    }

    /// How tickets stand that were heard of in the last days, and all that are open.
    package func standing(days: Int, now: Date) throws(RunError) -> TicketStanding {
        let store = try Archive.store(of: workspace)
        let since = now.addingTimeInterval(-Double(days) * 86_400)
        return try storing { () throws(StoreError) in
            TicketStandingMaker.standing(of: try store.trackedTickets(since: since), at: now)
        }
    }

    /// Has dead ones tried again by the next export.
    ///
    /// - Parameter ids: `nil` for all.
    /// - Returns: how many.
    package func retry(_ ids: [Int64]?) throws(RunError) -> Int {
        try changing { store throws(StoreError) in try store.retryDeliveries(ids) }
    }

    package func drop(_ id: Int64, reason: String) throws(RunError) {
        let isDropped = try changing { store throws(StoreError) in
            try store.dropDelivery(id, reason: reason)
        }
        guard isDropped else {
            throw .badInput(
                "there is no delivery \(id) that is not over; `earshot tickets show` lists them")
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

/// A delivery as `earshot tickets show` prints it.
package struct TicketLine: Sendable, Codable {
    package let id: Int64
    package let destination: TicketDestination.ID
    package let key: String
    /// The number of the entry.
    package let entry: Int64?
    package let state: TicketDelivery.State
    package let operation: TicketDelivery.Operation?
    package let attempts: Int
    package let notBefore: Date?
    package let reason: String?
    package let ticket: RemoteTicket?

    init(_ delivery: TicketDelivery) {
        id = delivery.id
        destination = delivery.destination
        key = delivery.key
        entry = delivery.entry
        state = delivery.state
        operation = delivery.operation
        attempts = delivery.attempts
        notBefore = delivery.notBefore
        reason = delivery.reason
        ticket = delivery.remote
    }

    package static func text(_ lines: [TicketLine]) -> String {
        guard !lines.isEmpty else { return "nothing\n" }
        var table = TextTable([
            ("id", .right), ("destination", .left), ("state", .left), ("entry", .right),
            ("ticket", .left), ("reason", .left),
        ])
        for line in lines {
            table.add([
                String(line.id), line.destination.value, line.state.rawValue,
                line.entry.map { "#\($0)" } ?? "–",
                (line.ticket.map { $0.address ?? $0.id } ?? line.key).withoutControls,
                (line.reason ?? "").withoutControls,
            ])
        }
        return table.lines().joined(separator: "\n") + "\n"
    }
}
