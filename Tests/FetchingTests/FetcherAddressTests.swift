import Foundation
import Model
import Synchronization
import Testing
import TestSupport

@testable import Fetching

/// Many names that lead to few servers.
@Suite(.timeLimit(.minutes(5)))
struct FetcherAddressTests {
    /// - Parameter addresses: what a look-up of each name answers.
    private func fetcher(
        _ addresses: [String: String], of server: LoopbackServer, perAddress limit: Int = 2,
        perHost: Int = 1
    ) throws -> Fetcher {
        var settings = FetchSettings.loopback
        settings.requestsPerAddress = limit
        settings.requestsPerHost = perHost
        var limits = TransferLimits.standard
        // A busy machine must not end what waits on purpose.
        limits.lowSpeedTime = .seconds(50)
        limits.resolve = addresses.map { "\($0):\(server.port()):\($1)" }
        return try Fetcher(settings: settings, workspace: "/", limits: limits)
    }

    /// `names` all at one address.
    private static func names(_ count: Int, at address: String) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: (0..<count).map {
                ("n\($0)-\(address.suffix(1)).example", address)
            })
    }

    private static func slowly(_ text: String) -> LoopbackServer.Response {
        .init(body: text.utf8, delivery: .drip(bytes: 2, every: .milliseconds(5)))
    }

    @Test(arguments: [1, 2, 3])
    func `however many names lead to a server, it is asked no more at once than its address may be`(
        limit: Int
    ) async throws {
        let gate = Gate(for: limit)
        let server = try LoopbackServer(addresses: ["127.0.6.1"]) {
            gate.pass() ? Self.slowly($0.path) : .init(500)
        }
        let names = Self.names(12, at: "127.0.6.1")
        let fetcher = try fetcher(names, of: server, perAddress: limit)
        let hosts = names.keys + ["127.0.6.1", "[::ffff:127.0.6.1]"]
        let requests = hosts.flatMap { host in
            (0..<4).map { FetchRequest.url("http://\(host):\(server.port())/path-\($0)") }
        }
        var arrived = 0
        for await (request, result, timing) in fetcher.results(of: requests) {
            let text = try #require(result.text, "\(result.failure?.message ?? "")")
            #expect(request.feed.id.value.hasSuffix(text))
            // No waiting is in it.
            #expect(timing.duration < .seconds(5))
            arrived += 1
        }
        #expect(arrived == 56)
        #expect(server.mostAtOncePerHost == limit)
        // Those who know that they have to wait do not call first.
        #expect(server.connections == hosts.count)
    }

    @Test func `redirects that lead to one server wait for it too`() async throws {
        let target = try LoopbackServer(addresses: ["127.0.6.1"]) { Self.slowly($0.path) }
        let port = target.port()
        let start = try LoopbackServer(hosts: 12) { request in
            .init(
                302,
                headers: [
                    ("Location", "http://n\(request.path.dropFirst())-1.example:\(port)/target")
                ])
        }
        let fetcher = try fetcher(Self.names(12, at: "127.0.6.1"), of: target)
        let requests = (0..<12).map { FetchRequest.url(start.url("/\($0)", host: $0 + 1)) }
        var arrived = 0
        for await (_, result, _) in fetcher.results(of: requests) where result.text == "/target" {
            arrived += 1
        }
        #expect(arrived == 12)
        #expect(target.mostAtOncePerHost <= 2)
    }

    @Test func `a server that is slow holds up no host of another`() async throws {
        let server = try LoopbackServer(addresses: ["127.0.6.1"]) { _ in .init(delivery: .silence) }
        let quick = try LoopbackServer(addresses: ["127.0.6.2"], port: server.port()) {
            Self.slowly($0.path)
        }
        let slowNames = Self.names(100, at: "127.0.6.1")
        let quickNames = Self.names(10, at: "127.0.6.2")
        let fetcher = try fetcher(slowNames.merging(quickNames) { $1 }, of: server)
        let requests = (Array(slowNames.keys) + quickNames.keys).flatMap { name in
            (0..<3).map {
                FetchRequest.url("http://\(name):\(server.port())/\($0)", limits: .seconds(50))
            }
        }
        // The slow ones come first, and more than run at once.
        var arrived = 0
        for await (_, result, _) in fetcher.results(of: requests) {
            #expect(result.text != nil, "\(result.failure?.message ?? "")")
            arrived += 1
            if arrived == 30 { break }
        }
        #expect(quick.mostAtOncePerHost <= 2)
        #expect(server.requests.count == 2)
    }

    @Test func `of a name's addresses the one that is free is used`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer(addresses: ["127.0.6.1"]) { _ in
            arrived.yield()
            return .init(delivery: .silence)
        }
        let free = try LoopbackServer(addresses: ["127.0.6.2"], port: server.port()) { _ in
            .init(body: "free".utf8)
        }
        let fetcher = try fetcher(
            ["holder.example": "127.0.6.1", "both.example": "127.0.6.1,127.0.6.2"], of: server,
            perAddress: 1)
        let holding = Task {
            await fetcher.result(of: .url("http://holder.example:\(server.port())/"))
        }
        for await _ in arrivals { break }
        let url = "http://both.example:\(server.port())/"
        #expect(await fetcher.result(of: .url(url))?.result.text == "free")
        #expect(free.requests.count == 1)
        holding.cancel()
        #expect(await holding.value?.result.failure == .cancelled)
    }

    /// Of more requests than a host may fail before it is left alone for the run.
    @Test func `to wait is no failure of a host, nor is another address that is refused`()
        async throws
    {
        let server = try LoopbackServer(addresses: ["127.0.6.1"]) { Self.slowly($0.path) }
        let fetcher = try fetcher(
            ["both.example": "10.0.0.1,127.0.6.1"], of: server, perAddress: 1, perHost: 12)
        let requests = (0..<12).map {
            FetchRequest.url("http://both.example:\(server.port())/path-\($0)")
        }
        var arrived = 0
        for await (_, result, _) in fetcher.results(of: requests) {
            #expect(result.text != nil, "\(result.failure?.message ?? "")")
            arrived += 1
        }
        #expect(arrived == 12)
        #expect(server.mostAtOncePerHost == 1)
    }

    @Test func `whoever waits when the time is over has not begun`() async throws {
        let server = try LoopbackServer(addresses: ["127.0.6.1"]) { _ in .init(delivery: .silence) }
        let names = Self.names(8, at: "127.0.6.1")
        let fetcher = try fetcher(names, of: server)
        let requests = names.keys.map {
            FetchRequest.url("http://\($0):\(server.port())/", limits: .seconds(2))
        }
        var failures: [FetchFailure.Kind: Int] = [:]
        let results = fetcher.results(of: requests, deadline: .now + .milliseconds(500))
        for await (_, result, _) in results {
            failures[try #require(result.failure?.kind), default: 0] += 1
        }
        #expect(failures == [.timeout: 2, .postponed: 6])
        #expect(server.requests.count == 2)
    }

    @Test func `whoever waits is cancelled with the others`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer(addresses: ["127.0.6.1"]) { _ in
            arrived.yield()
            return .init(delivery: .silence)
        }
        let names = Self.names(8, at: "127.0.6.1")
        let fetcher = try fetcher(names, of: server)
        let requests = names.keys.map { FetchRequest.url("http://\($0):\(server.port())/") }
        let task = Task {
            var failures: [FetchFailure?] = []
            for await (_, result, _) in fetcher.results(of: requests) {
                failures.append(result.failure)
            }
            return failures
        }
        for await _ in arrivals.prefix(2) {}
        task.cancel()
        #expect(await task.value == [FetchFailure?](repeating: .cancelled, count: 8))
        #expect(server.requests.count == 2)
    }

    @Test func `a proxy's own address is not counted`() async throws {
        let gate = Gate(for: 6)
        let proxy = try LoopbackServer { _ in
            gate.pass() ? .init(body: "together".utf8) : .init(500)
        }
        var settings = FetchSettings(pausePerHost: .zero)
        settings.proxy = proxy.url("")
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let requests = (0..<6).map { FetchRequest.url("http://n\($0).example/") }
        for await (_, result, _) in fetcher.results(of: requests) {
            #expect(result.text == "together")
        }
    }
}

/// Opens once so many threads stand before it.
private final class Gate: Sendable {
    private let missing: Mutex<Int>

    init(for count: Int) { missing = Mutex(count) }

    /// - Returns: `false` if it has not opened in 20 s.
    func pass() -> Bool {
        missing.withLock { $0 -= 1 }
        for _ in 0..<2_000 {
            if missing.withLock({ $0 <= 0 }) { return true }
            Thread.sleep(forTimeInterval: 0.01)
        }
        return false
    }
}
