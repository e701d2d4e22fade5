package import Model
import Storing

/// The outbox of notices as a person looks after it: `earshot send show`, `retry` and `drop`.
package struct NoticeQueue: Sendable {
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
            try store.notices(in: states, limit: limit).map(TicketLine.init)
        }
    }

    /// - Parameter ids: `nil` for all.
    /// - Returns: how many.
    package func retry(_ ids: [Int64]?) throws(RunError) -> Int {
        try changing { store throws(StoreError) in try store.retryNotices(ids) }
    }

    package func drop(_ id: Int64, reason: String) throws(RunError) {
        let isDropped = try changing { store throws(StoreError) in
            try store.dropNotice(id, reason: reason)
        }
        guard isDropped else {
            throw .badInput(
                "there is no notice \(id) that is not over; `earshot send show` lists them")
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
