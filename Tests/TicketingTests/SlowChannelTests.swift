import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// A chat program or a mail server that takes its time.
struct SlowChannelTests {
    private let clock = TestClock()
    private let destination = TicketDestination(
        id: "chat", system: .webhook, address: "https://chat.example/hook", place: .sample)

    /// - Parameter seconds: how long each message takes.
    private func deliverer(
        of outbox: MemoryOutbox, takingEach seconds: Int, atMost longest: Duration?,
        alsoDueAt moment: Date? = nil
    ) -> Deliverer {
        let session = TicketSession(
            destination: destination, secret: "", clock: clock.clock
        ) { [clock] _, _ throws(WebFault) in
            clock.advance(by: .seconds(seconds))
            return WebAnswer(status: 200, body: Array("{}".utf8))
        }
        return Deliverer(
            to: destination, system: destination.makeSystem(folder: ""), session: session,
            outbox: outbox.outbox, atMost: longest, alsoDueAt: moment)
    }

    private static func messages(_ count: Int) -> MemoryOutbox {
        MemoryOutbox(stories: Array(repeating: 1, count: count), destination: "chat")
    }

    // The fifth of those that take 25 s would end after 125 s.
    @Test(arguments: [(1, 20), (25, 4), (60, 2), (100, 1), (130, 1)])
    func `a slow channel is left to the next run when its time is over`(
        seconds: Int, sent: Int
    ) throws {
        let outbox = Self.messages(20)
        let counts = try deliverer(of: outbox, takingEach: seconds, atMost: .seconds(120))
            .deliver()
        #expect(counts.created == sent)
        #expect(counts.waiting == 20 - sent)
        #expect(counts.stopped == nil)
        #expect((counts.waitingFor == BusyTime.isOver) == (sent < 20))
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered || $0.attempts == 0 })
    }

    @Test(arguments: [(30, [Duration]()), (90, [.seconds(60)])])
    func `what is due when a channel's time is over is not waited for`(
        seconds: Int, slept: [Duration]
    ) throws {
        let later = clock.clock.now().addingTimeInterval(60)
        _ = try deliverer(
            of: Self.messages(0), takingEach: 1, atMost: .seconds(seconds), alsoDueAt: later
        ).deliver()
        #expect(clock.slept == slept)
    }

    @Test func `what is not to end is sent to the last`() throws {
        let counts = try deliverer(of: Self.messages(20), takingEach: 25, atMost: nil).deliver()
        #expect((counts.created, counts.waiting) == (20, 0))
    }
}
