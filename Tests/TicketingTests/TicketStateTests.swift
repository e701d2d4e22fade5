import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct TicketStateTests {
    /// One that is not planned is what other systems call rejected.
    @Test(arguments: [("\"not_planned\"", "not_planned"), ("null", "closed")])
    func `GitHub says why an issue was closed`(reason: String, name: String) throws {
        let destination = TicketDestination(
            id: "desk", system: .github, address: "https://api.example",
            fields: .init(queue: "our/mentions"), place: .sample)
        let issue = """
            {"number": 7, "state": "closed", "state_reason": \(reason),
             "updated_at": "2026-11-22T06:00:00Z", "closed_at": "2026-11-22T06:00:00Z"}
            """
        let session = TicketSession(
            destination: destination, secret: "s3", clock: TestClock().clock
        ) { request, _ throws(WebFault) in
            let body = request.path.hasSuffix("/issues/7") ? issue : "[]"
            return WebAnswer(status: 200, body: Array(body.utf8))
        }
        let status = try destination.makeSystem(folder: "").status(of: "7", session)
        #expect(status?.phase == .closed)
        #expect(status?.name == name)
    }
}
