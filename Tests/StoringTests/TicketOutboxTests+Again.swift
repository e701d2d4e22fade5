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

    @Test func `a ticket is silent while it is open and neither changes nor is seen`()
        async throws
    {
        func status(_ phase: TicketStatus.Phase) -> TicketStatus {
            TicketStatus(
                id: "5", phase: phase, name: "", createdAt: phase == .open ? .hour(-1) : nil,
                firstResponseAt: nil, closedAt: nil, changedAt: .hour(0))
        }
        func silent(since hour: Double) throws -> [String] {
            try store.silentTickets(of: "desk", since: .hour(hour), limit: 9).map(\.id)
        }
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try deliver(as: "5")
        try store.record([status(.open)], of: "desk", readTo: .hour(0))
        #expect(try silent(since: -1).isEmpty)
        #expect(try silent(since: 0) == ["5"])
        try store.noteTickets(["5"], of: "desk", seenAt: .hour(2))
        #expect(try silent(since: 1).isEmpty)
        try store.record([status(.gone)], of: "desk", readTo: .hour(3))
        #expect(try silent(since: 9).isEmpty)
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
}
