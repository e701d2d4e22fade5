import Model
import RuleLoading
import TestSupport
import Testing

/// Mistakes at destinations of tickets, with the line an operator reads.
extension TicketRulesTests {
    /// The line that a mistake is put in place of, and what is said of it.
    @Test(arguments: [
        (
            "url: https://tickets.example/", "url: https://tickets.example/?lang=pl",
            "11:12: 'https://tickets.example/?lang=pl' goes on behind '?' or '#', where nothing can "
                + "be written behind it; write what stands before"
        ),
        (
            "language: pl, subject: \"{{brand}}: {{title|truncate:60}}\"", "language: pl",
            "37:7: neither 'subject' nor 'body'; write one, or remove this item"
        ),
        (
            "support, language: pl, subject", "support, language: lv, subject",
            "37:33: no destination is in 'lv', so this is never used; write en or pl, or remove "
                + "this item"
        ),
        (
            "truncate:60}}\"}",
            "truncate:60}}\"}\n    - {team: support, language: pl, subject: a, body: b}",
            "38:46: a 'subject' for this team and language stands already at "
                + "rules/routing.yaml:37:46; keep one"
        ),
        (
            "system: redmine", "system: remind",
            "10:15: unknown system 'remind'; did you mean 'redmine'?"
        ),
        (
            "url: https://tickets.example/", "url: http://tickets.example/",
            "11:12: a secret would cross the net in the open; write an https address"
        ),
        (
            "token: secret:env:REDMINE_TOKEN", "token: abc",
            "12:14: a secret cannot stand in this file; write secret:env:NAME or secret:file:NAME, "
                + "and put it there"
        ),
        (
            "key_field: 1", "assignee: 4",
            "9:7: key 'key_field' is missing; write 'key_field: …'"
        ),
        (
            "queue: mentions", "requester: a@b.example",
            "13:18: 'requester' means nothing to a destination of system 'redmine'; remove it"
        ),
        (
            "max_creates_per_run: 70", "tags: [\"{{categories}}\"]",
            "17:13: 'tags' means nothing to a destination of system 'redmine'; remove it"
        ),
        (
            "max_creates_per_run: 70", "closed_states: [done]",
            "17:22: 'closed_states' means nothing to a destination of system 'redmine'; remove it"
        ),
        (
            "priority: {low: 3, critical: 6}", "priority: {urgent: 3}",
            "16:18: unknown key 'urgent'; write low, normal, high or critical"
        ),
        (
            "fields: {2: \"{{url}}\"}", "fields: {2: \"{{ulr}}\"}",
            "18:19: unknown placeholder 'ulr'; did you mean 'url'?"
        ),
        (
            "fields: {2: \"{{url}}\"}", "fields: {2: \"{{facet:plcae}}\"}",
            "18:19: unknown facet 'plcae'; no facet is defined yet, so define it"
        ),
        (
            "fields: {2: \"{{url}}\"}", "fields: {2: \"{{facet:}}\"}",
            "18:19: unknown placeholder 'facet:'; did you mean 'facets'?"
        ),
        (
            "fields: {2: \"{{url}}\"}", "fields: {2: \"{{url\"}",
            "18:19: '{{' is not closed; write '}}' behind the placeholder"
        ),
        (
            "subject: \"{{brand}}: {{title|truncate:60}}\"", "subject: \"{{title|upper}}\"",
            "37:46: unknown filter 'upper'; write oneline, truncate:80, date or number"
        ),
        (
            "fields: {2: \"{{url}}\"}", "fields: {2: \"{{url|date}}\"}",
            "18:19: 'date' does not go with 'url'; date goes with answer_by, published and heard_at, "
                + "number with score and number"
        ),
        (
            "fields: {2: \"{{url}}\"}", "fields: {2: \"{{facet:touchpoint|number}}\"}",
            "18:19: 'number' does not go with 'facet:touchpoint'; date goes with answer_by, published "
                + "and heard_at, number with score and number"
        ),
        ("to: desk", "to: dest", "34:11: unknown destination 'dest'; did you mean 'desk'?"),
        (
            "{id: lines, system: jsonl, path: out/tickets}",
            "{id: lines, system: jsonl, path: ../tickets}",
            "22:40: '../tickets' leaves the workspace; write a path inside it, or an absolute one"
        ),
        (
            "smtp://mail.example", "https://mail.example",
            "25:12: 'https://mail.example' is no mail server; write smtp://host:587 (which goes on "
                + "in TLS) or smtps://host:465"
        ),
        (
            "smtp://mail.example", "smtp://mail.example:99999",
            "25:12: '99999' is no port; write one from 1 to 65535, or none"
        ),
        (
            "queue: desk@our.example", "queue: desk",
            "26:14: 'desk' is no e-mail address; write name@host.example or "
                + "Name <name@host.example>"
        ),
        (
            "      user: us\n", "",
            "23:7: 'user' and 'token' go together; write both, or neither where the server asks for "
                + "none"
        ),
        (
            "X-Team", "X-Earshot-Key",
            "30:16: 'X-Earshot-Key' cannot be a line of a message; write a name such as X-Team"
        ),
        (
            "X-Team", "X-Team: a, x-team",
            "30:27: key 'x-team' stands twice in one mapping; keep one"
        ),
        (
            "X-Team", "Bcc",
            "30:16: 'Bcc' cannot be a line of a message; write a name such as X-Team"
        ),
        (
            "{id: lines, system: jsonl, path: out/tickets}",
            "{id: lines, system: webhook, url: 'https://h.example', token: 'secret:env:H', "
                + "fields: {a.b: x, a: y}}",
            "22:102: of 'a' and 'a.b' one is inside the other, which is a text; give it another name"
        ),
        (
            "{id: lines, system: jsonl, path: out/tickets}",
            "{id: lines, system: webhook, url: 'https://h.example', token: 'secret:env:H', "
                + "fields: {a..b: x}}",
            "22:94: 'a..b' is no place in the JSON; write names with single dots between, such as "
                + "ticket.team"
        ),
        (
            "confidence_at_least: 0.6", "confidence_at_least: 60",
            "33:28: 60 is out of range; write a number from 0 to 1"
        ),
    ])
    func `a mistake is told with its place and what to write`(
        line: String, mistake: String, message: String
    ) throws {
        let text = Self.routing.replacing(line, with: mistake)
        let found = try Complaints.ofRouting(text)
        #expect(found.contains("rules/routing.yaml:" + message), "\(found)")
    }
}
