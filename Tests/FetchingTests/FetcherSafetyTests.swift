import Fetching
import Foundation
import Glibc
import Model
import Testing
import TestSupport

@Suite(.timeLimit(.minutes(5)))
struct FetcherSafetyTests {
    @Test(arguments: [
        "127.0.0.1", "0x7f.1", "2130706433", "0177.0.0.1", "127.1", "0", "localhost", "[::1]",
        "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "0.0.0.0", "169.254.169.254",
        "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "100.100.100.200", "[2002:7f00:1::]",
        "LOCALHOST",
    ])
    func `no spelling of a private address is connected to`(host: String) async throws {
        let server = try LoopbackServer { _ in .init(body: "secret".utf8) }
        let fetcher = try Fetcher(
            settings: FetchSettings(allowedPorts: [80, 443, server.port()]), workspace: "/")
        let failure = await fetcher.result(of: .url("http://\(host):\(server.port())/"))?.result
            .failure
        #expect(failure?.kind == .refusedAddress, "\(failure?.message ?? "none")")
        #expect(failure?.message.contains("allow_networks in the feeds file") == true)
        #expect(server.connections == 0)
    }

    @Test(arguments: ["127.0.0.2", "[::ffff:127.0.0.2]", "0x7f000002", "2130706434"])
    func `no redirect leads to a private address`(host: String) async throws {
        let inner = try LoopbackServer(hosts: 2) { _ in .init(body: "secret".utf8) }
        let outer = try LoopbackServer { _ in
            .init(302, headers: [("Location", "http://\(host):\(inner.port(host: 2))/")])
        }
        let settings = FetchSettings(
            allowedNetworks: ["127.0.0.1/32"], allowedPorts: [inner.port(host: 2)])
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let failure = await fetcher.result(of: .url(outer.url("/")))?.result.failure
        #expect(failure?.kind == .refusedAddress)
        #expect(outer.connections == 1)
        #expect(inner.connections == 0)
    }

    @Test func `an allowed network may be called at every port`() async throws {
        let server = try LoopbackServer { _ in .init(body: "mine".utf8) }
        let fetcher = try Fetcher(
            settings: FetchSettings(allowedNetworks: ["127.0.0.1"]), workspace: "/")
        #expect(await fetcher.result(of: .url(server.url("/")))?.result.text == "mine")
    }

    @Test(arguments: [
        ("ftp://example.org/feed", "the address is not an http or https address"),
        ("file:///etc/passwd", "the address is not an http or https address"),
        ("feed:example.org", "the address is not an http or https address"),
        ("example.org/feed", "the address is not an http or https address"),
        ("http://a:b@127.0.0.1/", "the address has a user name or password in it"),
        ("http://127.0.0.1\\@example.invalid/", "the address has a space, backslash or control"),
        ("http://127.0.0.1/a b", "the address has a space, backslash or control"),
        ("http://127.0.0.1/\r\nX: y", "the address has a space, backslash or control"),
        ("http://127.0.0.1:80:90/", "the address cannot be read"),
        ("", "the address is not an http or https address"),
    ])
    func `an address that does not pass the gate is not called`(url: String, message: String)
        async throws
    {
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let failure = await fetcher.result(of: .url(url))?.result.failure
        #expect(failure?.kind == .badAddress)
        #expect(failure?.message.hasPrefix(message) == true, "\(failure?.message ?? "none")")
    }

    @Test func `proxies of the environment are not used`() async {
        // In a process of its own, as the environment belongs to all tests.
        await #expect(processExitsWith: .success) {
            let proxy = try LoopbackServer(hosts: 2) { _ in .init(body: "proxy".utf8) }
            let server = try LoopbackServer { _ in .init(body: "server".utf8) }
            for name in ["http_proxy", "all_proxy", "ALL_PROXY"] {
                try #require(unsafe setenv(name, proxy.url("", host: 2), 1) == 0)
            }
            let fetcher = try Fetcher(settings: .loopback, workspace: "/")
            #expect(await fetcher.result(of: .url(server.url("/")))?.result.text == "server")
            #expect(proxy.connections == 0)
        }
    }

    @Test func `the proxy of the settings is used, but not to reach private addresses`()
        async throws
    {
        let proxy = try LoopbackServer { _ in .init(body: "proxy".utf8) }
        var settings = FetchSettings(pausePerHost: .zero)
        settings.proxy = proxy.url("")
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let outside = await fetcher.result(of: .url("http://feeds.example/a"))
        #expect(outside?.result.text == "proxy")
        #expect(proxy.requests.map(\.path) == ["http://feeds.example/a"])
        let inside = await fetcher.result(of: .url("http://10.0.0.1/a"))
        #expect(inside?.result.failure?.kind == .refusedAddress)
        #expect(proxy.requests.count == 1)
    }

    @Test func `a proxy that leads nowhere is told as such, and no host is blamed`() async throws {
        let refusing = try LoopbackServer { _ in .init(407) }
        for (proxy, finding) in [
            (refusing.url(""), "the proxy answers 407"),
            ("http://127.0.0.1:1", "the proxy takes no connection"),
        ] {
            let fetcher = try Fetcher(settings: FetchSettings(proxy: proxy), workspace: "/")
            let outcome = await fetcher.result(of: .url("https://feeds.example/a"))
            #expect(outcome?.result.failure?.kind == .connect)
            #expect(
                outcome?.result.failure?.message == finding
                    + ", so that feeds.example could not be asked; check proxy in the feeds file")
        }
    }

    @Test(arguments: [502, 503, 504])
    func `for a host that it cannot reach a proxy is not blamed`(status: Int) async throws {
        let proxy = try LoopbackServer { _ in .init(status) }
        let fetcher = try Fetcher(
            settings: FetchSettings(proxy: proxy.url("")), workspace: "/")
        let outcome = await fetcher.result(of: .url("https://feeds.example/a"))
        #expect(outcome?.result.failure?.kind == .connect)
        #expect(
            outcome?.result.failure?.message
                == "the proxy does not reach feeds.example, it answers \(status); if this lasts, check "
                + "the address")
    }

    @Test func `nobody listening is a failure to connect`() async throws {
        let server = try LoopbackServer { _ in .init() }
        server.stop()
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        let failure = await fetcher.result(of: .url("http://127.0.0.1:1/"))?.result.failure
        #expect(failure?.kind == .connect)
    }

    @Test(arguments: [
        (FetchSettings(allowedNetworks: ["10.0.0.0/33"]), "allow_networks: '10.0.0.0/33' is not"),
        (FetchSettings(allowedNetworks: ["intranet"]), "allow_networks: 'intranet' is not"),
        (FetchSettings(userAgent: "a\r\nb"), "user agent 'a"),
    ])
    func `settings that cannot be used are refused`(settings: FetchSettings, message: String) {
        let error = #expect(throws: FetchError.self) {
            try Fetcher(settings: settings, workspace: "/")
        }
        #expect(error?.description.hasPrefix(message) == true)
    }
}
