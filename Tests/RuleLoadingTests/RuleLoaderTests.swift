import Foundation
import Model
import RuleLoading
import TestSupport
import Testing

struct RuleLoaderTests {
    @Test func `a brand says everything about itself`() throws {
        let rules = try Rules.loaded([
            "rules/brands.yaml": """
            brands:
              - id: kropka
                name: Kropka
                kind: competitor
                names: [Kropka, "@kropka", "#kropka"]
                inflect: [pl, lv]
                forms: [Kropeczce]
                strike: [Kropko]
                except: ["Kropka nad i"]
                case_sensitive: strict
                standalone: true
                accents: required
                query: 'Kropka NOT (owad OR "boża krówka")'
                context: {any_of: [sklep, promocj*], within: 12}
                examples:
                  match:
                    - Byłam wczoraj w Kropce na Długiej
                  no_match: [Kropka siedmiokropka to chrząszcz]
                hashtags: listed
            """
        ])
        let brand = Brand(
            id: "kropka", name: "Kropka", kind: .competitor,
            names: ["Kropka", "@kropka", "#kropka"], inflections: [.polish, .latvian],
            forms: ["Kropeczce"], struckForms: ["Kropko"], exceptions: ["Kropka nad i"],
            isCaseSensitive: true, isStrictOnCase: true, isStandalone: true,
            isFoundWithoutAccents: false, isFoundAsHashtag: false,
            query: .all([
                .phrase("Kropka"), .not(.any([.phrase("owad"), .phrase("boża krówka")])),
            ]),
            context: Brand.Context(anyOf: ["sklep", "promocj*"], within: 12),
            examples: Examples(
                match: [
                    .init(text: "Byłam wczoraj w Kropce na Długiej", place: .brands(17, 11))
                ],
                noMatch: [
                    .init(text: "Kropka siedmiokropka to chrząszcz", place: .brands(18, 18))
                ]),
            place: .brands(2, 5),
            places: [
                .name("Kropka"): .brands(5, 13), .name("@kropka"): .brands(5, 21),
                .name("#kropka"): .brands(5, 32), .form("Kropeczce"): .brands(7, 13),
                .struckForm("Kropko"): .brands(8, 14), .exception("Kropka nad i"): .brands(9, 14),
                .query: .brands(13, 12), .contextWord("sklep"): .brands(14, 24),
                .contextWord("promocj*"): .brands(14, 31),
            ])
        #expect(rules.brands == [brand])
    }

    @Test func `a brand says little: it is our own and goes by its name`() throws {
        let rules = try Rules.loaded([
            "rules/brands.yaml": """
            brands:
              - {id: b, name: Nail & Nut, inflect: none}
              - {id: a, name: "112", context: {any_of: [call]}}
            """
        ])
        let expected = [
            Brand(
                id: "b", name: "Nail & Nut", names: ["Nail & Nut"], place: .brands(2, 5),
                places: [.name("Nail & Nut"): .brands(2, 19)]),
            Brand(
                id: "a", name: "112", names: ["112"],
                context: Brand.Context(anyOf: ["call"], within: 10), place: .brands(3, 5),
                places: [
                    .name("112"): .brands(3, 19), .contextWord("call"): .brands(3, 45),
                ]),
        ]
        #expect(rules.brands == expected)
    }

    @Test func `a brand may state its market`() throws {
        let rules = try Rules.loaded([
            "rules/brands.yaml": """
            brands:
              - {id: a, name: A1, market: cafés}
              - {id: b, name: B1, kind: competitor}
              - {id: c, name: C1, market: {pl: kawiarnie, en: cafés}}
            """
        ])
        #expect(rules.brands.map(\.market) == ["cafés", nil, "cafés"])
        // One of them says for all what it is called, as a report may be of another alone.
        for brand in [rules.brands[0], rules.brands[2]] {
            #expect(brand.marketNames == [.polish: "kawiarnie", .english: "cafés"])
        }
        #expect(rules.brands[1].marketNames == [:])
        #expect(rules.brands[0].place(of: .market) == .brands(2, 31))
    }

