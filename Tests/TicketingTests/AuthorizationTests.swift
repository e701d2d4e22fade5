import Model
import TestSupport
import Testing

@testable import Ticketing

/// Those that no made-up desk asks for its line.
struct AuthorizationTests {
    @Test(arguments: [
        (TicketSystemName.requestTracker, ["Authorization: token s3"]),
        // "us@our.example:s3" in Base64.
        (.roundup, ["Authorization: Basic dXNAb3VyLmV4YW1wbGU6czM="]),
        (.webhook, []), (.email, []), (.jsonLines, []), (.csv, []),
    ])
    func `each system is told who we are in its own way, and some are not`(
        system: TicketSystemName, lines: [String]
    ) {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://tickets.example",
            credentials: .init(user: "us@our.example"), place: .sample)
        #expect(destination.authorization("s3") == lines)
    }
}
