import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// What becomes of deliveries where somebody sets the clock of the machine meanwhile.
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
}
