import Model
import RuleLoading
import TestSupport
import Testing

struct TicketRulesTests {
    static let routing = """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}]
        default_team: support
        tickets:
          installation: production
          max_age: 3d
          allow_networks: [10.0.0.0/8]
          destinations:
            - id: desk
              system: redmine
              url: https://tickets.example/
              token: secret:env:REDMINE_TOKEN
              queue: mentions
              type: 3
              key_field: 1
              priority: {low: 3, critical: 6}
              max_creates_per_run: 70
              fields: {2: "{{url}}"}
              language: pl
              max_comments: 5
              settle_time: 2m
            - {id: lines, system: jsonl, path: out/tickets}
            - id: mailbox
              system: email
              url: smtp://mail.example
              queue: desk@our.example
              requester: Earshot <us@our.example>
              user: us
              token: secret:env:SMTP_PASSWORD
              fields: {X-Team: "{{team}}"}
          routes:
            - when: {category: incident, severity_at_least: high}
              confidence_at_least: 0.6
              to: desk
            - {team: support, to: lines}
          templates:
            - {team: support, language: pl, subject: "{{brand}}: {{title|truncate:60}}"}
        """

    @Test func `destinations, routes and templates are read as written`() throws {
        let rules = try Rules.loaded(["rules/routing.yaml": Self.routing])
        let tickets = try #require(rules.routing.tickets)
        #expect(tickets.installation == "production")
        #expect(tickets.maximumAge == .seconds(3 * 86_400))
        #expect(tickets.allowedNetworks == ["10.0.0.0/8"])
        #expect(tickets.destinations.map(\.id) == ["desk", "lines", "mailbox"])
        let desk = tickets.destinations[0]
        #expect(desk.system == .redmine)
        #expect(desk.address == "https://tickets.example")
        #expect(desk.credentials.secret == .environment("REDMINE_TOKEN"))
        #expect(desk.fields.queue == "mentions")
        #expect(desk.fields.keyField == "1")
        #expect(desk.fields.priorities == [.low: "3", .critical: "6"])
        #expect(desk.fields.custom.map(\.name) == ["2"])
        #expect(desk.terms.language == .polish)
        #expect(desk.terms.maximumComments == 5)
        #expect(desk.terms.settleTime == .seconds(120))
        #expect(tickets.destinations[1].address == "out/tickets")
        let mailbox = tickets.destinations[2]
        #expect(mailbox.address == "smtp://mail.example:587")
        #expect(mailbox.fields.requester == "Earshot <us@our.example>")
        #expect(mailbox.fields.custom.map(\.name) == ["X-Team"])
        #expect(mailbox.terms.whenUnsure == .hold)
        #expect(tickets.routes.map(\.destination) == ["desk", "lines"])
        #expect(tickets.routes[0].minimumConfidence == 0.6)
        #expect(tickets.routes[1].teams == ["support"])
        #expect(
            tickets.templates[0].subject?.parts == [
                .placeholder(.brand, []), .literal(": "), .placeholder(.title, [.truncate(60)]),
            ])
    }

    @Test(arguments: [
        ("{2: [\"{{categories}}\", heard]}", true, ["{{categories}}", "heard"]),
        ("{2: \"{{categories}}\"}", false, ["{{categories}}"]),
    ])
    func `a field that takes several values has a list of them`(
        fields: String, isList: Bool, values: [String]
    ) throws {
        let text = Self.routing.replacing("fields: {2: \"{{url}}\"}", with: "fields: \(fields)")
        let rules = try Rules.loaded(["rules/routing.yaml": text])
        let desk = try #require(rules.routing.tickets?.destinations.first { $0.id == "desk" })
        #expect(desk.fields.custom.map(\.isList) == [isList])
        let parts = try values.map { try TicketTemplate($0).parts }
            .joined(separator: [.literal(",")])
        #expect(desk.fields.custom.map(\.value) == [TicketTemplate(parts: Array(parts))])
    }

    @Test func `states in which a ticket stays closed are those of the system`() throws {
        let text = Self.routing.replacing(
            "settle_time: 2m", with: "settle_time: 2m\n      never_reopen: [Rejected, Won't do]")
        let rules = try Rules.loaded(["rules/routing.yaml": text])
        let desk = try #require(rules.routing.tickets?.destinations.first { $0.id == "desk" })
        #expect(desk.fields.finalStates == ["Rejected", "Won't do"])
    }

    @Test func `certificates of one's own are a file of the workspace`() throws {
        let text = Self.routing.replacing(
            "settle_time: 2m", with: "settle_time: 2m\n      ca_file: certs/own.pem")
        let rules = try Rules.loaded(["rules/routing.yaml": text])
        let desk = try #require(rules.routing.tickets?.destinations.first { $0.id == "desk" })
        #expect(desk.terms.certificateFile == "certs/own.pem")
        let misplaced = Self.routing.replacing(
            "path: out/tickets}", with: "path: out/tickets, ca_file: certs/own.pem}")
        let found = try Complaints.ofRouting(misplaced)
        #expect(found.count == 1)
        #expect(found.first?.contains("'ca_file'") == true)
    }

    @Test(arguments: ["/in/?team=a", "/in/"])
    func `a webhook is called at exactly its address`(path: String) throws {
        let address = "https://hook.example" + path
        let text = Self.routing.replacing(
            "- {id: lines, system: jsonl, path: out/tickets}",
            with: "- {id: lines, system: webhook, token: secret:env:H, url: \(address)}")
        let tickets = try #require(try Rules.loaded(["rules/routing.yaml": text]).routing.tickets)
        #expect(tickets.destinations[1].address == address)
    }

    @Test func `a user of a system over HTTP has no colon`() throws {
        try expect(
            "a user name cannot hold ':' or a control character; write it without",
            of: "system: jira, url: 'https://j.example', user: 'a:b', token: 'secret:env:J', "
                + "queue: SOC, type: Task")
    }

    /// Named otherwise, none would ever be met.
    @Test(arguments: [
        ("[12, 14]", nil), ("[Closed]", "expected a number, found text"),
        ("[0]", "0 is out of range; write a number from 2 to 1000000"),
        (
            "[12, 2]",
            "in '2' (open) a ticket waits for somebody, and would be neither open nor late; name the "
                + "states in which nobody works on it any more"
        ), ("[3]", "in '3' (pending) a ticket waits for somebody"),
    ])
    func `states of Freshdesk are numbers`(states: String, complaint: String?) throws {
        try expect(
            complaint,
            of: "system: freshdesk, url: 'https://f.example', token: 'secret:env:F', "
                + "key_field: cf_key, requester: us@our.example, closed_states: \(states)")
    }

    @Test(arguments: [
        ("[resolved, open]", "open"), ("[new]", "new"), ("[erledigt]", nil),
        ("[resolved, wznowione], reopen_status: wznowione", "wznowione"),
    ])
    func `a state that tickets are opened with is none in which they are closed`(
        states: String, refused: String?
    ) throws {
        try expect(
            refused.map { "in '\($0)' a" },
            of: "system: rt, url: 'https://rt.example', token: 'secret:env:R', queue: Mentions, "
                + "key_field: External ID, requester: us@our.example, closed_states: \(states)")
    }

    @Test(arguments: [
        ("{customfield_1: a, customfield_2.value: b, customfield_2.child.value: c}", nil),
        ("{customfield_1: a, customfield_1.value: b}", "one is inside the other"),
        ("{customfield_1.: a}", "is no place in the JSON"),
    ])
    func `a field of Jira may be the part of one`(fields: String, complaint: String?) throws {
        try expect(
            complaint,
            of: "system: jira_dc, url: 'https://j.example', token: 'secret:env:J', queue: SOC, "
                + "type: Task, fields: \(fields)")
    }

    @Test(arguments: [
        ("type: 88, queue: 8, never_reopen: [Rejected], fields: {Severity: high}", nil),
        ("queue: 8", "key 'type' is missing"),
        ("type: 88, priority: {high: high}", "'priority' means nothing"),
        ("type: 88, tags: [earshot]", "'tags' means nothing"),
        ("type: 88, closed_states: [Done]", "'closed_states' means nothing"),
    ])
    func `what Intercom has no place for is refused`(settings: String, complaint: String?) throws {
        try expect(
            complaint,
            of: "system: intercom, url: 'https://api.eu.intercom.io', user: 991, "
                + "token: 'secret:env:I', key_field: Earshot key, requester: listening, \(settings)"
        )
    }

    /// The system would refuse each ticket.
    @Test(arguments: [
        ("freshdesk", "key_field: cf_key, requester: us@our.example", "{high: 3}", true),
        ("freshdesk", "key_field: cf_key, requester: us@our.example", "{high: urgent}", false),
        ("zendesk", "user: us@our.example", "{high: high, critical: urgent}", true),
        ("zendesk", "user: us@our.example", "{critical: critical}", false),
        ("rt", "queue: Q, key_field: K, requester: us@our.example", "{high: 80}", true),
    ])
    func `how grave a ticket is has the names that its system knows`(
        system: String, settings: String, priority: String, isRight: Bool
    ) throws {
        try expect(
            isRight ? nil : "unknown priority '",
            of: "system: \(system), url: 'https://desk.example', token: 'secret:env:D', "
                + "\(settings), priority: \(priority)")
    }

    // MARK: - Private

    /// - Parameters:
    ///   - complaint: what the only mistake holds; `nil` for none.
    ///   - destination: the settings of one in the place of the files.
    private func expect(_ complaint: String?, of destination: String) throws {
        let text = Self.routing.replacing(
            "system: jsonl, path: out/tickets", with: destination)
        let found = try Complaints.ofRouting(text)
        #expect(found.count == (complaint == nil ? 0 : 1), "\(found)")
        if let complaint { #expect(found.first?.contains(complaint) == true, "\(found)") }
    }
}
