package import Foundation

/// The time, and what depends on it, so that a test need not wait.
package struct DeliveryClock: Sendable {
    package let now: @Sendable () -> Date
    /// Blocks the calling thread.
    package let sleep: @Sendable (Duration) -> Void
    /// 0 … 1, to spread what would come at once.
    package let jitter: @Sendable () -> Double
    /// Whether it is of no use to wait any longer.
    let isStopped: @Sendable () -> Bool

    package init(
        now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) -> Void,
        jitter: @escaping @Sendable () -> Double,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.now = now
        self.sleep = sleep
        self.jitter = jitter
        self.isStopped = isStopped
    }

    /// The same, whose sleep ends when this says so, within a second.
    package func stopping(when isCancelled: @escaping @Sendable () -> Bool) -> DeliveryClock {
        DeliveryClock(
            now: now,
            sleep: { [sleep] duration in
                var left = duration
                while left > .zero, !isCancelled() {
                    sleep(min(left, .seconds(1)))
                    left -= .seconds(1)
                }
            }, jitter: jitter, isStopped: isCancelled)
    }

    package static let system = DeliveryClock(
        now: { Date() },
        sleep: { Thread.sleep(forTimeInterval: $0 / .seconds(1)) },
        jitter: { Double.random(in: 0...1) })
}

extension Date {
    static func + (date: Date, duration: Duration) -> Date {
        date.addingTimeInterval(duration / .seconds(1))
    }
}
