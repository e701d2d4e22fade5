import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct TicketWriterTests {
    private static let address = "https://news.example/1"

    private func draft(
        _ template: String, _ text: String, for system: TicketSystemName = .freshdesk
    ) throws -> TicketDraft {
        try writer(template, system).draft(.create, context(text))
    }

    private func context(
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

    private func writer(
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

    @Test(arguments: [
        (
            TicketSystemName.zendesk, true,
            ["36": "listening", "37": address, "38": "News: zefirnet"]
        ),
        (.zendesk, false, ["36": "listening"]), (.webhook, true, [:]),
    ])
    func `a list has the tags that ask for nothing of a mention, and fields by the gravest`(
        system: TicketSystemName, isAnyLeft: Bool, fields: [String: String]
    ) throws {
        let writer = try writer(
            "{{text}}", system, tags: ["earshot,{{severity}}", "{{brand}}"],
            fields: [
                "36": "listening", "37": "{{url}}", "38": "{{source}}: {{brand}}",
                "39": "by {{author}}: {{title}}{{excerpt}}", "40": "{{text}}",
            ])
        let draft = writer.summary(
            of: [.sample(1, "Zefirnet", saying: [])], key: "earshot-9",
            gravest: isAnyLeft ? context("Zefirnet") : nil)
        #expect(draft.tags == ["earshot"])
        #expect(
            Dictionary(uniqueKeysWithValues: draft.fields.map { ($0.name, $0.value) }) == fields)
    }

    /// Redmine refuses "Zefirnet, Kawka" where a field takes each of them (seen with 5.0.4).
    @Test(arguments: [
        ("{{brands}}", ["zefirnet", "kawka"]), ("{{category}}", nil),
        ("heard,{{brands}}", ["heard", "zefirnet", "kawka"]),
    ])
    func `a field that takes several values has each by itself`(
        template: String, values: [String]?
    ) throws {
        let context = context("Zefirnet Kawka", naming: ["zefirnet", "kawka"])
        let list = try writer("{{text}}", .redmine, fields: ["5": template], isList: true)
        let summary = list.summary(of: [context.entry], key: "earshot-9", gravest: context)
        for draft in [list.draft(.create, context), summary] {
            #expect(draft.fields.map(\.values) == (values.map { [$0] } ?? []))
            #expect(
                draft.fields.map(\.json) == (values.map { [.array($0.map(JSON.string))] } ?? []))
        }
        let text = try writer("{{text}}", .redmine, fields: ["5": "{{brands}}"])
        #expect(text.draft(.create, context).fields.map(\.json) == ["zefirnet, kawka"])
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

    @Test(arguments: [
        (
            TicketSystemName.zendesk,
            ["Kawa, herbata i s-ka", "net", "x-Kawa, herbata i s-ka", "x-net"]
        ),
        (.github, ["Kawa, herbata i s-ka", "net", "x-Kawa, herbata i s-ka", "x-net"]),
    ])
    func `each brand is a tag, whatever signs are in its name`(
        system: TicketSystemName, tags: [String]
    ) throws {
        let context = context("Kawa net", naming: ["Kawa, herbata i s-ka", "net"])
        let writer = try writer(
            "{{text}}", system, tags: ["{{brands}}", "x-{{brands}}", "{{category}}"])
        #expect(writer.draft(.create, context).tags == tags)
    }

    @Test func `a comma of the template parts tags, one in a value does not`() throws {
        let context = context("Kawa net", naming: ["Kawa, herbata i s-ka"])
        let draft = try writer(
            "{{text}}", .github, tags: ["earshot,{{severity}}", "a, {{brands}}"]
        ).draft(.create, context)
        #expect(draft.tags == ["earshot", "normal", "a", "Kawa, herbata i s-ka"])
    }

    @Test func `a field says what it can where a value is empty, and lists as a whole`() throws {
        let context = context("Kawa net", naming: ["kawa", "net"])
        let draft = try writer(
            "{{text}}", .zendesk,
            fields: ["1": "{{source}} / {{author}}", "2": "{{brands}}: {{source}}"]
        ).draft(.create, context)
        let fields = Dictionary(uniqueKeysWithValues: draft.fields.map { ($0.name, $0.value) })
        #expect(fields == ["1": "News / ", "2": "kawa, net: News"])
    }

    @Test func `a subject ends with its last value, not with what parts it from an empty one`()
        throws
    {
        let draft = try writer(
            "{{text}}", .github, subject: "{{title}} – {{category}}"
        ).draft(.create, context("Kawa"))
        #expect(draft.subject == "Title")
    }

    @Test(arguments: [(TicketSystemName.github, 50), (.freshdesk, 32), (.gitlab, 255)])
    func `a tag is no longer than its system takes`(system: TicketSystemName, most: Int) throws {
        let name = String(repeating: "a", count: 300)
        let draft = try writer("{{text}}", system, tags: ["{{brands}}"])
            .draft(.create, context("x", naming: [Brand.ID(name)]))
        #expect(draft.tags.map(\.utf16.count) == [most])
    }

    @Test func `a comma within a tag does not make two of it, where they stand in one text`() {
        #expect(TicketTags.listed(["earshot", "Kawa, herbata"]) == "earshot,Kawa herbata")
    }

    @Test(arguments: [(LanguageCode.english, "−0.50"), (.polish, "−0,50"), (.latvian, "−0,50")])
    func `people read numbers as their language writes them, and fields as programs do`(
        language: LanguageCode, score: String
    ) throws {
        let context = context("Zefirnet", score: -0.5)
        let draft = try writer(
            "{{score}}", .zendesk, language: language, fields: ["7": "{{score}}"]
        )
        .draft(.create, context)
        #expect(draft.body == score)
        #expect(draft.fields.map(\.value) == ["-0.50"])
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

    private static let facets: FacetTags = [
        "location": [.sample("gdansk")], "touchpoint": [.sample("app"), .sample("web")],
    ]

    @Test(arguments: [
        (LanguageCode.english, "Touchpoint: App, Website; Location: Gdańsk"),
        (.polish, "Punkt styku: Aplikacja, Website; Miejsce: Gdańsk"),
        (.latvian, "Touchpoint: App, Website; Vieta: Gdaņska"),
    ])
    func `people read by name what a mention is about, fields and tags name it as the rules do`(
        language: LanguageCode, line: String
    ) throws {
        let context = context("Zefirnet", facets: Self.facets)
        let writer = try writer(
            "{{facets}}", .zendesk, tags: ["{{facets}}"], language: language,
            fields: ["7": "{{facets}}"])
        let draft = writer.draft(.create, context)
        let values = ["location:gdansk", "touchpoint:app", "touchpoint:web"]
        #expect(draft.body == line)
        #expect(draft.tags == values)
        #expect(draft.fields.map(\.value) == [values.joined(separator: ", ")])
        #expect(draft.facts[.facets] == values.joined(separator: ", "))
    }

    @Test func `a template asks for the values of one facet`() throws {
        let context = context("Zefirnet", facets: Self.facets)
        let writer = try writer(
            "At {{facet:touchpoint}} ({{facet:journey}})\nIn {{facet:location|truncate:4}}\n{{facet:journey}}",
            .zendesk, subject: "{{facet:journey}}: {{facet:touchpoint}}",
            tags: ["at-{{facet:touchpoint}}", "{{facet:journey}}"])
        let draft = writer.draft(.create, context)
        #expect(draft.subject == "App, Website")
        #expect(draft.body == "At App, Website\nIn Gda…")
        #expect(draft.tags == ["at-App", "at-Website"])
    }

    /// Text around the placeholder makes a text of it again.
    @Test(arguments: [
        ("{{score|number}}", JSON.number(-0.5)), ("{{score}}", "-0.50"),
        ("at {{score|number}}", "at -0.50"), ("{{number|number}}", 1),
        ("{{published|date}}", "2026-11-22"),
        ("{{published}}", "2026-11-22 13:00 (Europe/Warsaw)"),
    ])
    func `a field of numbers gets a number, one of dates a day`(template: String, json: JSON)
        throws
    {
        let writer = try writer("{{text}}", .jira, fields: ["customfield_1": template])
        let draft = writer.draft(.create, context("Zefirnet", score: -0.5))
        #expect(draft.fields.map(\.json) == [json])
        let kept = try JSONDecoder().decode(TicketDraft.self, from: draft.encoded())
        #expect(kept == draft)
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
}

extension Facet {
    fileprivate static let touchpoint = Facet(
        id: "touchpoint", name: "Touchpoint",
        translations: [.polish: Translation(name: "Punkt styku")],
        values: [
            .value("app", "App", [.polish: Translation(name: "Aplikacja")]),
            .value("web", "Website", [:]),
        ], place: .sample)
}

extension Model.Category {
    fileprivate static func value(
        _ id: ID, _ name: String, _ translations: [LanguageCode: Translation]
    ) -> Model.Category {
        Category(
            id: id, name: name, translations: translations, place: .sample)
    }
}

extension Location {
    fileprivate static let gdansk = Location(
        id: "gdansk", name: "Gdańsk", translations: [.latvian: Translation(name: "Gdaņska")],
        names: Brand(id: "gdansk", name: "Gdańsk", names: ["Gdańsk"], place: .sample),
        place: .sample)
}
