import Fetching
import Foundation
import Model
import Testing
import TestSupport

@testable import Fetching

@Suite(.timeLimit(.minutes(5)))
struct FetcherRobotsTests {
    private let now = Date(timeIntervalSince1970: 1_795_327_200)

    private func fetcher(
        _ memory: HostMemory = HostMemory(), atOnce: Int = 1, limits: TransferLimits = .standard
    ) throws -> Fetcher {
        var settings = FetchSettings.loopback
        settings.pausePerPage = .zero
        settings.requestsPerHost = atOnce
        settings.requestsPerAddress = max(settings.requestsPerAddress, atOnce)
        return try Fetcher(
            settings: settings, workspace: "/", limits: limits, memory: memory, start: now)
    }

    private func server(hosts: Int = 1, robots: String, status: Int = 200) throws -> LoopbackServer
    {
        try LoopbackServer(hosts: hosts) { request in
            request.path == "/robots.txt"
                ? .init(status, headers: [("ETag", "\"r1\"")], body: robots.utf8)
                : .init(body: "<rss/>".utf8)
        }
    }

    private func results(_ requests: [FetchRequest], by fetcher: Fetcher) async -> [FetchResult] {
        var results: [String: FetchResult] = [:]
        for await (request, result, _) in fetcher.results(of: requests) {
            results[request.feed.id.value] = result
        }
        return requests.compactMap { results[$0.feed.id.value] }
    }

