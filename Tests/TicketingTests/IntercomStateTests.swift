import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// How Intercom's tickets stand, and how they are opened again.
struct IntercomStateTests {
    private typealias Talk = IntercomTests.Talk

    private static let start = Int(Date.start.timeIntervalSince1970)

    /// A ticket of the workspace.
    ///
    /// - Parameters:
    ///   - state: its category and label.
    ///   - parts: each kind, author's kind, author's id and more; the first at `start`, each a minute
    ///     after the one before.
    private static func ticket(
        state: (category: String, label: String) = ("submitted", "Submitted"), isOpen: Bool = true,
        category: String = "Customer", changedAfter seconds: Int = 3_600, total: Int? = nil,
        _ parts: [(kind: String, author: String, id: String, more: String)] = []
    ) -> String {
        let list = parts.enumerated().map { place, part in
            #"{"part_type":"\#(part.kind)","author":{"type":"\#(part.author)","id":"\#(part.id)"},"#
                + #""created_at":\#(start + place * 60)\#(part.more)}"#
        }
        return """
            {"id":"35","category":"\(category)","open":\(isOpen),"ticket_type":{"id":"88"},
             "ticket_state":{"category":"\(state.category)","internal_label":"\(state.label)"},
             "created_at":\(start),"updated_at":\(start + seconds),
             "ticket_parts":{"total_count":\(total ?? parts.count),
             "ticket_parts":[\(list.joined(separator: ","))]}}
            """
    }

    private func status(_ ticket: String) throws -> TicketStatus? {
        let talk = Talk([("GET /tickets/35", 200, ticket)])
        return try talk.system.status(of: "35", talk.session)
    }

