import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// The systems that cannot be run here, each played by a server that takes only what its documentation
/// allows; see `HostedDesk`.
struct HostedDeskTests {
    private static let dialects = HostedDesk.Dialect.all

    @Test(arguments: dialects)
    func `every request is one that the system's documentation allows`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try HostedBench(dialect)
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
        let bench = try HostedBench(dialect)
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

    @Test(arguments: dialects)
    func `a ticket that is asked for by its id stands as in the list of changes`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try HostedBench(dialect)
        try bench.run(bench.outbox([1, 1, 1]))
        bench.clock.advance(by: .seconds(3_600))
        let ids = bench.desk.tickets.map(\.id)
        bench.desk.close(ids[0])
        bench.clock.advance(by: .seconds(60))
        let listed = try bench.changes()
        bench.desk.delete(ids[2])
        #expect(try ids.map(bench.status) == [listed[0], listed[1], nil])
        #expect(bench.desk.flaws == [])
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
        let bench = try HostedBench(dialect)
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
        let bench = try HostedBench(dialect)
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
        let bench = try HostedBench(dialect)
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
        let bench = try HostedBench(dialect)
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
        let bench = try HostedBench(dialect)
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
        let bench = try HostedBench(dialect)
        bench.desk.expect([.none, .none, .lostAnswer, .lostAnswer])
        try bench.runToTheEnd(bench.outbox([3, 1, 2]))
        bench.desk.close(bench.desk.tickets[0].id)
        _ = try bench.changes()
        _ = try bench.status(of: bench.desk.tickets[0].id)
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
