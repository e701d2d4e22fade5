package import Foundation

/// The time, and what depends on it, so that a test need not wait.
package struct DeliveryClock: Sendable {
    package let now: @Sendable () -> Date
    /// Blocks the calling thread.
    package let sleep: @Sendable (Duration) -> Void
    /// 0 … 1, to spread what would come at once.
    package let jitter: @Sendable () -> Double

    package init(
        now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) -> Void,
        jitter: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.jitter = jitter
    }

    package static let system = DeliveryClock(
        now: { Date() },
        sleep: { Thread.sleep(forTimeInterval: $0 / .seconds(1)) },
        jitter: { Double.random(in: 0...1) })
}
