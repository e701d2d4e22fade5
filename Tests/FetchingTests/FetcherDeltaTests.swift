import Fetching
import Foundation
import Model
import Testing
import TestSupport

@Suite(.timeLimit(.minutes(5)))
struct FetcherDeltaTests {
    private func poll(
        _ response: LoopbackServer.Response, etag: String? = "\"1\"", kind: Source.Kind = .feed
    ) async throws -> (result: FetchResult, request: LoopbackServer.Request) {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt" ? .init(404) : response
        }
        var settings = FetchSettings.loopback
        settings.pausePerPage = .zero
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let url = server.url("/feed")
        let held = Validators(url: url, etag: etag, lastModified: "yesterday")
        let (result, _) = try #require(
            await fetcher.result(of: .url(url, validators: held, kind: kind)))
        return (result, try #require(server.requests.last))
    }

    @Test func `a feed that is held is asked for what is new alone`() async throws {
        let (result, request) = try await poll(
            .init(226, headers: [("IM", "feed"), ("ETag", "\"2\"")], body: "<rss/>".utf8))
        #expect(request.header("A-IM") == "feed")
        #expect(result.text == "<rss/>")
        #expect(result.document?.hints.isDelta == true)
    }

    @Test func `without the tag of what is held, and for pages, it is not asked for`() async throws
    {
        let (_, untagged) = try await poll(.init(200), etag: nil)
        #expect(untagged.header("A-IM") == nil)
        let (_, page) = try await poll(.init(200), kind: .page)
        #expect(page.header("A-IM") == nil)
    }

    @Test(arguments: [nil, "gzip", "vcdiff, feedish"])
    func `a part made in another way is not taken`(manipulation: String?) async throws {
        let headers = manipulation.map { [(name: "IM", value: $0)] } ?? []
        let (result, _) = try await poll(.init(226, headers: headers, body: "<rss/>".utf8))
        #expect(result.failure?.status == 226)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct FetcherCredentialTests {
    private let credentials = Credentials(headerLine: "X-Api-Key: kept-close")

    private func request(_ url: String) -> FetchRequest {
        let feed = Feed(
            id: "sample", source: Source(id: "sample", name: "Sample"), address: .url(url),
            terms: Feed.Terms(robots: .ignore(reason: "the test is about the document alone")))
        return FetchRequest(feed: feed, credentials: credentials)
    }

    @Test func `credentials go to the feed's own origin and to no other`() async throws {
        let other = try LoopbackServer { _ in .init(body: "<rss/>".utf8) }
        let server = try LoopbackServer { request in
            request.path == "/feed"
                ? .init(302, headers: [("Location", "/here")])
                : .init(302, headers: [("Location", other.url("/there"))])
        }
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let (result, _) = try #require(await fetcher.result(of: request(server.url("/feed"))))
        #expect(result.text == "<rss/>")
        #expect(server.requests.map { $0.header("X-Api-Key") } == ["kept-close", "kept-close"])
        #expect(other.requests.map { $0.header("X-Api-Key") } == [nil])
    }

    @Test func `it is told whether a log-in was not taken or not sent`() async throws {
        let other = try LoopbackServer { _ in .init(401) }
        let server = try LoopbackServer { request in
            request.path == "/moved"
                ? .init(301, headers: [("Location", other.url("/feed"))]) : .init(401)
        }
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let refused = await fetcher.result(of: request(server.url("/feed")))?.result.failure
        #expect(
            refused?.message
                == "127.0.0.1 answers 401: the log-in that the feeds file gives is not taken; check "
                + "its secret")
        let keptBack = await fetcher.result(of: request(server.url("/moved")))?.result.failure
        #expect(
            keptBack?.message
                == "127.0.0.1 answers 401: a redirect leads there, and the log-in is sent to the "
                + "address in the feeds file alone; if the feed has moved, write its new address")
    }

    @Test func `robots.txt is asked for without credentials`() async throws {
        let server = try LoopbackServer { _ in .init(404) }
        var feed = request(server.url("/feed")).feed
        feed = Feed(id: feed.id, source: feed.source, address: feed.address)
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        _ = await fetcher.result(of: FetchRequest(feed: feed, credentials: credentials))
        #expect(server.requests.map { $0.header("X-Api-Key") } == [nil, "kept-close"])
    }

    @Test func `credentials describe themselves as hidden`() {
        #expect("\(credentials)" == "(hidden)")
        #expect("\(request("http://example.org/"))".contains("kept-close") == false)
    }
}
