import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// The requests that systems get which cannot be run here, to the letter.
struct HostedSystemTests {
    /// What is sent when one ticket is looked for, made and commented on.
    struct Round {
        var requests: [String] = []
        var headers: [[String]] = []

        /// - Parameter answers: in order; each a status and a body.
        init(
            _ system: TicketSystemName, queue: String? = nil, type: String? = nil,
            keyField: String? = nil, user: String? = nil, answers: [(Int, String)]
        ) throws {
            let fields = TicketDestination.Fields(
                queue: queue, type: type, keyField: keyField, requester: "us@our.example")
            let destination = TicketDestination(
                id: "desk", system: system, address: "https://tickets.example",
                credentials: .init(user: user), fields: fields, place: .sample)
            let draft = TicketDraft(
                key: "earshot-0123", subject: "Zażółć", body: "Jaźń\nŽēl", severity: .high,
                priority: "high", tags: ["net tone"], fields: [], facts: [.number: "7"])
            var left = answers[...]
            var sent: [WebRequest] = []
            var lines: [[String]] = []
            let session = TicketSession(
                destination: destination, secret: "s3", clock: TestClock().clock
            ) { request, authorization throws(WebFault) in
                sent.append(request)
                lines.append(authorization)
                guard let (status, body) = left.popFirst() else { throw .unsent("no more answers") }
                return WebAnswer(status: status, body: Array(body.utf8))
            }
            let speaker = destination.makeSystem(folder: "")
            #expect(try speaker.find(draft.key, session) == nil)
            let ticket = try speaker.create(draft, session)
            try speaker.comment(draft, on: ticket, session)
            requests = sent.map { request in
                let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
                return "\(request.method.rawValue) \(request.path)\(body)"
            }
            headers = zip(lines, sent).map { $0 + $1.headers }
        }
    }

    @Test func `Zendesk is asked by external id, and told the same key for the same ticket`() throws
    {
        let round = try Round(
            .zendesk, user: "us@our.example",
            answers: [
                (200, #"{"tickets":[]}"#), (201, #"{"ticket":{"id":35436}}"#),
                (200, #"{"ticket":{"id":35436}}"#),
            ])
        #expect(
            round.requests == [
                "GET /api/v2/tickets?external_id=earshot-0123",
                #"POST /api/v2/tickets {"ticket":{"comment":{"body":"Jaźń\nŽēl","public":false},"#
                    + #""external_id":"earshot-0123","priority":"high","requester":{"email":"#
                    + #""us@our.example","name":"Earshot"},"subject":"Zażółć","tags":["net_tone"]}}"#,
                #"PUT /api/v2/tickets/35436 {"ticket":{"comment":{"body":"Jaźń\nŽēl\n\nearshot:7","#
                    + #""public":false}}}"#,
            ])
        // SHA-256 of that body, its first half, reckoned with sha256sum.
        #expect(
            round.headers[1].contains(
                "Idempotency-Key: earshot-0123-create-ff3474beb386888e514f6c7946fcbd43"))
        let credentials = Data("us@our.example/token:s3".utf8).base64EncodedString()
        #expect(round.headers.allSatisfy { $0.contains("Authorization: Basic \(credentials)") })
    }

