import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// A Roundup whose own address is another one than where it is reached.
struct RoundupOriginTests {
    /// As Roundup 2.6 was seen to: of a request to read, the origin may be missing, but not be another.
    private static func answer(_ request: WebRequest, at own: String) -> WebAnswer {
        let origin = request.headers.first { $0.hasPrefix("Origin: ") }
        guard origin == nil && request.method == .get || origin == "Origin: \(own)" else {
            let reason = "Client is not allowed to use Rest Interface."
            return WebAnswer(
                status: 400,
                body: Array(#"{ "error": { "status": 400, "msg": "\#(reason)" } }"#.utf8))
        }
        let body =
            request.method == .get
            ? #"{"data": {"collection": []}}"# : #"{"data": {"id": "1"}}"#
        return WebAnswer(status: request.method == .get ? 200 : 201, body: Array(body.utf8))
    }

    private func deliver(_ outbox: MemoryOutbox, at own: String) throws -> DeliveryCounts {
        let destination = TicketDestination(
            id: "desk", system: .roundup, address: "http://bugs.internal:8080/tracker",
            fields: .init(keyField: "external_id"), place: .sample)
        let session = TicketSession(
            destination: destination, secret: "s3", clock: TestClock().clock
        ) { request, _ throws(WebFault) in Self.answer(request, at: own) }
        return try Deliverer(
            to: destination, system: destination.makeSystem(folder: ""), session: session,
            outbox: outbox.outbox
        ).deliver()
    }

    @Test func `nothing is given up where Roundup takes requests at another address only`() throws {
        let outbox = MemoryOutbox(stories: [1, 1, 1], destination: "desk")
        let counts = try deliver(outbox, at: "https://bugs.example")
        #expect(counts.dead == 0)
        #expect(
            counts.stopped == """
                400: msg: Client is not allowed to use Rest Interface. Its address is not the one that it \
                has as its own: write that one, `web` under [tracker] in its config.ini
                """)
        #expect(outbox.deliveries.allSatisfy { $0.state == .pending && $0.attempts == 0 })
    }

    @Test func `the origin is that of the address, with its port and without its path`() throws {
        let outbox = MemoryOutbox(stories: [1, 1, 1], destination: "desk")
        #expect(try deliver(outbox, at: "http://bugs.internal:8080").created == 3)
    }
}
