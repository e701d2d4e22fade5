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
        _ text: String, naming brands: [Brand.ID] = ["zefirnet"], score: Double = 0
    ) -> TicketContext {
        TicketContext(
            entry: .sample(
                1, text, title: "Title",
                saying: brands.map {
                    .init(of: $0, as: text, score < 0 ? .negative : .neutral, score: score)
                }, link: Self.address),
            key: "earshot-0123", identity: "earshot-4567", sourceName: "News", related: [],
            history: ([], 0),
            answerBy: nil, previous: nil)
    }

    private func writer(
        _ template: String, _ system: TicketSystemName, subject: String? = nil,
        tags: [String] = [], language: LanguageCode = .english, fields: [String: String] = [:]
    ) throws -> TicketWriter {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://desk.example",
            fields: .init(
                tags: try tags.map { try TicketTemplate($0) },
                custom: try fields.map { .init(name: $0, value: try TicketTemplate($1)) }),
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
            brands: [], categories: [],
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
        let (link, number) = (limits.markup.link(Self.address), limits.markup.escaped("1"))
        let end = limits.markup.finished("\nLink: \(link)\nNo. \(number)")
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
        let body = try writer("{{text}}", .freshdesk).summary(of: entries, key: "earshot-9").body
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
}
