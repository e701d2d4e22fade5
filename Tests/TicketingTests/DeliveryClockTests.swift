import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// How long deliveries wait, and what becomes of them where somebody sets the machine's clock meanwhile.
struct DeliveryClockTests {
    private let redmine = FakeRedmine()

    @Test func `a clock that is set back keeps no destination waiting for it`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server, requestsPerMinute: 10)
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 8), destination: "desk")
        var claims = 0
        outbox.beforeClaims = {
            claims += 1
            if claims == 4 { bench.clock.advance(by: .seconds(-86_400)) }
        }
        #expect(try bench.run(outbox).created == 8)
        // 16 requests: ten at once, and the others a minute later.
        #expect(bench.clock.slept == [.seconds(60)])
    }

    @Test func `what is put off by a clock that is set back then is left to the next run`() throws {
        let server = try redmine.start()
        redmine.expect([.lostAnswer])
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        var claims = 0
        outbox.beforeClaims = {
            claims += 1
            if claims == 2 { bench.clock.advance(by: .seconds(-86_400)) }
        }
        let counts = try bench.run(outbox)
        #expect(bench.clock.slept.isEmpty)
        #expect(counts.created == 1)
        #expect(counts.waiting == 1)
        try bench.runToTheEnd(outbox)
        #expect(redmine.issues.count == 2)
    }

    @Test func `a system has come to rest when twice the time-out is over`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server, timeout: .seconds(45))
        redmine.expect([.lostAnswer])
        let counts = try bench.run(MemoryOutbox(stories: [1], destination: "desk"))
        #expect(bench.clock.slept == [.seconds(90)])
        #expect(counts.found == 1)
    }

    @Test(arguments: [(120, 1), (121, 0)])
    func `a run waits for two minutes, and no longer`(seconds: Int, created: Int) throws {
        let server = try redmine.start()
        redmine.expect([.answer(429, retryAfter: seconds)])
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        #expect(try DeliveryBench(server).run(outbox).created == created)
    }

    @Test func `a pause that was asked for is no attempt, however often`() throws {
        let server = try redmine.start()
        redmine.expect(Array(repeating: .answer(429, retryAfter: 20), count: 5))
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        #expect(try DeliveryBench(server).run(outbox).created == 1)
        #expect(outbox.deliveries.map(\.attempts) == [1])
    }
}
