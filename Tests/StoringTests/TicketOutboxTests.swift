import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

@Suite(.eachEngine)
struct TicketOutboxTests {
    private let archive: TestArchive
    let store: Store
    let long = """
        Zefirnet nie działa od rana w całym mieście i nikt z obsługi nie odbiera telefonu, a klienci \
        czekają już trzecią godzinę na jakąkolwiek informację o przyczynie awarii
        """

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    func hear(_ entries: TaggedEntry..., feed: Feed.ID = "news") async throws {
        try await store.commit(entries.map { .bringing($0, feed: feed) })
        _ = try store.settleEntries()
    }

    func plan(_ entry: HeardEntry, _ first: HeardEntry) -> TicketPlan? {
        TicketPlan(
            destination: "desk", firstKey: "key \(first.text)", identity: "said \(entry.text)",
            answerBy: nil, maximumComments: 2, reopensWithin: .seconds(86_400))
    }

    @discardableResult
    func decide(at hour: Double = 0) throws -> Int {
        try store.planTickets(now: .hour(hour), plan)
    }

    func due(at hour: Double = 0) throws -> [TicketDelivery] {
        try store.dueDeliveries(in: .tickets, to: "desk", after: 0, now: .hour(hour))
    }

    /// Delivers what is due, as the ticket of this id.
    func deliver(as id: String, at hour: Double = 0) throws {
        for var delivery in try due(at: hour) {
            delivery.operation = delivery.remote == nil ? .create : .comment
            delivery.state = .delivered
            delivery.remote = delivery.remote ?? RemoteTicket(id: id, address: "https://t/\(id)")
            try store.save(delivery, in: .tickets)
        }
    }

    @Test func `a destination knows when its first ticket was planned`() async throws {
        #expect(try store.firstTicketDate(of: "desk") == nil)
        try await hear(.saying("Zefirnet!"))
        try decide(at: 3)
        #expect(try store.firstTicketDate(of: "desk") == .hour(3))
        #expect(try store.firstTicketDate(of: "other") == nil)
    }

    @Test func `a mention is decided upon once, whenever the process ends`() async throws {
        try await store.commit([.bringing(.saying("Zefirnet!"))])
        // Not settled yet: its story is not known.
        #expect(try decide() == 0)
        _ = try store.settleEntries()
        #expect(try decide() == 1)
        #expect(try decide() == 0)
        #expect(try due().map(\.key) == ["key Zefirnet!"])
        #expect(try due().map(\.entry) == [1])
    }

    @Test func `spam and entries that name nobody are no candidates`() async throws {
        try await hear(
            .saying("Zefirnet!", id: "1", tags: .naming("zefirnet", categories: ["spam"])),
            .saying("Nothing", id: "2", tags: .naming()))
        #expect(try decide() == 0)
    }

    @Test func `a story has one ticket, told of its further mentions up to a limit`() async throws {
        try await hear(.saying(long, id: "1"))
        for number in 2...5 {
            try await hear(.saying(long + " \(number)", id: Entry.ID("\(number)"), at: .hour(1)))
        }
        #expect(try decide() == 3)
        #expect(try due().count == 1)
        try deliver(as: "77")
        let comments = try due()
        #expect(comments.map(\.remote?.id) == ["77"])
        #expect(Set(comments.map(\.key)) == ["key \(long)"])
    }

    @Test func `a feed whose guids have all changed tells nothing new`() async throws {
        try await hear(.saying(long, id: "a"), .saying("Zefirnet!", id: "b"))
        #expect(try decide() == 2)
        try await hear(.saying(long, id: "c"), .saying("Zefirnet!", id: "d"))
        #expect(try decide() == 0)
    }

    @Test func `the whole archive considered again tells nothing twice`() async throws {
        try await hear(.saying(long, id: "a"), .saying("Zefirnet!", id: "b"))
        try decide()
        try deliver(as: "1")
        try store.reconsiderTickets(since: .hour(-1_000))
        #expect(try decide() == 0)
        #expect(try due().isEmpty)
    }

    @Test func `an edited entry is not told again`() async throws {
        try await hear(.saying("Zefirnet!", id: "a"))
        try decide()
        try await hear(.saying("Zefirnet! Poprawka", id: "a"))
        #expect(try decide() == 0)
    }

    @Test func `a ticket read back as open, closed and open again was reopened once`() async throws
    {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try deliver(as: "5")
        for (hour, phase) in [TicketStatus.Phase.open, .closed, .open, .open].enumerated() {
            let status = TicketStatus(
                id: "5", phase: phase, name: phase.rawValue, createdAt: nil, firstResponseAt: nil,
                closedAt: phase == .closed ? .hour(1) : nil, changedAt: .hour(Double(hour)))
            try store.record([status], of: "desk", readTo: .hour(Double(hour)))
        }
        let ticket = try #require(try store.trackedTickets(since: .hour(-1)).first)
        #expect(ticket.phase == .open)
        #expect(ticket.reopenings == 1)
    }

    @Test func `the ticket of a story whose first entry is erased is told of the next`()
        async throws
    {
        try await hear(.saying(long, id: "1"), .saying(long + " a", id: "2", at: .hour(1)))
        try decide()
        try deliver(as: "5")
        try deliver(as: "5")
        try store.erase(tombstones: [1: ["hash 1"]])
        try await hear(.saying(long + " b", id: "3", at: .hour(2)))
        #expect(try decide() == 1)
        #expect(try due().map(\.remote?.id) == ["5"])
    }

