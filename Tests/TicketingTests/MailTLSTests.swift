import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// Only where the `openssl` command line tool is installed, which does the encryption.
@Suite(.timeLimit(.minutes(5)), .enabled(if: TLSTool.found != nil, "needs the openssl command"))
struct MailTLSTests {
    private let tool: TLSTool
    private let mail: LoopbackMailServer

    init() throws {
        tool = try #require(TLSTool.found)
        mail = try LoopbackMailServer(credentials: ("us", "right"))
    }

    /// Sends a letter to `mail.our.example`, which is the relay.
    private func send(
        _ beginning: TLSMailRelay.Beginning, _ certificates: TLSCertificates,
        scheme: String = "smtp"
    ) throws -> TLSMailRelay {
        let relay = try TLSMailRelay(
            beginning, folder: certificates.folder, tool: tool, mail: mail.port)
        var settings = MailClient.Settings(
            address: "\(scheme)://mail.our.example:\(relay.port)",
            policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
            timeout: .seconds(10), user: "us", password: "right")
        settings.authorityFile = certificates.folder + "/ca.pem"
        settings.hosts = ["mail.our.example:\(relay.port):127.0.0.1"]
        let from = try #require(MailAddress("us@our.example"))
        do {
            _ = try MailClient(settings).send(
                MailMessage(
                    id: "1@our.example", from: from, to: [from], subject: "Zażółć", date: .start,
                    plain: "Jaźń"))
        } catch let fault as MailFault {
            throw Refused(fault: fault, commandsInTheOpen: relay.commandsInTheOpen)
        }
        return relay
    }

    private struct Refused: Error {
        let fault: MailFault
        let commandsInTheOpen: [String]
    }

    private func certificates(_ flaw: TLSCertificates.Flaw) throws -> TLSCertificates {
        try TLSCertificates(flaw, for: "DNS:mail.our.example", madeBy: tool)
    }

    @Test func `STARTTLS comes before anything that is nobody's business (needs openssl)`() throws {
        let relay = try send(.startTLS, certificates(.none))
        #expect(relay.commandsInTheOpen == ["EHLO", "STARTTLS"])
        #expect(mail.letters.count == 1)
    }

    @Test func `smtps is encrypted from the first byte (needs openssl)`() throws {
        _ = try send(.tls, certificates(.none), scheme: "smtps")
        #expect(mail.letters.count == 1)
    }

    @Test(
        arguments: [TLSMailRelay.Beginning.startTLS, .tls],
        [
            (TLSCertificates.Flaw.expired, "it has expired"),
            (.notYetValid, "it is not valid yet"), (.wrongHost, "it is for another host"),
            (.selfSigned, "it is signed by itself"),
        ])
    func `a certificate that is not to be trusted is refused in words (needs openssl)`(
        beginning: TLSMailRelay.Beginning, flaw: (TLSCertificates.Flaw, String)
    ) throws {
        let error = #expect(throws: Refused.self) {
            _ = try send(
                beginning, certificates(flaw.0), scheme: beginning == .tls ? "smtps" : "smtp")
        }
        #expect(
            error?.fault
                == .shut("the mail server's certificate is not to be trusted: \(flaw.1)"))
        #expect(error?.commandsInTheOpen.contains("AUTH") == false)
        #expect(mail.letters.isEmpty)
    }

    @Test
    func `a server that offers no encryption gets neither password nor letter (needs openssl)`()
        throws
    {
        let error = #expect(throws: Refused.self) {
            _ = try send(.plain, certificates(.none))
        }
        #expect(error?.fault == .shut("the server offers no encryption (STARTTLS)"))
        #expect(error?.commandsInTheOpen.contains("AUTH") == false)
        #expect(error?.commandsInTheOpen.contains("MAIL") == false)
    }
}
