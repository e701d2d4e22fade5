import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// Reprints that one comment tells of: each is told once, whatever becomes of the comment.
struct ReprintDeliveryTests {
    private let redmine = FakeRedmine()

    /// A ticket, and four more mentions in the same words.
    private func reprints() -> MemoryOutbox {
        let outbox = MemoryOutbox(stories: [5], destination: "desk")
        outbox.hasReprints = true
        return outbox
    }

    /// How often each mention behind the first is told, by the marks of notes.
    private var timesTold: [Int] {
        let notes = redmine.issues.flatMap(\.notes)
        return (Int64(2)...5).map { id in
            let mark = "earshot:" + TicketDraft.identity(of: id).suffix(12)
            return notes.reduce(0) { $0 + $1.ranges(of: mark).count }
        }
    }

    @Test func `one comment tells of all, and has the mark of each`() throws {
        let server = try redmine.start()
        let outbox = reprints()
        let counts = try DeliveryBench(server).run(outbox)
        #expect((counts.created, counts.commented, counts.waiting) == (1, 1, 0))
        #expect(redmine.countOfNotes == 1)
        #expect(timesTold == [1, 1, 1, 1])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test(arguments: 0..<16)
    func `a process that ends at any step leaves each told once`(seed: Int) throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = reprints()
        // The ticket and the comment are two steps each.
        outbox.stepsLeft = 1 + seed % 4
        outbox.isLastStepKept = seed / 4 % 2 == 0
        #expect(throws: MemoryOutbox.Killed.self) { try bench.run(outbox) }
        outbox.stepsLeft = nil
        if seed >= 8 { outbox.takeBackWhatIsWritten() }
        bench.clock.advance(by: .seconds(3_600))
        try bench.runToTheEnd(outbox)
        #expect(redmine.issues.count == 1)
        #expect(timesTold == [1, 1, 1, 1])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test(arguments: [
        FakeRedmine.Trouble.lostAnswer, .halfAnswer, .deaf, .lyingGateway,
        .answer(500, retryAfter: nil), .answer(429, retryAfter: 30),
    ])
    func `whatever becomes of the comment, each is told once`(trouble: FakeRedmine.Trouble) throws {
        let server = try redmine.start()
        let outbox = reprints()
        redmine.expect([.none, trouble])
        try DeliveryBench(server).runToTheEnd(outbox)
        #expect(timesTold == [1, 1, 1, 1])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test func `a comment that is refused keeps back what it was to tell, until it is tried again`()
        throws
    {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = reprints()
        redmine.expect([.none, .answer(422, retryAfter: nil)])
        try bench.run(outbox)
        #expect(
            outbox.deliveries.map(\.state) == [.delivered, .dead, .pending, .pending, .pending])
        outbox.retryDead()
        try bench.runToTheEnd(outbox)
        #expect(timesTold == [1, 1, 1, 1])
    }

    @Test func `what a lost archive told in one comment is found by the mark of each`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        try bench.run(reprints())
        // One more came since.
        let outbox = MemoryOutbox(stories: [6], destination: "desk")
        outbox.hasReprints = true
        try bench.run(outbox)
        #expect(timesTold == [1, 1, 1, 1])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
        #expect(redmine.countOfNotes == 2)
    }
}
