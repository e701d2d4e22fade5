import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// The systems that cannot be run here, each played by a server that takes only what its documentation
/// allows; see `HostedDesk`.
struct HostedDeskTests {
    private static let dialects: [HostedDesk.Dialect] = [
        .zendesk, .freshdesk, .zammad, .jira, .jiraDataCenter, .github, .gitlab,
    ]

    /// One such system, and run after run of an export to it.
    private struct Bench {
        let desk: HostedDesk
        let server: LoopbackServer
        let clock = TestClock()
        private let deliveries: DeliveryBench

        init(_ dialect: HostedDesk.Dialect) throws {
            desk = HostedDesk(dialect, clock: clock)
            server = try desk.start()
            var terms = TicketDestination.Terms(
                maximumCreates: 1_000, requestsPerMinute: 1_000_000, timeout: .seconds(1))
            // Longer than its index lags behind.
            terms.settleTime = .seconds(max(60, dialect.lag + 1))
            deliveries = DeliveryBench(
                TicketDestination(
                    id: "desk", system: dialect.system, address: server.url(""),
                    credentials: .init(user: dialect.user),
                    fields: .init(
                        queue: dialect.queue, type: dialect.type, keyField: dialect.keyField,
                        requester: "us@our.example"), terms: terms, place: .sample),
                secret: "s3", clock: clock)
        }

        @discardableResult
        func run(_ outbox: MemoryOutbox) throws -> DeliveryCounts { try deliveries.run(outbox) }

        func runToTheEnd(_ outbox: MemoryOutbox) throws { try deliveries.runToTheEnd(outbox) }

        func outbox(_ stories: [Int]) -> MemoryOutbox {
            MemoryOutbox(stories: stories, destination: "desk", priority: desk.dialect.priority)
        }
    }

    @Test(arguments: dialects)
    func `every request is one that the system's documentation allows`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try Bench(dialect)
        let outbox = bench.outbox([3, 1])
        let counts = try bench.run(outbox)
        #expect(bench.desk.flaws == [])
        #expect(counts.created == 2)
        #expect(counts.commented == 2)
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
        #expect(bench.desk.tickets.map(\.comments.count) == [2, 0])
    }

    @Test(arguments: dialects)
    func `an outbox that was lost makes no second ticket`(dialect: HostedDesk.Dialect) throws {
        let bench = try Bench(dialect)
        try bench.run(bench.outbox([1, 1]))
        bench.clock.advance(by: .seconds(3_600))
        #expect(try bench.run(bench.outbox([1, 1])).found == 2)
        #expect(bench.desk.tickets.count == 2)
        #expect(bench.desk.flaws == [])
    }

    @Test(arguments: dialects)
    func `its rate limit is waited out to the second, and everything arrives once`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try Bench(dialect)
        let outbox = bench.outbox(Array(repeating: 1, count: dialect.limit))
        try bench.runToTheEnd(outbox)
        #expect(bench.desk.flaws == [])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
        #expect(bench.desk.tickets.count == dialect.limit)
        #expect(Set(bench.desk.tickets.map(\.key)).count == dialect.limit)
        #expect(!bench.clock.slept.isEmpty)
    }

    @Test(arguments: dialects)
    func `whatever becomes of its answers, each story has one ticket and each mention one comment`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try Bench(dialect)
        let outbox = bench.outbox([2, 1, 2])
        bench.desk.expect([
            .lostAnswer, .none, .late, .failure, .lostAnswer, .none, .failure, .lostAnswer,
        ])
        try bench.runToTheEnd(outbox)
        #expect(bench.desk.flaws == [])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
        #expect(bench.desk.tickets.count == 3)
        #expect(Set(bench.desk.tickets.map(\.key)).count == 3)
        #expect(bench.desk.tickets.map(\.comments.count).reduce(0, +) == 2)
    }

    @Test func `a member that is not documented is a flaw`() {
        let shape = JSONShape.object(["a": .text], optional: ["b": .list(.number)])
        #expect(shape.flaw(in: ["a": "x", "b": [1]]) == nil)
        #expect(shape.flaw(in: ["a": "x", "b": ["1"]]) == "body.b[0] is of another kind")
        #expect(shape.flaw(in: ["a": "x", "c": 1]) == "body.c is not known")
        #expect(shape.flaw(in: [:]) == "body.a is missing")
        #expect(shape.flaw(in: ["a": ""]) == "body.a is empty")
    }
}

extension HostedDesk.Dialect: CustomTestStringConvertible {
    var testDescription: String { system.rawValue }
}
