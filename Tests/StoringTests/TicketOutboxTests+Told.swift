import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// Which posts a ticket is about.
extension TicketOutboxTests {
    @Test func `a ticket names every post that it was told of, and only those that are left`()
        async throws
    {
        try await hear(.saying(long, id: "1"), .saying("Zefirnet b", id: "2"))
        try decide()
        try await hear(.saying(long + " a", id: "3", at: .hour(1)))
        try decide(at: 1)
        let told = try store.entriesTold(inTicketsSince: .hour(0))
        let texts = try told.values.map { numbers in
            try numbers.flatMap { try store.entries(numbered: [$0]) }.map(\.text)
        }
        #expect(Set(texts) == [[long, long + " a"], ["Zefirnet b"]])
        let tracked = try store.trackedTickets(since: .hour(0))
        #expect(Set(tracked.map(\.name)) == Set(told.keys))
    }

    @Test func `of an old ticket that is closed nothing is asked`() async throws {
        try await hear(.saying("Zefirnet a"))
        try decide()
        try deliver(as: "5")
        let status = TicketStatus(
            id: "5", phase: .closed, name: "closed", createdAt: nil, firstResponseAt: nil,
            closedAt: .hour(0), changedAt: .hour(0))
        try store.record([status], of: "desk", readTo: .hour(0))
        #expect(try store.entriesTold(inTicketsSince: .hour(1)).isEmpty)
        #expect(try store.entriesTold(inTicketsSince: .hour(0)).count == 1)
    }
}
