import Foundation
import Synchronization

/// Looks now and then how many files and sockets this process has open, and keeps the highest count.
final class DescriptorGauge: Sendable {
    private let state = Mutex((peak: 0, isOver: false))

    init() {
        Thread.detachNewThread { [weak self] in
            while let self, self.look() { Thread.sleep(forTimeInterval: Self.interval) }
        }
    }

    /// Looks for the last time.
    func stop() -> Int {
        _ = look()
        return state.withLock { state in
            state.isOver = true
            return state.peak
        }
    }

    // MARK: - Private

    /// Often enough to see a run's plateau, seldom enough not to be seen in its processor time.
    private static let interval = 0.05

    /// - Returns: `false` once it is stopped.
    private func look() -> Bool {
        let count = Self.openDescriptors()
        return state.withLock { state in
            state.peak = max(state.peak, count)
            return !state.isOver
        }
    }

    private static func openDescriptors() -> Int {
        do {
            // The folder itself is open while it is read.
            return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count - 1
        } catch {
            preconditionFailure("Linux lists the descriptors of a process: \(error)")
        }
    }
}
