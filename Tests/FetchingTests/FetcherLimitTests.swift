import Foundation
import Model
import Synchronization
import Testing
import TestSupport

@testable import Fetching

@Suite(.timeLimit(.minutes(5)))
struct FetcherLimitTests {
    private let fetcher: Fetcher

    init() throws {
        fetcher = try Fetcher(settings: .loopback, workspace: "/")
    }

    private func failure(from response: LoopbackServer.Response) async throws -> FetchFailure? {
        let server = try LoopbackServer { _ in response }
        let outcome = await fetcher.result(of: .url(server.url("/")))
        #expect((outcome?.timing.decodedBytes ?? .max) <= 12_000_000)
        return outcome?.result.failure
    }

    @Test(arguments: [
        LoopbackServer.Delivery.whole, .chunked(sizeInBytes: 100),
    ])
    func `a document may be as long as its limit, and not a byte longer`(
        delivery: LoopbackServer.Delivery
    ) async throws {
        let server = try LoopbackServer { _ in
            .init(body: [UInt8](repeating: 65, count: 1_000), delivery: delivery)
        }
        let whole = await fetcher.result(of: .url(server.url("/"), limits: .bytes(1_000)))
        #expect(whole?.result.document?.body.count == 1_000)
        let failure = await fetcher.result(of: .url(server.url("/"), limits: .bytes(999)))?.result
            .failure
        #expect(failure?.kind == .tooLarge)
        #expect(failure?.message.hasPrefix("the document is larger than 999 bytes;") == true)
    }

    @Test(arguments: [LoopbackServer.Delivery.whole, .chunked(sizeInBytes: 10_000)])
    func `more than 5 MiB on the wire is too large`(delivery: LoopbackServer.Delivery) async throws
    {
        let failure = try await failure(
            from: .init(body: [UInt8](repeating: 65, count: 6 << 20), delivery: delivery))
        #expect(failure?.kind == .tooLarge)
        #expect(failure?.message.contains("5242880 bytes") == true)
    }

    @Test func `a bomb is too large`() async throws {
        let failure = try await failure(
            from: .init(
                headers: [("Content-Encoding", "gzip")], body: Gzip.bomb(unpacksTo: 20_000_000)))
        #expect(failure?.kind == .tooLarge)
        #expect(failure?.message.contains("unpacks to more than 100 times") == true)
    }

    @Test(arguments: ["gzip", "gzip, gzip, gzip, gzip, gzip, gzip"])
    func `damaged or stacked compression is a failure`(encoding: String) async throws {
        let failure = try await failure(
            from: .init(headers: [("Content-Encoding", encoding)], body: "no gzip".utf8))
        #expect(failure?.kind == .interrupted)
        #expect(failure?.message.contains("compression") == true)
    }

    @Test func `a flood of headers ends`() async throws {
        let flood = (0..<2_000).map { (name: "X-\($0)", value: String(repeating: "x", count: 90)) }
        let failure = try await failure(from: .init(headers: flood))
        #expect(failure?.kind == .tooLarge)
        #expect(failure?.message.contains("65536 bytes of headers") == true)
    }

    @Test(arguments: [LoopbackServer.Delivery.cut(after: 50), .reset(after: 50)])
    func `half a document is none`(delivery: LoopbackServer.Delivery) async throws {
        let failure = try await failure(
            from: .init(body: [UInt8](repeating: 65, count: 100), delivery: delivery))
        #expect(failure?.kind == .interrupted)
    }

    @Test(arguments: ["", "HTTP/1.1 200", "<rss/>", "SSH-2.0-server\r\n"])
    func `an answer that is not HTTP is a failure`(answer: String) async throws {
        let failure = try await failure(from: .init(body: answer.utf8, delivery: .raw))
        #expect(failure?.kind == .interrupted)
    }

    @Test(arguments: [
        (LoopbackServer.Delivery.silence, "while waiting for the first byte"),
        (.stall(after: 10), "while receiving the document"),
        (.drip(bytes: 1, every: .milliseconds(50)), "while receiving the document"),
    ])
    func `a transfer ends with its time-out, which tells what was waited for`(
        delivery: LoopbackServer.Delivery, phase: String
    ) async throws {
        let server = try LoopbackServer { _ in
            .init(body: [UInt8](repeating: 65, count: 10_000), delivery: delivery)
        }
        let (result, timing) = try #require(
            await fetcher.result(of: .url(server.url("/"), limits: .seconds(0.5))))
        let failure = try #require(result.failure)
        #expect(failure.kind == .timeout)
        #expect(failure.message.contains(phase), "\(failure.message)")
        #expect(timing.duration < .seconds(1.5))
    }

    @Test func `redirects share one time-out`() async throws {
        let server = try LoopbackServer { request in
            let step = Int(request.path.dropFirst()) ?? 0
            return .init(
                302, headers: [("Location", "/\(step + 1)")],
                body: [UInt8](repeating: 65, count: 4),
                delivery: .drip(bytes: 1, every: .milliseconds(100)))
        }
        let failure = await fetcher.result(of: .url(server.url("/0"), limits: .seconds(0.6)))?
            .result.failure
        #expect(failure?.kind == .timeout)
        #expect(server.requests.count == 2)
    }

    @Test func `a transfer that is too slow ends before its time-out`() async throws {
        var limits = TransferLimits.standard
        limits.lowSpeedTime = .seconds(1)
        let fetcher = try Fetcher(settings: .loopback, workspace: "/", limits: limits)
        let server = try LoopbackServer { _ in
            .init(
                body: [UInt8](repeating: 65, count: 10_000),
                delivery: .drip(bytes: 1, every: .milliseconds(100)))
        }
        let failure = await fetcher.result(of: .url(server.url("/")))?.result.failure
        #expect(failure?.kind == .timeout)
        #expect(failure?.message.contains("less than 100 bytes a second") == true)
    }

    @Test func `no more bodies lie in memory than the budget has room for`() async throws {
        let size = 200_000
        let server = try LoopbackServer(hosts: 16) { _ in
            .init(
                headers: [("Content-Encoding", "gzip")],
                body: Gzip.stored([UInt8](repeating: 65, count: size)),
                delivery: .chunked(sizeInBytes: 5_000))
        }
        var settings = FetchSettings.loopback
        settings.maximumBodyBytesInFlight = 500_000
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let requests = (1...16).flatMap { host in
            // Bodies may have to wait long for a consumer on a busy machine.
            (0..<4).map {
                FetchRequest.url(server.url("/\($0)", host: host), limits: .seconds(600))
            }
        }
        var sizes: [Int] = []
        for await (_, result, _) in fetcher.results(of: requests) {
            sizes.append(result.document?.body.count ?? 0)
        }
        #expect(sizes == [Int](repeating: size, count: 64))
    }
}
