import Model
import TestSupport
import Testing

@testable import Ticketing

/// Tickets whose destination names another system or project than when they were made, or the same one
/// by another address.
struct ChangedSystemTests {
    private let redmine = FakeRedmine()
    private let server: LoopbackServer
    private let bench: DeliveryBench

    init() throws {
        server = try redmine.start()
        bench = DeliveryBench(server)
    }

    /// A story that is told by a ticket of another address, and is heard of again.
    private func outbox(prefix: String) -> MemoryOutbox {
        let outbox = MemoryOutbox(stories: [2], destination: "desk", prefix: prefix)
        for place in outbox.deliveries.indices {
            outbox.deliveries[place].remote = RemoteTicket(
                id: "1", address: "http://old.example/issues/1")
        }
        outbox.deliveries[0].state = .delivered
        return outbox
    }

    @Test func `a comment goes to no stranger's ticket that has the number of an old one`() throws {
        try bench.run(MemoryOutbox(stories: [1], destination: "desk", prefix: "stranger"))
        let outbox = outbox(prefix: "earshot")
        let counts = try bench.run(outbox)
        #expect((counts.created, counts.commented) == (1, 0))
        #expect(redmine.issues.map(\.key) == ["stranger-story-1", "earshot-story-1-2"])
        #expect(redmine.countOfNotes == 0)
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test func `a comment goes to its ticket where only the address has changed`() throws {
        try bench.run(MemoryOutbox(stories: [1], destination: "desk"))
        let counts = try bench.run(outbox(prefix: "earshot"))
        #expect((counts.created, counts.commented) == (0, 1))
        #expect(redmine.issues.map(\.notes.count) == [1])
    }

    @Test(
        arguments: [
            (.redmine, "https://t.example/issues/7", true),
            (.redmine, "https://t.example.org/issues/7", false),
            (.redmine, "https://t.example/agent/tickets/7", false),
            (.requestTracker, "https://t.example/Ticket/Display.html?id=7", true),
            (.roundup, "https://t.example/issue7", true),
            (.roundup, "https://t.example/issues/7", false),
            (.zammad, "https://t.example/#ticket/zoom/7", true),
            (.freshdesk, "https://t.example/a/tickets/7", true),
            (.zendesk, "https://t.example/a/tickets/7", false),
            (.zendesk, "https://other.example/agent/tickets/7", false),
            (.jira, "https://t.example/browse/SOC-7", true),
            (.jira, "https://t.example/issues/7", false),
            (.github, "https://github.example/our/mentions/issues/7", true),
            (.github, "https://github.example/Our/Mentions/issues/7", true),
            (.github, "https://github.example/your/mentions/issues/7", false),
            (.github, "https://t.example/issues/7", false),
            (.github, "https://gitlab.example/our/mentions/-/issues/7", false),
            (.gitlab, "https://gitlab.example/our/mentions/-/issues/7", true),
            (.gitlab, "https://gitlab.example/our/mentions/-/work_items/7", true),
            (.gitlab, "https://gitlab.example/our/others/-/issues/7", false),
            (.intercom, "https://app.intercom.com/a/inbox/abc/inbox/conversation/7", true),
            (.intercom, "https://t.example/issues/7", false),
            (.jsonLines, nil, true), (.jsonLines, "https://t.example/issues/7", false),
            (.webhook, "https://t.example/issues/7", true), (.redmine, nil, true),
        ] as [(TicketSystemName, String?, Bool)])
    func `where a ticket is shows in its address`(
        system: TicketSystemName, address: String?, isHere: Bool
    ) {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://t.example",
            fields: .init(queue: "our/mentions"), place: .sample)
        let ticket = RemoteTicket(id: "7", address: address)
        #expect(destination.makeSystem(folder: "").isHere(ticket) == isHere)
    }
}
