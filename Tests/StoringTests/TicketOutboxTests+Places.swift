import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// Where tickets are whose destination has changed.
extension TicketOutboxTests {
    private static func status(_ phase: TicketStatus.Phase) -> TicketStatus {
        TicketStatus(
            id: "5", phase: phase, name: "", createdAt: nil, firstResponseAt: nil,
            closedAt: phase == .closed ? .hour(1) : nil, changedAt: .hour(1))
    }

    @Test func `a ticket that is reached at another address is kept there`() async throws {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try deliver(as: "5")
        let ticket = try #require(try store.placedTickets(of: "desk").first)
        #expect(ticket.place == RemoteTicket(id: "5", address: "https://t/5"))
        let place = RemoteTicket(id: "5", address: "https://new/5")
        try store.moveTicket(ticket.key, of: "desk", to: place)
        #expect(
            try store.placedTickets(of: "desk") == [PlacedTicket(place: place, key: ticket.key)])
        try store.leaveTicket(ticket.key, of: "desk", at: .hour(1))
        #expect(try store.placedTickets(of: "desk").map(\.isOpen) == [false])
        #expect(try store.silentTickets(of: "desk", since: .hour(9), limit: 9).isEmpty)
    }

    @Test func `a ticket is kept where a comment found it, and those that it lists with it`()
        async throws
    {
        try await hear(.saying("Zefirnet!", id: "1"), .saying("Zefirnet padł", id: "2"))
        try decide()
        let list = try #require(
            try store.summarizeDeliveries(to: "desk", now: .hour(1)) { _ in ("list", Data()) }
        ).list
        try deliver(as: "5", at: 1)
        let told = try #require(
            try store.deliveries(in: .tickets, standing: [.summarized], limit: 1).first)
        #expect(told.remote == RemoteTicket(id: "5", address: "https://t/5"))
        var comment = told
        comment.operation = .comment
        comment.state = .delivered
        comment.remote = RemoteTicket(id: "9", address: "https://new/9")
        try store.save(comment, in: .tickets)
        #expect(
            try store.deliveries(in: .tickets, standing: nil, limit: 9).map(\.remote?.id)
                == ["9", "9", "9"])
        #expect(try store.placedTickets(of: "desk").map(\.key) == [list.key])
    }

    /// Numbers begin again in another system.
    @Test func `how a ticket stands is not kept of an older one that had its id elsewhere`()
        async throws
    {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide()
        try deliver(as: "5")
        let old = try #require(try store.placedTickets(of: "desk").first)
        try store.moveTicket(
            old.key, of: "desk", to: RemoteTicket(id: "5", address: "https://old/5"))
        try await hear(.saying("Zefirnet padł", id: "2"))
        try decide()
        try deliver(as: "5")
        try store.record([Self.status(.closed)], of: "desk", readTo: .hour(1))
        #expect(try store.placedTickets(of: "desk").map(\.isOpen) == [false, true])
        try store.noteTickets(["5"], of: "desk", seenAt: .hour(8))
        #expect(
            try store.silentTickets(of: "desk", since: .hour(7), limit: 9).map(\.place.address)
                == ["https://old/5"])
    }
}
