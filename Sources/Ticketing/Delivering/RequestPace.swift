import Foundation

/// Keeps to so many requests in any minute.
struct RequestPace {
    private let limit: Int
    private let clock: DeliveryClock
    /// Of the last `limit` requests, as a ring.
    private var times: [Date] = []
    private var oldest = 0

    init(limit: Int, clock: DeliveryClock) {
        self.limit = limit
        self.clock = clock
    }

    /// Blocks until one more is within the limit, and counts it.
    mutating func awaitTurn() {
        guard times.count == limit else {
            times.append(clock.now())
            return
        }
        let wait = times[oldest].addingTimeInterval(60).timeIntervalSince(clock.now())
        if wait > 0 { clock.sleep(.seconds(wait)) }
        times[oldest] = clock.now()
        oldest = (oldest + 1) % limit
    }
}
