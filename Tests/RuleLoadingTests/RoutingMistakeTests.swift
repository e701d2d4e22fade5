import RuleLoading
import TestSupport
import Testing

/// Every mistake that can be made in `rules/routing.yaml`, but for tickets and what is sent.
struct RoutingMistakeTests {
    @Test(arguments: [
        ["11-31", "02-30", "2026-02-29"], ["24-12"], ["11.11", "1-1", "26-11-11", "-11-11"],
    ])
    func `holidays that no year has`(days: [String]) throws {
        let text = """
            time_zone: Europe/Warsaw
            teams:
              - id: support
                name: Support
                holidays:
            \(days.map { "      - '\($0)'" }.joined(separator: "\n"))
            default_team: support
            """
        let found = try Complaints.ofRouting(text)
        #expect(
            found
                == days.enumerated().map { number, day in
                    "rules/routing.yaml:\(number + 6):9: '\(day)' is no day; write month and day, "
                        + "such as 12-24 for every year or 2026-12-24"
                })
    }

    @Test(arguments: [
        (
            "days: monday, from: \"08:00\", to: \"09:00\"",
            "5:20: 'monday' is not a day; write mon, tue, wed, thu, fri, sat, sun or mon-fri"
        ),
        (
            "days: mon-fri-sun, from: \"08:00\", to: \"09:00\"",
            "5:20: 'mon-fri-sun' is not a day; write mon, tue, wed, thu, fri, sat, sun or mon-fri"
        ),
        (
            "days: mon, from: 8, to: \"09:00\"",
            "5:31: '8' is not a time of day; write one such as \"08:00\""
        ),
        (
            "days: mon, from: \"08:60\", to: \"09:00\"",
            "5:31: '08:60' is not a time of day; write one such as \"08:00\""
        ),
        (
            "days: mon, from: \"08:00\", to: \"24:01\"",
            "5:44: '24:01' is not a time of day; write one such as \"08:00\""
        ),
        (
            "days: mon, from: \"22:00\", to: \"06:00\"",
            "5:44: 'to' is not after 'from'; for a night write two shifts, one to \"24:00\", one from \"00:00\""
        ),
        ("days: mon, from: \"22:00\"", "5:13: key 'to' is missing; write 'to: …'"),
    ])
    func `hours that a team cannot have`(shift: String, message: String) throws {
        let text = """
            time_zone: Europe/Warsaw
            teams:
              - id: support
                name: Support
                hours: [{\(shift)}]
            default_team: support
            """
        let found = try Complaints.ofRouting(text)
        #expect(found == ["rules/routing.yaml:" + message])
    }

    @Test(arguments: [
        (
            "routes: [{when: {category: [incident, incidnet]}, team: support}]",
            "4:39: unknown category 'incidnet'; did you mean 'incident'?"
        ),
        (
            "routes: [{when: {brand: [lampa, wazon]}, team: support}]",
            "4:33: unknown brand 'wazon'; write lampa"
        ),
        (
            "routes: [{when: {sentiment: negativ}, team: support}]",
            "4:29: unknown sentiment 'negativ'; did you mean 'negative'?"
        ),
        (
            "routes: [{when: {brand_kind: mine}, team: support}]",
            "4:30: unknown brand kind 'mine'; write own, competitor or topic"
        ),
        (
            "routes: [{when: {language: xx}, team: support}]",
            "4:28: unknown language 'xx'; write an ISO 639-1 code, such as 'pl'"
        ),
        (
            "routes: [{when: {severity_at_least: urgent}, team: support}]",
            "4:37: unknown severity 'urgent'; write low, normal, high or critical"
        ),
        (
            "routes: [{when: {score_at_most: -2}, team: support}]",
            "4:33: -2 is out of range; write a number from -1 to 1"
        ),
        (
            "routes: [{when: {categories: incident}, team: support}]",
            "4:18: unknown key 'categories'; did you mean 'category'?"
        ),
        (
            "routes: [{when: {}, team: support}]",
            "4:17: the condition is empty; write what must hold, or remove the rule"
        ),
        (
            "severity: [{when: {facets: {}}, severity: critical}]",
            "4:19: the condition is empty; write what must hold, or remove the rule"
        ),
        (
            "routes: [{when: {brand: []}, team: support}]",
            "4:25: the list is empty; write an item or remove the key"
        ),
        (
            "routes: [{when: {brand: lampa}, team: suport}]",
            "4:39: unknown team 'suport'; did you mean 'support'?"
        ),
        ("routes: [{team: support}]", "4:10: key 'when' is missing; write 'when: …'"),
        (
            "severity: [{when: {brand: lampa}, severity: top}]",
            "4:45: unknown severity 'top'; write low, normal, high or critical"
        ),
        ("language: de", "4:11: unknown language 'de'; write en, pl or lv"),
        ("timezone: UTC", "4:1: unknown key 'timezone'; did you mean 'time_zone'?"),
    ])
    func `a route that cannot be`(line: String, message: String) throws {
        let text = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            \(line)
            """
        let found = try Complaints.ofRouting(text)
        #expect(found == ["rules/routing.yaml:" + message])
    }

    @Test(arguments: [
        ("sending", "'channels:' or 'notices:'", "channels:"),
        ("tickets", "'destinations:' or 'routes:'", "destinations:"),
    ])
    func `a list alone within routing is told its key`(key: String, keys: String, example: String)
        throws
    {
        let routing = """
            time_zone: UTC
            teams: [{id: support, name: Support}]
            default_team: support
            \(key):
              - {id: a}
            """
        let message =
            "rules/routing.yaml:5:3: the list has no key; write \(keys) on a line of its own above "
            + "it, such as '\(example)' and below it '- id: …'"
        #expect(try Complaints.ofRouting(routing) == [message])
    }

    @Test func `routing without a zone, with unknown teams and impossible times`() throws {
        let text = """
            time_zone: Europe/Warszawa
            teams:
              - {id: support, name: Support, answer_within: {high: 4, urgent: 1h}}
              - {id: support, name: Again}
            default_team: marketing
            """
        let expected = [
            "rules/routing.yaml:1:12: unknown time zone 'Europe/Warszawa'; "
                + "did you mean 'Europe/Warsaw'?",
            "rules/routing.yaml:3:56: '4' is not a duration; "
                + "write one such as 500ms, 30s, 5m, 24h or 2d",
            "rules/routing.yaml:3:59: unknown key 'urgent'; write low, normal, high or critical",
            "rules/routing.yaml:4:10: team 'support' stands already at rules/routing.yaml:3:10; "
                + "give this one another id",
            "rules/routing.yaml:5:15: unknown team 'marketing'; write support",
        ]
        let found = try Complaints.ofRouting(text)
        #expect(found == expected)
    }
}
