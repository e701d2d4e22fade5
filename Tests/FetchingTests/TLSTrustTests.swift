import Foundation
import Model
import TestSupport
import Testing

@testable import Fetching

/// Certificates of an authority the feed names; only where the `openssl` command is installed.
@Suite(
    .timeLimit(.minutes(5)), .enabled(if: TLSTool.found != nil, "needs the openssl command"))
struct TLSTrustTests {
    private let tool: TLSTool

    init() throws {
        tool = try #require(TLSTool.found)
    }

    @Test(arguments: [TLSCertificates.Flaw.none, .wholeChain])
    func `a certificate of the feed's own authority is accepted (needs openssl)`(
        flaw: TLSCertificates.Flaw
    ) async throws {
        let result = try await result(of: flaw)
        #expect(result?.text?.contains("s_server") == true, "\(result?.failure?.message ?? "none")")
    }

    @Test(arguments: [
        (
            TLSCertificates.Flaw.expired,
            "the certificate of 127.0.0.1 has expired; its owner must renew it"
        ),
        (
            .notYetValid,
            "the certificate of 127.0.0.1 is not valid yet; check this machine's clock"
        ),
        (
            .wrongHost,
            "the certificate of the server is not for the name 127.0.0.1; check the address"
        ),
        (
            .selfSigned,
            "the certificate of 127.0.0.1 is signed by itself; its owner must get one from a known "
                + "authority"
        ),
    ])
    func `each flaw of a certificate is told apart (needs openssl)`(
        flaw: TLSCertificates.Flaw, message: String
    ) async throws {
        let failure = try await result(of: flaw)?.failure
        #expect(failure == FetchFailure(kind: .tls, message: message))
    }

    // MARK: - Private

    private func result(of flaw: TLSCertificates.Flaw) async throws -> FetchResult? {
        let certificates = try TLSCertificates(flaw, madeBy: tool)
        let server = try TLSServer(certificates, tool: tool)
        defer { withExtendedLifetime(server) {} }
        let feed = Feed(
            id: "sample", source: Source(id: "sample", name: "Sample"),
            address: .url(server.url("/")),
            terms: Feed.Terms(
                robots: .ignore(reason: "the test is about the certificate alone"),
                certificateFile: "\(certificates.folder)/ca.pem"))
        let fetcher = try Fetcher(settings: .loopback, workspace: "/")
        return await fetcher.result(of: FetchRequest(feed: feed))?.result
    }
}
