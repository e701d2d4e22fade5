import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// Tickets that list others, and what a person saw arrive.
extension TicketOutboxTests {
    @Test func `one ticket that lists many stands for each of them`() async throws {
        try await hear(.saying("Zefirnet a", id: "1"), .saying("Zefirnet b", id: "2"))
        try decide()
        let (summary, mentions) = try #require(
            try store.summarizeDeliveries(to: "desk", now: .hour(0)) { entries in
                ("list \(entries.map(\.sequence))", Data("{}".utf8))
            })
        #expect(mentions == 2)
        #expect(summary.key == "list [1, 2]")
        #expect(try due().map(\.id) == [summary.id])
        try deliver(as: "9")
        // Copies of what it lists are comments on it.
        try await hear(
            .saying("Zefirnet a", id: "3", link: "https://b.example/"), feed: "other")
        #expect(
            try store.summarizeDeliveries(to: "desk", now: .hour(0)) { _ in ("", Data()) } == nil)
    }

    @Test func `a story of which something may have been sent is left out of the list`()
        async throws
    {
        try await hear(.saying(long, id: "1"), .saying(long + " a", id: "2", at: .hour(1)))
        try decide()
        var first = try #require(try due().first)
        first.state = .unclear
        first.attempts = 1
        try store.save(first, in: .tickets)
        #expect(
            try store.summarizeDeliveries(to: "desk", now: .hour(1)) { _ in ("", Data()) } == nil)
    }

    @Test func `further mentions of a listed story wait for the list`() async throws {
        try await hear(.saying(long, id: "1"))
        try decide()
        let list = try store.summarizeDeliveries(to: "desk", now: .hour(0)) { _ in
            ("list", Data("{}".utf8))
        }
        var summary = try #require(list?.list)
        summary.state = .unclear
        try store.save(summary, in: .tickets)
        try await hear(.saying(long + " a", id: "2", at: .hour(1)))
        #expect(try decide() == 1)
        #expect(try due().map(\.id) == [summary.id])
        try deliver(as: "9")
        #expect(try due().map(\.remote?.id) == ["9"])
    }

    @Test func `what a person saw arrive is a ticket, to which further mentions are added`()
        async throws
    {
        try await hear(.saying(long, id: "1"), .saying(long + " a", id: "2", at: .hour(1)))
        try decide()
        let first = try #require(try due().first)
        #expect(
            try store.dropDelivery(
                first.id, in: .tickets, reason: "it is there", hasArrived: true))
        #expect(try due().map(\.remote?.id) == [first.key])
    }

    @Test func `what was made later than a moment is not listed as of it`() async throws {
        try await hear(.saying("Zefirnet!", id: "1"))
        try decide(at: 3)
        func listed(by hour: Double) throws -> Int {
            try store.deliveries(in: .tickets, standing: nil, madeBy: .hour(hour), limit: 9).count
        }
        #expect(try listed(by: 2) == 0)
        #expect(try listed(by: 3) == 1)
        #expect(try store.deliveries(in: .tickets, standing: nil, limit: 9).count == 1)
    }
}
