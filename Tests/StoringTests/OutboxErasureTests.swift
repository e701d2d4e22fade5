import Foundation
import Model
import Storing
import TestSupport
import Testing

/// What is on its way, or was, when a post that it tells of is forgotten.
struct OutboxErasureTests {
    private let folder: ArchiveFolder
    private let store: Store
    private let words = "niepowtarzalne-zdanie-o-awarii"

    init() throws {
        folder = try ArchiveFolder()
        store = try Store(path: folder.path)
    }

    private func hear(_ entries: TaggedEntry...) async throws {
        try await store.commit(entries.map { .bringing($0) })
        _ = try store.settleEntries()
    }

    private func forget(_ keys: Int64...) throws {
        try store.erase(
            tombstones: Dictionary(uniqueKeysWithValues: keys.map { ($0, ["hash \($0)"]) }))
        #expect(try store.overwriteErased(isRebuilding: false))
    }

    /// Whether the words stand anywhere in the archive's files.
    private func standsInTheFiles() throws -> Bool {
        let folder = URL(filePath: folder.path).deletingLastPathComponent().path
        return try !ByteSearch(for: words).finds(below: folder).isEmpty
    }

    /// One notice of the hour before, as a sender leaves it in a state.
    private func notice(_ state: TicketDelivery.State, reason: String?) throws {
        try store.planNotices(
            of: "morning", NoticeWindow(after: .hour(-1), through: .hour(0)), keys: ["one": "key"],
            now: .hour(0))
        var notice = try #require(try store.deliveries(in: .notices, standing: nil, limit: 1).first)
        notice.operation = .create
        notice.content = Data("{\"subject\":\"\(words)\"}".utf8)
        // It is written before it is sent, and may be more than once.
        notice.state = .sending
        try store.save(notice, in: .notices)
        notice.state = state
        notice.reason = reason
        try store.save(notice, in: .notices)
    }

