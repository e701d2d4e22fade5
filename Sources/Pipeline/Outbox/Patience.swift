/// Lets one thing wait for another that comes before it, but not for ever.
package enum Patience {
    /// Does two things one after the other or, if the first takes too long, at the same time.
    ///
    /// - Parameters:
    ///   - longest: how long the second waits for the first.
    ///   - second: gets the result of the first, `nil` if that is not over yet.
    /// - Returns: both results, once both are over.
    package static func results<First: Sendable, Second>(
        of first: @escaping @Sendable () async -> First, waitingFor longest: Duration,
        then second: (_ first: First?) async -> Second
    ) async -> (First, Second) {
        await withTaskGroup(of: Part<First>.self) { group in
            group.addTask { .first(await first()) }
            group.addTask {
                // It ends early where the first is over, or the whole is cancelled.
                try? await Task.sleep(for: longest)
                return .wait
            }
            var result: First?
            if case .first(let value) = await group.next() { result = value }
            if result != nil { group.cancelAll() }
            let other = await second(result)
            while let part = await group.next() {
                if case .first(let value) = part { result = value }
            }
            guard let result else { preconditionFailure("what was begun is waited for") }
            return (result, other)
        }
    }

    // MARK: - Private

    private enum Part<First: Sendable>: Sendable {
        case first(First)
        case wait
    }
}
