import Model
import TestSupport
import Testing

@testable import Ticketing

struct UnreachedServerTests {
    private let policy = AddressPolicy(
        allowedNetworks: AddressPolicy.loopback, allowedPorts: [])

    /// The discard port (RFC 863), at which nothing listens; the path stands for a secret.
    @Test func `who cannot be reached is named, without the path`() throws {
        let client = try WebClient(
            WebClient.Settings(
                address: "http://127.0.0.1:9/hooks/a1b2c3d4e5f6", policy: policy,
                timeout: .seconds(5), userAgent: "Earshot/test"))
        let fault = try #require(throws: WebFault.self) {
            try client.send(.get(""), authorization: [])
        }
        guard case .unsent(let reason) = fault else {
            Issue.record("it was taken for sent: \(fault)")
            return
        }
        #expect(reason.hasSuffix(": 127.0.0.1:9"))
        #expect(!reason.contains("hooks"))
    }

    @Test func `so is a mail server`() throws {
        let client = try MailClient(
            MailClient.Settings(
                address: "smtp://127.0.0.1:9", policy: policy, timeout: .seconds(5), user: nil,
                password: ""))
        let us = try #require(MailAddress("us@our.example"))
        let message = MailMessage(
            id: "1@our.example", from: us, to: [us], subject: "S", date: .start, plain: "B")
        let fault = try #require(throws: MailFault.self) { try client.send(message) }
        guard case .unsent(let reason) = fault else {
            Issue.record("it was taken for sent: \(fault)")
            return
        }
        #expect(reason.hasSuffix(": 127.0.0.1:9"))
    }

    /// A ticket may have been made all the same.
    @Test func `what answers in another language may have done what it was asked`() throws {
        let mail = try LoopbackMailServer()
        defer { withExtendedLifetime(mail) {} }
        let client = try WebClient(
            WebClient.Settings(
                address: "http://127.0.0.1:\(mail.port)", policy: policy, timeout: .seconds(5),
                userAgent: "Earshot/test"))
        #expect(throws: WebFault.unanswered("its answer is no HTTP")) {
            try client.send(.json(.post, "/", ["a": 1]), authorization: [])
        }
    }
}
