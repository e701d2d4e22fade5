import Synchronization

/// Tells threads, which know nothing of tasks, that theirs was cancelled.
final class Cancellation: Sendable {
    private let state = Mutex(false)

    var isDone: Bool { state.withLock { $0 } }

    /// Does all of this at the same time, each item on its own thread, so that a slow one holds up no
    /// other.
    ///
    /// - Parameter work: asks what it is handed, now and then, whether it should end.
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
