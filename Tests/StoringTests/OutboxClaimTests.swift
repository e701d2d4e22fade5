import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// Two processes at one outbox, each of which believes that it is alone.
@Suite(.eachEngine)
struct OutboxClaimTests {
    private let archive: TestArchive
    private let one: Store
    private let other: Store

    init() throws {
        archive = try TestArchive()
        one = try archive.open()
        other = try archive.open()
    }

    /// Tickets of as many stories, or one notice, on their way.
    private func plan(_ table: OutboxTable, stories: Int = 1) async throws {
        switch table {
        case .tickets:
            let entries = (1...stories).map { number in
                TaggedEntry.saying("Zefirnet \(number)", id: Entry.ID("\(number)"))
            }
            try await one.commit(entries.map { .bringing($0) })
            _ = try one.settleEntries()
            _ = try one.planTickets(now: .hour(0)) { entry, _ in
                TicketPlan(
                    destination: "desk", firstKey: entry.text, identity: entry.text, answerBy: nil,
                    maximumComments: 2, reopensWithin: .seconds(86_400))
            }
        case .notices:
            try one.planNotices(
                of: "morning", NoticeWindow(after: .hour(-1), through: .hour(0)),
                keys: ["desk": "key"], now: .hour(0))
        }
    }

    private func due(_ table: OutboxTable, by store: Store, at hour: Double = 0) throws
        -> [TicketDelivery]
    {
        try store.dueDeliveries(in: table, to: "desk", after: 0, now: .hour(hour))
    }

    /// About to be sent, and to be left alone until then.
    private func begun(_ delivery: TicketDelivery, until hour: Double) -> TicketDelivery {
        var delivery = delivery
        delivery.state = .sending
        delivery.operation = .create
        delivery.content = Data("{}".utf8)
        delivery.attempts += 1
        delivery.notBefore = .hour(hour)
        return delivery
    }

    @Test(arguments: [OutboxTable.tickets, .notices])
    func `of two that read a delivery one may send it`(table: OutboxTable) async throws {
        try await plan(table)
        let first = begun(try #require(try due(table, by: one).first), until: 1)
        var second = begun(try #require(try due(table, by: other).first), until: 1)
        #expect(try one.claim(first, in: table) == 1)
        #expect(try other.claim(second, in: table) == nil)
        second.state = .pending
        #expect(try !other.save(second, in: table))
        #expect(try due(table, by: other).isEmpty)
        #expect(try one.delivery(first.id, in: table)?.state == .sending)
    }

    @Test(arguments: [OutboxTable.tickets, .notices])
    func `a claim that is over can be taken, and who had it has no say any more`(
        table: OutboxTable
    ) async throws {
        try await plan(table)
        var asleep = begun(try #require(try due(table, by: one).first), until: 1)
        asleep.claim = try #require(try one.claim(asleep, in: table))
        var awake = begun(try #require(try due(table, by: other, at: 1).first), until: 2)
        awake.claim = try #require(try other.claim(awake, in: table))
        #expect(awake.claim == 2)
        asleep.state = .delivered
        asleep.remote = RemoteTicket(id: "asleep")
        #expect(try !one.save(asleep, in: table))
        awake.state = .delivered
        awake.remote = RemoteTicket(id: "awake")
        #expect(try other.save(awake, in: table))
        let left = try #require(try one.delivery(awake.id, in: table))
        #expect(left.state == .delivered)
        #expect(left.remote?.id == (table == .tickets ? "awake" : nil))
    }

    @Test func `what a post said that was erased meanwhile is not sent`() async throws {
        try await plan(.tickets)
        let written = begun(try #require(try due(.tickets, by: one).first), until: 1)
        try await other.writing { database in
            try Store.takeOutOfOutboxes(story: 1, reportedAt: 0, in: database)
        }
        #expect(try one.claim(written, in: .tickets) == nil)
        #expect(try due(.tickets, by: one).map(\.content) == [nil])
    }

    @Test func `a delivery that was given up is not sent`() async throws {
        try await plan(.tickets)
        let written = begun(try #require(try due(.tickets, by: one).first), until: 1)
        #expect(try other.dropDelivery(written.id, in: .tickets, reason: "a test"))
        #expect(try one.claim(written, in: .tickets) == nil)
    }

    @Test(arguments: [OutboxTable.tickets, .notices])
    func `who is sending has no say in what a person has given up`(
        table: OutboxTable
    ) async throws {
        try await plan(table)
        var sent = begun(try #require(try due(table, by: one).first), until: 1)
        sent.claim = try #require(try one.claim(sent, in: table))
        #expect(try other.dropDelivery(sent.id, in: table, reason: "a test"))
        sent.state = .pending
        #expect(try !one.save(sent, in: table))
        #expect(try one.delivery(sent.id, in: table)?.state == .dropped)
    }

    @Test(arguments: [OutboxTable.tickets, .notices])
    func `who gave up has no say in what is tried again`(table: OutboxTable) async throws {
        try await plan(table)
        var dead = begun(try #require(try due(table, by: one).first), until: 1)
        dead.claim = try #require(try one.claim(dead, in: table))
        dead.state = .dead
        #expect(try one.save(dead, in: table))
        #expect(try other.retryDeliveries(nil, in: table) == 1)
        #expect(try !one.save(dead, in: table))
        #expect(try one.delivery(dead.id, in: table)?.state == .pending)
    }

    @Test func `a notice that is to tell of a longer time is not sent as it was`() async throws {
        try await plan(.notices)
        let read = begun(try #require(try due(.notices, by: one).first), until: 1)
        try other.planNotices(
            of: "morning", NoticeWindow(after: .hour(0), through: .hour(1)),
            keys: ["desk": "later"], replacing: ["desk": read.id], now: .hour(1))
        #expect(try one.claim(read, in: .notices) == nil)
        #expect(try due(.notices, by: one, at: 1).map(\.key) == ["later"])
    }

    @Test func `a new ticket is begun once, by who has the delivery`() async throws {
        try await plan(.tickets)
        let read = try #require(try due(.tickets, by: one).first)
        let taken = begun(try #require(try due(.tickets, by: other).first), until: 1)
        #expect(try other.claim(taken, in: .tickets) == 1)
        try one.beginAnew(read, isGone: true, answerBy: nil, now: .hour(0))
        let left = try #require(try one.delivery(read.id, in: .tickets))
        #expect(left.state == .sending && left.ticket == read.ticket)
    }

    @Test func `of many deliveries that two are at, each is sent once`() async throws {
        try await plan(.tickets, stories: 40)
        let sent = await withTaskGroup(of: Result<[Int64], any Error>.self) { group in
            for store in [one, other] {
                group.addTask {
                    Result {
                        try due(.tickets, by: store).filter { delivery in
                            try store.claim(begun(delivery, until: 1), in: .tickets) != nil
                        }.map(\.id)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(try sent.flatMap { try $0.get() }.sorted() == Array(1...40))
    }
}
