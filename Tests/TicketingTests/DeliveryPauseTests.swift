import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Ticketing

/// What waits for a system that wants to be left alone for a while.
struct DeliveryPauseTests {
    private let redmine = FakeRedmine()

    @Test func `who has no patience leaves what was put off to the next run, and says why`() throws
    {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        redmine.expect([.answer(500, retryAfter: nil)])
        let hasty = try bench.deliverer(of: outbox, patience: .seconds(10))
        let counts = try hasty.deliver()
        #expect(bench.clock.slept == [])
        #expect(counts.waiting == 1)
        #expect(counts.waitingFor == "500")
        // In the same run, behind something else.
        let next = try bench.deliverer(
            of: outbox, patience: .seconds(70), alsoDueAt: hasty.nextMoment)
        #expect(try next.deliver().waitingFor == nil)
        #expect(next.waited == .seconds(60))
        #expect(redmine.issues.count == 1)
    }

    @Test func `a system that asked for a pause is not asked how tickets stand before it is over`()
        throws
    {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        redmine.expect([.answer(429, retryAfter: 40)])
        var asked: [Date] = []
        _ = try bench.deliverer(of: outbox).deliver { asked.append(bench.clock.clock.now()) }
        #expect(asked.map { $0 >= .start + 40 } == [true])
        #expect(redmine.issues.count == 2)
    }

    @Test func `nothing is sent before the moment that Retry-After names`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        redmine.expect([.answer(429, retryAfter: 90)])
        let counts = try bench.run(outbox)
        #expect(counts.created == 2)
        #expect(bench.clock.slept == [.seconds(90)])
        #expect(outbox.deliveries[0].attempts == 1)
    }

    @Test func `a pause longer than a run waits is left to the next`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        redmine.expect([.answer(429, retryAfter: 3_600)])
        let counts = try bench.run(outbox)
        #expect(counts.created == 0)
        #expect(counts.waiting == 2)
        #expect(bench.clock.slept.isEmpty)
        #expect(server.requests.count == 2)
        bench.clock.advance(by: .seconds(3_600))
        #expect(try bench.run(outbox).created == 2)
    }

    @Test func `each delivery that a pause puts off waits once`() throws {
        let server = try redmine.start()
        redmine.expect([.none, .answer(429, retryAfter: 3_600)])
        let outbox = MemoryOutbox(stories: [1, 1, 1], destination: "desk")
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.created == 1)
        #expect(counts.waiting == 2)
    }

    @Test func `what is put off stays put off in the later rounds of a run`() throws {
        let server = try redmine.start()
        redmine.expect([.lostAnswer, .answer(429, retryAfter: 3_600)])
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        #expect(try DeliveryBench(server).run(outbox).waiting == 2)
    }

    @Test func `a pause that a failing server asks for is kept to`() throws {
        let server = try redmine.start()
        redmine.expect([.answer(503, retryAfter: 100)])
        let bench = DeliveryBench(server)
        let counts = try bench.run(MemoryOutbox(stories: [1, 1], destination: "desk"))
        #expect(bench.clock.slept == [.seconds(100)])
        #expect(counts.created == 2)
        #expect(counts.waiting == 0)
    }

    @Test(arguments: [
        ("2099-01-01T00:00:00Z", 7 * 86_400.0), ("60", 60), ("-1", nil),
        ("4070908800", 7 * 86_400),
    ])
    func `a rate limit is waited for, a week at most`(reset: String, seconds: Double?) {
        let answer = WebAnswer(
            status: 403,
            headers: ["x-ratelimit-remaining": "0", "x-ratelimit-reset": reset])
        #expect(answer.requestedDelay(now: .start) == seconds.map { .seconds($0) })
    }

    @Test func `a run that is ended does not wait for what was put off`() throws {
        let server = try redmine.start()
        redmine.expect([.answer(429, retryAfter: 90)])
        let bench = DeliveryBench(server)
        let isEnded = Mutex(false)
        let clock = DeliveryClock(
            now: bench.clock.clock.now,
            sleep: { duration in
                bench.clock.clock.sleep(duration)
                isEnded.withLock { $0 = true }
            }, jitter: { 0.5 }
        ).stopping { isEnded.withLock { $0 } }
        let session = TicketSession(destination: bench.destination, secret: "right", clock: clock) {
            _, _ throws(WebFault) in
            WebAnswer(status: 429, headers: ["retry-after": "90"])
        }
        let counts = try Deliverer(
            to: bench.destination, system: bench.destination.makeSystem(folder: ""),
            session: session,
            outbox: MemoryOutbox(stories: [1], destination: "desk").outbox,
            isCancelled: { isEnded.withLock { $0 } }
        ).deliver()
        #expect(counts.waiting == 1)
        // The second it takes to notice, of ninety.
        #expect(bench.clock.slept == [.seconds(1)])
    }

    @Test func `no more requests are made in a minute than the destination allows`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server, requestsPerMinute: 10)
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 12), destination: "desk")
        #expect(try bench.run(outbox).created == 12)
        // 24 requests: ten at once, ten a minute later, four another minute later.
        #expect(bench.clock.slept == [.seconds(60), .seconds(60)])
    }
}