    @Test func `an origin's robots.txt is asked for once, before its feeds`() async throws {
        let server = try server(robots: "User-agent: *\nDisallow: /private/")
        let paths = ["/a", "/private/b", "/c"]
        let results = await results(
            paths.map { .url(server.url($0), robots: .obey) }, by: try fetcher())
        #expect(server.requests.map(\.path) == ["/robots.txt", "/a", "/c"])
        #expect(results.map(\.text) == ["<rss/>", nil, "<rss/>"])
        let failure = try #require(results[1].failure)
        #expect(failure.kind == .robots)
        #expect(
            failure.message.hasSuffix(
                "/robots.txt forbids it by 'Disallow: /private/'; ask the owner, and with their word "
                    + "write 'robots: {ignore: …}' at this source"))
    }

    @Test func `feeds of one origin that are asked for together wait for one robots.txt`()
        async throws
    {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(
                    body: "User-agent: *\nDisallow: /2".utf8,
                    delivery: .drip(bytes: 9, every: .milliseconds(30)))
                : .init(body: "<rss/>".utf8)
        }
        let requests = (0..<6).map {
            FetchRequest.url(server.url("/\($0)"), robots: .obey)
        }
        let results = await results(requests, by: try fetcher(atOnce: 4))
        #expect(server.requests.count { $0.path == "/robots.txt" } == 1)
        #expect(results.map(\.failure?.kind) == [nil, nil, .robots, nil, nil, nil])
    }

    @Test(arguments: [
        (404, true), (403, true), (410, true), (429, false), (503, false), (500, false),
    ])
    func `no robots.txt allows everything, none to be had allows nothing`(
        status: Int, isAllowed: Bool
    ) async throws {
        let server = try server(robots: "", status: status)
        let result = await results(
            [.url(server.url("/feed"), robots: .obey)], by: try fetcher())[0]
        #expect((result.text == "<rss/>") == isAllowed)
        if !isAllowed { #expect(result.failure?.kind == .robotsUnavailable) }
        #expect(server.requests.count == (isAllowed ? 2 : 1))
    }

    @Test func `rules that were read an hour ago are not asked for again`() async throws {
        let server = try server(robots: "User-agent: *\nDisallow: /private/")
        let first = try fetcher()
        _ = await results([.url(server.url("/a"), robots: .obey)], by: first)
        let news = first.takeHostNews()
        let copy = try #require(news.robots.values.first)
        #expect(news.robots.keys.first == server.url(""))
        #expect(copy.rules == "Disallow: /private/\n")
        #expect(copy.validators?.etag == "\"r1\"")

        let second = try Fetcher(
            settings: .loopback, workspace: "/", memory: news, start: now + 3_600)
        let result = await results([.url(server.url("/private/"), robots: .obey)], by: second)[0]
        #expect(result.failure?.kind == .robots)
        #expect(server.requests.map(\.path) == ["/robots.txt", "/a"])

        let third = try Fetcher(
            settings: .loopback, workspace: "/", memory: news, start: now + 90_000)
        _ = await results([.url(server.url("/a"), robots: .obey)], by: third)
        #expect(server.requests.map(\.path) == ["/robots.txt", "/a", "/robots.txt", "/a"])
        #expect(server.requests[2].header("If-None-Match") == "\"r1\"")
    }

    @Test func `a page that is left for a long Crawl-delay says so`() async throws {
        let server = try server(robots: "User-agent: *\nCrawl-delay: 60")
        var limits = TransferLimits.standard
        limits.longestCrawlDelay = .milliseconds(20)
        let results = await results(
            [.url(server.url("/1"), kind: .page), .url(server.url("/2"), kind: .page)],
            by: try fetcher(limits: limits))
        #expect(results.map(\.failure?.kind) == [nil, .postponed])
        #expect(
            results[1].failure?.message
                == "\(server.url(""))/robots.txt asks for 60 s between two requests (Crawl-delay), so a "
                + "run reads one page there, and this time another one; run more often, or ask the "
                + "owner for a shorter pause")
    }

    @Test func `a page asks even where its feed need not`() async throws {
        let server = try server(robots: "User-agent: *\nDisallow: /")
        let result = await results([.url(server.url("/page"), kind: .page)], by: try fetcher())[0]
        #expect(result.failure?.kind == .robots)
        #expect(server.requests.map(\.path) == ["/robots.txt"])
    }

    @Test func `each hop of a redirect asks the origin it leads to`() async throws {
        let target = try server(robots: "User-agent: Earshot\nDisallow: /\n")
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(404) : .init(302, headers: [("Location", target.url("/feed"))])
        }
        let result = await results(
            [.url(server.url("/feed"), robots: .obey)], by: try fetcher())[0]
        #expect(result.failure?.kind == .robots)
        #expect(server.requests.map(\.path) == ["/robots.txt", "/feed"])
        #expect(target.requests.map(\.path) == ["/robots.txt"])
    }

    @Test func `a robots.txt that is elsewhere holds for the origin that was asked`() async throws {
        let elsewhere = try LoopbackServer { _ in .init(body: "User-agent: *\nDisallow: /b".utf8) }
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(301, headers: [("Location", elsewhere.url("/rules"))])
                : .init(body: "<rss/>".utf8)
        }
        let results = await results(
            ["/a", "/b"].map { .url(server.url($0), robots: .obey) }, by: try fetcher())
        #expect(results.map(\.failure?.kind) == [nil, .robots])
        #expect(elsewhere.requests.map(\.path) == ["/rules"])
    }

    @Test func `a robots.txt that goes round in circles is as good as none`() async throws {
        let server = try LoopbackServer { request in
            request.path.hasPrefix("/robots")
                ? .init(302, headers: [("Location", "/robots.txt?again")])
                : .init(body: "<rss/>".utf8)
        }
        let result = await results(
            [.url(server.url("/feed"), robots: .obey)], by: try fetcher())[0]
        #expect(result.text == "<rss/>")
        #expect(server.requests.count == 7)
    }

    @Test func `of an endless robots.txt the beginning counts`() async throws {
        let lines = String(repeating: "Disallow: /never-\n", count: 100_000)
        let server = try server(robots: "User-agent: *\nDisallow: /b\n" + lines + "Disallow: /a\n")
        let results = await results(
            ["/a", "/b"].map { .url(server.url($0), robots: .obey) }, by: try fetcher())
        #expect(results.map(\.failure?.kind) == [nil, .robots])
    }

    /// RFC 9309 §2.5: at least 500 KiB are read, however long the file says that it is.
    @Test(arguments: [LoopbackServer.Delivery.whole, .chunked(sizeInBytes: 10_000)])
    func `of a robots.txt of more than 5 MiB the beginning counts`(
        delivery: LoopbackServer.Delivery
    ) async throws {
        let robots =
            Array("User-agent: *\nDisallow: /b\n".utf8) + [UInt8](repeating: 35, count: 6 << 20)
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(body: robots, delivery: delivery) : .init(body: "<rss/>".utf8)
        }
        let results = await results(
            ["/a", "/b"].map { .url(server.url($0), robots: .obey) }, by: try fetcher())
        #expect(results.map(\.failure?.kind) == [nil, .robots])
    }

    @Test func `a host that cannot be reached is said to be so, not to forbid us`() async throws {
        let server = try LoopbackServer { _ in .init(body: "x".utf8, delivery: .reset(after: 0)) }
        let fetcher = try fetcher()
        let results = await results(
            ["/a", "/b"].map { .url(server.url($0), robots: .obey) }, by: fetcher)
        #expect(results.map(\.failure?.kind) == [.interrupted, .interrupted])
        #expect(
            results[0].failure?.message
                == "robots.txt: 127.0.0.1 broke off before the document was whole; tried again next "
                + "time")
        #expect(fetcher.takeHostNews().robots.isEmpty)
    }

    @Test func `rules that cannot be read again hold for a month`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(body: "x".utf8, delivery: .reset(after: 0))
                : .init(body: "<rss/>".utf8)
        }
        let origin = server.url("")
        func results(after days: Double) async throws -> [FetchFailure.Kind?] {
            let copy = RobotsCopy(
                rules: "Disallow: /b\n", fetchedAt: now - days * 86_400,
                checkedAt: now - days * 86_400, pauseSeconds: 86_400, isUnavailable: false)
            let fetcher = try fetcher(HostMemory(robots: [origin: copy]))
            return await self.results(
                ["/a", "/b"].map { .url(server.url($0), robots: .obey) }, by: fetcher
            ).map(\.failure?.kind)
        }
        #expect(try await results(after: 2) == [nil, .robots])
        #expect(try await results(after: 31) == [.interrupted, .interrupted])
    }

    /// Once compressed and once not, however many wait for it.
    @Test func `an answer for robots.txt that nobody can read is asked for once each way`()
        async throws
    {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(headers: [("Content-Encoding", "gzip")], body: "plain".utf8)
                : .init(body: "<rss/>".utf8)
        }
        let results = await results(
            (0..<6).map { .url(server.url("/\($0)"), robots: .obey) }, by: try fetcher())
        #expect(results.map(\.failure?.kind).first == .interrupted)
        #expect(results.dropFirst().allSatisfy { $0.failure?.kind == .robotsUnavailable })
        #expect(server.requests.map(\.path) == ["/robots.txt", "/robots.txt"])
    }

    /// A robots.txt that leads to another host leaves its line to others, who then wait for it.
    @Test func `ending those that wait for a robots.txt leaves nothing behind`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let silent = try LoopbackServer(addresses: ["127.0.0.9"]) { _ in
            arrived.yield()
            return .init(delivery: .silence)
        }
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(302, headers: [("Location", silent.url("/robots.txt"))])
                : .init(body: "<rss/>".utf8)
        }
        var settings = FetchSettings.loopback
        settings.pausePerHost = .milliseconds(30)
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let requests = (0..<4).map { FetchRequest.url(server.url("/\($0)"), robots: .obey) }
        let task = Task { await results(requests, by: fetcher) }
        for await _ in arrivals { break }
        task.cancel()
        #expect(await task.value.allSatisfy { $0.failure?.kind == .cancelled })
        // Whatever was left in a line would come up after the pause.
        let other = try LoopbackServer { _ in .init(body: "<rss/>".utf8) }
        for _ in 0..<3 {
            #expect(await results([.url(other.url("/"))], by: fetcher)[0].text == "<rss/>")
        }
    }
}
