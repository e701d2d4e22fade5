import Synchronization

/// How long the engine was busy each time before it looked at its sockets again: so long everybody
/// else had to wait.
package struct LoopStalls: Sendable {
    /// Of all times together.
    package private(set) var longest = Duration.zero
    /// How many fell into each bucket.
    private var counts = [Int](repeating: 0, count: Self.buckets)

    package init() {}

    /// How often it was busy.
    package var count: Int { counts.reduce(0, +) }

    package mutating func note(_ duration: Duration) {
        longest = max(longest, duration)
        counts[Self.bucket(of: duration)] += 1
    }

    /// What such a share of all times did not exceed, up to an eighth too long.
    ///
    /// - Parameter share: 0 … 1; 0.5 for the median.
    package func quantile(_ share: Double) -> Duration {
        let rank = Int((share * Double(count)).rounded(.up))
        var seen = 0
        for (bucket, count) in counts.enumerated() {
            seen += count
            if seen >= rank { return min(Self.end(of: bucket), longest) }
        }
        return longest
    }

    // MARK: - Private

    // Eight buckets to each power of two, as in HdrHistogram: a microsecond and an hour are told as
    // exactly as each other.

    private static let buckets = 8 * 40

    private static func bucket(of duration: Duration) -> Int {
        let microseconds = max(0, Int(duration / .microseconds(1)))
        guard microseconds >= 8 else { return microseconds }
        let power = Int.bitWidth - 1 - microseconds.leadingZeroBitCount
        return min(8 * (power - 2) + (microseconds >> (power - 3) & 7), buckets - 1)
    }

    /// The first duration that is too long for it.
    private static func end(of bucket: Int) -> Duration {
        guard bucket >= 8 else { return .microseconds(bucket + 1) }
        return .microseconds((bucket % 8 + 9) << (bucket / 8 - 1))
    }
}

/// Takes what the engine's thread measures to whoever asks.
final class StallRecord: Sendable {
    private let stalls = Mutex(LoopStalls())

    func note(_ duration: Duration) {
        stalls.withLock { $0.note(duration) }
    }

    var all: LoopStalls { stalls.withLock { $0 } }
}
