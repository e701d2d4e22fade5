import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// Against Redmine, Request Tracker and Roundup, started as the guide says; skipped without them.
@Suite(.serialized)
struct RealSystemTests {
    private let key = "earshot-\(UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(26))"

    private func goesRoundTwice(_ real: RealSystem) throws {
        let session = try real.session()
        #expect(try real.system.find(key, session) == nil)
        let made = try real.system.create(real.draft(key), session)
        let found = try real.system.find(key, session)
        #expect(found?.id == made.id)
        let comment = real.draft(key, number: 4_711)
        #expect(try real.system.hasComment(comment, on: made, session) == false)
        try real.system.comment(comment, on: made, session)
        #expect(try real.system.hasComment(comment, on: made, session) == true)
        #expect(
            try real.system.hasComment(real.draft(key, number: 471), on: made, session) == false)

        let statuses = try real.system.changes(
            since: Date().addingTimeInterval(-600), isOurs: { $0 == made.id }, session)
        #expect(statuses.map(\.id) == [made.id])
        #expect(statuses.first?.phase == .open)
        #expect(statuses.first?.firstResponseAt == nil)
        #expect(statuses.first?.closedAt == nil)
        #expect(statuses.first?.createdAt != nil)
        #expect(try real.system.status(of: made.id, session) == statuses.first)
        #expect(try real.system.status(of: "99999999", session) == nil)
    }

    private func makesNoSecondTicket(_ real: RealSystem) throws {
        let outbox = { MemoryOutbox(stories: [2, 1], destination: "real", prefix: key) }
        let first = try real.deliver(outbox())
        #expect(first.stopped == nil)
        #expect(first.created == 2)
        #expect(first.commented == 1)
        let second = try real.deliver(outbox())
        #expect(second.created == 0)
        #expect(second.found == 2)
    }

    @Test(.enabled(if: RealSystem.isThere("REDMINE")))
    func `Redmine takes, finds and reads back tickets, and makes no second one`() throws {
        try goesRoundTwice(.redmine)
        try makesNoSecondTicket(.redmine)
    }

    @Test(.enabled(if: RealSystem.isThere("RT")))
    func `Request Tracker takes, finds and reads back tickets, and makes no second one`() throws {
        try goesRoundTwice(.requestTracker)
        try makesNoSecondTicket(.requestTracker)
    }

    @Test(.enabled(if: RealSystem.isThere("ROUNDUP")))
    func `Roundup takes, finds and reads back tickets, and makes no second one`() throws {
        try goesRoundTwice(.roundup)
        try makesNoSecondTicket(.roundup)
    }

    /// - Parameter close: as a person does.
    private func opensAgain(
        _ real: RealSystem, _ close: (RemoteTicket, TicketSession) throws -> Void
    ) throws {
        let session = try real.session()
        let made = try real.system.create(real.draft(key), session)
        try close(made, session)
        func phase() throws -> TicketStatus.Phase? {
            try real.system.changes(
                since: Date().addingTimeInterval(-600), isOurs: { $0 == made.id }, session
            ).first?.phase
        }
        #expect(try phase() == .closed)
        try real.system.reopen(made, session)
        #expect(try phase() == .open)
        // What is open already stays so.
        try real.system.reopen(made, session)
        #expect(try phase() == .open)
    }

    @Test(.enabled(if: RealSystem.isThere("REDMINE")))
    func `Redmine opens again what was closed`() throws {
        let real = RealSystem.redmine
        let agent = try real.session(secret: RealSystem.variables["REDMINE_AGENT_TOKEN"])
        try opensAgain(real) { made, _ in
            _ = try agent.write(
                .json(.put, "/issues/\(made.id).json", ["issue": ["status_id": 5]]))
        }
        var fields = real.destination.fields
        fields.reopenStatus = "5"
        let wrong = TicketDestination(
            id: "real", system: .redmine, address: real.destination.address, fields: fields,
            terms: real.destination.terms, place: .sample
        ).makeSystem(folder: "")
        let session = try real.session()
        let made = try #require(try real.system.find(key, session))
        _ = try agent.write(
            .json(.put, "/issues/\(made.id).json", ["issue": ["status_id": 5]]))
        #expect(
            throws: DeliveryFault.refused(
                "status 5 left it closed; its workflow has to allow it the token's role")
        ) { try wrong.reopen(made, session) }
    }

    @Test(.enabled(if: RealSystem.isThere("RT")))
    func `Request Tracker opens again what was resolved`() throws {
        let real = RealSystem.requestTracker
        let agent = try real.session(secret: RealSystem.variables["RT_AGENT_TOKEN"])
        try opensAgain(real) { made, _ in
            _ = try agent.write(
                .json(.put, "/REST/2.0/ticket/\(made.id)", ["Status": "resolved"]))
        }
    }

    @Test(.enabled(if: RealSystem.isThere("ROUNDUP")))
    func `Roundup opens again what was resolved`() throws {
        let real = RealSystem.roundup
        try opensAgain(real) { made, session in
            let path = "/rest/data/issue/\(made.id)"
            let issue = try session.look(.get(path))
            let parts = real.destination.address.split(separator: "/").prefix(2)
            _ = try session.write(
                .json(
                    .patch, path, ["@op": "replace", "status": "resolved"],
                    headers: [
                        "If-Match: \(issue.json?["data"]?["@etag"]?.text ?? "")",
                        "Origin: \(parts.joined(separator: "//"))", "X-Requested-With: Earshot",
                    ]))
        }
    }

    @Test(.enabled(if: RealSystem.isThere("REDMINE")))
    func `Redmine keeps each field, and tells who answered and closed`() throws {
        let real = RealSystem.redmine
        let session = try real.session()
        let draft = TicketDraft(
            key: key, subject: real.draft(key).subject, body: real.draft(key).body, severity: .high,
            priority: "4", tags: [],
            fields: [
                TicketDraft.Field(
                    name: RealSystem.variables["REDMINE_CF_URL"] ?? "",
                    value: "https://forum.example/żółw?a=1&b=2")
            ], facts: [:])
        let made = try real.system.create(draft, session)
        let read = try session.look(.get("/issues/\(made.id).json"))
        let issue = try #require(read.json?["issue"])
        #expect(issue["subject"]?.text == draft.subject)
        #expect(issue["description"]?.text?.replacing("\r\n", with: "\n") == draft.body)
        #expect(issue["priority"]?["id"]?.text == "4")
        #expect(
            issue["custom_fields"]?.items.compactMap { $0["value"]?.text }
                .contains("https://forum.example/żółw?a=1&b=2") == true)

        let agent = try real.session(secret: RealSystem.variables["REDMINE_AGENT_TOKEN"])
        for change: JSON in [["notes": "We are on it"], ["status_id": 5]] {
            _ = try agent.write(
                .json(.put, "/issues/\(made.id).json", ["issue": change]))
        }
        let status = try #require(
            try real.system.changes(
                since: Date().addingTimeInterval(-600), isOurs: { $0 == made.id }, session
            ).first)
        #expect(status.phase == .closed)
        #expect(status.firstResponseAt != nil)
        #expect(status.closedAt != nil)
        // Closed, it is still found.
        #expect(try real.system.find(key, session)?.id == made.id)
    }

    @Test(.enabled(if: RealSystem.isThere("RT")))
    func `Request Tracker tells who answered and resolved`() throws {
        let real = RealSystem.requestTracker
        let session = try real.session()
        let made = try real.system.create(real.draft(key), session)
        let agent = try real.session(secret: RealSystem.variables["RT_AGENT_TOKEN"])
        _ = try agent.write(
            .json(
                .post, "/REST/2.0/ticket/\(made.id)/correspond",
                ["Content": "We are on it", "ContentType": "text/plain"]))
        _ = try agent.write(
            .json(.put, "/REST/2.0/ticket/\(made.id)", ["Status": "resolved"]))
        let status = try #require(
            try real.system.changes(
                since: Date().addingTimeInterval(-600), isOurs: { $0 == made.id }, session
            ).first)
        #expect(status.phase == .closed)
        #expect(status.firstResponseAt != nil)
        #expect(status.closedAt != nil)
        #expect(try real.system.find(key, session)?.id == made.id)
    }

    @Test(.enabled(if: RealSystem.isThere("RT")))
    func `Request Tracker merges a second ticket of one key into the first`() throws {
        let real = RealSystem.requestTracker
        let session = try real.session()
        let first = try real.system.create(real.draft(key), session)
        // Somebody else was between our question and our ticket.
        let second = try real.system.create(real.draft(key), session)
        #expect(second.id == first.id)
        #expect(second.wasFound)
    }

    @Test(.enabled(if: RealSystem.isThere("REDMINE")))
    func `wrong access, an unknown project and an unknown key field stop Redmine`() throws {
        let real = RealSystem.redmine
        func reason(_ body: () throws(DeliveryFault) -> Void) -> String {
            do throws(DeliveryFault) {
                try body()
                return "nothing"
            } catch {
                if case .shut(let reason) = error { return reason }
                if case .misfit(let reason) = error { return reason }
                return "\(error)"
            }
        }
        let stranger = try real.session(secret: "wrong")
        #expect(
            reason { () throws(DeliveryFault) in _ = try real.system.find(key, stranger) }
                .hasPrefix("access is refused: 401"))
        let session = try real.session()
        var fields = real.destination.fields
        fields.queue = "nowhere"
        let lost = TicketDestination(
            id: "real", system: .redmine, address: real.destination.address, fields: fields,
            terms: real.destination.terms, place: .sample)
        let other = reason { () throws(DeliveryFault) in
            _ = try lost.makeSystem(folder: "").create(real.draft(key), session)
        }
        #expect(other.hasPrefix("there is no such project") || other.hasPrefix("access is refused"))
        fields = real.destination.fields
        fields.keyField = "99"
        let wrong = TicketDestination(
            id: "real", system: .redmine, address: real.destination.address, fields: fields,
            terms: real.destination.terms, place: .sample)
        _ = try real.system.create(real.draft(key), session)
        #expect(
            reason { () throws(DeliveryFault) in
                _ = try wrong.makeSystem(folder: "").find(key, session)
            }.hasPrefix("it cannot be searched by field 99"))
    }
}
