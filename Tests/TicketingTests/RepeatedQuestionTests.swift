import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// What is asked again, since the system failed to answer it.
struct RepeatedQuestionTests {
    /// A hundred tickets are a hundred questions and more, and one that fails would undo them all.
    @Test(arguments: [(failures: 1, slept: [1]), (2, [1, 2])])
    func `a question that is not answered is asked again where changes are read`(
        failures: Int, slept: [Int]
    ) throws {
        let (session, clock) = failing(failures)
        let statuses = try StatusReader(
            system: session.destination.makeSystem(folder: ""), session: session
        ).changes(after: .start, of: ["1", "2"])
        #expect(statuses.map(\.id) == ["1", "2"])
        #expect(clock.slept == slept.map { .seconds($0) })
    }

    @Test func `a question that has waited for its turn is asked again, too`() throws {
        let redmine = TicketDestination(
            id: "desk", system: .redmine, address: "https://tickets.example",
            terms: .init(requestsPerMinute: 3), place: .sample)
        let (session, clock) = failing(1, at: redmine)
        let statuses = try StatusReader(system: redmine.makeSystem(folder: ""), session: session)
            .changes(after: .start, of: ["1", "2"])
        #expect(statuses.map(\.id) == ["1", "2"])
        // The fourth question, which is the one that fails, is asked a minute later.
        #expect(clock.slept == [.seconds(60), .seconds(1)])
    }

    @Test func `a question that is not answered three times is left to the next run`() throws {
        let (session, clock) = failing(3)
        let reader = StatusReader(
            system: session.destination.makeSystem(folder: ""), session: session)
        #expect(throws: DeliveryFault.unsent("500")) {
            try reader.changes(after: .start, of: ["1", "2"])
        }
        #expect(clock.slept == [.seconds(1), .seconds(2)])
    }

    @Test func `a question that is not answered is not repeated while tickets wait to be sent`()
        throws
    {
        let (session, clock) = failing(1)
        #expect(throws: DeliveryFault.unsent("500")) {
            try session.destination.makeSystem(folder: "").status(of: "2", session)
        }
        #expect(clock.slept == [])
    }

    @Test func `a system that asks for a pause each time is left to the next run`() throws {
        let clock = TestClock()
        let session = TicketSession(destination: Self.redmine, secret: "s3", clock: clock.clock) {
            _, _ throws(WebFault) in
            WebAnswer(status: 503, headers: ["retry-after": "2"])
        }
        let reader = StatusReader(
            system: session.destination.makeSystem(folder: ""), session: session)
        #expect(throws: DeliveryFault.wait(.seconds(2), "503")) {
            try reader.changes(after: .start, of: ["1"])
        }
        #expect(clock.slept == Array(repeating: .seconds(2), count: 5))
    }

    private static let redmine = TicketDestination(
        id: "desk", system: .redmine, address: "https://tickets.example", place: .sample)

    /// A Redmine that fails so often when it is asked for the second of two issues.
    private func failing(
        _ times: Int, at redmine: TicketDestination = Self.redmine
    ) -> (TicketSession, TestClock) {
        let clock = TestClock()
        var failures = 0
        let session = TicketSession(destination: redmine, secret: "s3", clock: clock.clock) {
            request, _ throws(WebFault) in
            func issue(_ id: Int) -> JSON {
                ["id": .number(Decimal(id)), "updated_on": "2026-11-22T07:00:00Z"]
            }
            let answer: JSON
            switch request.path.prefix(while: { $0 != "?" }) {
            case "/issues/1.json": answer = ["issue": issue(1)]
            case "/issues/2.json":
                failures += 1
                guard failures > times else { return WebAnswer(status: 500) }
                answer = ["issue": issue(2)]
            case "/issues.json": answer = ["issues": [issue(1), issue(2)]]
            default: answer = ["user": ["id": 5]]
            }
            return WebAnswer(status: 200, body: Array(answer.bytes))
        }
        return (session, clock)
    }
}
