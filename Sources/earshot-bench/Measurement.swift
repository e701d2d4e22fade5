import Foundation

/// What one stage cost, measured in a process of its own so that its peak memory is its own.
struct Measurement: Codable {
    let stage: String
    let entries: Int
    /// Of the text or documents that went in.
    let megabytes: Double
    let wallSeconds: Double
    /// User and system time together.
    let cpuSeconds: Double
    let peakMebibytes: Double

    var entriesPerSecond: Double { Double(entries) / wallSeconds }
    var entriesPerCPUSecond: Double { Double(entries) / max(cpuSeconds, 1e-6) }
    var megabytesPerSecond: Double { megabytes / wallSeconds }
}

/// Takes the time and the processor time of a stretch of work.
struct Meter {
    private let start = ContinuousClock.now
    private let cpuStart = Meter.cpuSeconds()

    func measurement(of stage: String, entries: Int, bytes: Int) -> Measurement {
        Measurement(
            stage: stage, entries: entries, megabytes: Double(bytes) / 1e6,
            wallSeconds: (ContinuousClock.now - start) / .seconds(1),
            cpuSeconds: Meter.cpuSeconds() - cpuStart, peakMebibytes: Meter.peakMebibytes())
    }

    // MARK: - Private

    private static func usage() -> rusage {
        var usage = rusage()
        let failed = unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
        precondition(failed == 0, "getrusage knows this process")
        return usage
    }

    private static func cpuSeconds() -> Double {
        let usage = usage()
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    /// `ru_maxrss` is in KiB on Linux (getrusage(2)).
    private static func peakMebibytes() -> Double {
        Double(usage().ru_maxrss) / 1_024
    }
}