    @Test func `a category may name several tones, some of them against it`() throws {
        let rules = try Rules.loaded([
            "rules/categories.yaml": """
            categories:
              - id: a
                name: A
                keywords: {en: [bag]}
                tone:
                  - {label: negative, weight: 0.6}
                  - {label: positive, weight: -1}
            """
        ])
        #expect(
            rules.categories.map(\.tones) == [
                [
                    Category.Tone(label: .negative, weight: 0.6),
                    Category.Tone(label: .positive, weight: -1),
                ]
            ])
    }

    @Test func `a category says everything about itself`() throws {
        let rules = try Rules.loaded([
            "rules/categories.yaml": """
            categories:
              - id: incident
                name: {en: Incident, pl: Awaria}
                meaning: Something does not work for many.
                next_step: {lv: Zvani, en: Call}
                severity: critical
                tone: {label: negative, weight: 0.5}
                keywords:
                  en:
                    - not working
                    - {term: "router*", weight: 0.5}
                  lv: ["nav signāla"]
                  any: [{term: sos, weight: -1}, 🤬, ❤️]
                query: title:awaria
                examples:
                  match: [The router is not working]
            """
        ])
        let category = Category(
            id: "incident", name: "Incident", meaning: "Something does not work for many.",
            nextStep: "Call",
            translations: [
                .english: Translation(name: "Incident", nextStep: "Call"),
                .polish: Translation(name: "Awaria"), .latvian: Translation(nextStep: "Zvani"),
            ],
            severity: .critical,
            keywords: [
                .english: [
                    .init(term: "not working", weight: 1, place: .categories(10, 11)),
                    .init(term: "router*", weight: 0.5, place: .categories(11, 11)),
                ],
                .latvian: [.init(term: "nav signāla", weight: 1, place: .categories(12, 12))],
                .undetermined: [
                    .init(term: "sos", weight: -1, place: .categories(13, 13)),
                    .init(term: "🤬", weight: 1, place: .categories(13, 38)),
                    .init(term: "❤️", weight: 1, place: .categories(13, 41)),
                ],
            ],
            tones: [Category.Tone(label: .negative, weight: 0.5)],
            query: .field(.title, .phrase("awaria")),
            examples: Examples(
                match: [
                    .init(text: "The router is not working", place: .categories(16, 15))
                ], noMatch: []),
            place: .categories(2, 5), queryPlace: .categories(14, 12))
        #expect(rules.categories == [category])
    }

    @Test func `routing says who answers, when and how soon`() throws {
        let rules = try Rules.loaded([
            "rules/routing.yaml": """
            time_zone: Europe/Riga
            language: lv
            teams:
              - id: support
                name: Customer support
                hours:
                  - {days: mon-fri, from: "08:00", to: 20:00}
                  - {days: [sat-sun, wed], from: "09:30", to: "24:00"}
                  - {days: sun-mon, from: "00:00", to: "00:01"}
                answer_within: {critical: 1h, low: 3d}
                holidays: [11-18, 2026-12-24]
              - {id: press, name: Press office}
            default_team: press
            routes:
              - when:
                  category: [incident]
                  sentiment: [negative, mixed]
                  brand_kind: own
                  brand: lampa
                  language: [pl, lv]
                  severity_at_least: high
                  score_at_most: -0.25
                team: support
            severity:
              - when: {category: incident}
                severity: critical
            """
        ])
        let support = Team(
            id: "support", name: "Customer support",
            hours: [
                .init(weekdays: [1, 2, 3, 4, 5], minutes: 480..<1_200),
                .init(weekdays: [3, 6, 7], minutes: 570..<1_440),
                .init(weekdays: [1, 7], minutes: 0..<1),
            ], answerWithin: [.critical: .seconds(3_600), .low: .seconds(3 * 86_400)],
            holidays: [Holiday(month: 11, day: 18), Holiday(year: 2026, month: 12, day: 24)],
            place: .routing(4, 5))
        let press = Team(
            id: "press", name: "Press office", hours: [], answerWithin: [:], place: .routing(12, 5))
        let condition = TagCondition(
            categories: ["incident"], sentiments: [.negative, .mixed], brandKinds: [.own],
            brands: ["lampa"], languages: [.polish, .latvian], minimumSeverity: .high,
            maximumScore: -0.25)
        let routing = Routing(
            timeZone: "Europe/Riga", language: .latvian, teams: [support, press],
            routes: [Route(condition: condition, team: "support", place: .routing(15, 5))],
            defaultTeam: "press",
            severityRules: [
                SeverityRule(
                    condition: TagCondition(categories: ["incident"]), severity: .critical,
                    place: .routing(25, 5))
            ])
        #expect(rules.routing == routing)
    }

    @Test func `a team may have no time of its own and a time zone an older name`() throws {
        for zone in ["UTC", "Europe/Kiev", "Europe/Warsaw"] {
            let text = Complaints.goodRules["rules/routing.yaml"]?
                .replacing("Europe/Warsaw", with: zone)
            #expect(try Rules.loaded(["rules/routing.yaml": text ?? ""]).routing.timeZone == zone)
        }
    }

    @Test func `the files are handed over by path with the bytes they were read as`() throws {
        let files = Complaints.goodRules
        try TemporaryFolder.with(files) { folder in
            let loaded = try RuleLoader.load(workspace: folder.path)
            #expect(loaded.files.map(\.path) == files.keys.sorted())
            #expect(
                loaded.files.map(\.bytes)
                    == files.keys.sorted().map { Array((files[$0] ?? "").utf8) })
        }
    }

    @Test func `wherever the folder is, the rules are the same`() throws {
        try TemporaryFolder.with(Complaints.goodRules) { folder in
            let own = try RuleLoader.load(workspace: folder.path)
            let elsewhere = folder.path + "/rules"
            #expect(try RuleLoader.load(workspace: "/nowhere", folder: elsewhere) == own)
            try FileManager.default.moveItem(atPath: elsewhere, toPath: folder.path + "/new")
            #expect(try RuleLoader.load(workspace: folder.path, folder: "new") == own)
        }
    }

    @Test func `a mistake in another folder is told with the path that leads to it`() throws {
        let brands = "brands: [{id: a, name: Kawka}, {id: a, name: 5}]"
        let files = Complaints.goodRules.merging(["rules/brands.yaml": brands]) { $1 }
        try TemporaryFolder.with(files) { folder in
            let elsewhere = folder.path + "/rules"
            let error = #expect(throws: RuleErrors.self) {
                try RuleLoader.load(workspace: "/nowhere", folder: elsewhere)
            }
            let text = try #require(error).description
            #expect(text.contains("\(elsewhere)/brands.yaml:1:37: "))
            #expect(text.contains("\(elsewhere)/brands.yaml:1:15"))
            #expect(!text.contains("\n" + "rules/") && !text.contains(" rules/"))
        }
    }
}

extension FileLocation {
    fileprivate static func brands(_ line: Int, _ column: Int) -> Self {
        Self(file: "rules/brands.yaml", line: line, column: column)
    }

    fileprivate static func categories(_ line: Int, _ column: Int) -> Self {
        Self(file: "rules/categories.yaml", line: line, column: column)
    }

    fileprivate static func routing(_ line: Int, _ column: Int) -> Self {
        Self(file: "rules/routing.yaml", line: line, column: column)
    }
}
