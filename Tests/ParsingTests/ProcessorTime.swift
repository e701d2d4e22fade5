import Foundation

/// The processor time of the thread that asks, which other tests do not run on.
enum ProcessorTime {
    /// In seconds.
    static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
