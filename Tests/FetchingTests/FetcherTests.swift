import Fetching
import Foundation
import Model
import Testing
import TestSupport

@Suite(.timeLimit(.minutes(5)))
struct FetcherTests {
    private let fetcher: Fetcher

    init() throws {
        fetcher = try Fetcher(settings: .loopback, workspace: "/")
    }

    @Test func `a document arrives whole, with what it can be recognised by`() async throws {
        let server = try LoopbackServer { _ in
            .init(
                headers: [
                    ("Content-Type", "application/rss+xml; charset=utf-8"), ("ETag", "W/\"a b\""),
                    ("Last-Modified", "Sat, 21 Nov 2026 06:00:00 GMT"),
                ], body: "<rss/>".utf8)
        }
        let url = server.url("/feed?a=1&b=%20")
        let (result, timing) = try #require(await fetcher.result(of: .url(url)))
        let document = try #require(result.document)
        #expect(document.body == Array("<rss/>".utf8))
        #expect(document.url == url)
        #expect(document.contentType == "application/rss+xml; charset=utf-8")
        #expect(document.bodyHash == nil)
        #expect(
            document.validators
                == Validators(
                    url: url, etag: "W/\"a b\"", lastModified: "Sat, 21 Nov 2026 06:00:00 GMT"))
        #expect(timing.status == 200)
        #expect(timing.decodedBytes == 6)
        #expect(timing.wireBytes > 6)
        #expect(timing.phases.total > .zero && timing.duration > .zero)
    }

    @Test func `a body is hashed where nothing else recognises it`() async throws {
        let server = try LoopbackServer { request in
            .init(headers: request.path == "/tag" ? [("ETag", "\"1\"")] : [], body: "<rss/>".utf8)
        }
        let untagged = await fetcher.result(of: .url(server.url("/none")))
        #expect(untagged?.result.document?.bodyHash == FetchRequest.hashOfSample)
        let url = server.url("/tag")
        let held = Validators(url: url, etag: "\"0\"", lastModified: nil)
        let again = await fetcher.result(of: .url(url, validators: held))
        #expect(again?.result.document?.bodyHash == FetchRequest.hashOfSample)
    }

    @Test func `a request says who asks and for what, and nothing about anybody else`() async throws
    {
        let server = try LoopbackServer { _ in .init(headers: [("Set-Cookie", "a=b")]) }
        var settings = FetchSettings.loopback
        settings.userAgent = "Earshot/1.0 (+mailto:operator@example.org)"
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        for kind in [Source.Kind.feed, .page] {
            _ = await fetcher.result(of: .url(server.url("/feed?x=1#part"), kind: kind))
        }
        // Between the two stands the page's robots.txt.
        #expect(server.requests.map(\.path) == ["/feed?x=1", "/robots.txt", "/feed?x=1"])
        let (first, second) = (try #require(server.requests.first), server.requests[2])
        #expect(first.method == "GET")
        #expect(first.path == "/feed?x=1")
        #expect(
            first.headers.map(\.name) == ["Host", "User-Agent", "Accept-Encoding", "Accept"])
        #expect(first.header("User-Agent") == "Earshot/1.0 (+mailto:operator@example.org)")
        #expect(first.header("Accept-Encoding") == "gzip, deflate")
        #expect(first.header("Accept")?.hasPrefix("application/atom+xml") == true)
        #expect(second.header("Accept")?.hasPrefix("text/html") == true)
        #expect(second.header("Cookie") == nil)
    }

    @Test func `validators go back byte for byte, and 304 means not modified`() async throws {
        let server = try LoopbackServer { _ in .init(304, headers: [("ETag", "\"2\"")]) }
        let url = server.url("/feed")
        let held = Validators(
            url: url, etag: "W/\"ü\"".replacing("ü", with: "\\u00fc"), lastModified: "yesterday")
        let (result, timing) = try #require(
            await fetcher.result(of: .url(url, validators: held)))
        guard case .notModified(let new, _) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(new == Validators(url: url, etag: "\"2\"", lastModified: "yesterday"))
        #expect(timing.status == 304)
        let request = try #require(server.requests.first)
        #expect(request.header("If-None-Match") == held.etag)
        #expect(request.header("If-Modified-Since") == "yesterday")
    }

    @Test func `what is fetched twice is sent once`() async throws {
        let server = try LoopbackServer { .document("<rss/>".utf8, etag: "\"1\"", to: $0) }
        let url = server.url("/feed")
        let (first, _) = try #require(await fetcher.result(of: .url(url)))
        let validators = try #require(first.document?.validators)
        let (second, timing) = try #require(
            await fetcher.result(of: .url(url, validators: validators)))
        #expect(second.isNotModified)
        #expect(timing.decodedBytes == 0)
        #expect(server.requests.count == 2)
        #expect(server.connections == 1)
    }

    @Test func `validators go to no other address than the one that sent them`() async throws {
        let server = try LoopbackServer { _ in .init(body: "new".utf8) }
        let held = Validators(url: server.url("/old"), etag: "\"1\"", lastModified: nil)
        let (result, _) = try #require(
            await fetcher.result(of: .url(server.url("/feed"), validators: held)))
        #expect(result.text == "new")
        #expect(server.requests.first?.header("If-None-Match") == nil)
    }

    @Test func `after a redirect validators go to the address that sent them`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/old" ? .init(301, headers: [("Location", "/new")]) : .init(304)
        }
        let held = Validators(url: server.url("/new"), etag: "\"1\"", lastModified: nil)
        let (result, _) = try #require(
            await fetcher.result(of: .url(server.url("/old"), validators: held)))
        #expect(result.isNotModified)
        #expect(server.requests.map { $0.header("If-None-Match") } == [nil, "\"1\""])
    }

    @Test func `304 to a request without validators is a failure`() async throws {
        let server = try LoopbackServer { _ in .init(304) }
        let (result, _) = try #require(await fetcher.result(of: .url(server.url("/"))))
        #expect(result.failure?.kind == .status)
        #expect(result.failure?.status == 304)
    }

    @Test func `the same bytes as last time are not modified, whatever the server says`()
        async throws
    {
        let server = try LoopbackServer { _ in
            .init(headers: [("ETag", "\"3\"")], body: "<rss/>".utf8)
        }
        let url = server.url("/")
        let (result, _) = try #require(
            await fetcher.result(of: .url(url, bodyHash: FetchRequest.hashOfSample)))
        guard case .notModified(let new, _) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(new == Validators(url: url, etag: "\"3\"", lastModified: nil))
    }

    @Test(arguments: [
        ("ETag", "\"caf\u{e9}\""), ("Last-Modified", "Fri, 01 Jan 2038 00:00:00 GMT"),
        ("Last-Modified", "Sat, 11 May 2041 10:00:00 GMT"),
    ])
    func `validators that cannot be sent back or lie are not kept`(name: String, value: String)
        async throws
    {
        let server = try LoopbackServer { _ in .init(headers: [(name, value)], body: "x".utf8) }
        let (result, _) = try #require(await fetcher.result(of: .url(server.url("/"))))
        #expect(result.text == "x")
        #expect(result.document?.validators == nil)
    }

    @Test func `compressed documents are unpacked`() async throws {
        let text = String(repeating: "<item>Słoń</item>", count: 5_000)
        let server = try LoopbackServer { _ in
            .init(headers: [("Content-Encoding", "gzip")], body: Gzip.stored(Array(text.utf8)))
        }
        let (result, timing) = try #require(await fetcher.result(of: .url(server.url("/"))))
        #expect(result.text == text)
        #expect(timing.decodedBytes == text.utf8.count)
        #expect(timing.wireBytes > text.utf8.count)
    }

    /// A document that is compressed after it is asked for as before.
    @Test func `a document whose encoding nobody knows is taken as it comes`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/gzip"
                ? .init(headers: [("Content-Encoding", "gzip")], body: Gzip.stored(Array("b".utf8)))
                : .init(headers: [("Content-Encoding", "aws-chunked")], body: "a".utf8)
        }
        #expect(await fetcher.result(of: .url(server.url("/")))?.result.text == "a")
        #expect(await fetcher.result(of: .url(server.url("/gzip")))?.result.text == "b")
        #expect(
            server.requests.map { $0.header("Accept-Encoding") }
                == ["gzip, deflate", nil, "gzip, deflate"])
    }

    @Test func `documents in chunks arrive whole`() async throws {
        let text = String(repeating: "0123456789", count: 10_000)
        let server = try LoopbackServer { _ in
            .init(body: text.utf8, delivery: .chunked(sizeInBytes: 777))
        }
        #expect(await fetcher.result(of: .url(server.url("/")))?.result.text == text)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `redirects are followed, and the last address is told`(status: Int) async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/1": .init(status, headers: [("Location", "2 b?x=1")], body: "moved".utf8)
            case "/2%20b?x=1": .init(body: "here".utf8)
            default: .init(404)
            }
        }
        let (result, timing) = try #require(await fetcher.result(of: .url(server.url("/1"))))
        #expect(result.text == "here")
        #expect(result.document?.url == server.url("/2%20b?x=1"))
        #expect(timing.status == 200)
        #expect(timing.decodedBytes == 9)
    }

    @Test func `five redirects are followed, not six`() async throws {
        let server = try LoopbackServer { request in
            let step = Int(request.path.dropFirst()) ?? 0
            return step == 0
                ? .init(body: "here".utf8) : .init(302, headers: [("Location", "/\(step - 1)")])
        }
        #expect(await fetcher.result(of: .url(server.url("/5")))?.result.text == "here")
        let failure = await fetcher.result(of: .url(server.url("/6")))?.result.failure
        #expect(failure?.kind == .redirects)
        #expect(failure?.message.hasPrefix("more than 5 redirects;") == true)
    }

    @Test(arguments: [
        ("/", "the redirects lead in a circle"), ("file:///etc/passwd", "not an http or https"),
        ("ftp://127.0.0.1/feed", "not an http or https"), ("javascript:alert(1)", "not an http"),
        ("http://a:b@127.0.0.1/", "a user name or password"),
        ("http://127.0.0.1\\@example.invalid/", "a space, backslash or control"),
    ])
    func `redirects that lead nowhere good end there`(location: String, reason: String) async throws
    {
        let server = try LoopbackServer { _ in .init(302, headers: [("Location", location)]) }
        let failure = await fetcher.result(of: .url(server.url("/")))?.result.failure
        #expect(failure?.kind == .redirects)
        #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "none")")
        #expect(server.requests.count == 1)
    }

    @Test func `a redirect without an address is a failure`() async throws {
        let server = try LoopbackServer { _ in .init(302) }
        let failure = await fetcher.result(of: .url(server.url("/")))?.result.failure
        #expect(failure?.kind == .status)
        #expect(failure?.status == 302)
    }

    @Test(arguments: [204, 206, 226, 401, 404, 410, 418, 500])
    func `a status without a document is a failure that names it`(status: Int) async throws {
        let server = try LoopbackServer { _ in .init(status, body: "sorry".utf8) }
        let failure = await fetcher.result(of: .url(server.url("/")))?.result.failure
        #expect(failure?.kind == .status)
        #expect(failure?.status == status)
        #expect(failure?.retryAfterSeconds == nil)
    }

    @Test(arguments: [429, 503])
    func `Retry-After is passed on`(status: Int) async throws {
        let server = try LoopbackServer { _ in
            .init(status, headers: [("Retry-After", "7200")])
        }
        let failure = await fetcher.result(of: .url(server.url("/")))?.result.failure
        #expect(failure?.retryAfterSeconds == 7_200)
        #expect(failure?.message.hasSuffix("; it asks us to stay away for 2 h") == true)
    }
}
