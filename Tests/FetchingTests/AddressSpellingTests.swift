import Foundation
import Model
import Testing
import TestSupport

@testable import Fetching

/// Listens where nobody may call, and counts who does.
///
/// The settings allow 127.0.0.2 alone. The trap listens on 127.0.0.1 and, where the machine has
/// IPv6, on ::1 at the same port; other refused addresses cannot be listened on, and there the
/// refusal is all there is to see.
@Suite(.timeLimit(.minutes(5)))
struct AddressSpellingTests {
    private let trap: LoopbackServer
    /// `nil` on a machine without IPv6.
    private let trap6: LoopbackServer?
    private let gate: LoopbackServer
    private let fetcher: Fetcher

    init() throws {
        let trap = try LoopbackServer { _ in .init(body: "secret".utf8) }
        self.trap = trap
        trap6 = try? LoopbackServer(addresses: ["::1"], port: trap.port()) { _ in
            .init(body: "secret".utf8)
        }
        // Redirects to whatever place it is asked for.
        gate = try LoopbackServer(addresses: ["127.0.0.2"]) { request in
            let place = request.path.dropFirst().removingPercentEncoding ?? ""
            return place.isEmpty
                ? .init(body: "fine".utf8) : .init(302, headers: [("Location", place)])
        }
        var settings = FetchSettings(pausePerHost: .zero, allowedNetworks: ["127.0.0.2/32"])
        settings.allowedPorts.insert(trap.port())
        fetcher = try Fetcher(settings: settings, workspace: "/")
    }

    @Test(arguments: spellings)
    func `no spelling of a refused address is connected to, not even by redirect`(host: String)
        async throws
    {
        let place = "http://\(host):\(trap.port())/"
        for request in [request(place), try redirect(to: place)] {
            let failure = await fetcher.result(of: request)?.result.failure
            #expect(failure?.kind == .refusedAddress, "\(failure?.message ?? "none")")
            #expect(failure?.message.contains("reserved address") == true)
            #expect(failure?.message.contains("which is not called") == true)
        }
        #expect(gate.connections == 1)
        #expect(trap.connections == 0)
        #expect(trap6?.connections ?? 0 == 0)
    }

    @Test(arguments: unreadable)
    func `an address that two readers could read as two hosts is called at none`(
        authority: String
    ) async throws {
        let place = "http://" + authority.replacing("PORT", with: "\(trap.port())") + "/"
        for request in [request(place), try redirect(to: place)] {
            // Which gate it fails at differs; what counts is that it does.
            #expect(await fetcher.result(of: request)?.result.failure != nil)
        }
        #expect(gate.connections == 1)
        #expect(trap.connections == 0)
        #expect(trap6?.connections ?? 0 == 0)
    }

    @Test func `the allowed address is called, by redirect as well`() async throws {
        for request in [request(gate.url("/")), try redirect(to: gate.url("/"))] {
            #expect(await fetcher.result(of: request)?.result.text == "fine")
        }
    }

    @Test func `the trap would catch whoever fell into it`() async throws {
        let careless = try Fetcher(settings: .loopback, workspace: "/")
        let caught = await careless.result(of: .url(trap.url("/")))
        #expect(caught?.result.text == "secret")
        #expect(trap.connections == 1)
    }

    // MARK: - Private

    private func request(_ url: String) -> FetchRequest { .url(url) }

    private func redirect(to place: String) throws -> FetchRequest {
        let path = try #require(place.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        return .url(gate.url("/\(path)"))
    }

    /// Each is a place that may not be called, or a name of one.
    private static let spellings = [
        // 127.0.0.1, in all the forms inet_aton(3) reads.
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f.1", "0x7f000001", "0x7F.0x0.0x0.0x1",
        "0177.0.0.1", "017700000001", "0177.0x0.1", "127.000.000.001", "%31%32%37.0.0.1",
        "127.255.255.254",
        // This machine, whatever its address.
        "0", "0.0.0.0", "0x0", "localhost", "LocalHost", "[::]",
        // IPv6, and IPv4 inside it.
        "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
        "[::ffff:0:127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
        "[2001::7f00:1]",
        // Networks of others.
        "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "100.100.100.200", "198.18.0.1",
        "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]",
        // Where clouds keep their keys, and what has no host at all.
        "169.254.169.254", "0xa9fea9fe", "168.63.129.16", "[fe80::1]", "[fe80::1%251]",
        "[::ffff:169.254.169.254]", "255.255.255.255", "224.0.0.1", "[ff02::1]",
    ]

    private static let unreadable = [
        "127.0.0.2@127.0.0.1:PORT", "127.0.0.2:80@127.0.0.1:PORT", "127.0.0.2\\@127.0.0.1:PORT",
        "127.0.0.1:PORT\\@127.0.0.2", "127.0.0.2 @127.0.0.1:PORT", "127.0.0.1:PORT:80",
        "127.0.0.2\t.127.0.0.1:PORT", "127.0.0.1\u{0}.127.0.0.2:PORT", "[127.0.0.1]:PORT",
        "[::1:PORT", "::1:PORT", "127.0.0.1:PORT%40127.0.0.2",
        // Digits and dots that an international name may have; libidn2 makes usual ones of them.
        "127\u{3002}0\u{3002}0\u{3002}1:PORT", "\u{ff11}\u{ff12}\u{ff17}.0.0.1:PORT",
        "\u{2460}\u{2461}\u{2466}.\u{24ea}.\u{24ea}.\u{2460}:PORT",
    ]
}
