package import Model

/// Fetches feeds: politely to their hosts, safely for the network we run in, and many at a time.
///
/// A host is asked one thing at a time with a pause between; unchanged documents are recognised by
/// their validators or their hash; private addresses are refused unless allowed; what a poll may
/// cost is bounded. What goes wrong with a feed is its result and stops no other.
package final class Fetcher: Sendable {
    private let engine: TransferEngine
    private let workspace: String

    /// - Parameter workspace: folder that relative paths of feeds start at.
    /// - Throws: when the settings cannot be used, or the machine lets us open too few files.
    package init(settings: FetchSettings, workspace: String) throws(FetchError) {
        engine = try TransferEngine(settings, limits: .standard)
        self.workspace = workspace
    }

    /// As above, with limits that a test need not wait for.
    init(settings: FetchSettings, workspace: String, limits: TransferLimits) throws(FetchError) {
        engine = try TransferEngine(settings, limits: limits)
        self.workspace = workspace
    }

    /// Fetches every request and hands each result over as soon as it is there.
    ///
    /// Starts at once, and ends when each request has had its result.
    package func results(of requests: [FetchRequest]) -> FetchResults {
        FetchResults(engine.start(requests, workspace: workspace), of: engine)
    }
}
