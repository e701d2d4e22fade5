import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// One such system, and run after run of an export to it.
struct HostedBench {
    let desk: HostedDesk
    let server: LoopbackServer
    let clock = TestClock()
    private let deliveries: DeliveryBench

    init(_ dialect: HostedDesk.Dialect, finalStates: [String] = []) throws {
        desk = HostedDesk(dialect, clock: clock)
        server = try desk.start()
        var terms = TicketDestination.Terms(
            maximumCreates: 1_000, requestsPerMinute: 1_000_000, timeout: .seconds(1))
        // Longer than its index lags behind.
        terms.settleTime = .seconds(max(60, dialect.lag + 1))
        var fields = TicketDestination.Fields(
            queue: dialect.queue, type: dialect.type, keyField: dialect.keyField,
            requester: dialect.requester)
        fields.finalStates = finalStates
        deliveries = DeliveryBench(
            TicketDestination(
                id: "desk", system: dialect.system, address: server.url(""),
                credentials: .init(user: dialect.user), fields: fields, terms: terms,
                place: .sample),
            secret: "s3", clock: clock)
    }

    @discardableResult
    func run(_ outbox: MemoryOutbox) throws -> DeliveryCounts { try deliveries.run(outbox) }

    func runToTheEnd(_ outbox: MemoryOutbox) throws { try deliveries.runToTheEnd(outbox) }

    /// How our tickets stand there.
    func changes() throws -> [TicketStatus] {
        let ours = Set(desk.tickets.map { "\($0.id)" })
        return try StatusReader(system: system, session: try session)
            .changes(after: .start, of: ours).sorted { $0.id < $1.id }
    }

    /// As a comment on it does, where it is closed.
    func reopen(_ id: Int) throws {
        try system.reopen(RemoteTicket(id: "\(id)"), try session)
    }

    func status(of id: Int) throws -> TicketStatus? {
        try system.status(of: "\(id)", try session)
    }

    private var system: any TicketSystem { deliveries.destination.makeSystem(folder: "") }
    private var session: TicketSession {
        get throws { try .loopback(deliveries.destination, secret: "s3", clock.clock) }
    }

    func outbox(_ stories: [Int]) -> MemoryOutbox {
        MemoryOutbox(stories: stories, destination: "desk", priority: desk.dialect.priority)
    }
}

extension HostedDesk.Dialect {
    static let all: [HostedDesk.Dialect] = [
        zendesk, freshdesk, zammad, intercom, jira, jiraDataCenter, github, gitlab,
    ]

    static let systems = all.map(\.system)
}

extension HostedDesk.Dialect: CustomTestStringConvertible {
    var testDescription: String { system.rawValue }
}
