import Fetching

/// What it cost one client to fetch all feeds once, in a process of its own.
struct FetchMeasurement: Codable {
    let client: FetchClient
    let isConditional: Bool
    let feeds: Int
    /// Of documents, as they came.
    let megabytes: Double
    let cost: Meter.Reading
    /// Files and sockets open at once.
    let peakDescriptors: Int
    /// `nil` for the bare loop.
    let stalls: Stalls?

    /// How long the loop did not look at its sockets.
    struct Stalls: Codable {
        let medianMilliseconds: Double
        /// Of a hundred times it was shorter in 99.
        let p99Milliseconds: Double
        let longestMilliseconds: Double

        init(_ stalls: LoopStalls) {
            medianMilliseconds = stalls.quantile(0.5) / .milliseconds(1)
            p99Milliseconds = stalls.quantile(0.99) / .milliseconds(1)
            longestMilliseconds = stalls.longest / .milliseconds(1)
        }
    }

    var feedsPerSecond: Double { Double(feeds) / cost.wallSeconds }
    var feedsPerCPUSecond: Double { Double(feeds) / max(cost.cpuSeconds, 1e-6) }
    var megabytesPerSecond: Double { megabytes / cost.wallSeconds }
}
