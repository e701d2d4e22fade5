package import Foundation
package import Model

/// Fetches feeds: politely to their hosts, safely for the network we run in, and many at a time.
///
/// A host is asked one thing at a time with a pause between; unchanged documents are recognised by
/// their validators or their hash; private addresses are refused unless allowed; what a poll may
/// cost is bounded. What goes wrong with a feed is its result and stops no other.
package final class Fetcher: Sendable {
    let engine: TransferEngine
    private let workspace: String

    /// - Parameters:
    ///   - workspace: folder that relative paths of feeds start at.
    ///   - memory: what earlier runs learnt of hosts.
    ///   - start: the moment of the run, from which its time goes on; `nil` for the present.
    ///   - sharesHosts: whether other crawlers ask the same hosts, and each is asked for by
    ///     `hostWishes` before it is asked anything.
    /// - Throws: when the settings cannot be used, or need more files open than the machine allows.
    package convenience init(
        settings: FetchSettings, workspace: String, memory: HostMemory = HostMemory(),
        start: Date? = nil, sharesHosts: Bool = false
    ) throws(FetchError) {
        try self.init(
            settings: settings, workspace: workspace, limits: .standard, memory: memory,
            start: start, sharesHosts: sharesHosts)
    }

    /// As above, with limits that a test need not wait for.
    init(
        settings: FetchSettings, workspace: String, limits: TransferLimits,
        memory: HostMemory = HostMemory(), start: Date? = nil, sharesHosts: Bool = false
    ) throws(FetchError) {
        engine = try TransferEngine(
            settings, limits: limits, memory: memory, start: start, sharesHosts: sharesHosts)
        self.workspace = workspace
    }

    /// Fetches every request and hands each result over as soon as it is there.
    ///
    /// Starts at once, and ends when each request has had its result.
    ///
    /// - Parameter deadline: nothing starts after it, what has begun comes to its end, and the rest
    ///   has `.postponed` as its result.
    package func results(
        of requests: [FetchRequest], deadline: ContinuousClock.Instant? = nil
    ) -> FetchResults {
        FetchResults(
            engine.start(requests, workspace: workspace, deadline: deadline), of: engine)
    }

    /// What was learnt of hosts since it was last taken: for the archive, with the results that
    /// came before.
    package func takeHostNews() -> HostMemory { engine.journal.takeAll() }

    /// What is wanted of hosts that are shared with other crawlers, and what is done with; in order.
    ///
    /// For one task to follow.
    package var hostWishes: AsyncStream<HostWish> { engine.wishes.stream }

    /// Lets a host be asked that `hostWishes` said is wanted, or for longer one that is being asked.
    package func open(_ host: String, _ permit: HostPermit) { engine.open(host, permit) }

    /// How long it was busy each time before it looked at its sockets again, so far.
    package var loopStalls: LoopStalls { engine.stalls.all }

    /// An element each time that there is something to take of a host which must be left alone.
    ///
    /// It has asked for rest, or has no robots.txt to give. For one task to follow.
    package var urgentHostNews: AsyncStream<Void> { engine.journal.urgentNotes }
}