    @Test func `a dead delivery holds up its story until it is tried again or dropped`()
        async throws
    {
        try await hear(.saying(long, id: "1"), .saying(long + " a", id: "2", at: .hour(1)))
        try decide()
        var first = try #require(try due().first)
        first.state = .dead
        first.reason = "422"
        try store.save(first, in: .tickets)
        #expect(try due().isEmpty)
        #expect(try store.retryDeliveries(nil, in: .tickets) == 1)
        #expect(try due().map(\.id) == [first.id])
        #expect(try store.dropDelivery(first.id, in: .tickets, reason: "a test"))
        // The next mention makes the ticket then.
        let second = try #require(try due().first)
        #expect(second.id != first.id)
        #expect(second.remote == nil)
        #expect(try !store.dropDelivery(first.id, in: .tickets, reason: "again"))
    }

    @Test func `what goes to a destination that there is no more is dead, and can be tried again`()
        async throws
    {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try store.closeDeliveries(in: .tickets, exceptTo: ["other"]) { "no '\($0)'" }
        let dead = try store.deliveries(in: .tickets, standing: [.dead], limit: 9)
        #expect(dead.map(\.reason) == ["no 'desk'"])
        #expect(
            try store.deliveries(in: .tickets, standing: [.dead], to: "other", limit: 9).isEmpty)
        #expect(try store.retryDeliveries(nil, in: .tickets) == 1)
        try store.closeDeliveries(in: .tickets, exceptTo: ["desk"]) { "no '\($0)'" }
        #expect(try due().count == 1)
    }

    @Test func `nothing is due before its moment`() async throws {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        var delivery = try #require(try due().first)
        delivery.notBefore = .hour(2)
        try store.save(delivery, in: .tickets)
        #expect(try due(at: 1).isEmpty)
        #expect(try due(at: 2).map(\.id) == [delivery.id])
        // Kept in whole seconds, and not the one before.
        delivery.notBefore = Date.hour(2) + 0.5
        try store.save(delivery, in: .tickets)
        #expect(try due(at: 2).isEmpty)
    }

    @Test func `what a clock put off that was ahead is due once it is right`() async throws {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        var delivery = try #require(try due().first)
        // A week is waited for, and a year is none that anybody asked for.
        for (hours, isDue) in [(7 * 24.0, false), (365 * 24, true)] {
            delivery.notBefore = .hour(hours)
            try store.save(delivery, in: .tickets)
            #expect(try due().map(\.id) == (isDue ? [delivery.id] : []))
        }
    }

    @Test(arguments: [true, false])
    func
        `a story whose ticket takes nothing more goes on in a new one, and what waits goes with it`(
            isGone: Bool
        ) async throws
    {
        try await hear(.saying(long, id: "1"))
        try decide()
        try deliver(as: "5")
        try await hear(
            .saying(long + " a", id: "2", at: .hour(1)), .saying(long + " b", id: "3", at: .hour(2))
        )
        #expect(try decide() == 2)
        let comment = try #require(try due().first)
        #expect(comment.remote?.id == "5")
        try store.beginAnew(comment, isGone: isGone, answerBy: .hour(9), now: .hour(3))
        let first = try #require(try due().first)
        #expect(first.id == comment.id)
        #expect(first.key == "key \(long)-2")
        #expect(first.remote == nil)
        #expect(try store.previousTicket(to: first)?.id == "5")
        #expect(try store.openDeliveries(in: .tickets, to: "desk") == 2)
        try deliver(as: "6")
        #expect(try due().map(\.remote?.id) == ["6"])
        let tracked = try store.trackedTickets(since: .hour(-1))
        #expect(tracked.map(\.phase) == [isGone ? .gone : nil, nil])
        #expect(tracked.map(\.answerBy) == [nil, .hour(9)])
        // Further mentions go where the story is now.
        try await hear(.saying(long + " c", id: "4", at: .hour(4)))
        try decide(at: 4)
        #expect(try store.openDeliveries(in: .tickets, to: "desk") == 2)
    }

    @Test
    func `a ticket that was dropped before it was made, and one that nobody tells of, are let go`()
        async throws
    {
        try await hear(.saying("Zefirnet a", id: "1"), .saying("Zefirnet b", id: "2"))
        try decide()
        let first = try #require(try due().first)
        #expect(try store.trackedTickets(since: .hour(1)).map(\.isOnItsWay) == [true, true])
        #expect(try store.dropDelivery(first.id, in: .tickets, reason: "by phone"))
        try deliver(as: "mailbox")
        #expect(try store.trackedTickets(since: .hour(1)).isEmpty)
        #expect(try store.trackedTickets(since: .hour(-1)).map(\.isOnItsWay) == [false, false])
    }

    @Test func `what is forgotten leaves the outbox, and its ticket stays known`() async throws {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try deliver(as: "5")
        try await store.writing { try $0.execute(sql: "DELETE FROM entry") }
        #expect(try store.deliveries(in: .tickets, standing: nil, limit: 10).isEmpty)
        let known = try await store.reading {
            try String.fetchAll($0, sql: "SELECT remote_id FROM ticket")
        }
        #expect(known == ["5"])
    }
}
