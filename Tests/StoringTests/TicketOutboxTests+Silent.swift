import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// Tickets of which no change is heard, so that they are asked for one by one.
extension TicketOutboxTests {
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

    @Test func `a ticket never seen is silent from when it was made, where changes can be listed`()
        async throws
    {
        func silent(since hour: Double, unlisted: Bool) throws -> [String] {
            try store.silentTickets(
                of: "desk", since: .hour(hour), unlisted: unlisted, limit: 9
            ).map(\.id)
        }
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try deliver(as: "5")
        #expect(try silent(since: -1, unlisted: false).isEmpty)
        // It may have been deleted before it was listed for the first time.
        #expect(try silent(since: 0, unlisted: false) == ["5"])
        #expect(try silent(since: -1, unlisted: true) == ["5"])
        let status = TicketStatus(
            id: "5", phase: .open, name: "New", createdAt: nil, firstResponseAt: nil,
            closedAt: nil, changedAt: .hour(0))
        try store.record([status], of: "desk", readTo: .hour(1), areAll: false)
        #expect(try store.ticketWatermark(of: "desk") == nil)
        #expect(
            try store.silentTickets(of: "desk", since: .hour(0), unlisted: true, limit: 9)
                .isEmpty)
    }

    @Test func `so is a closed one that was told something since, as it may be open again`()
        async throws
    {
        func silent(unlisted: Bool) throws -> [String] {
            try store.silentTickets(of: "desk", since: .hour(9), unlisted: unlisted, limit: 9)
                .map(\.id)
        }
        try await hear(.saying(long, id: "1"))
        try decide()
        try deliver(as: "5")
        let status = TicketStatus(
            id: "5", phase: .closed, name: "solved", createdAt: nil, firstResponseAt: nil,
            closedAt: .hour(0), changedAt: .hour(0))
        try store.record([status], of: "desk", readTo: .hour(1), areAll: false)
        #expect(try silent(unlisted: true).isEmpty)
        try await hear(.saying(long + " a", id: "2", at: .hour(2)))
        try decide(at: 2)
        var comment = try #require(try due(at: 2).first)
        comment.operation = .comment
        comment.state = .delivered
        comment.lastSentAt = .hour(2)
        try store.save(comment, in: .tickets)
        #expect(try silent(unlisted: true) == ["5"])
        #expect(try silent(unlisted: false).isEmpty)
    }
}
