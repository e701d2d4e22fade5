import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Ticketing

/// What systems answer that hold more than one ticket for a key, or say less than was asked.
struct FoundTicketTests {
    /// A system, and what it was asked.
    private final class Desk {
        let system: any TicketSystem
        let clock = TestClock()
        private let destination: TicketDestination
        private let answers: [(path: String, json: String)]
        private let asked = Mutex<[String]>([])

        /// - Parameter answers: by the first letters of a path; the first that fits.
        init(
            _ name: TicketSystemName, closedStates: [String] = [],
            _ answers: [(path: String, json: String)]
        ) {
            var fields = TicketDestination.Fields(queue: "a/b", type: "3", keyField: "7")
            fields.closedStates = closedStates
            destination = TicketDestination(
                id: "desk", system: name, address: "https://desk.example", fields: fields,
                place: .sample)
            system = destination.makeSystem(folder: "")
            self.answers = answers
        }

        var paths: [String] { asked.withLock { $0 } }

        var session: TicketSession {
            TicketSession(destination: destination, secret: "secret", clock: clock.clock) {
                [self] request, _ throws(WebFault) in
                asked.withLock { $0.append(request.path) }
                let answer = answers.first { request.path.hasPrefix($0.path) }
                return WebAnswer(
                    status: answer == nil ? 404 : 200, body: Array((answer?.json ?? "{}").utf8))
            }
        }
    }

    @Test func `of several Zendesk tickets of a key the oldest is taken, and none of another`()
        throws
    {
        let desk = Desk(
            .zendesk,
            [
                (
                    "/api/v2/tickets",
                    """
                    {"tickets": [
                        {"id": 2, "external_id": "other"}, {"id": 10, "external_id": "key"},
                        {"id": 9, "external_id": "key"}
                    ]}
                    """
                )
            ])
        #expect(try desk.system.find("key", desk.session)?.id == "9")
        #expect(try desk.system.find("none", desk.session) == nil)
    }

    @Test func `of several GitHub issues of a key the oldest is taken, however often it is asked`()
        throws
    {
        let desk = Desk(
            .github,
            [
                (
                    "/repos/a/b/issues",
                    """
                    [{"number": 1, "body": "a\\n\\n<!-- earshot-1 -->"},
                    {"number": 2, "body": "b\\n\\n<!-- earshot-1 -->"}]
                    """
                )
            ])
        let session = desk.session
        #expect(try desk.system.find("earshot-1", session)?.id == "1")
        #expect(try desk.system.find("earshot-1", session)?.id == "1")
        // Clocks differ: the second time it asks for what has changed since five minutes before.
        #expect(desk.paths.count == 2)
        #expect(desk.paths[1].hasSuffix("since=2026-11-22T11%3A55%3A00Z"))
    }

