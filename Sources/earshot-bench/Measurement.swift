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

    /// What has been used since the meter was made; the peak is that of the whole process.
    struct Reading: Codable {
        let wallSeconds: Double
        /// User and system time together, of all threads.
        let cpuSeconds: Double
        let peakMebibytes: Double
    }

    var reading: Reading {
        Reading(
            wallSeconds: (ContinuousClock.now - start) / .seconds(1),
            cpuSeconds: Meter.cpuSeconds() - cpuStart, peakMebibytes: Meter.peakMebibytes())
    }

    func measurement(of stage: String, entries: Int, bytes: Int) -> Measurement {
        let reading = reading
        return Measurement(
            stage: stage, entries: entries, megabytes: Double(bytes) / 1e6,
            wallSeconds: reading.wallSeconds, cpuSeconds: reading.cpuSeconds,
            peakMebibytes: reading.peakMebibytes)
    }

    // MARK: - Private

    /// User and system time of all threads; clock(3) counts microseconds everywhere.
    private static func cpuSeconds() -> Double {
        Double(clock()) / 1e6
    }

    /// The largest resident set so far, `VmHWM` of proc(5).
    ///
    /// `ru_maxrss` (getrusage(2)) would begin with that of the program that started this one.
    private static func peakMebibytes() -> Double {
        guard
            // Where it cannot be read, the message below says so.
            let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first
                .flatMap({ Double($0) })
        else { preconditionFailure("Linux tells each process its peak in /proc/self/status") }
        return kibibytes / 1_024
    }
}
