import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct TicketWriterTests {
    static let address = "https://news.example/1"

    func draft(
        _ template: String, _ text: String, for system: TicketSystemName = .freshdesk
    ) throws -> TicketDraft {
        try writer(template, system).draft(.create, context(text))
    }

    func context(
        _ text: String, naming brands: [Brand.ID] = ["zefirnet"], score: Double = 0,
        facets: FacetTags = FacetTags()
    ) -> TicketContext {
        TicketContext(
            entry: .sample(
                1, text, title: "Title",
                saying: brands.map {
                    .init(of: $0, as: text, score < 0 ? .negative : .neutral, score: score)
                }, link: Self.address, facets: facets),
            key: "earshot-0123", identity: "earshot-4567", sourceName: "News", related: [],
            history: ([], 0),
            answerBy: nil, previous: nil)
    }

    func writer(
        _ template: String, _ system: TicketSystemName, subject: String? = nil,
        tags: [String] = [], language: LanguageCode = .english, fields: [String: String] = [:],
        isList: Bool = false
    ) throws -> TicketWriter {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://desk.example",
            fields: .init(
                tags: try tags.map { try TicketTemplate($0) },
                custom: try fields.map {
                    .init(name: $0, value: try TicketTemplate($1), isList: isList)
                }),
            terms: .init(language: language), place: .sample)
        let tickets = TicketRules(
            installation: "test", maximumAge: .seconds(86_400), allowedNetworks: [],
            destinations: [destination], routes: [],
            templates: [
                TicketTemplates(
                    subject: try subject.map { try TicketTemplate($0) },
                    body: try TicketTemplate(template))
            ])
        let rules = Rules(
            brands: [], categories: [], facets: [.touchpoint], locations: [.gdansk],
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [], routes: [], defaultTeam: "support",
                severityRules: [], tickets: tickets), lexicons: [])
        return TicketWriter(rules: rules, destination: destination)
    }

    @Test(arguments: [TicketSystemName.freshdesk, .redmine, .github, .jiraDataCenter, .zendesk])
    func `a long text is cut so that what stands behind it is whole`(
        system: TicketSystemName
    ) throws {
        let text = "Zefirnet " + String(repeating: "a <b> & *c* ", count: 12_000)
        let limits = system.limits
        let draft = try draft("{{text}}\nLink: {{url}}\nNo. {{number}}", text, for: system)
        let link = limits.markup.link(Self.address)
        let end = limits.markup.finished("\nLink: \(link)\nNo. 1")
        #expect(draft.body.hasSuffix("…" + end))
        #expect(draft.body.utf16.count <= limits.body)
        // The longest that fits: a character and its space make no more mark-up than this.
        #expect(draft.body.utf16.count > limits.body - 16)
    }

    @Test func `of too many mentions as many are listed as fit, and the key is there`() throws {
        let entries = (1...2_000).map { number in
            HeardEntry.sample(
                Int64(number), "Zefirnet", saying: [], link: "\(Self.address)/a&b/\(number)")
        }
        let limits = TicketSystemName.freshdesk.limits
        let body = try writer("{{text}}", .freshdesk).summary(
            of: entries, key: "earshot-9", gravest: nil
        ).body
        #expect(body.utf16.count <= limits.body)
        let lines = body.split(separator: "<br>\n", omittingEmptySubsequences: false)
        let listed = lines.count { $0.hasPrefix("#") }
        #expect(lines.suffix(3) == ["… +\(2_000 - listed)", "", "earshot-9"])
        #expect(lines.filter { $0.hasPrefix("#") }.allSatisfy { $0.hasSuffix("</a>") })
        #expect(body.utf16.count > limits.body - 300)
    }

    /// "Zefirnet" is the brand, and the entry has no category.
    @Test(arguments: [
        ("[{{brand}}] {{category}}: {{title}}", "[zefirnet] Title"),
        ("{{category}} – {{title}}", "Title"), ("[{{category}}] {{title}}", "Title"),
        ("{{title}} ({{category}})", "Title"), ("a: {{title}}", "a: Title"),
    ])
    func `a subject leaves out what is empty, with what stands around it`(
        template: String, subject: String
    ) throws {
        let context = context("Zefirnet")
        let writer = try writer("{{text}}", .zendesk, subject: template)
        #expect(writer.draft(.create, context).subject == subject)
    }

    @Test(arguments: ["{{category}}", "{{category}} – {{categories}}"])
    func `a subject of which nothing is left is the usual one`(template: String) throws {
        let usual = try writer("{{text}}", .redmine).draft(.create, context("Zefirnet")).subject
        #expect(usual.contains("Title"))
        let draft = try writer("{{text}}", .redmine, subject: template)
            .draft(.create, context("Zefirnet"))
        #expect(draft.subject == usual)
    }

    @Test func `a subject ends with its last value, not with what parts it from an empty one`()
        throws
    {
        let draft = try writer(
            "{{text}}", .github, subject: "{{title}} – {{category}}"
        ).draft(.create, context("Kawa"))
        #expect(draft.subject == "Title")
    }

    @Test(arguments: [
        ("{{text}}", "Zefirnet: call init () first", "Zefirnet: call init () first"),
        ("No. {{number}} ({{previous}})", "Zefirnet", "No. 1"),
        ("No. {{number}} ({{previous}}) ({{related}}) end", "Zefirnet", "No. 1 end"),
        ("No. {{number}} (), {{previous}}", "Zefirnet", "No. 1 (), "),
    ])
    func `only the template's own brackets go with an empty value`(
        template: String, text: String, body: String
    ) throws {
        #expect(try draft(template, text, for: .zendesk).body == body)
    }

    @Test(arguments: [
        (TicketSystemName.zendesk, "Same: https://a.example/1?b=c_d, #2"),
        (.github, "Same: <https://a.example/1?b=c_d>, \u{200B}#\u{200B}2"),
        (
            .freshdesk,
            "Same: <a href=\"https://a.example/1?b=c_d\" rel=\"noopener noreferrer nofollow\">"
                + "https://a.example/1?b=c_d</a>, #2"
        ),
    ])
    func `other mentions of the story are links`(system: TicketSystemName, body: String) throws {
        let own = context("Zefirnet")
        let related = [
            HeardEntry.sample(1, "Zefirnet", saying: [], link: "https://a.example/1?b=c_d"),
            HeardEntry.sample(2, "Zefirnet", saying: []),
        ]
        let context = TicketContext(
            entry: own.entry, key: own.key, identity: own.identity, sourceName: "News",
            related: related, history: ([], 0), answerBy: nil, previous: nil)
        let writer = try writer("Same: {{related}}", system)
        #expect(writer.draft(.create, context).body == body)
    }

    @Test func `a ticket of our own words says what it is about`() throws {
        let destination = TicketDestination(
            id: "desk", system: .zendesk, address: "https://desk.example", place: .sample)
        let rules = Rules(
            brands: [], categories: [], facets: [.touchpoint], locations: [.gdansk],
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [], routes: [], defaultTeam: "support",
                severityRules: []), lexicons: [])
        let writer = TicketWriter(rules: rules, destination: destination)
        let lines = writer.draft(.create, context("Zefirnet", facets: Self.facets)).body
            .split(separator: "\n")
        #expect(lines.contains("Touchpoint: App, Website; Location: Gdańsk"))
    }

    /// The rule that raised it stands at `FileLocation.sample`.
    @Test(arguments: [
        (
            LanguageCode.english,
            "Technical issue (broken, tone negative, blame said to @zefirnet); severity high "
                + "(Technical issue, tone negative)"
        ),
        (
            .polish,
            "Problem techniczny (broken, ton negatywny, krytyka pod adresem @zefirnet); severity wysoka "
                + "(Problem techniczny, ton negatywny)"
        ),
    ])
    func `people read the reasons in words, and programs with the rules' places`(
        language: LanguageCode, body: String
    ) throws {
        let place = FileLocation.sample
        let destination = TicketDestination(
            id: "desk", system: .zendesk, address: "https://desk.example",
            fields: .init(custom: [
                .init(name: "1", value: try TicketTemplate("{{category_reasons}}")),
                .init(name: "2", value: try TicketTemplate("{{severity_reason}}")),
            ]), terms: .init(language: language), place: place)
        let template = try TicketTemplate(
            "{{category}} ({{category_reasons}}); severity {{severity}} ({{severity_reason}})")
        let rules = Rules(
            brands: [],
            categories: [
                Category(
                    id: "technical_issue", name: "Technical issue",
                    translations: [.polish: Translation(name: "Problem techniczny")], place: place)
            ],
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [], routes: [], defaultTeam: "support",
                severityRules: [
                    SeverityRule(
                        condition: TagCondition(
                            categories: ["incident", "technical_issue"], sentiments: [.negative]),
                        severity: .high, place: place)
                ],
                tickets: TicketRules(
                    installation: "test", maximumAge: .seconds(86_400), allowedNetworks: [],
                    destinations: [destination], routes: [],
                    templates: [TicketTemplates(body: template)])), lexicons: [])
        let evidence = ["broken", "broken", "tone negative", "blame said to @zefirnet"].map {
            CategoryEvidence(rule: "rules/categories.yaml:31:5", term: $0, range: 0..<1)
        }
        let entry = HeardEntry.sample(
            1, "Zefirnet is broken",
            saying: [.init(of: "zefirnet", as: "Zefirnet", .negative, score: -0.5)],
            categories: [CategoryTag(id: "technical_issue", confidence: 1, evidence: evidence)],
            severity: .high, severityReason: place.description)
        let context = TicketContext(
            entry: entry, key: "earshot-0123", identity: "earshot-4567", sourceName: "News",
            related: [], history: ([], 0), answerBy: nil, previous: nil)
        let draft = TicketWriter(rules: rules, destination: destination).draft(.create, context)
        #expect(draft.body == body)
        #expect(
            draft.fields.map(\.value) == [
                "broken, rules/categories.yaml:31:5; broken, rules/categories.yaml:31:5; "
                    + "tone negative, rules/categories.yaml:31:5; "
                    + "blame said to @zefirnet, rules/categories.yaml:31:5", place.description,
            ])
    }

    @Test(
        arguments: [
            ([("broken", -1.2), ("is", -0.04)], "broken -1.2"), ([("is", -0.04)], "is -0.0"),
            ([("is", 0.06)], "is +0.1"),
        ] as [([(String, Double)], String)])
    func `words that weigh next to nothing are no reasons beside others`(
        words: [(String, Double)], reasons: String
    ) throws {
        let destination = TicketDestination(
            id: "desk", system: .zendesk, address: "https://desk.example",
            fields: .init(custom: [
                .init(name: "1", value: try TicketTemplate("{{tone_reasons}}"))
            ]), terms: .init(language: .english), place: .sample)
        let rules = Rules(
            brands: [], categories: [],
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [], routes: [], defaultTeam: "support",
                severityRules: [],
                tickets: TicketRules(
                    installation: "test", maximumAge: .seconds(86_400), allowedNetworks: [],
                    destinations: [destination], routes: [],
                    templates: [TicketTemplates(body: try TicketTemplate("{{text}}"))])),
            lexicons: [])
        let entry = HeardEntry.sample(
            1, "Zefirnet is broken",
            saying: [
                .init(of: "zefirnet", as: "Zefirnet", .negative, score: -0.5, words: words)
            ])
        let context = TicketContext(
            entry: entry, key: "earshot-0123", identity: "earshot-4567", sourceName: "News",
            related: [], history: ([], 0), answerBy: nil, previous: nil)
        let draft = TicketWriter(rules: rules, destination: destination).draft(.create, context)
        #expect(draft.fields.map(\.value) == [reasons])
    }
}
