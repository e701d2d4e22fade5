import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct DelivererTests {
    private let redmine = FakeRedmine()

    @Test func `each story becomes one ticket, and its further mentions comments`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [3, 1, 2], destination: "desk")
        let counts = try bench.run(outbox)
        #expect(counts.created == 3)
        #expect(counts.commented == 3)
        #expect(redmine.issues.map(\.key) == [1, 2, 3].map { "earshot-story-\($0)" })
        #expect(redmine.issues.map(\.notes.count) == [2, 0, 1])
        #expect(redmine.issues[0].body == "Zażółć gęślą jaźń")
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test func `new tickets do not wait until it is known how the others stand`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2, 1], destination: "desk")
        redmine.expect([.none, .answer(503, retryAfter: nil)])
        var seen: [(tickets: Int, comments: Int)] = []
        let counts = try bench.deliverer(of: outbox).deliver {
            seen.append((redmine.issues.count, redmine.countOfNotes))
        }
        #expect(seen.map(\.tickets) == [1])
        #expect(seen.map(\.comments) == [0])
        // What was put off before is tried again behind it.
        #expect(counts.created == 2)
        #expect(counts.commented == 1)
    }

    @Test func `a note that is dropped without a word is not taken for told`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2], destination: "desk")
        redmine.expect([.none, .dropped])
        let counts = try bench.run(outbox)
        #expect(counts.commented == 0)
        #expect(redmine.countOfNotes == 0)
        #expect(outbox.deliveries.map(\.state) == [.delivered, .pending])
        #expect(outbox.deliveries[1].reason?.contains("'Add notes'") == true)
    }

    @Test func `a story whose ticket was deleted goes on in a new one`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [3, 1], destination: "desk")
        redmine.expect([.none, .none, .deletion(of: 1)])
        let counts = try bench.run(outbox)
        #expect(counts.created == 3)
        #expect(counts.commented == 1)
        #expect(counts.stopped == nil)
        #expect(redmine.issues.map(\.key) == ["earshot-story-2", "earshot-story-1-2"])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test
    func `where nothing can be begun anew, what is gone is left to a person, and the rest goes on`()
        throws
    {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [3, 1], destination: "desk")
        outbox.canBeginAnew = false
        redmine.expect([.none, .none, .deletion(of: 1)])
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.created == 2)
        #expect(counts.dead == 1)
        #expect(counts.stopped == nil)
        #expect(outbox.deliveries.filter { $0.state == .dead }.map(\.id) == [2])
    }

    /// As where our rights have changed, or its address.
    @Test func `a ticket that is said to be gone and is found makes none anew`() throws {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [2], destination: "desk")
        redmine.expect([.none, .answer(404, retryAfter: nil)])
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.created == 1)
        #expect(redmine.issues.count == 1)
        #expect(outbox.deliveries.map(\.state) == [.delivered, .dead])
        #expect(
            outbox.deliveries[1].reason
                == "issue 1 is gone, and is found by its key all the same")
    }

    @Test
    func `a story over the limit of which something may have been sent waits, and is told so`()
        throws
    {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [1, 1, 1], destination: "desk")
        outbox.noteAttempt(at: 2)
        let counts = try DeliveryBench(server, maximumCreates: 1).run(outbox)
        #expect(counts.created == 2)
        #expect(counts.summarized == 1)
        #expect(counts.waiting == 1)
    }

    @Test func `a key field that cannot be searched adopts nobody's ticket`() throws {
        let server = try redmine.start()
        try DeliveryBench(server).run(MemoryOutbox(stories: [1], destination: "desk"))
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        let counts = try DeliveryBench(server, keyField: "99").run(outbox)
        #expect(counts.stopped?.contains("cannot be searched by field 99") == true)
        #expect(redmine.issues.count == 1)
        #expect(outbox.deliveries.allSatisfy { $0.remote == nil })
    }

    @Test func `a key that does not stick stops the destination after the first ticket`() throws {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        let counts = try DeliveryBench(server, keyField: "99").run(outbox)
        #expect(redmine.issues.count == 1)
        #expect(counts.dead == 1)
        #expect(counts.stopped?.contains("made without its key") == true)
        #expect(outbox.deliveries.map(\.state) == [.dead, .pending])
    }

    @Test func `what storms in beyond the limit becomes one ticket`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server, maximumCreates: 3)
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 10), destination: "desk")
        let counts = try bench.run(outbox)
        #expect(redmine.issues.map(\.subject) == ["Story 1", "Story 2", "Story 3", "7 more 10"])
        #expect(counts.created == 4)
        #expect(counts.summarized == 7)
        #expect(outbox.deliveries.count { $0.state == .summarized } == 7)
    }

    @Test func `a list that was left over takes no place among the new tickets`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server, maximumCreates: 1)
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        let list = outbox.deliveries[0]
        outbox.deliveries[0] = TicketDelivery(
            id: list.id, ticket: list.ticket, destination: "desk", key: "earshot-list", entry: nil,
            createdAt: list.createdAt)
        let counts = try bench.run(outbox)
        #expect((counts.created, counts.summarized) == (2, 0))
        #expect(redmine.issues.map(\.key) == ["earshot-list", "earshot-story-2"])
    }

    @Test func `in a storm the gravest have tickets of their own`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server, maximumCreates: 2)
        let outbox = MemoryOutbox(stories: [1, 1, 1, 1], destination: "desk")
        for (place, severity) in [Severity.critical, .low, .high, .normal].enumerated() {
            outbox.deliveries[place].severity = severity
        }
        #expect(try bench.run(outbox).summarized == 2)
        #expect(redmine.issues.map(\.subject) == ["Story 1", "Story 3", "2 more 4"])
    }
}
