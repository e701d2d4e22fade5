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

        /// How our tickets stand there.
        func changes() throws -> [TicketStatus] {
            let destination = deliveries.destination
            let ours = Set(desk.tickets.map { "\($0.id)" })
            return try StatusReader(
                system: destination.makeSystem(folder: ""),
                session: try .loopback(destination, secret: "s3", clock.clock)
            ).changes(after: .start, of: ours).sorted { $0.id < $1.id }
        }

        /// As a comment on it does, where it is closed.
        func reopen(_ id: Int) throws {
            let destination = deliveries.destination
            try destination.makeSystem(folder: "").reopen(
                RemoteTicket(id: "\(id)"),
                try .loopback(destination, secret: "s3", clock.clock))
        }

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
    func `how its tickets stand is read back`(dialect: HostedDesk.Dialect) throws {
        let bench = try Bench(dialect)
        try bench.run(bench.outbox([1, 1]))
        bench.clock.advance(by: .seconds(3_600))
        bench.desk.close(bench.desk.tickets[0].id)
        let closedAt = try #require(bench.desk.tickets[0].closedAt)
        bench.clock.advance(by: .seconds(60))
        let statuses = try bench.changes()
        #expect(bench.desk.flaws == [])
        #expect(statuses.map(\.phase) == [.closed, .open])
        #expect(statuses.map(\.closedAt) == [closedAt, nil])
        #expect(statuses.allSatisfy { $0.createdAt != nil })
    }

    /// One ticket with a mention that is told when it was closed meanwhile.
    private func closed(at bench: Bench) throws -> MemoryOutbox {
        let outbox = bench.outbox([2])
        outbox.deliveries[1].notBefore = .start.addingTimeInterval(3_600)
        try bench.run(outbox)
        bench.clock.advance(by: .seconds(3_600))
        bench.desk.close(bench.desk.tickets[0].id)
        outbox.deliveries[1].isClosed = true
        return outbox
    }

    @Test(arguments: dialects)
    func `a closed ticket that is told of something new is opened again`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try Bench(dialect)
        let outbox = try closed(at: bench)
        let counts = try bench.run(outbox)
        #expect(bench.desk.flaws == [])
        #expect((counts.commented, counts.reopened) == (1, 1))
        #expect(counts.stillClosed == nil)
        #expect(bench.desk.tickets.map(\.closedAt) == [nil])
        #expect(outbox.deliveries[1].state == .delivered)
    }

    @Test(arguments: dialects)
    func `a ticket that does not open keeps its comment, and is told of`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try Bench(dialect)
        let outbox = try closed(at: bench)
        bench.desk.expect([.none, .failure])
        let counts = try bench.run(outbox)
        #expect(bench.desk.flaws == [])
        #expect((counts.commented, counts.reopened) == (1, nil))
        #expect(counts.stillClosed?.count == 1)
        #expect(bench.desk.tickets[0].closedAt != nil)
        #expect(bench.desk.tickets[0].comments.count == 1)
        #expect(outbox.deliveries[1].state == .delivered)
    }

    @Test(arguments: dialects)
    func `a run that ends between a comment and its opening is made up for`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try Bench(dialect)
        let outbox = try closed(at: bench)
        // It keeps that it begins, and ends before it keeps that it is done.
        outbox.stepsLeft = outbox.steps + 2
        outbox.isLastStepKept = false
        bench.desk.expect([.none, .failure])
        #expect(throws: MemoryOutbox.Killed.self) { try bench.run(outbox) }
        outbox.stepsLeft = nil
        bench.clock.advance(by: .seconds(6 * 3_600))
        #expect(try bench.run(outbox).reopened == 1)
        #expect(bench.desk.flaws == [])
        #expect(bench.desk.tickets.map(\.closedAt) == [nil])
        #expect(bench.desk.tickets[0].comments.count == 1)
    }

    /// In that of the last change, what changes between two pages would push others out of sight.
    @Test(arguments: [
        TicketSystemName.redmine, .requestTracker, .roundup, .jira, .zammad, .freshdesk, .gitlab,
    ])
    func `what has changed is listed in an order that no change moves`(
        system: TicketSystemName
    ) throws {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://tickets.example",
            fields: .init(queue: "our/mentions"), place: .sample)
        var asked: [String] = []
        let session = TicketSession(
            destination: destination, secret: "", clock: TestClock().clock
        ) { request, _ throws(WebFault) in
            asked.append(request.path + String(decoding: request.body ?? [], as: UTF8.self))
            let body: JSON = [
                "issues": [], "items": [], "user": ["id": 1], "data": ["collection": []],
            ]
            let isList = [.zammad, .freshdesk, .gitlab].contains(system)
            return WebAnswer(status: 200, body: Array(isList ? JSON.array([]).bytes : body.bytes))
        }
        _ = try destination.makeSystem(folder: "")
            .changes(since: .start, isOurs: { _ in true }, session)
        let orders = [
            "sort=id", "orderby=id", "%40sort=id", "ORDER BY created", #""sort_by":"id""#,
            "order_by=created_at",
        ]
        let list = try #require(asked.last)
        #expect(orders.contains { list.contains($0) }, "\(list)")
        #expect(!list.contains("sort=updated") && !list.contains("ORDER BY updated"))
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
    func `an archive restored from before its comments makes none of them twice`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try Bench(dialect)
        try bench.run(bench.outbox([3, 1]))
        bench.clock.advance(by: .seconds(3_600))
        // As it was before that run, and what was said since.
        let restored = bench.outbox([4, 1])
        let counts = try bench.run(restored)
        #expect(counts.found == 2)
        #expect(counts.commented == 1)
        #expect(restored.deliveries.allSatisfy { $0.state == .delivered })
        #expect(bench.desk.tickets.map(\.comments.count) == [3, 0])
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

    /// GitHub's secondary limit, and GitLab's on what is made, may name no time.
    @Test(arguments: [
        (HostedDesk.Dialect.github, 403, "You have exceeded a secondary rate limit."),
        (.gitlab, 429, "This endpoint has been requested too many times. Try again later."),
    ])
    func `a limit that names no time is waited out by the minute`(
        dialect: HostedDesk.Dialect, status: Int, text: String
    ) throws {
        var dialect = dialect
        dialect.tooMany = { _, _ in HostedDesk.json(status, ["message": .string(text)]) }
        let bench = try Bench(dialect)
        let outbox = bench.outbox([2] + Array(repeating: 1, count: dialect.limit))
        try bench.runToTheEnd(outbox)
        #expect(bench.desk.flaws == [])
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
        #expect(bench.desk.tickets.count == dialect.limit + 1)
        #expect(bench.clock.slept.allSatisfy { $0 >= .seconds(60) })
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
        let comments = bench.desk.tickets.flatMap(\.comments)
        #expect(comments.count == 2)
    }

    /// For `Tests/Checks/published_contracts`, which holds them against the vendors' own descriptions.
    @Test(
        .enabled(
            if: recordings != nil, "EARSHOT_RECORD_REQUESTS names no folder to write them to"),
        arguments: dialects)
    func `every kind of request is written down`(dialect: HostedDesk.Dialect) throws {
        let folder = try #require(Self.recordings)
        let bench = try Bench(dialect)
        bench.desk.expect([.none, .none, .lostAnswer, .lostAnswer])
        try bench.runToTheEnd(bench.outbox([3, 1, 2]))
        bench.desk.close(bench.desk.tickets[0].id)
        _ = try bench.changes()
        try bench.reopen(bench.desk.tickets[0].id)
        #expect(bench.desk.flaws == [])
        let lines = bench.server.requests.map { request -> JSON in
            [
                "method": .string(request.method), "path": .string(request.path),
                "headers": .array(
                    request.headers.map { .string($0.name) }),
                "body": JSON(request.body) ?? .null,
            ]
        }
        let text = lines.map { String(decoding: $0.bytes, as: UTF8.self) + "\n" }.joined()
        try Data(text.utf8).write(
            to: URL(filePath: "\(folder)/\(dialect.system.rawValue).jsonl"))
    }

    private static let recordings =
        ProcessInfo.processInfo.environment["EARSHOT_RECORD_REQUESTS"]

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
