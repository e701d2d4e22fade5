import Synchronization

/// Tells threads, which know nothing of tasks, that theirs was cancelled.
final class Cancellation: Sendable {
    private let state = Mutex(false)

    var isDone: Bool { state.withLock { $0 } }

    /// Has all of this done at once, each on its own: one that is slow holds up none but itself.
    ///
    /// - Parameter work: is handed what to ask, now and then, whether it should end.
    /// - Returns: the results in any order.
    static func passingOn<Item: Sendable, Value: Sendable>(
        to items: [Item],
        _ work: @escaping @Sendable (Item, @escaping @Sendable () -> Bool) async -> Value
    ) async -> [Value] {
        let cancellation = Cancellation()
        return await withTaskCancellationHandler {
            await withTaskGroup(of: Value.self) { group in
                for item in items {
                    group.addTask { await work(item) { cancellation.isDone } }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        } onCancel: {
            cancellation.state.withLock { $0 = true }
        }
    }
}
