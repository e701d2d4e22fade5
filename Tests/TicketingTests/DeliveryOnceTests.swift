import Model
import TestSupport
import Testing

@testable import Ticketing

/// That whatever happens on the way, nothing is told twice.
struct DeliveryOnceTests {
    private let redmine = FakeRedmine()

    @Test func `delivered again from an outbox that was lost, no second ticket is made`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        try bench.run(MemoryOutbox(stories: [1, 1], destination: "desk"))
        let counts = try bench.run(MemoryOutbox(stories: [1, 1], destination: "desk"))
        #expect(counts.found == 2)
        #expect(counts.created == 0)
        #expect(redmine.issues.count == 2)
    }

    @Test(arguments: 0..<200)
    func `a process that ends at any step leaves one ticket a story`(seed: Int) throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2, 1, 3], destination: "desk")
        // Six deliveries are two steps each: every one is the last for some seeds, kept or not.
        outbox.stepsLeft = 1 + seed % 12
        outbox.isLastStepKept = seed / 12 % 2 == 0
        try bench.runToTheEnd(outbox)
        let keys = redmine.issues.map { $0.key ?? "" }.sorted()
        #expect(keys == ["earshot-story-1", "earshot-story-2", "earshot-story-3"])
        #expect(redmine.countOfNotes == 3)
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test(arguments: [
        FakeRedmine.Trouble.lostAnswer, .halfAnswer, .deaf, .lyingGateway, .late, .brokenOff,
        .answer(500, retryAfter: nil), .answer(503, retryAfter: nil),
        .answer(429, retryAfter: 30),
    ])
    func `whatever becomes of a request, there is one ticket in the end`(
        trouble: FakeRedmine.Trouble
    ) throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2, 1], destination: "desk")
        redmine.expect([trouble, .none, trouble])
        try bench.runToTheEnd(outbox)
        #expect(Set(redmine.issues.map(\.key)).count == 2)
        #expect(redmine.issues.count == 2)
        #expect(redmine.countOfNotes == 1)
    }

    @Test func `any order of troubles leaves one ticket a story, or a reason`() throws {
        var generator = SeededGenerator(seed: 7)
        let kinds: [FakeRedmine.Trouble] = [
            .none, .none, .lostAnswer, .halfAnswer, .lyingGateway, .brokenOff,
            .answer(500, retryAfter: nil), .answer(429, retryAfter: 5),
        ]
        for _ in 0..<60 {
            let redmine = FakeRedmine()
            let server = try redmine.start()
            // So long that a busy machine makes of no slow answer a lost one: the clock of the settle
            // time is not that of the server. None of these troubles is waited for.
            let bench = DeliveryBench(server, timeout: .seconds(20))
            let outbox = MemoryOutbox(stories: [1, 2, 1], destination: "desk")
            let troubles = (0..<8).map { _ in
                kinds[Int.random(in: 0..<kinds.count, using: &generator)]
            }
            redmine.expect(troubles)
            outbox.stepsLeft = Int.random(in: 1...8, using: &generator)
            try bench.runToTheEnd(outbox)
            let keys = redmine.issues.compactMap(\.key)
            #expect(keys.count == Set(keys).count, "\(troubles)")
            #expect(keys.count == 3, "\(troubles)")
        }
    }

    @Test func `an attempt without an answer is looked for only once the system has come to rest`()
        throws
    {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        redmine.expect([.late])
        let counts = try bench.run(outbox)
        #expect(bench.clock.slept == [.seconds(60)])
        #expect(server.requests.map(\.method) == ["GET", "POST", "GET"])
        #expect(counts.created == 0)
        #expect(counts.found == 1)
    }

    @Test(arguments: ["<html>Sign on</html>", "{\"html\":\"Sign on\"}", ""])
    func `an answer that is not the system's says nothing about what is there`(
        page: String
    ) throws {
        let server = try LoopbackServer { _ in .init(body: Array(page.utf8)) }
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.created == 0)
        #expect(Set(server.requests.map(\.method)) == ["GET"])
        #expect(outbox.deliveries[0].state == .pending)
    }

    @Test func `what another process has begun to send is left to it, and said`() throws {
        let server = try redmine.start()
        let outbox = MemoryOutbox(stories: [1, 1, 1], destination: "desk")
        var claims = 0
        outbox.beforeClaims = {
            claims += 1
            if claims == 2 { outbox.claimAll() }
        }
        let counts = try DeliveryBench(server).run(outbox)
        #expect(counts.created == 1)
        #expect(counts.waiting == 2)
        #expect(
            counts.stopped
                == "another process has begun to send what waits here, so this one leaves it alone; run "
                + "again, and see to it that one machine alone exports and sends")
        #expect(redmine.issues.count == 1)
        #expect(outbox.deliveries.map(\.state) == [.delivered, .pending, .pending])
    }

    @Test func `who sleeps between taking a delivery and sending it sends nothing`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        outbox.beforeClaims = {
            outbox.beforeClaims = nil
            bench.clock.advance(by: .seconds(40))
        }
        let counts = try bench.run(outbox)
        // It is tried again, and sent then.
        #expect(server.requests.map(\.method) == ["GET", "GET", "POST"])
        #expect(counts.created == 1)
        #expect(outbox.deliveries.map(\.attempts) == [1])
    }

    @Test func `a request to write goes out once, even where a kept connection breaks`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        redmine.expect([.none, .lostAnswer])
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        try bench.run(outbox)
        #expect(server.requests.count { $0.method == "POST" } == 2)
        #expect(redmine.issues.count == 2)
    }
}
