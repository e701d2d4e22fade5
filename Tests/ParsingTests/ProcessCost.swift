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

/// The most memory that the process ever had, as the kernel counts it.
enum PeakMemory {
    /// The most that this process has held since it began.
    ///
    /// getrusage(2) would not do: it counts what the process was before it became this program.
    static var megabytes: Int {
        guard let status = FileManager.default.contents(atPath: "/proc/self/status"),
            let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
                .first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = Int(line.filter(\.isNumber))
        else { preconditionFailure("the system does not say what it gave") }
        return kilobytes / 1024
    }
}
