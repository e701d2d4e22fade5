import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// What becomes of deliveries that a system does not take.
struct DeliveryRefusalTests {
    private let redmine = FakeRedmine()

    @Test func `a system that cannot be reached is left alone soon, and nothing is given up`()
        throws
    {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 10), destination: "desk")
        var asked = 0
        for _ in 0..<20 {
            let session = TicketSession(
                destination: bench.destination, secret: "", clock: bench.clock.clock
            ) { _, _ throws(WebFault) in throw .unsent("Could not connect to server") }
            let counts = try Deliverer(
                to: bench.destination, system: bench.destination.makeSystem(folder: ""),
                session: session, outbox: outbox.outbox
            ).deliver()
            asked = max(asked, counts.requests)
            #expect(counts.stopped == "Could not connect to server")
            bench.clock.advance(by: .seconds(3_600))
        }
        #expect(asked == 3)
        #expect(outbox.deliveries.allSatisfy { $0.state == .pending && $0.attempts == 0 })
        #expect(try bench.run(outbox).created == 10)
    }

    @Test(arguments: [
        ("wrong", "mentions", "7", "access is refused: 401"),
        ("right", "gone", "7", "there is no such project, queue or address: 404"),
    ])
    func `what no ticket can get past stops the destination, and nothing is lost`(
        secret: String, queue: String, keyField: String, reason: String
    ) throws {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [1, 1, 1], destination: "desk")
        let counts = try DeliveryBench(server, secret: secret, queue: queue, keyField: keyField)
            .run(outbox)
        #expect(counts.stopped == reason)
        #expect(outbox.deliveries.allSatisfy { $0.state == .pending })
        #expect(redmine.issues.isEmpty)
        #expect(try DeliveryBench(server).run(outbox).created == 3)
    }

    /// A comment's ticket may be locked, or lie where we may not go.
    @Test func `a ticket that is barred to us holds up no other`() throws {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [2, 1], destination: "desk")
        redmine.expect([.none, .none, .answer(403, retryAfter: nil)])
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.stopped == nil)
        #expect(counts.created == 2)
        #expect(outbox.deliveries.map(\.state) == [.delivered, .pending, .delivered])
        #expect(outbox.deliveries[1].reason?.hasPrefix("access is refused: 403") == true)
        #expect((counts.waiting, counts.dead) == (1, 0))
    }

    /// What stands in between may refuse for an hour what it takes at other times.
    @Test(arguments: [(1, TicketDelivery.State.delivered), (3, .delivered), (4, .dead)])
    func `a comment that is barred to us is tried again six hours later, three times`(
        refusals: Int, state: TicketDelivery.State
    ) throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2], destination: "desk")
        redmine.expect([.none] + Array(repeating: .answer(403, retryAfter: nil), count: refusals))
        for _ in 0..<4 {
            try bench.run(outbox)
            // It is not due before.
            bench.clock.advance(by: .seconds(5 * 3_600))
            #expect(try bench.run(outbox).requests == 0)
            bench.clock.advance(by: .seconds(3_600))
        }
        #expect(outbox.deliveries.map(\.state) == [.delivered, state])
        #expect(redmine.countOfNotes == (state == .delivered ? 1 : 0))
    }

    /// Two may be locked; after that it is not the tickets, but our rights.
    @Test func `where comment after comment is barred, the third stops the destination, and waits`()
        throws
    {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [2, 2, 2, 2], destination: "desk")
        let bench = DeliveryBench(server)
        let barred = FakeRedmine.Trouble.answer(403, retryAfter: nil)
        redmine.expect(Array(repeating: .none, count: 4) + [barred, barred, barred])
        let counts = try bench.run(outbox)
        #expect(counts.created == 4)
        #expect(counts.stopped?.hasPrefix("access is refused: 403") == true)
        #expect(outbox.deliveries.count { $0.state == .pending } == 4)
        #expect(outbox.deliveries.count { $0.notBefore != nil } == 2)
        #expect(counts.waiting == 4)
        #expect(try bench.run(outbox).commented == 2)
    }

    @Test func `a comment that waits because all are barred is no nearer to its end`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2, 2, 2], destination: "desk")
        for place in [1, 3, 5] {
            outbox.deliveries[place].notBefore = .start.addingTimeInterval(3_600)
        }
        #expect(try bench.run(outbox).created == 3)
        bench.clock.advance(by: .seconds(3_600))
        // Already the question whether a ticket has its comment is refused.
        let session = TicketSession(
            destination: bench.destination, secret: "", clock: bench.clock.clock
        ) { _, _ throws(WebFault) in WebAnswer(status: 403) }
        let counts = try Deliverer(
            to: bench.destination, system: bench.destination.makeSystem(folder: ""),
            session: session, outbox: outbox.outbox
        ).deliver()
        #expect(counts.stopped == "access is refused: 403")
        #expect([1, 3, 5].map { outbox.deliveries[$0].attempts } == [1, 1, 0])
    }

    @Test
    func `a comment that was taken between two that were barred shows that it is the tickets`()
        throws
    {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [2, 2, 2, 2], destination: "desk")
        let barred = FakeRedmine.Trouble.answer(403, retryAfter: nil)
        redmine.expect(Array(repeating: .none, count: 4) + [barred, barred, .none, barred])
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.stopped == nil)
        #expect(counts.waiting == 3)
        #expect(counts.commented == 1)
    }

    @Test func `what a destination that stops has not come to is waiting`() throws {
        let server = try redmine.start()
        redmine.expect([.answer(403, retryAfter: nil)])
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 200), destination: "desk")
        #expect(try DeliveryBench(server).run(outbox).waiting == 200)
    }

    @Test func `a new ticket that is barred to us stops the destination, and nothing is lost`()
        throws
    {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        redmine.expect([.answer(403, retryAfter: nil)])
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.stopped?.hasPrefix("access is refused: 403") == true)
        #expect(outbox.deliveries.allSatisfy { $0.state == .pending })
    }

    @Test func `a page in place of the answer to a comment tells nobody`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2], destination: "desk")
        redmine.expect([.none, .page])
        #expect(try bench.run(outbox).created == 1)
        try bench.runToTheEnd(outbox)
        #expect(redmine.issues.map(\.notes.count) == [1])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test
    func `a ticket that is refused is dead, with the server's reason, until it is tried again`()
        throws
    {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2], destination: "desk", subject: "refuse")
        #expect(try bench.run(outbox).dead == 1)
        #expect(outbox.deliveries[0].reason == "422: Tags is not included in the list")
        // The comment waits for its ticket.
        #expect(outbox.deliveries[1].state == .pending)
        #expect(try bench.run(outbox).dead == 0)
    }

    @Test func `three refusals in a row for one reason are a mistake of ours, not of the tickets`()
        throws
    {
        let server = try redmine.start()
        let outbox = MemoryOutbox(
            stories: [1, 1, 1, 1, 1], destination: "desk", subject: "refuse")
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.dead == 3)
        #expect(counts.stopped?.hasPrefix("3 in a row were refused: 422") == true)
    }
}
