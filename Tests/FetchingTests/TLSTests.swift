import Foundation
import Model
import TestSupport
import Testing

@testable import Fetching

/// Only where the `openssl` command line tool is installed, which plays the server.
@Suite(
    .timeLimit(.minutes(5)), .enabled(if: TLSTool.found != nil, "needs the openssl command"))
struct TLSTests {
    private let tool: TLSTool
    private let fetcher: Fetcher

    init() throws {
        tool = try #require(TLSTool.found)
        fetcher = try Fetcher(settings: .loopback, workspace: "/")
    }

    @Test(arguments: [
        (TLSCertificates.Flaw.selfSigned, "is signed by itself; its owner must get one from"),
        (.none, "comes from an unknown issuer, or the server leaves out the link"),
        (.wholeChain, "comes from an unknown issuer, or the server leaves out the link"),
    ])
    func `a certificate nobody vouches for is not accepted (needs openssl)`(
        flaw: TLSCertificates.Flaw, message: String
    ) async throws {
        let failure = try await failure(of: flaw)
        #expect(failure?.kind == .tls)
        #expect(
            failure?.message.hasPrefix("the certificate of 127.0.0.1 \(message)") == true,
            "\(failure?.message ?? "none")")
    }

    @Test(arguments: [TLSCertificates.Flaw.expired, .notYetValid, .wrongHost])
    func `an unknown issuer is told first, whatever else is wrong (needs openssl)`(
        flaw: TLSCertificates.Flaw
    ) async throws {
        let failure = try await failure(of: flaw)
        #expect(failure?.kind == .tls)
        #expect(failure?.message.contains("comes from an unknown issuer") == true)
    }

    @Test(arguments: ["-tls1", "-tls1_1"])
    func `a server that knows only old protocols is not talked to (needs openssl)`(protocol: String)
        async throws
    {
        let options = [`protocol`, "-cipher", "ALL:@SECLEVEL=0"]
        let failure = try await failure(of: .none, options: options)
        #expect(failure?.kind == .tls)
        #expect(
            failure?.message.hasPrefix("no secure connection to 127.0.0.1") == true,
            "\(failure?.message ?? "none")")
    }

    @Test func `a server that is asked without TLS does not answer in HTTP (needs openssl)`()
        async throws
    {
        let failure = try await failure(of: .none, scheme: "http")
        #expect(failure?.kind == .interrupted, "\(failure?.message ?? "none")")
    }

    // MARK: - Private

    private func failure(
        of flaw: TLSCertificates.Flaw, options: [String] = [], scheme: String = "https"
    ) async throws -> FetchFailure? {
        let certificates = try TLSCertificates(flaw, madeBy: tool)
        let server = try TLSServer(certificates, options: options, tool: tool)
        defer { withExtendedLifetime(server) {} }
        return await fetcher.result(of: .url("\(scheme)://127.0.0.1:\(server.port)/"))?.result
            .failure
    }
}
