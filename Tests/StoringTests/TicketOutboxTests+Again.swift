import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// What is decided upon, sent or read back once more.
extension TicketOutboxTests {
    @Test func `an entry that comes to name a brand is decided upon then`() async throws {
        try await hear(.saying("dzień dobry", tags: .naming()))
        #expect(try decide() == 0)
        try await hear(.saying("Zefirnet nie działa"))
        #expect(try decide() == 1)
    }

    @Test func `what was delivered is not tried again, and what is has all its attempts`()
        async throws
    {
        try await hear(.saying("Zefirnet a", id: "1"), .saying("Zefirnet b", id: "2"))
        try decide()
        var (sent, dead) = (try due()[0], try due()[1])
        sent.state = .delivered
        try store.save(sent, in: .tickets)
        dead.state = .dead
        dead.attempts = 12
        try store.save(dead, in: .tickets)
        #expect(try store.retryDeliveries([sent.id, dead.id], in: .tickets) == 1)
        #expect(try store.delivery(sent.id, in: .tickets)?.state == .delivered)
        #expect(try store.delivery(dead.id, in: .tickets)?.attempts == 0)
    }

    @Test(
        arguments: [
            (.closed, 24, false), (.closed, 24.1, true), (.gone, 1, true), (.open, 99, false),
        ] as [(TicketStatus.Phase, Double, Bool)])
    func `a story comes back in a new ticket when its own is gone, or closed for long`(
        phase: TicketStatus.Phase, hours: Double, isNew: Bool
    ) async throws {
        try await hear(.saying(long, id: "1"))
        try decide()
        try deliver(as: "5")
        let status = TicketStatus(
            id: "5", phase: phase, name: phase.rawValue, createdAt: nil, firstResponseAt: nil,
            closedAt: phase == .closed ? .hour(0) : nil, changedAt: .hour(0))
        try store.record([status], of: "desk", readTo: .hour(0))
        try await hear(.saying(long + " a", id: "2", at: .hour(hours)))
        try decide(at: hours)
        #expect(try due(at: hours).map(\.remote?.id) == [isNew ? nil : "5"])
        #expect(try due(at: hours).map(\.isClosed) == [phase == .closed && !isNew])
    }

    private func openTicket(answeredAt answer: Date? = nil) async throws {
        try await hear(.saying(long, id: "1", tags: .naming("zefirnet", severity: .normal)))
        try planned(dueAt: .hour(48))
        try deliver(as: "5")
        let status = TicketStatus(
            id: "5", phase: .open, name: "open", createdAt: nil, firstResponseAt: answer,
            closedAt: nil, changedAt: .hour(0))
        try store.record([status], of: "desk", readTo: .hour(0))
    }

    private func planned(dueAt moment: Date) throws {
        _ = try store.planTickets(now: .hour(1)) { entry, first in
            TicketPlan(
                destination: "desk", firstKey: "key \(first.text)", identity: "said \(entry.text)",
                answerBy: moment, maximumComments: 9, reopensWithin: .seconds(86_400))
        }
    }

    @Test(
        arguments: [
            (Severity.critical, nil, 3, Severity.critical), (.normal, nil, 48, .normal),
            (.low, nil, 48, .normal), (.critical, 0.5, 48, .normal),
        ] as [(Severity, Double?, Double, Severity)])
    func `a ticket is due with a graver mention of its story, unless it was answered before`(
        mention: Severity, answered: Double?, due: Double, severity: Severity
    ) async throws {
        try await openTicket(answeredAt: answered.map { .hour($0) })
        try await hear(
            .saying(
                long + " a", id: "2", at: .hour(1), tags: .naming("zefirnet", severity: mention)))
        try planned(dueAt: .hour(3))
        let tracked = try store.trackedTickets(since: .hour(-9))
        #expect(tracked.map(\.answerBy) == [.hour(due)])
        #expect(tracked.map(\.severity) == [severity])
    }

