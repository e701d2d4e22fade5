import Fetching
import Model

/// Fetches as a run of Earshot does, and throws the documents away.
enum FetcherClient {
    /// - Parameter etags: of what is held already; empty if that is nothing.
    @concurrent
    static func fetch(_ addresses: [String], etags: [String]) async throws -> FetchRun {
        let requests = addresses.indices.map { request(addresses, etags, $0) }
        var tally = FetchTally()
        var held: [Validators] = []
        let meter = Meter()
        let settings = settings(
            total: FetchLoad.maximumTransfers, perHost: FetchLoad.requestsPerHost)
        let fetcher = try Fetcher(settings: settings, workspace: ".")
        for await (_, result, _) in fetcher.results(of: requests) {
            switch result {
            case .fetched(let document):
                tally.documents += 1
                tally.bytes += document.body.count
                if let validators = document.validators { held.append(validators) }
            case .notModified(let validators, _):
                tally.unchanged += 1
                if let validators { held.append(validators) }
            case .failed: break
            }
        }
        let cost = meter.reading
        tally.etags = held.count { $0.etag != nil }
        return FetchRun(tally: tally, cost: cost, stalls: fetcher.loopStalls)
    }

    /// Fetches from this machine, with so many requests at work over all hosts and at one host.
    static func settings(total: Int, perHost: Int) -> FetchSettings {
        FetchSettings(
            maximumTransfers: total, requestsPerHost: perHost,
            // Each host has an address of its own here.
            requestsPerAddress: perHost, pausePerHost: .zero, allowedNetworks: ["127.0.0.0/8"])
    }

    static func request(number: Int, address: String, holding validators: Validators?)
        -> FetchRequest
    {
        let source = Source(id: Source.ID("site-\(number)"), name: "Site \(number)")
        return FetchRequest(
            feed: Feed(
                id: Feed.ID("site-\(number)"), source: source, address: .url(address),
                // No loop that this one is measured against asks for any.
                terms: Feed.Terms(robots: .ignore(reason: "what is timed is the feeds alone"))),
            validators: validators)
    }

    // MARK: - Private

    private static func request(_ addresses: [String], _ etags: [String], _ number: Int)
        -> FetchRequest
    {
        let address = addresses[number]
        return request(
            number: number, address: address,
            holding: etags.isEmpty
                ? nil : Validators(url: address, etag: etags[number], lastModified: nil))
    }
}
