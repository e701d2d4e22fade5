import Foundation
import Model
import Testing
import TestSupport

@testable import Fetching

/// Servers as they should not be, all at once, among a few that are.
///
/// What is expected stands in the extensions of `MisbehavingCase`, one file a subject.
@Suite(.timeLimit(.minutes(5)))
struct MisbehavingTests {
    private let elsewhere: LoopbackServer
    private let cases: [MisbehavingCase]

    init() throws {
        elsewhere = try LoopbackServer(addresses: ["127.0.2.1"]) { _ in .init(body: "<rss/>".utf8) }
        cases = MisbehavingCase.all(elsewhere: elsewhere.url("/"))
    }

    @Test func `every misbehaviour ends in its own result, in time, and harms no healthy feed`()
        async throws
    {
        let healthy = try LoopbackServer(addresses: (1...20).map { "127.0.1.\($0)" }) { request in
            Self.healthyAnswer(to: request)
        }
        let host = try MisbehavingHost(cases)
        let requests = host.requests + (1...20).map { .url(healthy.url("/", host: $0)) }
        let fetcher = try Fetcher(settings: .loopback, workspace: "/", limits: .brief)
        var arrived = 0
        for await (request, result, timing) in fetcher.results(of: requests) {
            #expect(timing.duration < request.feed.limits.timeout + .seconds(1))
            if !host.judge(result, of: request) {
                #expect(result.text == Self.healthyText, "\(request.feed.id)")
                arrived += 1
            }
        }
        #expect(arrived == 20)
        for request in host.received {
            #expect(request.header("Cookie") == nil)
            #expect(request.header("Authorization") == nil)
        }
    }

    @Test func `what befalls a kept connection between two feeds does not harm the second`()
        async throws
    {
        let host = try MisbehavingHost(MisbehavingCase.idle)
        var settings = FetchSettings.loopback
        // Many times the moment after which something befalls it, for a machine at work.
        settings.pausePerHost = .seconds(1)
        let fetcher = try Fetcher(settings: settings, workspace: "/", limits: .brief)
        for await (request, result, _) in fetcher.results(of: host.requests) {
            #expect(host.judge(result, of: request))
        }
    }

    @Test func `there are many ways to misbehave, each told once`() {
        let all = cases + MisbehavingCase.idle
        #expect(all.count >= 150)
        #expect(Set(all.map(\.name)).count == all.count)
    }

    // MARK: - Private

    private static let healthyText = String(repeating: "<item>Słoń</item>", count: 2_000)

    /// Whole, in chunks, compressed, or in pieces with pauses, by the host's number.
    private static func healthyAnswer(to request: LoopbackServer.Request)
        -> LoopbackServer.Response
    {
        let text = Array(healthyText.utf8)
        return switch (request.host.last?.wholeNumberValue ?? 0) % 4 {
        case 0: .init(body: text)
        case 1: .init(body: text, delivery: .chunked(sizeInBytes: 777))
        case 2: .init(headers: [("Content-Encoding", "gzip")], body: Gzip.stored(text))
        default: .init(body: text, delivery: .drip(bytes: 2_000, every: .milliseconds(10)))
        }
    }
}

extension TransferLimits {
    /// As strict as a test can wait for; a feed's own time-out may be shorter or longer.
    static var brief: TransferLimits {
        var limits = standard
        limits.connectTimeout = .seconds(5)
        limits.lowSpeedTime = .seconds(3)
        limits.wireBytes = 512 << 10
        return limits
    }
}