    /// An answer with 4.5 MB of it has 9 MB, more than is taken (seen with Request Tracker 5.0.3).
    @Test(arguments: [("earshot:000000000007", true), ("earshot:000000000008", false)])
    func `a comment is found beside what a customer has sent along, which is not asked for`(
        mark: String, isFound: Bool
    ) throws {
        let content = Data("Noted.\n\n\(mark)".utf8).base64EncodedString()
        let desk = Desk(
            .requestTracker,
            [
                (
                    "/REST/2.0/ticket/1/attachments?fields=ContentType%2CContentLength",
                    """
                    {"items": [{"id": "2", "ContentType": "text/plain", "ContentLength": "27"},
                        {"id": "3", "ContentType": "image/jpeg", "ContentLength": "4500000"},
                        {"id": "7", "ContentType": "text/plain", "ContentLength": "5"}]}
                    """
                ),
                ("/REST/2.0/attachment/2", #"{"Content": "\#(content)\n"}"#),
                ("/REST/2.0/attachment/7", #"{"Content": "aGVsbG8=\n"}"#),
            ])
        let draft = TicketDraft.sample(
            TicketDelivery(
                id: 7, ticket: 1, destination: "desk", key: "earshot-0123", entry: 7,
                createdAt: .start), subject: "Subject")
        let found = try desk.system.hasComment(draft, on: RemoteTicket(id: "1"), desk.session)
        #expect(found == isFound)
        #expect(
            desk.paths.dropFirst() == ["/REST/2.0/attachment/7", "/REST/2.0/attachment/2"])
    }

    @Test func `closed issues of Redmine are asked for too`() throws {
        let desk = Desk(.redmine, [("/issues.json", #"{"issues": []}"#)])
        #expect(try desk.system.find("key", desk.session) == nil)
        #expect(!desk.paths.isEmpty)
        #expect(desk.paths.allSatisfy { $0.contains("status_id=%2A") })
    }

    @Test(arguments: [
        (
            TicketSystemName.requestTracker, "/REST/2.0/ticket/1",
            #"{"id": 1, "Status": "STATE", "LastUpdated": "2026-11-22T12:00:00Z", "items": []}"#,
            "resolved"
        ),
        (
            .roundup, "/rest/data/issue?",
            """
            {"data": {"collection": [{"id": "1", "status": {"name": "STATE"},
                "activity": "2026-11-22.12:00:00"}]}}
            """,
            "done-cbb"
        ),
        (
            .zammad, "/api/v1/tickets/1",
            #"{"id": 1, "state": "STATE", "updated_at": "2026-11-22T12:00:00Z"}"#, "closed"
        ),
    ])
    func `which states are closed is known of a new installation, and told of others`(
        system: TicketSystemName, path: String, answer: String, usual: String
    ) throws {
        func phase(_ state: String, closedStates: [String] = []) throws -> TicketStatus.Phase? {
            let desk = Desk(
                system, closedStates: closedStates,
                [(path, answer.replacing("STATE", with: state))])
            return try desk.system.status(of: "1", desk.session)?.phase
        }
        #expect(try phase(usual) == .closed)
        #expect(try phase("odrzucone") == .open)
        #expect(try phase("odrzucone", closedStates: ["zrobione", "odrzucone"]) == .closed)
        #expect(try phase(usual, closedStates: ["zrobione", "odrzucone"]) == .open)
        let gone: String? =
            switch system {
            case .requestTracker: "deleted"
            case .zammad: "merged"
            default: nil
            }
        if let gone { #expect(try phase(gone, closedStates: ["zrobione"]) == .closed) }
    }

    @Test(arguments: [("4", true), ("5", true), ("6", false), ("12", true)])
    func `Freshdesk's own states are known, and those that a desk has added are told`(
        state: String, isClosed: Bool
    ) throws {
        let desk = Desk(
            .freshdesk, closedStates: ["12"],
            [
                (
                    "/api/v2/tickets/1",
                    #"{"id": 1, "status": \#(state), "updated_at": "2026-11-22T12:00:00Z"}"#
                )
            ])
        let status = try #require(try desk.system.status(of: "1", desk.session))
        #expect(status.phase == (isClosed ? .closed : .open))
        #expect((status.closedAt != nil) == isClosed)
    }

    @Test func `a retired Roundup issue is gone, though it is shown when it is asked for`() throws {
        let desk = Desk(
            .roundup,
            [
                (
                    "/rest/data/issue/1",
                    """
                    {"data": {"attributes": {"status": {"name": "unread"}, "messages": [],
                        "activity": "2026-11-22.12:00:00"}}}
                    """
                ),
                ("/rest/data/issue?", #"{"data": {"collection": []}}"#),
            ])
        #expect(try desk.system.status(of: "1", desk.session) == nil)
    }

    @Test func `a private note and one of our own answer nobody`() throws {
        let desk = Desk(
            .redmine,
            [
                ("/users/current.json", #"{"user": {"id": 5}}"#),
                ("/issues.json", #"{"issues": [{"id": 1}, {"id": 2}], "total_count": 2}"#),
                (
                    "/issues/1.json",
                    """
                    {"issue": {"id": 1, "updated_on": "2026-11-22T12:00:00Z", "journals": [
                        {"notes": "ours", "user": {"id": 5}, "created_on": "2026-11-22T08:00:00Z"},
                        {"notes": "a secret", "user": {"id": 6}, "private_notes": true,
                        "created_on": "2026-11-22T09:00:00Z"},
                        {"notes": "", "user": {"id": 6}, "created_on": "2026-11-22T10:00:00Z"},
                        {"notes": "Sorry!", "user": {"id": 6}, "created_on": "2026-11-22T11:00:00Z"}
                    ]}}
                    """
                ),
            ])
        let statuses = try desk.system.changes(
            since: .start, isOurs: { $0 == "1" }, desk.session)
        #expect(statuses.map(\.id) == ["1"])
        #expect(
            statuses.map(\.firstResponseAt) == [ContractJSON.date("2026-11-22T11:00:00Z")])
    }

    @Test func `changes in Request Tracker are asked for a day back, as its dates have no zone`()
        throws
    {
        let desk = Desk(.requestTracker, [("/REST/2.0/tickets", #"{"items": []}"#)])
        #expect(try desk.system.changes(since: .start, isOurs: { _ in true }, desk.session).isEmpty)
        #expect(!desk.paths.isEmpty)
        #expect(desk.paths.allSatisfy { $0.contains("2026-11-21%2012%3A00%3A00") })
    }

    @Test func `a ticket of Request Tracker without its key is one that has strayed`() throws {
        let desk = Desk(
            .requestTracker,
            [
                ("/REST/2.0/tickets", #"{"items": []}"#),
                ("/REST/2.0/ticket/5", #"{"id": 5, "CustomFields": []}"#),
                ("/REST/2.0/ticket", #"{"id": 5}"#),
            ])
        let outbox = MemoryOutbox(stories: [1], destination: "desk")
        let draft = TicketDraft.sample(outbox.deliveries[0], subject: "Story")
        let fault = #expect(throws: DeliveryFault.self) {
            try desk.system.create(draft, desk.session)
        }
        guard case .strayed(let reason)? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(reason.hasPrefix("ticket 5 was made without its key: '7' is not a field"))
    }
}
