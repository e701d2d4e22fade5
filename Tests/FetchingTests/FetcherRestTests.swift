import Foundation
import Model
import Testing
import TestSupport

@testable import Fetching

@Suite(.timeLimit(.minutes(5)))
struct FetcherRestTests {
    private let now = Date(timeIntervalSince1970: 1_795_327_200)

    private func fetcher(
        _ settings: FetchSettings = .loopback, memory: HostMemory = HostMemory()
    ) throws -> Fetcher {
        var limits = TransferLimits.standard
        limits.connectTimeout = .milliseconds(300)
        return try Fetcher(
            settings: settings, workspace: "/", limits: limits, memory: memory, start: now)
    }

    private func failures(
        _ urls: [String], by fetcher: Fetcher, deadline: ContinuousClock.Instant? = nil
    ) async -> [FetchFailure?] {
        var results: [String: FetchFailure] = [:]
        let requests = urls.map { FetchRequest.url($0) }
        for await (request, result, _) in fetcher.results(of: requests, deadline: deadline) {
            results[request.feed.id.value] = result.failure
        }
        return urls.map { results[$0] }
    }

    @Test func `a host that is asked too often is asked no more in this run`() async throws {
        let server = try LoopbackServer(hosts: 2) { request in
            request.host == "127.0.0.1"
                ? .init(429, headers: [("Retry-After", "10800")]) : .init(body: "x".utf8)
        }
        let fetcher = try fetcher()
        let urls = (0..<4).map { server.url("/\($0)") } + [server.url("/", host: 2)]
        let failures = await failures(urls, by: fetcher)
        #expect(failures.map(\.?.kind) == [.status, .postponed, .postponed, .postponed, nil])
        #expect(failures[0]?.retryAfterSeconds == 10_800)
        #expect(
            failures[1]?.message
                == "127.0.0.1 wants to be left alone for 3 h more; asked after that")
        #expect(server.requests.count == 2)
        let until = try #require(fetcher.takeHostNews().rests["127.0.0.1"])
        #expect((10_800...10_830).contains(until.timeIntervalSince(now)))
    }

    @Test(
        arguments: [
            (429, [], 600), (503, [], 600), (503, [("Retry-After", "60")], 60),
            (503, [("Retry-After", "Sun, 22 Nov 2026 08:00:00 GMT")], 7_200),
            (429, [("Retry-After", "-5")], 600), (429, [("Retry-After", "soon")], 600),
            (429, [("Retry-After", "99999999999")], 604_800),
        ] as [(Int, [(String, String)], Double)])
    func `a rest is as long as the server says, or ten minutes`(
        status: Int, headers: [(String, String)], seconds: Double
    ) async throws {
        let server = try LoopbackServer { _ in
            .init(status, headers: headers.map { (name: $0.0, value: $0.1) })
        }
        let fetcher = try fetcher()
        _ = await failures([server.url("/")], by: fetcher)
        let until = try #require(fetcher.takeHostNews().rests["127.0.0.1"])
        #expect((seconds - 30...seconds + 30).contains(until.timeIntervalSince(now)))
    }

    @Test func `a rest goes on in the next run until it is over`() async throws {
        let server = try LoopbackServer { _ in .init(body: "x".utf8) }
        let memory = HostMemory(rests: ["127.0.0.1": now + 3_600])
        let resting = await failures([server.url("/")], by: try fetcher(memory: memory))
        #expect(resting.map(\.?.kind) == [.postponed])
        #expect(resting[0]?.retryAfterSeconds == 3_600)
        #expect(server.requests.isEmpty)
        let over = HostMemory(rests: ["127.0.0.1": now - 1])
        #expect(await failures([server.url("/")], by: try fetcher(memory: over)) == [nil])
    }

    @Test func `a redirect to a resting host waits too`() async throws {
        let resting = try LoopbackServer(addresses: ["127.0.0.9"]) { _ in .init(body: "x".utf8) }
        let server = try LoopbackServer { _ in .init(302, headers: [("Location", resting.url("/"))])
        }
        let memory = HostMemory(rests: ["127.0.0.9": now + 3_600])
        let failures = await failures([server.url("/")], by: try fetcher(memory: memory))
        #expect(failures.map(\.?.kind) == [.postponed])
        #expect(resting.requests.isEmpty)
    }

    @Test func `a rest that a wrong clock wrote is not believed`() async throws {
        let server = try LoopbackServer { _ in .init(body: "x".utf8) }
        let memory = HostMemory(rests: ["127.0.0.1": now + 400 * 86_400])
        #expect(await failures([server.url("/")], by: try fetcher(memory: memory)) == [nil])
    }

    @Test func `a rest that a wrong clock wrote hides none that is asked for after it`()
        async throws
    {
        let server = try LoopbackServer { _ in .init(429, headers: [("Retry-After", "3600")]) }
        let memory = HostMemory(rests: ["127.0.0.1": now + 400 * 86_400])
        let fetcher = try fetcher(memory: memory)
        let failures = await failures((0..<3).map { server.url("/\($0)") }, by: fetcher)
        #expect(failures.map(\.?.kind) == [.status, .postponed, .postponed])
        let until = try #require(fetcher.takeHostNews().rests["127.0.0.1"])
        #expect((3_570...3_630).contains(until.timeIntervalSince(now)))
    }

    @Test func `a host that cannot be reached five times is left for the next run`() async throws {
        let server = try LoopbackServer(hosts: 2) { request in
            request.host == "127.0.0.1"
                ? .init(body: "x".utf8, delivery: .reset(after: 0)) : .init(body: "x".utf8)
        }
        let urls = (0..<9).map { server.url("/\($0)") }
        let failures = await failures(
            urls + [server.url("/", host: 2)], by: try fetcher())
        #expect(failures.prefix(5).allSatisfy { $0?.kind == .interrupted })
        #expect(failures[5..<9].allSatisfy { $0?.kind == .postponed })
        #expect(failures[9] == nil)
        #expect(server.requests.count == 6)
    }

    @Test func `an answer in between shows that the host can be reached`() async throws {
        let server = try LoopbackServer { request in
            request.path.hasSuffix("4")
                ? .init(404) : .init(body: "x".utf8, delivery: .reset(after: 0))
        }
        let failures = await failures(
            (0..<9).map { server.url("/\($0)") }, by: try fetcher())
        #expect(failures.allSatisfy { $0?.kind != .postponed })
    }

    @Test func `names of a domain that lead nowhere put off none of its others`() async throws {
        let server = try LoopbackServer { _ in .init(body: "x".utf8) }
        var settings = FetchSettings.loopback
        settings.termsByDomain = ["blogs.example": FetchSettings.DomainTerms(pause: .zero)]
        var limits = TransferLimits.standard
        limits.resolve = ["live.blogs.example:\(server.port()):127.0.0.1"]
        let fetcher = try Fetcher(settings: settings, workspace: "/", limits: limits)
        // No server can have a name whose parts are as long.
        let dead = (0..<HostBook.troubleLimit).map { number in
            "http://\(String(repeating: "a", count: 64 + number)).blogs.example:\(server.port())/"
        }
        let failures = await failures(
            dead + ["http://live.blogs.example:\(server.port())/"], by: fetcher)
        #expect(failures.map(\.?.kind) == dead.map { _ in .dns } + [nil])
    }

    @Test func `a domain's share of a run is kept to`() async throws {
        let server = try LoopbackServer(hosts: 2) { _ in .init(body: "x".utf8) }
        var settings = FetchSettings.loopback
        settings.termsByDomain = [
            "127.0.0.1": FetchSettings.DomainTerms(pause: .zero, feedsPerRun: 2)
        ]
        let urls = (0..<4).map { server.url("/\($0)") } + [server.url("/", host: 2)]
        let failures = await failures(urls, by: try fetcher(settings))
        #expect(failures.map(\.?.kind) == [nil, nil, .postponed, .postponed, nil])
        #expect(
            failures[2]?.message
                == "127.0.0.1 is asked for 2 feeds a run at most; asked in a later run")
        #expect(
            FetchFailure.shareUsedUp(of: "a.example", feeds: 1).message
                == "a.example is asked for 1 feed a run at most; asked in a later run")
    }

    @Test func `nothing starts after the deadline, and what has begun comes to its end`()
        async throws
    {
        let server = try LoopbackServer { _ in
            .init(
                body: Array(repeating: 120, count: 40),
                delivery: .drip(bytes: 1, every: .milliseconds(10)))
        }
        let urls = (0..<3).map { server.url("/\($0)") }
        let failures = await failures(
            urls, by: try fetcher(), deadline: .now + .milliseconds(100))
        #expect(failures[0] == nil)
        #expect(failures.dropFirst().allSatisfy { $0 == .outOfTime })
        #expect(server.requests.count == 1)
    }

    @Test func `a deadline is that of its own requests alone, whoever asks after them`()
        async throws
    {
        let server = try LoopbackServer { request in
            request.path == "/short"
                ? .init(body: "x".utf8)
                : .init(
                    body: Array(repeating: 120, count: 20),
                    delivery: .drip(bytes: 1, every: .milliseconds(10)))
        }
        let fetcher = try fetcher()
        // One of so many at least lies where one of those after them will.
        for _ in 0..<64 {
            let short = await failures(
                [server.url("/short")], by: fetcher, deadline: .now + .milliseconds(400))
            #expect(short == [nil])
        }
        let urls = (0..<4).map { server.url("/\($0)") }
        #expect(await failures(urls, by: fetcher) == [nil, nil, nil, nil])
    }
}