    @Test func `a ticket that waits for an answer says what it is about, as long as that is there`()
        async throws
    {
        try await openTicket()
        try await hear(
            .saying(long + " a", id: "2", link: "https://news.example/2", at: .hour(1)))
        try planned(dueAt: .hour(3))
        func posts() throws -> [TicketStanding.Post?] {
            try store.trackedTickets(since: .hour(-9)).map(\.post)
        }
        #expect(try posts().map { $0?.entry } == ["1"])
        #expect(try posts().map { $0?.title } == [long])
        try store.erase(tombstones: [1: ["hash"]])
        #expect(try posts().map { $0?.entry } == ["2"])
        #expect(try posts().map { $0?.link } == ["https://news.example/2"])
        try store.erase(tombstones: [2: ["hash 2"]])
        #expect(try posts().allSatisfy { $0 == nil })
    }

    /// On a server, those of the first entries are far apart.
    private func key(ofEntry sequence: Int64) throws -> Int64 {
        try #require(
            try store.reading {
                try Int64.fetchOne(
                    $0, sql: "SELECT id FROM entry WHERE sequence = ?", arguments: [sequence])
            })
    }

    @Test func `what a comment tells of besides is over with it, and not before`() async throws {
        try await openTicket()
        for number in 2...4 {
            try await hear(.saying(long + " \(number)", id: Entry.ID("\(number)"), at: .hour(1)))
        }
        try planned(dueAt: .hour(3))
        var comment = try #require(try due(at: 2).first)
        let others = try store.deliveries(behind: comment)
        #expect(others.map(\.entry) == [3, 4])
        comment.operation = .comment
        comment.told = [others[0].id]
        comment.state = .dead
        try store.save(comment, in: .tickets)
        #expect(try store.delivery(others[0].id, in: .tickets)?.state == .pending)
        comment.state = .delivered
        try store.save(comment, in: .tickets)
        #expect(try store.delivery(others[0].id, in: .tickets)?.state == .delivered)
        #expect(try due(at: 2).map(\.entry) == [4])
        #expect(try store.ticketsTelling(of: [key(ofEntry: 3)]).map(\.ticket) == ["https://t/5"])
    }

    /// A ticket that is there, and a comment that may tell of the mention behind it.
    private func comment(_ state: TicketDelivery.State) async throws -> TicketDelivery {
        try await openTicket()
        for number in 2...3 {
            try await hear(.saying(long + " \(number)", id: Entry.ID("\(number)"), at: .hour(1)))
        }
        try planned(dueAt: .hour(3))
        var comment = try #require(try due(at: 2).first)
        comment.operation = .comment
        comment.state = state
        comment.lastSentAt = .hour(2)
        try store.save(comment, in: .tickets)
        return comment
    }

    @Test func `what a comment may have told of besides is named when that is forgotten`()
        async throws
    {
        let comment = try await comment(.unclear)
        #expect(try store.ticketsTelling(of: [key(ofEntry: 3)]).map(\.ticket) == ["https://t/5"])
        var refused = comment
        refused.state = .dead
        try store.save(refused, in: .tickets)
        #expect(try store.ticketsTelling(of: [key(ofEntry: 3)]).isEmpty)
    }

    @Test func `what arrived with a comment is over when that is dropped`() async throws {
        let comment = try await comment(.dead)
        let behind = try #require(try store.deliveries(behind: comment).first)
        let other = try #require(try store.delivery(1, in: .tickets))
        #expect(
            try store.dropDelivery(
                comment.id, in: .tickets, reason: "there", hasArrived: true,
                telling: [behind.id, other.id]))
        #expect(try store.delivery(behind.id, in: .tickets)?.state == .dropped)
        #expect(try store.delivery(other.id, in: .tickets)?.state == .delivered)
        #expect(try due(at: 2).isEmpty)
    }

    @Test func `what was sent before is told by itself, as it may have arrived`() async throws {
        let comment = try await comment(.dead)
        #expect(try store.deliveries(behind: comment).map(\.entry) == [3])
        var behind = try #require(try store.deliveries(behind: comment).first)
        behind.lastSentAt = .hour(2)
        try store.save(behind, in: .tickets)
        #expect(try store.deliveries(behind: comment).isEmpty)
    }

    @Test func `the first answer that was seen stays the first`() async throws {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try deliver(as: "5")
        for (hour, answer) in [Date.hour(1), nil, .hour(2)].enumerated() {
            let status = TicketStatus(
                id: "5", phase: .open, name: "open", createdAt: nil, firstResponseAt: answer,
                closedAt: nil, changedAt: .hour(Double(hour)))
            try store.record([status], of: "desk", readTo: .hour(Double(hour)))
        }
        #expect(try store.trackedTickets(since: .hour(-1)).map(\.firstResponseAt) == [.hour(1)])
    }

    @Test func `what stands behind another of its ticket says behind which`() async throws {
        try await hear(
            .saying(long, id: "1"), .saying(long + " a", id: "2"), .saying("Zefirnet!", id: "3"))
        try decide()
        let first = try #require(try due().first)
        let held = try store.heldDeliveries(in: .tickets)
        #expect(held.count == 1)
        #expect(held.values.map(\.self) == [first.id])
        var dead = first
        dead.state = .dead
        try store.save(dead, in: .tickets)
        #expect(try store.heldDeliveries(in: .tickets) == held)
        #expect(try store.deadDeliveries(in: .tickets) == 1)
        #expect(try store.deadDeliveries(in: .tickets, to: "other") == 0)
        #expect(try store.heldDeliveries(in: .notices).isEmpty)
    }

    @Test func `a delivery knows in which state its ticket is`() async throws {
        try await hear(.saying(long, id: "1"), .saying(long + " a", id: "2"))
        try decide()
        let first = try #require(try due().first)
        var told = first
        told.operation = .create
        told.state = .delivered
        told.remote = RemoteTicket(id: "5")
        try store.save(told, in: .tickets)
        let status = TicketStatus(
            id: "5", phase: .closed, name: "Rejected", createdAt: nil, firstResponseAt: nil,
            closedAt: .hour(1), changedAt: .hour(1))
        try store.record([status], of: "desk", readTo: .hour(2))
        let second = try #require(try due().first)
        #expect(second.isClosed)
        #expect(second.remoteState == "Rejected")
    }

    @Test func `what was said from a moment on is considered again`() async throws {
        try await hear(
            .saying("Zefirnet a", id: "1", at: .hour(1)),
            .saying("Zefirnet b", id: "2", at: .hour(2)))
        try store.dropTicketCandidates()
        #expect(try decide() == 0)
        try store.reconsiderTickets(since: .hour(2))
        #expect(try decide() == 1)
    }

    @Test func `a story that passed on to another text goes on by the generations of that text`()
        async throws
    {
        let plan = { (entry: HeardEntry, _: HeardEntry) -> TicketPlan? in
            TicketPlan(
                destination: "desk", firstKey: "K", identity: "\(entry.sequence)", answerBy: nil,
                maximumComments: 2, reopensWithin: .zero)
        }
        func close(_ id: String, at hour: Double) throws {
            try store.record(
                [
                    TicketStatus(
                        id: id, phase: .closed, name: "closed", createdAt: nil,
                        firstResponseAt: nil, closedAt: .hour(hour), changedAt: .hour(hour))
                ], of: "desk", readTo: .hour(hour))
        }
        try await hear(.saying("a", id: "1"))
        _ = try store.planTickets(now: .hour(0), plan)
        try deliver(as: "1")
        try close("1", at: 1)
        // The same words again, as a story of their own.
        try await hear(.saying("b", id: "2", at: .hour(2)))
        _ = try store.planTickets(now: .hour(2), plan)
        try deliver(as: "2")
        try await store.writing { try $0.execute(sql: "UPDATE ticket SET story = 3 WHERE id = 1") }
        try close("2", at: 2)
        try await hear(.saying("c", id: "3", at: .hour(3)))
        let other = { (entry: HeardEntry, _: HeardEntry) -> TicketPlan? in
            TicketPlan(
                destination: "desk", firstKey: "other", identity: "\(entry.sequence)",
                answerBy: nil, maximumComments: 2, reopensWithin: .zero)
        }
        #expect(try store.planTickets(now: .hour(3), other) == 1)
        #expect(try due(at: 3).map(\.key) == ["K-3"])
    }
}
