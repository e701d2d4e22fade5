import ArgumentParser
import Fetching

/// Who fetches: we, or the loop we are measured against.
enum FetchClient: String, Codable, CaseIterable, ExpressibleByArgument {
    case ours, bare

    /// - Parameter isConditional: whether each request names the document we hold, so that the
    ///   answer is 304.
    func measure(_ load: FetchLoad, port: Int, isConditional: Bool) async throws
        -> FetchMeasurement
    {
        let addresses = (0..<load.feeds).map { load.address(of: $0, port: port) }
        let etags = isConditional ? (0..<load.feeds).map(FetchLoad.etag) : []
        let gauge = DescriptorGauge()
        let run =
            switch self {
            case .ours: try await FetcherClient.fetch(addresses, etags: etags)
            case .bare: try BareClient.fetch(addresses, etags: etags, hosts: load.hosts)
            }
        let peakDescriptors = gauge.stop()
        let tally = run.tally
        let expected = FetchTally(
            documents: isConditional ? 0 : load.feeds, unchanged: isConditional ? load.feeds : 0,
            etags: load.feeds, bytes: tally.bytes)
        guard tally == expected else {
            throw BenchError.incomplete(self, tally, feeds: load.feeds)
        }
        return FetchMeasurement(
            client: self, isConditional: isConditional, feeds: load.feeds,
            megabytes: Double(tally.bytes) / 1e6, cost: run.cost,
            peakDescriptors: peakDescriptors, stalls: run.stalls.map(FetchMeasurement.Stalls.init))
    }
}

/// What one client did, and what it cost.
struct FetchRun {
    let tally: FetchTally
    let cost: Meter.Reading
    /// `nil` for who does not measure them.
    let stalls: LoopStalls?
}

/// What came of all requests.
struct FetchTally: Equatable {
    var documents = 0
    var unchanged = 0
    /// Answers that said what to recognise them by.
    var etags = 0
    /// Of documents.
    var bytes = 0
}
