import Model
import TestSupport
import Testing

@testable import Ticketing

/// What a system's answers say of its clock.
struct SystemClockTests {
    @Test(arguments: [
        ("Sun, 22 Nov 2026 11:50:00 GMT", 600), ("Sun, 22 Nov 2026 12:00:00 GMT", 0),
        ("Sun, 22 Nov 2026 12:30:00 GMT", 0), ("Fri, 20 Nov 2026 12:00:00 GMT", 86_400),
        ("now", 0), (nil, 0),
    ])
    func `how far a clock is behind ours is known by its own time, a day at most`(
        time: String?, seconds: Int
    ) throws {
        let destination = TicketDestination(
            id: "desk", system: .redmine, address: "https://t.example", place: .sample)
        let session = TicketSession(
            destination: destination, secret: "s3", clock: TestClock().clock
        ) { _, _ throws(WebFault) in
            WebAnswer(
                status: 200, headers: time.map { ["date": $0] } ?? [:], body: Array("{}".utf8))
        }
        _ = try session.look(.get("/issues.json"))
        #expect(session.lag == .seconds(seconds))
    }
}
