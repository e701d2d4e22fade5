import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// A fetcher that is one of several, and asks no host before it may.
@Suite(.timeLimit(.minutes(5)))
struct FetcherSharingTests {
    private func fetcher(_ settings: FetchSettings = .loopback) throws -> Fetcher {
        try Fetcher(settings: settings, workspace: "/", sharesHosts: true)
    }

    private func permit(
        after wait: Duration = .zero, memory: HostMemory = HostMemory()
    ) -> HostPermit {
        HostPermit(notBefore: .now + wait, end: .now + .seconds(60), memory: memory)
    }

    /// All results, while each wish is dealt with by `share`.
    private func results(
        of urls: [String], by fetcher: Fetcher, share: @escaping @Sendable (HostWish) -> Void
    ) async -> [FetchResult] {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await wish in fetcher.hostWishes { share(wish) } }
            var results: [FetchResult] = []
            for await (_, result, _) in fetcher.results(of: urls.map { .url($0) }) {
                results.append(result)
            }
            group.cancelAll()
            return results
        }
    }

    @Test func `a host is asked for once, and then for all its feeds`() async throws {
        let server = try LoopbackServer(hosts: 2) { _ in .init(body: "x".utf8) }
        let fetcher = try fetcher()
        let wishes = Mutex<[HostWish]>([])
        let asked = Mutex(0)
        let urls = (0..<5).map { server.url("/\($0)") } + [server.url("/", host: 2)]
        let results = await results(of: urls, by: fetcher) { wish in
            wishes.withLock { $0.append(wish) }
            guard case .wanted(let host) = wish else { return }
            if host == "127.0.0.1" {
                asked.withLock { $0 = server.requests.count { $0.host == host } }
            }
            fetcher.open(host, permit())
        }
        #expect(results.map(\.text) == Array(repeating: "x", count: 6))
        #expect(asked.withLock { $0 } == 0)
        let wanted = wishes.withLock { $0.count { if case .wanted = $0 { true } else { false } } }
        #expect(wanted == 2)
    }

    @Test func `a redirect asks for the host that it leads to`() async throws {
        let target = try LoopbackServer(addresses: ["127.0.0.9"]) { _ in .init(body: "x".utf8) }
        let server = try LoopbackServer { _ in .init(302, headers: [("Location", target.url("/"))])
        }
        let fetcher = try fetcher()
        let wanted = Mutex<[String]>([])
        let results = await results(of: [server.url("/")], by: fetcher) { wish in
            guard case .wanted(let host) = wish else { return }
            wanted.withLock { $0.append(host) }
            fetcher.open(host, permit())
        }
        #expect(results.map(\.text) == ["x"])
        #expect(wanted.withLock { $0 } == ["127.0.0.1", "127.0.0.9"])
    }

    @Test func `what others were told by a host holds here too`() async throws {
        let server = try LoopbackServer { _ in .init(body: "x".utf8) }
        let fetcher = try fetcher()
        let memory = HostMemory(rests: ["127.0.0.1": Date().addingTimeInterval(3_600)])
        let results = await results(of: (0..<3).map { server.url("/\($0)") }, by: fetcher) {
            wish in
            guard case .wanted(let host) = wish else { return }
            fetcher.open(host, permit(memory: memory))
        }
        #expect(results.map(\.failure?.kind) == [.postponed, .postponed, .postponed])
        #expect(server.requests.isEmpty)
    }

    @Test func `a host that is done with is given back with its pause`() async throws {
        let server = try LoopbackServer { _ in .init(body: "x".utf8) }
        var settings = FetchSettings.loopback
        settings.pausePerHost = .seconds(30)
        let fetcher = try fetcher(settings)
        var wishes = fetcher.hostWishes.makeAsyncIterator()
        let result = Task { [fetcher] in await fetcher.result(of: .url(server.url("/")))?.result }
        #expect(await wishes.next() == .wanted("127.0.0.1"))
        fetcher.open("127.0.0.1", permit())
        guard case .done("127.0.0.1", let pauseLeft) = await wishes.next() else {
            Issue.record("the host was not given back")
            return
        }
        #expect((.seconds(1)...Duration.seconds(30)).contains(pauseLeft))
        #expect(await result.value?.text == "x")
    }
}
