import Foundation
import Model
import Testing
import TestSupport

@testable import Fetching

/// What lies in memory while bodies come, are cut, fail, and are taken.
@Suite(.timeLimit(.minutes(5)))
struct FetcherBudgetTests {
    private func fetcher(bytes: Int = 128 << 20, answers: Int = 1_024) throws -> Fetcher {
        var settings = FetchSettings.loopback
        settings.maximumBodyBytesInFlight = bytes
        settings.pausePerPage = .zero
        var limits = TransferLimits.standard
        limits.wireBytes = 300_000
        limits.answersWaiting = answers
        return try Fetcher(settings: settings, workspace: "/", limits: limits)
    }

    private static let body = [UInt8](repeating: 65, count: 200_000)

    @Test(arguments: [
        ("whole", LoopbackServer.Response(body: Self.body)),
        ("broken off", .init(body: Self.body, delivery: .cut(after: 100_000))),
        ("reset", .init(body: Self.body, delivery: .reset(after: 100_000))),
        ("out of time", .init(body: Self.body, delivery: .stall(after: 100_000))),
        ("too long", .init(body: Self.body + Self.body, delivery: .chunked(sizeInBytes: 1_000))),
        ("a long page of an error", .init(500, body: Self.body)),
        ("a long page of a redirect", .init(302, headers: [("Location", "/x")], body: Self.body)),
        (
            "damaged",
            .init(
                headers: [("Content-Encoding", "gzip")],
                body: Gzip.stored(Self.body).dropLast(9) + [0, 0, 0, 0, 0, 0, 0, 0, 0])
        ),
    ])
    func `nothing stays counted of a document, however it ends`(
        name: String, response: LoopbackServer.Response
    ) async throws {
        let server = try LoopbackServer { _ in response }
        let fetcher = try fetcher()
        let requests = [FetchRequest.url(server.url("/"), limits: .seconds(2))]
        for await (_, result, _) in fetcher.results(of: requests) {
            let held = fetcher.engine.budget.held
            #expect(held.growing == 0)
            #expect(held.answers == 1)
            #expect(held.finished == result.document?.body.count ?? 0)
        }
        #expect(fetcher.engine.budget.held == (0, 0, 0))
    }

    @Test func `nothing stays counted of a robots.txt that is read in part`() async throws {
        let server = try LoopbackServer { request in
            .init(
                body: request.path == "/robots.txt"
                    ? Array(repeatElement(Array("Allow: /\n".utf8), count: 60_000).joined())
                    : Array("<rss/>".utf8))
        }
        var settings = FetchSettings.loopback
        settings.maximumBodyBytesInFlight = 1 << 20
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let requests = [FetchRequest.url(server.url("/"), robots: .obey)]
        for await (_, result, _) in fetcher.results(of: requests) {
            #expect(result.text == "<rss/>")
        }
        #expect(fetcher.engine.budget.held == (0, 0, 0))
    }

    @Test func `nothing stays counted of what is cancelled while it comes`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer(hosts: 4) { _ in
            arrived.yield()
            return .init(body: Self.body, delivery: .stall(after: 100_000))
        }
        let fetcher = try fetcher()
        let requests = (1...4).map { FetchRequest.url(server.url("/", host: $0)) }
        let task = Task {
            for await (_, result, _) in fetcher.results(of: requests) {
                #expect(result.failure == .cancelled)
            }
        }
        for await _ in arrivals.prefix(4) {}
        // The half that came is counted sooner or later.
        while fetcher.engine.budget.held.growing < 400_000 {
            try await Task.sleep(for: .milliseconds(5))
        }
        task.cancel()
        await task.value
        #expect(fetcher.engine.budget.held == (0, 0, 0))
    }

    @Test(arguments: [(bytes: 1, answers: 1_024), (bytes: 128 << 20, answers: 1)])
    func `with room for next to nothing all comes in the end, redirects and robots.txt too`(
        bytes: Int, answers: Int
    ) async throws {
        let server = try LoopbackServer(hosts: 8) { request in
            switch request.path {
            case "/robots.txt": .init(body: "User-agent: *\nDisallow: /private".utf8)
            case let path where path.hasPrefix("/moved"):
                .init(302, headers: [("Location", "/at\(path.dropFirst(6))")], body: Self.body)
            default: .init(body: Self.body, delivery: .chunked(sizeInBytes: 5_000))
            }
        }
        let fetcher = try fetcher(bytes: bytes, answers: answers)
        let requests = (1...8).flatMap { host in
            (0..<4).map {
                FetchRequest.url(
                    server.url("/moved\($0)", host: host), limits: .seconds(600), robots: .obey)
            }
        }
        var arrived = 0
        for await (_, result, _) in fetcher.results(of: requests) {
            #expect(result.document?.body.count == Self.body.count)
            arrived += 1
        }
        #expect(arrived == 32)
        #expect(fetcher.engine.budget.held == (0, 0, 0))
    }
}