    /// The same name with another body is refused for two hours.
    @Test func `what is sent to Zendesk again has its name only if it is the same`() throws {
        func name(assignee: String, body: String = "B") throws -> String? {
            let destination = TicketDestination(
                id: "desk", system: .zendesk, address: "https://tickets.example",
                fields: .init(assignee: assignee), place: .sample)
            var headers: [String] = []
            let session = TicketSession(
                destination: destination, secret: "s3", clock: TestClock().clock
            ) { request, _ throws(WebFault) in
                headers = request.headers
                return WebAnswer(status: 201, body: Array(#"{"ticket":{"id":1}}"#.utf8))
            }
            let draft = TicketDraft(
                key: "earshot-0123", subject: "S", body: body, severity: .high, priority: nil,
                tags: [], fields: [], facts: [:])
            _ = try destination.makeSystem(folder: "").create(draft, session)
            return headers.first { $0.hasPrefix("Idempotency-Key: earshot-0123-create-") }
        }
        let first = try #require(try name(assignee: "anna@our.example"))
        #expect(first.count <= 255)
        #expect(try name(assignee: "anna@our.example") == first)
        #expect(try name(assignee: "jan@our.example") != first)
        #expect(try name(assignee: "anna@our.example", body: "C") != first)
    }

    @Test func `Jira in the cloud is asked by label, and told in its document format`() throws {
        let round = try Round(
            .jira, queue: "SOC", type: "Task", user: "us@our.example",
            answers: [
                (200, #"{"issues":[]}"#), (201, #"{"id":"10000","key":"SOC-24"}"#),
                (201, #"{"id":1}"#),
            ])
        #expect(
            round.requests == [
                #"POST /rest/api/3/search/jql {"fields":["labels"],"jql":"labels = "#
                    + #"\"earshot-0123\" ORDER BY created ASC","maxResults":100}"#,
                #"POST /rest/api/3/issue {"fields":{"description":{"content":[{"content":[{"#
                    + #""text":"Jaźń","type":"text"}],"type":"paragraph"},{"content":[{"text":"Žēl","#
                    + #""type":"text"}],"type":"paragraph"}],"type":"doc","version":1},"issuetype":"#
                    + #"{"name":"Task"},"labels":["earshot-0123","earshot","net_tone"],"priority":"#
                    + #"{"name":"high"},"project":{"key":"SOC"},"summary":"Zażółć"}}"#,
                #"POST /rest/api/3/issue/10000/comment {"body":{"content":[{"content":[{"text":"Jaźń","#
                    + #""type":"text"}],"type":"paragraph"},{"content":[{"text":"Žēl","type":"text"}],"#
                    + #""type":"paragraph"},{"content":[{"text":"earshot:7","type":"text"}],"type":"#
                    + #""paragraph"}],"type":"doc","version":1}}"#,
            ])
    }

    @Test func `Jira in a data center is told in plain text, and goes on by place`() throws {
        let round = try Round(
            .jiraDataCenter, queue: "SOC", type: "Task",
            answers: [
                (200, #"{"issues":[]}"#), (201, #"{"id":"10000","key":"SOC-24"}"#),
                (201, #"{"id":1}"#),
            ])
        #expect(
            round.requests[0]
                == #"POST /rest/api/2/search {"fields":["labels"],"jql":"labels = \"earshot-0123\" "#
                + #"ORDER BY created ASC","maxResults":100,"startAt":0}"#)
        #expect(round.requests[1].contains(#""description":"Jaźń\nŽēl""#))
        #expect(round.headers[0].contains("Authorization: Bearer s3"))
    }

    @Test func `Zammad is asked by a condition, and never told an author's address`() throws {
        let round = try Round(
            .zammad, queue: "Mentions", keyField: "earshot_key",
            answers: [
                (200, "[]"), (201, #"{"id":5,"earshot_key":"earshot-0123"}"#), (201, #"{"id":1}"#),
            ])
        #expect(
            round.requests == [
                #"POST /api/v1/tickets/search {"condition":{"ticket.earshot_key":{"operator":"is","#
                    + #""value":"earshot-0123"}},"expand":true,"order_by":"asc","page":1,"#
                    + #""per_page":100,"sort_by":"id"}"#,
                #"POST /api/v1/tickets {"article":{"body":"Jaźń\nŽēl","content_type":"text/plain","#
                    + #""internal":true,"subject":"Zażółć","type":"note"},"customer_id":"#
                    + #""guess:us@our.example","earshot_key":"earshot-0123","group":"Mentions","#
                    + #""priority":"high","tags":"net tone","title":"Zażółć"}"#,
                #"POST /api/v1/ticket_articles {"body":"Jaźń\nŽēl\n\nearshot:7","content_type":"#
                    + #""text/plain","internal":true,"subject":"Zażółć","ticket_id":5,"type":"note"}"#,
            ])
    }

    @Test func `Freshdesk is asked by a custom field`() throws {
        let round = try Round(
            .freshdesk, keyField: "cf_earshot_key",
            answers: [(200, #"{"results":[]}"#), (201, #"{"id":9}"#), (201, #"{"id":1}"#)])
        #expect(
            round.requests[0]
                == "GET /api/v2/search/tickets?query=%22cf_earshot_key%3A%27earshot-0123%27%22")
        #expect(round.requests[1].contains(#""custom_fields":{"cf_earshot_key":"earshot-0123"}"#))
        #expect(round.requests[2].hasPrefix("POST /api/v2/tickets/9/notes "))
    }

    @Test func `GitHub lists the fixed label, and keeps the key out of sight`() throws {
        let round = try Round(
            .github, queue: "our/mentions",
            answers: [
                (200, "[]"), (201, #"{"number":12,"labels":[{"name":"Earshot"}]}"#),
                (201, #"{"id":1}"#),
            ])
        #expect(
            round.requests == [
                "GET /repos/our/mentions/issues?labels=earshot&state=all&sort=created&direction=asc"
                    + "&per_page=100&page=1",
                #"POST /repos/our/mentions/issues {"body":"Jaźń\nŽēl\n\n<!-- earshot-0123 -->","#
                    + #""labels":["earshot","net tone"],"title":"Zażółć"}"#,
                #"POST /repos/our/mentions/issues/12/comments {"body":"Jaźń\nŽēl\n\n"#
                    + #"<!-- earshot:7 -->"}"#,
            ])
    }

    @Test func `GitLab is asked for the key in descriptions`() throws {
        let round = try Round(
            .gitlab, queue: "our/mentions",
            answers: [(200, "[]"), (201, #"{"iid":3,"labels":["earshot"]}"#), (201, #"{"id":1}"#)])
        #expect(
            round.requests[0]
                == "GET /api/v4/projects/our%2Fmentions/issues?labels=earshot&search=earshot-0123"
                + "&in=description&scope=all&sort=asc")
        #expect(round.requests[2].hasPrefix("POST /api/v4/projects/our%2Fmentions/issues/3/notes "))
        // It runs lines together that do not end in two spaces.
        #expect(round.requests[1].contains(#"Jaźń  \nŽēl"#))
        #expect(round.headers[0] == ["PRIVATE-TOKEN: s3"])
    }

    @Test(arguments: [
        (TicketSystemName.github, #"{"number":12,"labels":[]}"#),
        (.gitlab, #"{"iid":12,"labels":[]}"#),
    ])
    func `an issue whose label was dropped stops the others, which would not be found either`(
        system: TicketSystemName, answer: String
    ) throws {
        let fault = #expect(throws: DeliveryFault.self) {
            try Round(system, queue: "our/mentions", answers: [(200, "[]"), (201, answer)])
        }
        guard case .strayed(let reason) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(reason.hasPrefix("issue 12 was made without its label 'earshot': give the token"))
    }

    @Test func `a key in the words of a stranger is not that of the ticket`() {
        let body = HiddenKey.hidden("earshot-own", in: "<!-- earshot-other -->")
        #expect(HiddenKey.key(in: body) == "earshot-own")
    }

    @Test func `a webhook's body is signed, and has the same name each time`() throws {
        let server = try LoopbackServer { _ in .init(200, body: Array(#"{"id":"A1"}"#.utf8)) }
        var fields = TicketDestination.Fields()
        fields.custom = []
        let destination = TicketDestination(
            id: "hook", system: .webhook, address: server.url("/hook"), fields: fields,
            place: .sample)
        let session = try TicketSession.loopback(
            destination, secret: "key", TestClock().clock)
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [
                TicketDraft.Field(name: "ticket.title", value: "T"),
                TicketDraft.Field(name: "ticket.url", value: "U"),
                TicketDraft.Field(name: "key", value: "K"),
            ], facts: [:])
        let ticket = try destination.makeSystem(folder: "").create(draft, session)
        #expect(ticket.id == "A1")
        let request = try #require(server.requests.first)
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body == #"{"key":"K","ticket":{"title":"T","url":"U"}}"#)
        #expect(request.header("Idempotency-Key") == "earshot-0123-create")
        // HMAC-SHA-256 of that body under "key", reckoned with openssl.
        #expect(
            request.header("X-Earshot-Signature")
                == "sha256=50df6f93355fd1fbac7a6cc71e9f572116f7be78169be340881d1d29ccfccce3")
    }
}
