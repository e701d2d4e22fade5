import Synchronization

/// Since when a server has been away, as all that ask it have found together.
///
/// Who waits in the queue behind somebody who has given the server up is not to wait for as long again.
final class Outage: Sendable {
    private struct Span {
        let start: ContinuousClock.Instant
        var lastFailure: ContinuousClock.Instant
    }

    private let span = Mutex<Span?>(nil)
    /// Longer than anybody pauses between two attempts, with what an attempt itself may take: what is
    /// found later is another outage, whose end nobody may have seen as nobody asked.
    private let longestSilence: Duration

    /// - Parameter longestAttempt: how long it may take to find that the server is away.
    init(longestAttempt: Duration) {
        longestSilence = longestAttempt + .seconds(20)
    }

    /// Notes that the server could not be reached, or went away.
    ///
    /// - Returns: since when it has been so.
    func noteFailure(at now: ContinuousClock.Instant = .now) -> ContinuousClock.Instant {
        span.withLock { span in
            if let known = span, now - known.lastFailure <= longestSilence {
                span?.lastFailure = max(known.lastFailure, now)
                return known.start
            }
            span = Span(start: now, lastFailure: now)
            return now
        }
    }

    /// Notes that it answers.
    func end() { span.withLock { $0 = nil } }
}