    @Test(arguments: [
        ("submitted", "Submitted", true, TicketStatus.Phase.open),
        ("waiting_on_customer", "Waiting", true, .open),
        ("resolved", "Rejected", true, .closed), ("in_progress", "In work", false, .closed),
    ])
    func `a ticket is closed that is resolved, or was closed in any state`(
        category: String, label: String, isOpen: Bool, phase: TicketStatus.Phase
    ) throws {
        let status = try #require(
            try status(Self.ticket(state: (category, label), isOpen: isOpen)))
        #expect(status.phase == phase)
        #expect(status.name == label)
        #expect(status.createdAt == .start)
        #expect(status.changedAt == .start + 3_600)
        #expect(status.closedAt == (phase == .closed ? .start + 3_600 : nil))
    }

    /// Workflows have kinds of their own, and a change may lead to the same state.
    @Test func `a ticket was closed when it last became resolved`() throws {
        func change(_ kind: String, _ before: String, _ after: String) -> (
            String, String, String, String
        ) {
            (
                "ticket_state_updated_\(kind)", "admin", "12",
                #","previous_ticket_state":"\#(before)","ticket_state":"\#(after)""#
            )
        }
        let status = try status(
            Self.ticket(
                state: ("resolved", "Resolved"), isOpen: false,
                [
                    change("by_admin", "submitted", "resolved"),
                    change("by_admin", "resolved", "in_progress"),
                    change("by_workflow", "in_progress", "resolved"),
                    change("by_admin", "resolved", "resolved"),
                ]))
        #expect(status?.closedAt == .start + 120)
    }

    @Test(arguments: [("Customer", 300), ("Back-office", 180)] as [(String, Double)])
    func `a teammate answers, and neither a bot, the contact, we nor a note that nobody else sees`(
        category: String, seconds: Double
    ) throws {
        let status = try status(
            Self.ticket(
                category: category,
                [
                    ("comment", "bot", "7", ""), ("comment", "user", "8", ""),
                    ("note", "admin", "991", ""), ("note", "admin", "12", ""),
                    ("assignment", "admin", "12", ""), ("comment", "admin", "12", ""),
                    ("comment", "admin", "13", ""),
                ]))
        #expect(status?.firstResponseAt == .start + seconds)
    }

    /// The index may be late with them.
    @Test func `changes are asked for a day back, page by page, and earlier ones taken, too`()
        throws
    {
        let since = Self.start - 86_400
        let talk = Talk([
            (
                #"POST /tickets/search {"pagination":{"per_page":25,"starting_after":"two"}"#, 200,
                #"{"tickets":[\#(Self.ticket(changedAfter: -1))],"pages":{"next":null}}"#
            ),
            (
                #"POST /tickets/search {"pagination":{"per_page":25},"query":{"operator":"AND","#
                    + #""value":[{"field":"ticket_type_id","operator":"=","value":"88"},"#
                    + #"{"field":"updated_at","operator":">","value":"\#(since)"}]}}"#, 200,
                #"{"tickets":[\#(Self.ticket(changedAfter: 5)),{"id":"36"}],"#
                    + #""pages":{"next":{"starting_after":"two"}}}"#
            ),
        ])
        let changes = try talk.system.changes(
            since: .start, isOurs: { $0 == "35" }, talk.session)
        #expect(changes.map(\.changedAt) == [.start + 5, .start - 1])
        #expect(talk.requests.count == 2)
    }

    @Test(
        arguments: [
            ("<p>Noted<br>\\nearshot:7</p>", 1, true), ("<p>earshot:71</p>", 1, false),
            ("<p>Noted</p>", 501, nil),
        ] as [(String, Int, Bool?)])
    func `whether a comment is there is unknown of a ticket that has more parts than it tells`(
        body: String, total: Int, isThere: Bool?
    ) throws {
        let parts = [("note", "admin", "991", #","body":"\#(body)""#)]
        let talk = Talk([("GET /tickets/35", 200, Self.ticket(total: total, parts))])
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [], facts: [.number: "7"])
        let found = try talk.system.hasComment(draft, on: RemoteTicket(id: "35"), talk.session)
        #expect(found == isThere)
    }

    private static let states = """
        {"data":[
            {"id":"1","category":"in_progress","internal_label":"In work",
             "ticket_types":{"data":[{"id":"88"}]}},
            {"id":"2","category":"submitted","internal_label":"Old","archived":true,
             "ticket_types":{"data":[{"id":"88"}]}},
            {"id":"3","category":"submitted","internal_label":"Elsewhere",
             "ticket_types":{"data":[{"id":"67"}]}},
            {"id":"4","category":"submitted","internal_label":"Submitted",
             "ticket_types":{"data":[{"id":"67"},{"id":"88"}]}},
            {"id":"5","category":"resolved","internal_label":"Rejected",
             "ticket_types":{"data":[{"id":"88"}]}}]}
        """

    private func reopening(
        _ before: String, after: String = ticket(), as status: String? = nil
    ) -> (requests: [String], fault: DeliveryFault?) {
        let talk = Talk(
            reopenStatus: status,
            [
                ("GET /tickets/35", 200, before), ("GET /ticket_states", 200, Self.states),
                ("PUT /tickets/35", 200, after),
            ])
        let fault = talk.fault { system, session throws(DeliveryFault) in
            try system.reopen(RemoteTicket(id: "35"), session)
        }
        return (talk.requests, fault)
    }

    private static let resolved = ticket(state: ("resolved", "Resolved"), isOpen: false)

    @Test(arguments: [(nil, "4"), ("In work", "1")] as [(String?, String)])
    func `a resolved ticket gets a state in which somebody looks at it`(
        status: String?, id: String
    ) {
        let (requests, fault) = reopening(Self.resolved, as: status)
        #expect(fault == nil)
        #expect(
            requests.last
                == #"PUT /tickets/35 {"open":true,"skip_notifications":true,"ticket_state_id":"\#(id)"}"#
        )
    }

    @Test func `one that was closed in an open state keeps it, and one that is open is left alone`()
    {
        let (requests, fault) = reopening(Self.ticket(isOpen: false))
        #expect(fault == nil)
        #expect(
            requests == [
                "GET /tickets/35", #"PUT /tickets/35 {"open":true,"skip_notifications":true}"#,
            ])
        #expect(reopening(Self.ticket()).requests == ["GET /tickets/35"])
    }

    @Test func `a state that there is not, and one that changed nothing, are told`() {
        #expect(
            reopening(Self.resolved, as: "Rejected").fault
                == .refused(
                    "its ticket type has no open state 'Rejected': there is In work, Submitted"))
        guard case .refused(let reason) = reopening(Self.resolved, after: Self.resolved).fault
        else {
            Issue.record("it passes for opened")
            return
        }
        #expect(reason.hasPrefix("it was not opened: "))
    }

    @Test func `an answer that holds no ticket does not say that it is gone`() {
        let talk = Talk([("GET /tickets/35", 200, #"{"id":"35"}"#)])
        let fault = talk.fault { system, session throws(DeliveryFault) in
            _ = try system.status(of: "35", session)
        }
        #expect(fault == .unsent("the answer holds no ticket: id: 35"))
    }

    /// The archive keeps whole seconds, in which such a number does not fit.
    @Test(arguments: ["1e30", "1e300", #""nan""#, #""inf""#, "-1e30", "253402300800"])
    func `a number that is no moment is no time of a ticket`(number: String) throws {
        let ticket = Self.ticket()
        let undated = ticket.replacing(
            #""created_at":\#(Self.start)"#, with: #""created_at":\#(number)"#)
        let status = try #require(try status(undated))
        #expect(status.createdAt == nil)
        #expect(status.changedAt == .start + 3_600)

        let unchanged = ticket.replacing(
            #""updated_at":\#(Self.start + 3_600)"#, with: #""updated_at":\#(number)"#)
        let talk = Talk([("GET /tickets/35", 200, unchanged)])
        let fault = talk.fault { system, session throws(DeliveryFault) in
            _ = try system.status(of: "35", session)
        }
        guard case .unsent(let reason) = fault else {
            Issue.record("it passes for a ticket")
            return
        }
        #expect(reason.hasPrefix("the answer holds no ticket: "))
    }

    @Test func `a ticket that is no longer there is gone`() throws {
        let talk = Talk([("GET /tickets/35", 404, #"{"type":"error.list","errors":[]}"#)])
        #expect(try talk.system.status(of: "35", talk.session) == nil)
        let fault = talk.fault { system, session throws(DeliveryFault) in
            try system.reopen(RemoteTicket(id: "35"), session)
        }
        #expect(fault == .gone("ticket 35 is gone"))
    }
}
