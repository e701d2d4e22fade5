import Dispatch
import Foundation

/// Ctrl-C and SIGTERM end a run in good order: it stops fetching and stores what it has.
enum StopSignals {
    /// Runs the body in a task that the first signal cancels; a second one ends the process at once.
    static func cancelling<Value: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () async throws(Failure) -> Value
    ) async throws -> Value {
        let task = Task { try await body() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { _exit(128 + number) }
                StandardStream.error.writeIfPossible("earshot: ending; once more ends at once\n")
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        return try await task.value
    }
}
