import Glibc

/// How long this thread has been at work since the clock was made.
///
/// Processor time, unlike the time of day, does not run while others use the machine: a document that
/// is read today is read tomorrow.
struct ProcessorClock {
    let limit: Duration
    private let start = Self.now

    init(limit: Duration) {
        self.limit = limit
    }

    var isOver: Bool { Self.now - start > limit }

    // MARK: - Private

    private static var now: Duration {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
