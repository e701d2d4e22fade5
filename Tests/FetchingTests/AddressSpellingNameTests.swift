import Foundation
import Model
import Testing
import TestSupport

@testable import Fetching

/// Names of several addresses: whoever owns a name may say anything of it, and another thing later.
///
/// 127.0.5.2 alone is allowed. The trap listens on 127.0.5.1, at the same port.
@Suite(.timeLimit(.minutes(5)))
struct AddressSpellingNameTests {
    private let gate: LoopbackServer
    private let trap: LoopbackServer

    init() throws {
        gate = try LoopbackServer(addresses: ["127.0.5.2"]) { _ in
            .init(body: "fine".utf8)
        }
        trap = try LoopbackServer(addresses: ["127.0.5.1"], port: gate.port()) { _ in
            .init(body: "secret".utf8)
        }
    }

    @Test(arguments: ["127.0.5.2,127.0.5.1", "127.0.5.1,127.0.5.2", "[::1],127.0.5.1,127.0.5.2"])
    func `of a name's addresses only the allowed ones are called`(addresses: String) async throws {
        let fetcher = try fetcher(addresses)
        for path in ["/1", "/2"] {
            #expect(await fetcher.result(of: request(path))?.result.text == "fine")
        }
        #expect(gate.connections == 1)
        #expect(trap.connections == 0)
    }

    @Test(arguments: [
        "127.0.5.1", "127.0.5.1,169.254.169.254,[::1],10.0.0.1", "[::ffff:127.0.5.1]",
    ])
    func `a name of refused addresses is refused`(addresses: String) async throws {
        let failure = await (try fetcher(addresses)).result(of: request("/"))?.result.failure
        #expect(failure?.kind == .refusedAddress, "\(failure?.message ?? "none")")
        #expect(failure?.message.hasPrefix("both.example is at the private or reserved") == true)
        #expect(trap.connections == 0)
    }

    /// What rebinding comes to: the first answer was harmless, the connection is kept, and when it
    /// is lost the name leads somewhere else.
    @Test func `a name that leads to a refused address later is refused then`() async throws {
        let fetcher = try fetcher("127.0.5.2,127.0.5.1")
        #expect(await fetcher.result(of: request("/1"))?.result.text == "fine")
        gate.stop()
        let failure = await fetcher.result(of: request("/2"))?.result.failure
        #expect(failure?.kind == .refusedAddress, "\(failure?.message ?? "none")")
        #expect(trap.connections == 0)
    }

    @Test func `a redirect to a name of a refused address is refused`() async throws {
        let (port, name) = (gate.port(), "both.example")
        let outer = try LoopbackServer(addresses: ["127.0.5.2"]) { _ in
            .init(302, headers: [("Location", "http://\(name):\(port)/")])
        }
        let failure = await (try fetcher("127.0.5.1")).result(of: .url(outer.url("/")))?.result
            .failure
        #expect(failure?.kind == .refusedAddress)
        #expect(outer.connections == 1)
        #expect(trap.connections == 0)
    }

    @Test func `an international name is looked up as what it is in ASCII`() async throws {
        let fetcher = try fetcher("127.0.5.2", of: "xn--w-uga1v8h.example")
        let (result, _) = try #require(
            await fetcher.result(of: .url("http://żółw.example:\(gate.port())/")))
        #expect(result.text == "fine", "\(result.failure?.message ?? "none")")
    }

    // MARK: - Private

    private func request(_ path: String) -> FetchRequest {
        .url("http://both.example:\(gate.port())\(path)")
    }

    /// - Parameter addresses: what a look-up of the name answers, in this order.
    private func fetcher(_ addresses: String, of name: String = "both.example") throws -> Fetcher {
        var limits = TransferLimits.standard
        limits.resolve = ["\(name):\(gate.port()):\(addresses)"]
        return try Fetcher(
            settings: FetchSettings(pausePerHost: .zero, allowedNetworks: ["127.0.5.2/32"]),
            workspace: "/", limits: limits)
    }
}
