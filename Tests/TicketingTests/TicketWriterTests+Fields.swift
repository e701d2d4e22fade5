import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// Fields and tags, which programs read.
extension TicketWriterTests {
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

    static let facets: FacetTags = [
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
}

extension Facet {
    static let touchpoint = Facet(
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
    static let gdansk = Location(
        id: "gdansk", name: "Gdańsk", translations: [.latvian: Translation(name: "Gdaņska")],
        names: Brand(id: "gdansk", name: "Gdańsk", names: ["Gdańsk"], place: .sample),
        place: .sample)
}
