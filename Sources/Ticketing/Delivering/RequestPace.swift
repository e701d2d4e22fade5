import Foundation

/// Keeps to so many requests in any minute.
struct RequestPace {
    private let limit: Int
    private let clock: DeliveryClock
    /// When each of the last `limit` requests was over, as a ring.
    ///
    /// When one was begun is not enough: the system may have seen it only just before its answer.
    private var times: [Date] = []
    private var latest = -1

    init(limit: Int, clock: DeliveryClock) {
        self.limit = limit
        self.clock = clock
    }

    /// Blocks until one more is within the limit, and counts it.
    ///
    /// - Throws: `unsent` where the clock is stopped before.
    mutating func awaitTurn() throws(DeliveryFault) {
        guard times.count == limit else {
            times.append(clock.now())
            latest += 1
            return
        }
        let oldest = (latest + 1) % limit
        let now = clock.now()
        // A clock that was set back says no more of them than that they are over.
        if times[oldest] > now { times = Array(repeating: now, count: limit) }
        let wait = times[oldest].addingTimeInterval(60).timeIntervalSince(now)
        if wait > 0 {
            clock.sleep(.seconds(wait))
            guard !clock.isStopped() else { throw .unsent("the run was ended") }
        }
        times[oldest] = clock.now()
        latest = oldest
    }

    /// Notes that the request whose turn it was is over.
    mutating func end() { times[latest] = clock.now() }
}
