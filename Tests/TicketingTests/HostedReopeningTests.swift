import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// Closed tickets that are told of something new, at the systems that cannot be run here.
struct HostedReopeningTests {
    private static let dialects = HostedDesk.Dialect.all

    /// One ticket with a mention that is told when it was closed meanwhile.
    private func closed(at bench: HostedBench) throws -> MemoryOutbox {
        let outbox = bench.outbox([2])
        outbox.deliveries[1].notBefore = .start.addingTimeInterval(3_600)
        try bench.run(outbox)
        bench.clock.advance(by: .seconds(3_600))
        bench.desk.close(bench.desk.tickets[0].id)
        outbox.deliveries[1].isClosed = true
        return outbox
    }

    @Test(arguments: dialects)
    func `a closed ticket that is told of something new is opened again`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try HostedBench(dialect)
        let outbox = try closed(at: bench)
        let counts = try bench.run(outbox)
        #expect(bench.desk.flaws == [])
        #expect((counts.commented, counts.reopened) == (1, 1))
        #expect(counts.stillClosed == nil)
        #expect(bench.desk.tickets.map(\.closedAt) == [nil])
        #expect(outbox.deliveries[1].state == .delivered)
    }

    @Test(arguments: [("Rejected", nil), ("rejected", nil), ("Done", 1)] as [(String, Int?)])
    func `a ticket that somebody has rejected stays closed, and is told all the same`(
        state: String, reopened: Int?
    ) throws {
        let bench = try HostedBench(.jira, finalStates: ["Won't do", "Rejected"])
        let outbox = try closed(at: bench)
        outbox.deliveries[1].remoteState = state
        let counts = try bench.run(outbox)
        #expect((counts.commented, counts.reopened) == (1, reopened))
        #expect(counts.stillClosed == nil)
        #expect(outbox.deliveries[1].state == .delivered)
    }

    @Test(arguments: dialects)
    func `a ticket that does not open keeps its comment, and is told of`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try HostedBench(dialect)
        let outbox = try closed(at: bench)
        bench.desk.expect([.none, .refusal])
        let counts = try bench.run(outbox)
        #expect(bench.desk.flaws == [])
        #expect((counts.commented, counts.reopened) == (1, nil))
        #expect(counts.stillClosed?.count == 1)
        #expect(bench.desk.tickets[0].closedAt != nil)
        #expect(bench.desk.tickets[0].comments.count == 1)
        #expect(outbox.deliveries[1].state == .delivered)
    }

    @Test(arguments: dialects)
    func `an opening that is not answered is tried again, for a day and no longer`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try HostedBench(dialect)
        let outbox = try closed(at: bench)
        bench.desk.expect([.none, .failure])
        try bench.runToTheEnd(outbox)
        #expect(bench.desk.tickets[0].closedAt == nil)
        #expect(bench.desk.tickets[0].comments.count == 1)

        let other = try HostedBench(dialect)
        let stuck = try closed(at: other)
        other.desk.expect([.none] + Array(repeating: .failure, count: 50))
        #expect(try other.run(stuck).stillClosed == nil)
        #expect(stuck.deliveries[1].state == .unclear)
        other.clock.advance(by: .seconds(86_400))
        #expect(try other.run(stuck).stillClosed?.count == 1)
        #expect(stuck.deliveries[1].state == .delivered)
        #expect(other.desk.tickets[0].comments.count == 1)
        #expect(bench.desk.flaws + other.desk.flaws == [])
    }

    /// Nor is it tried of each in turn that it opens, where three were not answered.
    @Test(arguments: dialects)
    func `openings that are not answered hold up no other ticket`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try HostedBench(dialect)
        let outbox = bench.outbox([2, 2, 2, 2])
        let later = outbox.deliveries.indices.filter { $0 % 2 == 1 }
        for place in later { outbox.deliveries[place].notBefore = .start.addingTimeInterval(3_600) }
        try bench.run(outbox)
        bench.clock.advance(by: .seconds(3_600))
        for ticket in bench.desk.tickets { bench.desk.close(ticket.id) }
        for place in later { outbox.deliveries[place].isClosed = true }

        bench.desk.expect([.none, .failure, .none, .failure, .none, .failure])
        let counts = try bench.run(outbox)
        #expect(counts.stopped == nil)
        #expect((counts.created, counts.commented, counts.reopened) == (0, 4, nil))
        #expect(outbox.deliveries.count { $0.state == .unclear } == 4)
        bench.clock.advance(by: .seconds(6 * 3_600))
        #expect(try bench.run(outbox).reopened == 4)
        #expect(bench.desk.flaws == [])
        #expect(bench.desk.tickets.filter { $0.closedAt != nil }.map(\.id) == [])
        #expect(bench.desk.tickets.map(\.comments.count) == [1, 1, 1, 1])
    }

    @Test(arguments: dialects)
    func `a run that ends between a comment and its opening is made up for`(
        dialect: HostedDesk.Dialect
    ) throws {
        let bench = try HostedBench(dialect)
        let outbox = try closed(at: bench)
        // It keeps that it begins, and ends before it keeps that it is done.
        outbox.stepsLeft = outbox.steps + 2
        outbox.isLastStepKept = false
        bench.desk.expect([.none, .failure])
        #expect(throws: MemoryOutbox.Killed.self) { try bench.run(outbox) }
        outbox.stepsLeft = nil
        bench.clock.advance(by: .seconds(6 * 3_600))
        #expect(try bench.run(outbox).reopened == 1)
        #expect(bench.desk.flaws == [])
        #expect(bench.desk.tickets.map(\.closedAt) == [nil])
        #expect(bench.desk.tickets[0].comments.count == 1)
    }
}