    @Test func `tickets that tell of a post, and may be where they were sent, are named`()
        async throws
    {
        try await hear(
            .saying("Zefirnet nie działa", id: "1"), .saying("Kawka jest droga i zimna", id: "2"))
        _ = try store.planTickets(now: .hour(0)) { entry, _ in
            TicketPlan(
                destination: "desk", firstKey: entry.text, identity: entry.text, answerBy: nil,
                maximumComments: 2, reopensWithin: .seconds(86_400))
        }
        #expect(try store.ticketsTelling(of: [1, 2]).isEmpty)
        let due = try store.dueDeliveries(in: .tickets, to: "desk", after: 0, now: .hour(0))
        var sent = try #require(due.first { $0.entry == 1 })
        sent.state = .delivered
        sent.operation = .create
        sent.remote = RemoteTicket(id: "77", address: "https://desk.example/77")
        try store.save(sent, in: .tickets)
        #expect(
            try store.ticketsTelling(of: [1, 2]).map(\.ticket) == ["https://desk.example/77"])
        #expect(try store.ticketsTelling(of: [2]).isEmpty)
        var unclear = try #require(due.first { $0.entry == 2 })
        unclear.state = .unclear
        try store.save(unclear, in: .tickets)
        #expect(try store.ticketsTelling(of: [2]).map(\.ticket) == [unclear.key])
    }

    @Test func `a ticket that lists a post tells of it once it may have been sent`() async throws {
        try await hear(.saying("Zefirnet a", id: "1"), .saying("Zefirnet b", id: "2"))
        _ = try store.planTickets(now: .hour(1)) { entry, first in
            TicketPlan(
                destination: "desk", firstKey: first.text, identity: entry.text, answerBy: nil,
                maximumComments: 2, reopensWithin: .seconds(86_400))
        }
        let made = try store.summarizeDeliveries(to: "desk", now: .hour(1)) { _ in
            ("list", Data("{}".utf8))
        }
        #expect(try store.ticketsTelling(of: [1]).isEmpty)
        var list = try #require(made?.list)
        list.state = .unclear
        try store.save(list, in: .tickets)
        #expect(try store.ticketsTelling(of: [1]).map(\.ticket) == ["list"])
    }

    @Test(arguments: [
        TicketDelivery.State.pending, .sending, .unclear, .dead, .delivered, .dropped,
    ])
    func `a notice keeps nothing of a post that is forgotten, however it stands`(
        state: TicketDelivery.State
    ) async throws {
        try await hear(.saying(words))
        if state == .dropped {
            try notice(.dead, reason: nil)
            #expect(try store.dropDelivery(1, in: .notices, reason: "a test"))
        } else {
            try notice(state, reason: state == .dead ? "400: '\(words)' is too long" : nil)
        }
        try store.checkpoint()
        #expect(try standsInTheFiles())
        try forget(1)
        #expect(try !standsInTheFiles())
        let left = try #require(try store.deliveries(in: .notices, standing: nil, limit: 1).first)
        #expect(left.state == state)
        #expect((left.reason == nil) == ![.dead, .dropped].contains(state))
    }

    @Test(arguments: [false, true])
    func `a notice keeps nothing of a forgotten post that names no brand any more`(
        isEdited: Bool
    ) async throws {
        try await hear(.saying(words))
        try notice(.dead, reason: "400: '\(words)' is too long")
        if isEdited {
            try await hear(.saying("Nic", at: .hour(1), tags: .naming()))
        } else {
            try store.retag([(1, .naming())], rulesHash: "r2")
        }
        try forget(1)
        #expect(try !standsInTheFiles())
        let left = try #require(try store.deliveries(in: .notices, standing: nil, limit: 1).first)
        #expect(left.state == .dead)
    }

    @Test func `a notice of another day keeps why it was refused`() async throws {
        try await hear(.saying(words, at: .hour(-5)))
        try notice(.dead, reason: "410: no such channel")
        try forget(1)
        let left = try #require(try store.deliveries(in: .notices, standing: nil, limit: 1).first)
        #expect(left.reason == "410: no such channel")
        #expect(left.content == nil)
    }

    /// It is told of for as long as nobody answers it.
    @Test func `a notice of another day keeps nothing of a post that has a ticket`() async throws {
        try await hear(.saying(words, at: .hour(-5)))
        _ = try store.planTickets(now: .hour(-5)) { entry, _ in
            TicketPlan(
                destination: "desk", firstKey: "key", identity: "said", answerBy: nil,
                maximumComments: 2, reopensWithin: .seconds(86_400))
        }
        try notice(.dead, reason: "400: '\(words)' is late")
        try forget(1)
        #expect(try !standsInTheFiles())
    }

    @Test(arguments: [
        (TicketDelivery.State.pending, true), (.unclear, true), (.dead, true), (.dead, false),
    ])
    func `a ticket on its way no longer names a post of its story that is forgotten`(
        state: TicketDelivery.State, isWritten: Bool
    ) async throws {
        let text = """
            Zefirnet nie działa od rana w całym mieście i nikt z obsługi nie odbiera telefonu, a \
            klienci czekają już trzecią godzinę na jakąkolwiek informację o przyczynie awarii
            """
        try await hear(
            .saying(text, id: "1"),
            .saying(text + " i", id: "2", link: "https://forum.example/\(words)", at: .hour(1)))
        _ = try store.planTickets(now: .hour(1)) { entry, first in
            TicketPlan(
                destination: "desk", firstKey: first.text, identity: entry.text, answerBy: nil,
                maximumComments: 2, reopensWithin: .seconds(86_400))
        }
        var delivery = try #require(
            try store.dueDeliveries(in: .tickets, to: "desk", after: 0, now: .hour(1)).first)
        #expect(delivery.entry == 1)
        delivery.operation = .create
        if isWritten {
            delivery.content = Data("{\"body\":\"also https://forum.example/\(words)\"}".utf8)
        }
        delivery.state = state
        delivery.reason = "422: '\(words)' is too long"
        try store.save(delivery, in: .tickets)
        try forget(2)
        #expect(try !standsInTheFiles())
        #expect(
            try store.deliveries(in: .tickets, standing: nil, limit: 9).map(\.state) == [state])
    }

    @Test(arguments: [TicketDelivery.State.pending, .unclear, .dead])
    func `a ticket that lists many no longer holds the address of what is forgotten`(
        state: TicketDelivery.State
    ) async throws {
        try await hear(
            .saying("Zefirnet a", id: "1", link: "https://social.example/@\(words)/7"),
            .saying("Zefirnet b", id: "2"))
        _ = try store.planTickets(now: .hour(1)) { entry, first in
            TicketPlan(
                destination: "desk", firstKey: first.text, identity: entry.text, answerBy: nil,
                maximumComments: 2, reopensWithin: .seconds(86_400))
        }
        let made = try store.summarizeDeliveries(to: "desk", now: .hour(1)) { entries in
            ("list", Data(entries.compactMap(\.link).joined().utf8))
        }
        var list = try #require(made?.list)
        list.state = state
        try store.save(list, in: .tickets)
        #expect(try store.entries(listedBy: list).map(\.text) == ["Zefirnet a", "Zefirnet b"])
        try store.checkpoint()
        #expect(try standsInTheFiles())
        try forget(1)
        #expect(try !standsInTheFiles())
        let left = try #require(try store.delivery(list.id, in: .tickets))
        #expect(left.state == state)
        #expect(left.content == nil)
        #expect(try store.entries(listedBy: left).map(\.text) == ["Zefirnet b"])
    }
}
