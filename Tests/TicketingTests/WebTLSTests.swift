import Model
import TestSupport
import Testing

@testable import Ticketing

/// Only where the `openssl` command line tool is installed, which does the encryption.
@Suite(.timeLimit(.minutes(5)), .enabled(if: TLSTool.found != nil, "needs the openssl command"))
struct WebTLSTests {
    @Test(arguments: [
        (TLSCertificates.Flaw.none, "it comes from an unknown issuer"),
        (.wholeChain, "it comes from an unknown issuer"),
        (.selfSigned, "it is signed by itself"),
    ])
    func `a certificate that is not to be trusted is refused in words (needs openssl)`(
        flaw: TLSCertificates.Flaw, words: String
    ) throws {
        let tool = try #require(TLSTool.found)
        let certificates = try TLSCertificates(flaw, for: "DNS:desk.our.example", madeBy: tool)
        // What it speaks behind the encryption is never heard.
        let mail = try LoopbackMailServer()
        let relay = try TLSMailRelay(
            .tls, folder: certificates.folder, tool: tool, mail: mail.port)
        defer { withExtendedLifetime((mail, relay)) {} }
        let client = try WebClient(
            WebClient.Settings(
                address: "https://127.0.0.1:\(relay.port)",
                policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
                timeout: .seconds(10), userAgent: "Earshot/test"))
        #expect(throws: WebFault.unsent("the certificate is not to be trusted: \(words)")) {
            try client.send(.get("/"), authorization: ["X-Key: secret"])
        }
    }

    @Test func `a certificate authority of one's own is trusted (needs openssl)`() throws {
        let tool = try #require(TLSTool.found)
        let certificates = try TLSCertificates(
            .none, for: "IP:127.0.0.1", madeBy: tool)
        let mail = try LoopbackMailServer()
        let relay = try TLSMailRelay(
            .tls, folder: certificates.folder, tool: tool, mail: mail.port)
        defer { withExtendedLifetime((mail, relay)) {} }
        var settings = WebClient.Settings(
            address: "https://127.0.0.1:\(relay.port)",
            policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
            timeout: .seconds(10), userAgent: "Earshot/test")
        settings.authorityFile = certificates.folder + "/ca.pem"
        let client = try WebClient(settings)
        // What speaks behind the encryption is a mail server.
        #expect(throws: WebFault.unanswered("its answer is no HTTP")) {
            try client.send(.get("/"), authorization: ["X-Key: secret"])
        }
    }

    @Test func `a file of authorities that cannot be read is named`() throws {
        let mail = try LoopbackMailServer()
        defer { withExtendedLifetime(mail) {} }
        var settings = WebClient.Settings(
            address: "https://127.0.0.1:\(mail.port)",
            policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
            timeout: .seconds(10), userAgent: "Earshot/test")
        settings.authorityFile = "/nowhere/ca.pem"
        let client = try WebClient(settings)
        #expect(
            throws: WebFault.unsent(
                "the certificates in ca_file cannot be read; write the path of a file in PEM")
        ) {
            try client.send(.get("/"), authorization: ["X-Key: secret"])
        }
    }
}
