import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// Comments that get no answer, where new tickets do.
struct UnansweredCommentTests {
    /// Of twelve stories, nine are told again, three after three, and each time one more is new.
    @Test func `nothing waits for comments that are left, neither new tickets nor the run`()
        throws
    {
        let redmine = FakeRedmine()
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(
            stories: [2, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 1], destination: "desk")
        let later = outbox.deliveries.indices.filter { place in
            let ticket = outbox.deliveries[place].ticket
            return ticket % 4 == 0 || outbox.deliveries[..<place].contains { $0.ticket == ticket }
        }
        for place in later { outbox.deliveries[place].notBefore = .start.addingTimeInterval(3_600) }
        #expect(try bench.run(outbox).created == 9)
        bench.clock.advance(by: .seconds(3_600))

        let three = [FakeRedmine.Trouble](repeating: .answer(500, retryAfter: nil), count: 3)
        redmine.expect([.none, .none, .none] + three)
        let counts = try bench.run(outbox)
        #expect((counts.created, counts.commented, counts.waiting) == (3, 0, 9))
        #expect(counts.stopped == "3 in a row were not answered: 500")
        #expect(outbox.deliveries.count { $0.state == .unclear } == 3)
        #expect(bench.clock.slept == [])
    }

    @Test func `how tickets stand is read where comments alone get no answer`() throws {
        let redmine = FakeRedmine()
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [2, 2, 2], destination: "desk")
        let three = [FakeRedmine.Trouble](repeating: .answer(500, retryAfter: nil), count: 3)
        redmine.expect([.none, .none, .none] + three)
        let deliverer = try DeliveryBench(server).deliverer(of: outbox)
        let counts = try deliverer.deliver()
        #expect((counts.created, counts.commented) == (3, 0))
        #expect(counts.stopped == "3 in a row were not answered: 500")
        #expect(deliverer.isAnswering)
    }

    @Test func `a new ticket that is put off for seconds goes out before tickets are asked about`()
        throws
    {
        let redmine = FakeRedmine()
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        redmine.expect([.answer(429, retryAfter: 5)])
        var seen: [Int] = []
        _ = try bench.deliverer(of: MemoryOutbox(stories: [1], destination: "desk")).deliver {
            seen.append(redmine.issues.count)
        }
        #expect(seen == [1])
        #expect(bench.clock.slept == [.seconds(5)])
    }
}
