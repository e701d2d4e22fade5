import Foundation

/// Something that is tried again for a while after it has failed.
struct Retry {
    private let patience: Duration
    private var pause = Duration.milliseconds(20)
    /// `nil` until it fails: what is tried may itself take longer than the patience.
    private var deadline: ContinuousClock.Instant?

    private static let longestPause = Duration.seconds(2)

    init(for patience: Duration) {
        self.patience = patience
    }

    /// Waits until it may be tried again, each time longer.
    ///
    /// - Parameter start: since when it fails, if others have found that before; the first one counts.
    /// - Returns: `false`, at once, where it failed first so long ago that it is given up.
    mutating func wait(since start: ContinuousClock.Instant = .now) -> Bool {
        let end = deadline ?? start + patience
        deadline = end
        guard .now < end else { return false }
        Thread.sleep(forTimeInterval: pause / .seconds(1))
        pause = min(pause * 2, Self.longestPause)
        return true
    }
}
