import Foundation
import Model
import Synchronization
import Testing
import TestSupport

@testable import Fetching

/// That every fetch comes to its end, by a clock that is not libcurl's.
///
/// The machine is shared with others: of three rounds the middle one counts, as what is ours comes
/// each time.
@Suite(.timeLimit(.minutes(5)), .serialized)
struct MisbehavingEndTests {
    @Test func `no fetch outlives its limit by more than a second, and none holds up the others`()
        async throws
    {
        // In a process of its own, where no other test keeps the machine busy.
        await #expect(processExitsWith: .success) {
            var overruns: [String: [Duration]] = [:]
            var stalls: [Duration] = []
            for _ in 1...3 {
                let machine = MachineStalls()
                let round = try await Self.round()
                for (feed, overrun) in round.overruns {
                    overruns[feed, default: []].append(overrun)
                }
                stalls.append(round.stalls.longest - machine.stop().longest)
            }
            #expect(overruns.count >= 150)
            for (feed, overruns) in overruns {
                try #require(overruns.count == 3)
                #expect(overruns.sorted()[1] <= .seconds(1), "\(feed)")
            }
            #expect(stalls.sorted()[1] <= .milliseconds(200), "\(stalls)")
        }
    }

    // MARK: - Private

    private struct Round {
        /// By case, how long after its limit its consumer had the result; mostly below zero.
        var overruns: [String: Duration] = [:]
        var stalls = LoopStalls()
    }

    /// Asks all who misbehave at once, so that nothing but their own doing keeps them.
    private static func round() async throws -> Round {
        let elsewhere = try LoopbackServer(addresses: ["127.0.2.1"]) { _ in
            .init(body: "<rss/>".utf8)
        }
        let cases = MisbehavingCase.all(elsewhere: elsewhere.url("/"))
        let host = try MisbehavingHost(cases)
        var settings = FetchSettings.loopback
        settings.maximumTransfers = cases.count
        // Several of them redirect to the same one.
        settings.requestsPerAddress = cases.count
        let fetcher = try Fetcher(settings: settings, workspace: "/", limits: .brief)
        let limits = try limits(of: host.requests)
        var round = Round()
        let start = ContinuousClock.now
        for await (request, _, _) in fetcher.results(of: host.requests) {
            let elapsed = ContinuousClock.now - start
            let limit = try #require(limits[request.feed.id])
            round.overruns[host.name(of: request)] = elapsed - limit
        }
        round.stalls = fetcher.loopStalls
        return round
    }

    /// When each has to be over, counted from the start of all: a host is asked one thing at a time.
    private static func limits(of requests: [FetchRequest]) throws -> [Feed.ID: Duration] {
        var spent: [String: Duration] = [:]
        var limits: [Feed.ID: Duration] = [:]
        for request in requests {
            let host = try WebAddress(request.feed.id.value).host
            spent[host, default: .zero] += request.feed.limits.timeout
            limits[request.feed.id] = spent[host]
        }
        return limits
    }
}

/// How long threads have to wait on this machine that only want to look at the time.
private final class MachineStalls: Sendable {
    private let state = Mutex((stalls: LoopStalls(), isOver: false))

    init() {
        Thread.detachNewThread { [self] in
            var last = ContinuousClock.now
            while !state.withLock({ $0.isOver }) {
                Thread.sleep(forTimeInterval: 0.001)
                let now = ContinuousClock.now
                state.withLock { $0.stalls.note(now - last) }
                last = now
            }
        }
    }

    func stop() -> LoopStalls {
        state.withLock { state in
            state.isOver = true
            return state.stalls
        }
    }
}
