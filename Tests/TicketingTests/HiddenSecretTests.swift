import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// What stands in the place of a secret that a server sends back.
struct HiddenSecretTests {
    @Test(arguments: HostedDesk.Dialect.systems)
    func `a server that sends our secret back does not have it stand among the reasons`(
        system: TicketSystemName
    ) throws {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://tickets.example",
            credentials: .init(user: "us@our.example"),
            fields: .init(queue: "our/mentions", keyField: "cf_key"), place: .sample)
        let session = TicketSession(
            destination: destination, secret: "a-long-secret", clock: TestClock().clock
        ) { _, lines throws(WebFault) in
            WebAnswer(status: 422, body: Array("a-long-secret, \(lines)".utf8))
        }
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [], facts: [:])
        let fault = #expect(throws: DeliveryFault.self) {
            try destination.makeSystem(folder: "").create(draft, session)
        }
        let reason = try #require(fault?.reason)
        #expect(reason.hasPrefix("422: (hidden), [\""))
        #expect(!reason.contains("a-long-secret"))
        #expect(
            !reason.contains(Data("us@our.example/token:a-long-secret".utf8).base64EncodedString()))
        #expect(reason.contains("(hidden)\"]"))
    }

    /// As servers answer to an address that they do not know.
    @Test(arguments: [
        ("https://hooks.example/services/T0123/B0123/0123456789abcdef01234567", "0123456789abcdef"),
        ("https://flows.example/invoke?sp=%2Frun&sig=Zz0%2FZz0Zz0Zz0Zz0Zz0Zz0", "Zz0Zz0"),
    ])
    func `an address that is a secret stands in no reason`(address: String, secret: String) throws {
        let destination = TicketDestination(
            id: "chat", system: .webhook, address: address, place: .sample)
        let session = TicketSession(
            destination: destination, secret: "", clock: TestClock().clock
        ) { _, _ throws(WebFault) in
            let decoded = address.removingPercentEncoding ?? ""
            return WebAnswer(status: 400, body: Array("nobody at '\(address)', '\(decoded)'".utf8))
        }
        let fault = #expect(throws: DeliveryFault.self) {
            _ = try session.write(.json(.post, "", [:]))
        }
        let reason = try #require(fault?.reason)
        #expect(reason.hasPrefix("400: nobody at 'https://"))
        #expect(reason.contains("(hidden)"))
        #expect(!reason.contains(secret))
    }
}
