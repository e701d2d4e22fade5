import Model
import RuleLoading
import TestSupport
import Testing

struct FacetRulesTests {
    private static let facets = """
        facets:
          - id: touchpoint
            name: {en: Touchpoint, pl: Punkt styku}
            values:
              - id: app
                name: {en: App, pl: Aplikacja}
                meaning: On the phone
                keywords: {en: [app, {term: app store, weight: -1}]}
                tone: {label: negative, weight: 0.2}
                examples: {match: [the app], no_match: [the apple]}
              - {id: web, name: Website, query: website}
        """
    private static let locations = """
        locations:
          - {id: riga, name: {en: Riga, lv: Rīga}, inflect: lv}
          - {id: brivibas, name: Brīvības iela, part_of: riga, names: [Brīvības iela, Brīvības]}
        """

    @Test func `a value is described as a category is, without severity and next step`() throws {
        let rules = try Rules.loaded(["rules/facets.yaml": Self.facets])
        let facet = try #require(rules.facets.first)
        #expect(rules.facets.count == 1)
        #expect(facet.id == "touchpoint")
        #expect(facet.translations[.polish]?.name == "Punkt styku")
        #expect(facet.values.map(\.id) == ["app", "web"])
        let app = facet.values[0]
        #expect(app.keywords[.english]?.map(\.weight) == [1, -1])
        #expect(app.tones == [Model.Category.Tone(label: .negative, weight: 0.2)])
        #expect(app.meaning == "On the phone")
        #expect(app.examples.match.map(\.text) == ["the app"])
        #expect(facet.values[1].query == .phrase("website"))
    }

    @Test func `a place goes by its names, else by its name in every language`() throws {
        let rules = try Rules.loaded(["rules/locations.yaml": Self.locations])
        #expect(rules.locations.map(\.id) == ["riga", "brivibas"])
        #expect(rules.locations[0].names.names == ["Riga", "Rīga"])
        #expect(rules.locations[0].names.inflections == [.latvian])
        #expect(rules.locations[1].names.names == ["Brīvības iela", "Brīvības"])
        #expect(rules.locations[1].partOf == "riga")
    }

    @Test func `neither the file of facets nor that of locations needs to be there`() throws {
        let rules = try Rules.loaded([:])
        #expect(rules.facets.isEmpty)
        #expect(rules.locations.isEmpty)
    }

    @Test func `a route asks for values of facets, one of each`() throws {
        let rules = try Rules.loaded([
            "rules/facets.yaml": Self.facets, "rules/locations.yaml": Self.locations,
            "rules/routing.yaml": Self.routing(
                "{facets: {touchpoint: [app, web], location: riga}}"),
        ])
        #expect(
            rules.routing.routes.map(\.condition.facets) == [
                [
                    TagCondition.FacetChoice(facet: "touchpoint", values: ["app", "web"]),
                    TagCondition.FacetChoice(facet: "location", values: ["riga"]),
                ]
            ])
    }

    @Test(arguments: [
        (
            "{facets: {touchpoint: aps}}",
            "4:39: unknown value of touchpoint 'aps'; did you mean 'app'?"
        ),
        (
            "{facets: {touchpont: app}}",
            "4:27: unknown facet 'touchpont'; did you mean 'touchpoint'?"
        ),
        ("{facets: {location: gdansk}}", "4:37: unknown location 'gdansk'; write brivibas or riga"),
        ("{facets: [app]}", "4:26: expected a mapping, found a list; write 'key: value' lines"),
    ])
    func `a condition names what there is`(condition: String, message: String) throws {
        let found = try Complaints.ofRules([
            "rules/facets.yaml": Self.facets, "rules/locations.yaml": Self.locations,
            "rules/routing.yaml": Self.routing(condition),
        ])
        #expect(found == ["rules/routing.yaml:" + message])
    }

    @Test func `mistakes in facets are told with file and line`() throws {
        let found = try Complaints.ofRules([
            "rules/facets.yaml": """
            facets:
              - id: location
                name: Place
                values:
                  - {id: a, name: A}
                  - {id: a, name: B, query: b, severity: high}
            """
        ])
        #expect(
            found == [
                "rules/facets.yaml:2:9: the values of 'location' stand in rules/locations.yaml; "
                    + "give this facet another id",
                "rules/facets.yaml:5:9: it can never be given; write 'keywords' or 'query'",
                "rules/facets.yaml:6:14: value of location 'a' stands already at "
                    + "rules/facets.yaml:5:14; give this one another id",
                "rules/facets.yaml:6:36: unknown key 'severity'; write id, name, meaning, tone, "
                    + "keywords, query or examples",
            ])
    }

    @Test func `a place that goes by its name alone has one that can be found`() throws {
        let found = try Complaints.ofRules([
            "rules/locations.yaml": """
            locations:
              - {id: a, name: "—"}
              - {id: b, name: {en: B, pl: "?!"}}
              - {id: c, name: "—", names: [C]}
            """
        ])
        let advice = "can never match; write one with a letter or digit in it"
        #expect(
            found == [
                "rules/locations.yaml:2:19: '—' \(advice)",
                "rules/locations.yaml:3:19: '?!' \(advice)",
            ])
    }

    @Test func `a place is part of one that there is, and not of itself`() throws {
        let found = try Complaints.ofRules([
            "rules/locations.yaml": """
            locations:
              - {id: a, name: A, part_of: b}
              - {id: b, name: B, part_of: a}
              - {id: c, name: C, part_of: town}
            """
        ])
        #expect(
            found == [
                "rules/locations.yaml:2:5: location 'a' is part of itself; take 'part_of' away from "
                    + "one of the locations between",
                "rules/locations.yaml:3:5: location 'b' is part of itself; take 'part_of' away from "
                    + "one of the locations between",
                "rules/locations.yaml:4:31: unknown location 'town'; write a, b or c",
            ])
    }

    // MARK: - Private

    private static func routing(_ condition: String) -> String {
        """
        time_zone: Europe/Warsaw
        teams: [{id: shop, name: Shop}]
        default_team: shop
        routes: [{when: \(condition), team: shop}]
        """
    }
}
