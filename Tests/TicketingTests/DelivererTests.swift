import Foundation
import Model
import Synchronization
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

    @Test func `delivered again from an outbox that was lost, no second ticket is made`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        try bench.run(MemoryOutbox(stories: [1, 1], destination: "desk"))
        let counts = try bench.run(MemoryOutbox(stories: [1, 1], destination: "desk"))
        #expect(counts.found == 2)
        #expect(counts.created == 0)
        #expect(redmine.issues.count == 2)
    }

    @Test func `a note that is dropped without a word is not taken for told`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server)
        let outbox = MemoryOutbox(stories: [2], destination: "desk")
        redmine.expect([.none, .dropped])
        let counts = try bench.run(outbox)
        #expect(counts.commented == 0)
        #expect(redmine.countOfNotes == 0)
        #expect(outbox.deliveries.map(\.state) == [.delivered, .dead])
        #expect(outbox.deliveries[1].reason?.contains("'Add notes'") == true)
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
        #expect(outbox.deliveries.map(\.state) == [.delivered, .dead, .delivered])
        #expect(outbox.deliveries[1].reason?.hasPrefix("access is refused: 403") == true)
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
        #expect(outbox.deliveries.count { $0.state == .dead } == 2)
        #expect(outbox.deliveries.count { $0.state == .pending } == 2)
        #expect(counts.waiting == 2)
        #expect(try bench.run(outbox).commented == 2)
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
        #expect(counts.dead == 3)
        #expect(counts.commented == 1)
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

    @Test func `what a destination that stops has not come to is waiting`() throws {
        let server = try redmine.start()
        redmine.expect([.answer(403, retryAfter: nil)])
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 200), destination: "desk")
        #expect(try DeliveryBench(server).run(outbox).waiting == 200)
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

    @Test func `no more requests are made in a minute than the destination allows`() throws {
        let server = try redmine.start()
        let bench = DeliveryBench(server, requestsPerMinute: 10)
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 12), destination: "desk")
        #expect(try bench.run(outbox).created == 12)
        // 24 requests: ten at once, ten a minute later, four another minute later.
        #expect(bench.clock.slept == [.seconds(60), .seconds(60)])
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
