/// What it cost one reader to read all documents so many times, in a process of its own.
struct ParseMeasurement: Codable {
    let reader: ParseReader
    let documents: Int
    /// Documents in which an entry was found.
    let read: Int
    let entries: Int
    /// Of all documents, once.
    let megabytes: Double
    let passes: Int
    let cost: Meter.Reading

    var megabytesPerCPUSecond: Double {
        megabytes * Double(passes) / max(cost.cpuSeconds, 1e-6)
    }
    var entriesPerCPUSecond: Double {
        Double(entries * passes) / max(cost.cpuSeconds, 1e-6)
    }
}
