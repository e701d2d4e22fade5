import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// What Intercom is asked and told, and what its answers mean, beyond what is so of all systems.
struct IntercomTests {
    /// An Intercom that answers by rote, and what it was asked.
    final class Talk {
        let system: any TicketSystem
        let destination: TicketDestination
        private(set) var requests: [String] = []
        private let answers: [(request: String, status: Int, json: String)]

        /// - Parameter answers: by the first letters of method, path and body; the first that fits.
        init(
            requester: String = "us@our.example", reopenStatus: String? = nil,
            address: String = "https://api.intercom.io",
            _ answers: [(request: String, status: Int, json: String)]
        ) {
            var fields = TicketDestination.Fields(
                type: "88", keyField: "earshot_key", requester: requester)
            fields.reopenStatus = reopenStatus
            destination = TicketDestination(
                id: "desk", system: .intercom, address: address, credentials: .init(user: "991"),
                fields: fields, place: .sample)
            system = destination.makeSystem(folder: "")
            self.answers = answers
        }

        var session: TicketSession {
            TicketSession(destination: destination, secret: "s3", clock: TestClock().clock) {
                [self] request, _ throws(WebFault) in
                let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
                let line = "\(request.method.rawValue) \(request.path)\(body)"
                requests.append(line)
                guard let answer = answers.first(where: { line.hasPrefix($0.request) }) else {
                    throw .unsent("nobody expected \(line)")
                }
                return WebAnswer(status: answer.status, body: Array(answer.json.utf8))
            }
        }

        func fault(_ act: (any TicketSystem, TicketSession) throws(DeliveryFault) -> Void)
            -> DeliveryFault?
        {
            do throws(DeliveryFault) {
                try act(system, session)
                return nil
            } catch {
                return error
            }
        }
    }

    static let types = """
        {"type":"list","data":[
            {"id":"67","name":"Bug","archived":false,"ticket_type_attributes":{"data":[
                {"id":"165","name":"earshot_key","data_type":"string"}]}},
            {"id":"88","name":"Mention","archived":false,"ticket_type_attributes":{"data":[
                {"id":"206","name":"earshot_key","data_type":"string","archived":true},
                {"id":"207","name":"earshot_key","data_type":"string","archived":false}]}}]}
        """

