import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// What would be sent, seen without deciding on it.
extension TicketOutboxTests {
    @Test func `what would be sent can be seen without deciding`() async throws {
        try await hear(.saying("Zefirnet!", id: "a"))
        #expect(
            try store.previewTickets(now: .hour(0), plan).map(\.delivery.key) == ["key Zefirnet!"])
        #expect(try due().isEmpty)
        #expect(try decide() == 1)
    }

    @Test func `what older mentions would be sent can be seen without considering them`()
        async throws
    {
        try await hear(.saying("Zefirnet!", id: "a"))
        #expect(try store.planTickets(now: .hour(0)) { _, _ in nil } == 0)
        #expect(try store.previewTickets(now: .hour(0), plan).isEmpty)
        #expect(
            try store.previewTickets(now: .hour(0), since: .hour(-1_000), plan).map(\.delivery.key)
                == ["key Zefirnet!"])
        #expect(try decide() == 0)
    }

    @Test
    func
        `a preview shows the ticket that a story had before, and nothing that a dead one holds up`()
        async throws
    {
        try await hear(.saying(long, id: "1"))
        try decide()
        try deliver(as: "5")
        try store.record(
            [
                TicketStatus(
                    id: "5", phase: .closed, name: "closed", createdAt: nil, firstResponseAt: nil,
                    closedAt: .hour(0), changedAt: .hour(0))
            ], of: "desk", readTo: .hour(0))
        try await hear(.saying(long + " a", id: "2", at: .hour(30)))
        let again = try #require(try store.previewTickets(now: .hour(30), plan).first)
        #expect(again.delivery.key == "key \(long)-2")
        #expect(again.previous?.id == "5")
        try decide(at: 30)
        var first = try #require(try due(at: 30).first)
        first.state = .dead
        try store.save(first, in: .tickets)
        try await hear(.saying(long + " b", id: "3", at: .hour(31)))
        #expect(try store.previewTickets(now: .hour(31), plan).isEmpty)
    }
}
