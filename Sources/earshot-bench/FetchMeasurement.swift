/// What it cost one client to fetch all feeds once, in a process of its own.
struct FetchMeasurement: Codable {
    let client: FetchClient
    let isConditional: Bool
    let feeds: Int
    /// Of documents, as they came.
    let megabytes: Double
    let cost: Meter.Reading

    var feedsPerSecond: Double { Double(feeds) / cost.wallSeconds }
    var feedsPerCPUSecond: Double { Double(feeds) / max(cost.cpuSeconds, 1e-6) }
    var megabytesPerSecond: Double { megabytes / cost.wallSeconds }
}
