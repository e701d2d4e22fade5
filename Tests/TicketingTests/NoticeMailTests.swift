import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// A notice to several people, some of whom their mail server does not take it for.
struct NoticeMailTests {
    private let clock = TestClock()

    private func addresses(_ names: String...) throws -> [MailAddress] {
        try names.map { try #require(MailAddress("\($0)@our.example")) }
    }

    /// One run, in a process of its own as far as anything is remembered.
    @discardableResult
    private func run(
        _ memory: MemoryOutbox, to server: LoopbackMailServer, _ to: [MailAddress]
    ) throws -> DeliveryCounts {
        let channel = NoticeChannel(
            id: "desk", kind: .email, address: .plain(server.url),
            from: MailAddress("us@our.example"), to: to, whenUnsure: .hold, place: .sample)
        let destination = TicketDestination(
            id: "desk", system: .email, address: server.url,
            terms: .init(requestsPerMinute: 1_000_000, whenUnsure: .hold), place: .sample)
        let client = try MailClient(
            MailClient.Settings(
                address: server.url,
                policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
                timeout: .seconds(5), user: nil, password: ""))
        let session = TicketSession(
            destination: destination, secret: "", clock: clock.clock,
            mail: { letter throws(MailFault) in try client.send(letter) },
            send: { _, _ throws(WebFault) in throw .unsent("no such thing") })
        let base = memory.outbox
        let outbox = Outbox(
            due: base.due, claim: base.claim, save: base.save, waiting: base.waiting,
            beginAnew: base.beginAnew,
            draft: { delivery, _ in
                TicketDraft(
                    Notice(
                        language: .english, subject: "Digest", sentences: ["One mention."],
                        sections: [], table: nil, closing: "Earshot"), key: delivery.key)
            }, summarize: base.summarize)
        return try Deliverer(
            to: destination, system: channel.makeSystem(), session: session, outbox: outbox
        ).deliver()
    }

    private func refuse(
        _ name: String, _ answers: String..., on server: LoopbackMailServer
    ) {
        for answer in answers {
            server.expect(.answer(answer), at: "RCPT TO:<\(name)@our.example>")
        }
    }

    @Test func `who is refused for the moment has it later, and nobody twice`() throws {
        let server = try LoopbackMailServer()
        refuse("b", "450 4.2.0 greylisted", on: server)
        refuse("c", "452 4.5.3 too many recipients", on: server)
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        let counts = try run(outbox, to: server, try addresses("a", "b", "c"))
        #expect(counts.created == 1)
        #expect(counts.refusedAddresses == nil)
        #expect(
            server.letters.map(\.to) == [["a@our.example"], ["b@our.example", "c@our.example"]])
        #expect(Set(server.letters.map { $0.field("Message-ID") }).count == 1)
        #expect(outbox.deliveries[0].state == .delivered)
        #expect(outbox.deliveries[0].attempts == 2)
    }

    @Test func `who is refused again and again is told of in the end, and holds up no other`()
        throws
    {
        let server = try LoopbackMailServer()
        for _ in 0..<40 { refuse("b", "450 4.2.0 greylisted", on: server) }
        let outbox = MemoryOutbox(stories: [1, 1], destination: "desk")
        for _ in 0..<12 {
            #expect(try run(outbox, to: server, try addresses("a", "b")).stopped == nil)
            clock.advance(by: .seconds(3_600))
        }
        #expect(server.letters.map(\.to) == [["a@our.example"], ["a@our.example"]])
        #expect(outbox.deliveries.map(\.state) == [.dead, .dead])
        #expect(outbox.deliveries.map(\.attempts) == [12, 12])
        #expect(
            outbox.deliveries[0].reason
                == "the other addresses have it, and would have it twice if tried again: "
                + "450 4.2.0 greylisted")
    }

    @Test func `who is refused for good later is told of, and the channel stays open`() throws {
        let server = try LoopbackMailServer()
        refuse("b", "450 4.2.0 greylisted", "550 5.1.1 no such user", on: server)
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        let counts = try run(outbox, to: server, try addresses("a", "b"))
        #expect(counts.stopped == nil)
        #expect(counts.dead == 1)
        #expect(outbox.deliveries[0].reason?.hasSuffix(": 550 5.1.1 no such user") == true)
        let next = MemoryOutbox(stories: [1], destination: "desk", prefix: "next")
        #expect(try run(next, to: server, try addresses("a", "b")).created == 1)
        #expect(server.letters.map(\.to.count) == [1, 2])
    }

    @Test func `who was taken off the channel meanwhile has it no more`() throws {
        let server = try LoopbackMailServer()
        for _ in 0..<3 { refuse("b", "450 4.2.0 greylisted", on: server) }
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        try run(outbox, to: server, try addresses("a", "b"))
        clock.advance(by: .seconds(3_600))
        try run(outbox, to: server, try addresses("a"))
        #expect(server.letters.map(\.to) == [["a@our.example"]])
        #expect(outbox.deliveries[0].state == .delivered)
    }
}
