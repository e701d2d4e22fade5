import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct MailQueueTests {
    private let clock = TestClock()

    /// One run, in a process of its own as far as anything is remembered.
    @discardableResult
    private func run(
        _ outbox: MemoryOutbox, to server: LoopbackMailServer, user: String? = nil,
        whenUnsure: WhenUnsure = .hold
    ) throws -> DeliveryCounts {
        var terms = TicketDestination.Terms(requestsPerMinute: 1_000_000, whenUnsure: whenUnsure)
        terms.timeout = .milliseconds(500)
        let destination = TicketDestination(
            id: "desk", system: .email, address: server.url,
            fields: .init(queue: "desk@our.example", requester: "Earshot <us@our.example>"),
            terms: terms, place: .sample)
        let client = try MailClient(
            MailClient.Settings(
                address: server.url,
                policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
                timeout: terms.timeout, user: user, password: "right"))
        let session = TicketSession(
            destination: destination, secret: "", clock: clock.clock,
            mail: { letter throws(MailFault) in try client.send(letter) },
            send: { _, _ throws(WebFault) in throw .unsent("no such thing") })
        return try Deliverer(
            to: destination, system: destination.makeSystem(folder: ""), session: session,
            outbox: outbox.outbox
        ).deliver()
    }

    @Test func `a story is a message to the queue, a later mention one that refers to it`() throws {
        let server = try LoopbackMailServer()
        let outbox = MemoryOutbox(stories: [2], destination: "desk")
        let counts = try run(outbox, to: server)
        #expect(counts.created == 1)
        #expect(counts.commented == 1)
        let letters = server.letters
        #expect(letters.map(\.from) == ["us@our.example", "us@our.example"])
        #expect(letters.map(\.to) == [["desk@our.example"], ["desk@our.example"]])
        #expect(
            letters.map { $0.field("Message-ID") } == [
                "<earshot-story-1@our.example>", "<earshot-story-1.000000000002@our.example>",
            ])
        #expect(letters[1].field("References") == "<earshot-story-1@our.example>")
        #expect(letters[0].field("X-Earshot-Key") == "earshot-story-1")
        #expect(letters[0].text.contains("Za=C5=BC=C3=B3=C5=82=C4=87"))
        try run(outbox, to: server)
        #expect(server.letters.count == 2)
    }

    @Test func `a later mention of a message that a person saw arrive refers to it`() throws {
        let server = try LoopbackMailServer()
        let outbox = MemoryOutbox(stories: [2], destination: "desk")
        server.expect(.hangUp, at: ".")
        try run(outbox, to: server)
        outbox.drop(1, hasArrived: true)
        #expect(try run(outbox, to: server).commented == 1)
        let letters = server.letters
        #expect(letters.count == 2)
        #expect(letters[1].field("References") == letters[0].field("Message-ID"))
    }

    @Test func `a server that asks for a password gets it`() throws {
        let server = try LoopbackMailServer(credentials: ("us", "right"))
        #expect(
            try run(MemoryOutbox(stories: [1], destination: "desk"), to: server, user: "us").created
                == 1)
    }

    @Test func `a wrong password stops the destination, and nothing is lost`() throws {
        let server = try LoopbackMailServer(credentials: ("us", "other"))
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        let counts = try run(outbox, to: server, user: "us")
        #expect(counts.stopped == "access is refused: 535 5.7.8 authentication failed")
        #expect(outbox.deliveries.allSatisfy { $0.state == .pending })
    }

    @Test func `an address that the server does not know stops the destination`() throws {
        let server = try LoopbackMailServer()
        server.expect(.answer("550 5.1.1 no such user"), at: "RCPT")
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        #expect(try run(outbox, to: server).stopped == "550 5.1.1 no such user")
        #expect(outbox.deliveries.allSatisfy { $0.state == .pending })
    }

    private func send(_ server: LoopbackMailServer, to addresses: [String]) throws -> [String] {
        let client = try MailClient(
            MailClient.Settings(
                address: server.url,
                policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
                timeout: .seconds(5), user: nil, password: ""))
        let from = try #require(MailAddress("us@our.example"))
        return try client.send(
            MailMessage(
                id: "1@our.example", from: from, to: addresses.compactMap { MailAddress($0) },
                subject: "S", date: .start, plain: "P")
        ).refused
    }

    @Test func `who has left does not keep the others from a message`() throws {
        let server = try LoopbackMailServer()
        server.expect(.answer("550 5.1.1 no such user"), at: "RCPT")
        let refused = try send(server, to: ["left@our.example", "a@our.example", "b@our.example"])
        #expect(refused == ["left@our.example: 550 5.1.1 no such user"])
        #expect(server.letters.map(\.to) == [["a@our.example", "b@our.example"]])
    }

    @Test func `a message that every address is refused for is not sent`() throws {
        let server = try LoopbackMailServer()
        for _ in 0..<2 { server.expect(.answer("550 5.1.1 no such user"), at: "RCPT") }
        #expect(throws: MailFault.shut("550 5.1.1 no such user")) {
            try send(server, to: ["a@our.example", "b@our.example"])
        }
        #expect(server.letters.isEmpty)
    }

    @Test(arguments: ["EHLO", "MAIL", "RCPT", "DATA", "."])
    func `a server that is busy gets the message later, once`(command: String) throws {
        let server = try LoopbackMailServer()
        server.expect(.answer("451 4.7.1 try again later"), at: command == "DATA" ? "." : command)
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        #expect(try run(outbox, to: server).created == 1)
        #expect(server.letters.count == 1)
    }

    @Test(arguments: ["EHLO", "MAIL", "RCPT"])
    func `a connection that breaks before the message is no doubt`(command: String) throws {
        let server = try LoopbackMailServer()
        server.expect(.hangUp, at: command)
        #expect(try run(MemoryOutbox(stories: [1], destination: "desk"), to: server).created == 1)
        #expect(server.letters.count == 1)
    }

    @Test func `a message that is refused is dead, with the server's reason`() throws {
        let server = try LoopbackMailServer()
        server.expect(.answer("554 5.7.1 looks like spam"), at: ".")
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        #expect(try run(outbox, to: server).created == 1)
        #expect(outbox.deliveries.map(\.state) == [.dead, .delivered])
        #expect(outbox.deliveries[0].reason == "554 5.7.1 looks like spam")
    }

    @Test(arguments: [LoopbackMailServer.Trouble.hangUp, .silence])
    func `a message that may have arrived is held, and not sent again by itself`(
        trouble: LoopbackMailServer.Trouble
    ) throws {
        let server = try LoopbackMailServer()
        server.expect(trouble, at: ".")
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        #expect(try run(outbox, to: server).dead == 1)
        #expect(outbox.deliveries[0].reason?.hasPrefix("it may have arrived (") == true)
        try run(outbox, to: server)
        #expect(server.letters.count == 1)
        outbox.retryDead()
        #expect(try run(outbox, to: server).created == 1)
        #expect(Set(server.letters.map { $0.field("Message-ID") }).count == 1)
    }

    @Test func `where the rules say so it is sent again under the same id`() throws {
        let server = try LoopbackMailServer()
        server.expect(.hangUp, at: ".")
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        #expect(try run(outbox, to: server, whenUnsure: .resend).created == 1)
        #expect(server.letters.count == 2)
        #expect(Set(server.letters.map { $0.field("Message-ID") }).count == 1)
    }

    @Test func `a process that ends at any step sends no story twice`() throws {
        for step in 1...6 {
            for isKept in [true, false] {
                let server = try LoopbackMailServer()
                let outbox = MemoryOutbox(stories: [1, 2], destination: "desk")
                outbox.stepsLeft = step
                outbox.isLastStepKept = isKept
                do { try run(outbox, to: server) } catch is MemoryOutbox.Killed {}
                outbox.stepsLeft = nil
                for _ in 0..<4 {
                    clock.advance(by: .seconds(6 * 3_600))
                    try run(outbox, to: server)
                }
                let ids = server.letters.map { $0.field("Message-ID") }
                #expect(ids.count == Set(ids).count, "\(step) \(isKept)")
                let dead = outbox.deliveries.filter { $0.state == .dead }
                #expect(dead.allSatisfy { $0.reason?.contains("may have arrived") == true })
                let held = dead.isEmpty ? 0 : outbox.deliveries.count { $0.state != .delivered }
                #expect(ids.count + held >= 3, "\(step) \(isKept)")
            }
        }
    }
}