    @Test func `Intercom is asked by the number of an attribute, and told by its name`() throws {
        let round = try HostedSystemTests.Round(
            .intercom, type: "88", keyField: "earshot_key", user: "991",
            answers: [
                (200, Self.types), (200, #"{"tickets":[]}"#),
                (200, #"{"id":"35","ticket_attributes":{"earshot_key":"earshot-0123"}}"#),
                (200, #"{"type":"ticket_part","id":"3"}"#),
            ])
        #expect(
            round.requests == [
                "GET /ticket_types",
                #"POST /tickets/search {"pagination":{"per_page":25},"query":{"operator":"AND","#
                    + #""value":[{"field":"ticket_attribute.207","operator":"=","value":"#
                    + #""earshot-0123"}]}}"#,
                #"POST /tickets {"contacts":[{"email":"us@our.example"}],"skip_notifications":true,"#
                    + #""ticket_attributes":{"_default_description_":"Jaźń\nŽēl","#
                    + #""_default_title_":"Zażółć","earshot_key":"earshot-0123"},"#
                    + #""ticket_type_id":"88"}"#,
                #"POST /tickets/35/reply {"admin_id":"991","body":"#
                    + #""Jaźń<br>\nŽēl<br>\n<br>\nearshot:7","message_type":"note","#
                    + #""skip_notifications":true,"type":"admin"}"#,
            ])
        #expect(
            round.headers.allSatisfy {
                $0.contains("Authorization: Bearer s3") && $0.contains("Intercom-Version: 2.14")
            })
    }

    /// Attributes are plain text, and notes HTML.
    @Test func `what a post says is no mark-up in a note`() throws {
        let talk = Talk([("POST /tickets/7/reply", 200, #"{"id":"9"}"#)])
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "<b>&", severity: .high, priority: nil,
            tags: [],
            fields: [], facts: [.number: "7"])
        try talk.system.comment(draft, on: RemoteTicket(id: "7"), talk.session)
        #expect(talk.requests[0].contains(#""body":"&lt;b&gt;&amp;<br>"#))
    }

    /// In whose name a note is written is said in the rules, and said of all notes alike.
    @Test func `a teammate that there is not is no ticket that is gone`() {
        let body = #"{"errors":[{"code":"admin_not_found","message":"Admin not found"}]}"#
        let talk = Talk([("POST /tickets/7/reply", 404, body)])
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [], facts: [.number: "7"])
        let fault = talk.fault { system, session throws(DeliveryFault) in
            try system.comment(draft, on: RemoteTicket(id: "7"), session)
        }
        #expect(
            fault
                == .misfit(
                    "there is no teammate '991'; correct user: code: admin_not_found; Admin not found"
                ))
    }

    @Test(arguments: [
        ("us@our.example", "email", "us@our.example", false),
        ("listening", "external_id", "listening", true),
        ("id:6762f2d81bb69f9f2193bc54", "id", "6762f2d81bb69f9f2193bc54", true),
    ])
    func `a ticket is about a contact of ours, which must be there unless it is an address`(
        requester: String, name: String, value: String, mustExist: Bool
    ) {
        let contact = IntercomContact(requester)
        #expect((contact.name, contact.value) == (name, value))
        #expect(contact.mustExist == mustExist)
    }

    @Test func `a contact that is not there stops everything before a ticket is made`() throws {
        let talk = Talk(
            requester: "listening",
            [
                ("GET /ticket_types", 200, Self.types),
                ("POST /contacts/search", 200, #"{"type":"list","data":[],"total_count":0}"#),
            ])
        let fault = talk.fault { system, session throws(DeliveryFault) in
            _ = try system.find("earshot-0123", session)
        }
        #expect(
            fault
                == .misfit(
                    "there is no contact whose external_id is 'listening'; create it in Intercom, or "
                        + "correct requester"))
        #expect(
            talk.requests.last
                == #"POST /contacts/search {"pagination":{"per_page":1},"query":{"field":"#
                + #""external_id","operator":"=","value":"listening"}}"#)
    }

    @Test(arguments: [
        (
            #"{"data":[{"id":"67","name":"Bug"},{"id":"88","name":"Old","archived":true}]}"#,
            "there is no ticket type '88'; correct type: there is 67 (Bug)"
        ),
        (#"{"data":[]}"#, "there is no ticket type '88'; correct type: there is none"),
        (
            #"{"data":[{"id":"88","name":"Mention"}]}"#,
            "tickets of type 'Mention' have no attribute 'earshot_key'; add it to the type, as text, "
                + "or correct key_field"
        ),
        (
            #"{"data":[{"id":"88","name":"Mention","ticket_type_attributes":{"data":["#
                + #"{"id":"1","name":"earshot_key","data_type":"integer"}]}}]}"#,
            "the attribute 'earshot_key' is of the kind 'integer' and cannot hold a key; set "
                + "key_field to one that is a text"
        ),
    ])
    func `a ticket type that cannot take tickets stops everything before one is made`(
        types: String, reason: String
    ) {
        let talk = Talk([("GET /ticket_types", 200, types)])
        let fault = talk.fault { system, session throws(DeliveryFault) in
            _ = try system.find("earshot-0123", session)
        }
        #expect(fault == .misfit(reason))
    }

    /// It is done with the first search of a run.
    @Test func `type and contact are looked at once`() throws {
        let talk = Talk(
            requester: "id:6762f2d8",
            [
                ("GET /ticket_types", 200, Self.types),
                ("POST /contacts/search", 200, #"{"data":[{"id":"6762f2d8"}]}"#),
                ("POST /tickets/search", 200, #"{"tickets":[]}"#),
            ])
        let session = talk.session
        #expect(try talk.system.find("earshot-1", session) == nil)
        #expect(try talk.system.find("earshot-2", session) == nil)
        #expect(talk.requests.count == 4)
    }

    @Test func `of several tickets of a key the oldest is taken, on whatever page it is`() throws {
        func ticket(_ id: String, _ key: String) -> String {
            #"{"id":"\#(id)","ticket_attributes":{"earshot_key":"\#(key)"}}"#
        }
        let talk = Talk([
            ("GET /ticket_types", 200, Self.types),
            (
                #"POST /tickets/search {"pagination":{"per_page":25,"starting_after":"two"}"#, 200,
                #"{"tickets":[\#(ticket("9", "earshot-1")),\#(ticket("2", "earshot-12"))]}"#
            ),
            (
                "POST /tickets/search", 200,
                #"{"tickets":[\#(ticket("10", "earshot-1")),\#(ticket("1", "earshot-1-2"))],"#
                    + #""pages":{"next":{"per_page":25,"starting_after":"two"}}}"#
            ),
        ])
        #expect(try talk.system.find("earshot-1", talk.session)?.id == "9")
        #expect(talk.requests.count == 3)
    }

    @Test func `a ticket without its key is one that has strayed`() {
        let talk = Talk([("POST /tickets", 200, #"{"id":"35","ticket_attributes":{}}"#)])
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [], facts: [:])
        let fault = talk.fault { system, session throws(DeliveryFault) in
            _ = try system.create(draft, session)
        }
        #expect(
            fault
                == .strayed(
                    "ticket 35 was made without its key: 'earshot_key' is no attribute of its ticket "
                        + "type; correct key_field and delete that ticket"))
    }

    @Test(
        arguments: [
            (
                "https://api.intercom.io",
                "https://app.intercom.com/a/inbox/ws1/inbox/conversation/35"
            ),
            (
                "https://api.eu.intercom.io",
                "https://app.eu.intercom.com/a/inbox/ws1/inbox/conversation/35"
            ),
            ("https://proxy.our.example", nil),
        ] as [(String, String?)])
    func `agents are sent to the inbox of their region`(address: String, inbox: String?) throws {
        let made = """
            {"id":"35","ticket_attributes":{"earshot_key":"earshot-0123"},
             "ticket_type":{"id":"88","workspace_id":"ws1"}}
            """
        let talk = Talk(address: address, [("POST /tickets", 200, made)])
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [], facts: [:])
        #expect(try talk.system.create(draft, talk.session).address == inbox)
    }
}
