import Foundation

/// The processor time of the thread that asks, which other tests do not run on.
package enum ProcessorTime {
    /// In seconds.
    package static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Whether work on eight times as much takes eight times as long, give or take: what grows with
    /// the square would take 64 times.
    ///
    /// Other work on the machine shares its memory and slows one of the two down now and then, so the best of
    /// three comparisons counts.
    ///
    /// - Parameters:
    ///   - count: Of what is little enough to be done soon and much enough to be measured.
    ///   - work: Is given how much there is to do.
    package static func growsEvenly(from count: Int, _ work: (Int) -> Void) -> Bool {
        func time(of count: Int) -> Double {
            let start = now
            work(count)
            return now - start
        }
        // Whatever is done once is done before.
        work(1)
        return (1...3).contains { _ in
            let short = time(of: count)
            return time(of: count * 8) < short * 24 + 0.01
        }
    }
}
