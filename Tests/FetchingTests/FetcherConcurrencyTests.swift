import Fetching
import Foundation
import Model
import Synchronization
import Testing
import TestSupport

@Suite(.timeLimit(.minutes(5)))
struct FetcherConcurrencyTests {
    @Test func `200 feeds of 20 hosts all arrive, never two at once from one host`() async throws {
        let server = try LoopbackServer(hosts: 20) { request in
            .init(
                body: (request.host + request.path).utf8,
                delivery: .drip(bytes: 8, every: .milliseconds(1)))
        }
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let requests = (1...20).flatMap { host in
            (0..<10).map { FetchRequest.url(server.url("/\($0)", host: host)) }
        }
        var texts: Set<String> = []
        for await (request, result, _) in fetcher.results(of: requests) {
            let text = try #require(result.text)
            #expect(request.feed.id.value.hasSuffix(String(text.suffix(2))))
            texts.insert(text)
        }
        #expect(texts.count == 200)
        #expect(server.mostAtOncePerHost == 1)
    }

    @Test func `a failure stops no other feed`() async throws {
        let server = try LoopbackServer(hosts: 3) { request in
            request.host == "127.0.0.2"
                ? .init(body: "x".utf8, delivery: .reset(after: 0)) : .init(body: "fine".utf8)
        }
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let urls = (1...3).map { server.url("/", host: $0) } + ["no address"]
        var fine = 0
        var failed = 0
        for await (_, result, _) in fetcher.results(of: urls.map { .url($0) }) {
            if result.text == "fine" { fine += 1 } else { failed += 1 }
        }
        #expect(fine == 2)
        #expect(failed == 2)
    }

    @Test func `cancelling the task ends all transfers, each with its result`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer(hosts: 8) { _ in
            arrived.yield()
            return .init(delivery: .silence)
        }
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let requests = (1...8).flatMap { host in
            (0..<4).map { FetchRequest.url(server.url("/\($0)", host: host)) }
        }
        let task = Task {
            var failures: [FetchFailure.Kind?] = []
            for await (_, result, _) in fetcher.results(of: requests) {
                failures.append(result.failure?.kind)
            }
            return failures
        }
        for await _ in arrivals.prefix(8) {}
        task.cancel()
        #expect(await task.value == [FetchFailure.Kind?](repeating: .cancelled, count: 32))
        #expect(server.requests.count == 8)
    }

    @Test func `leaving early ends the transfers, and the fetcher goes on`() async throws {
        let server = try LoopbackServer(hosts: 2) { request in
            request.path == "/silent" ? .init(delivery: .silence) : .init(body: "fine".utf8)
        }
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let urls = [server.url("/silent"), server.url("/", host: 2)]
        for await (_, result, _) in fetcher.results(of: urls.map { .url($0) }) {
            #expect(result.text == "fine")
            break
        }
        // The first host is free again only if its transfer has been ended.
        #expect(await fetcher.result(of: .url(server.url("/")))?.result.text == "fine")
    }

    @Test func `no requests have no results`() async throws {
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        for await _ in fetcher.results(of: []) { Issue.record("a result of nothing") }
    }

    @Test func `results outlive the fetcher they come from`() async throws {
        let server = try LoopbackServer { _ in .init(body: "fine".utf8) }
        let results = try Fetcher(settings: .loopback, workspace: "/")
            .results(of: [.url(server.url("/"))])
        var texts: [String?] = []
        for await (_, result, _) in results { texts.append(result.text) }
        #expect(texts == ["fine"])
    }
}
