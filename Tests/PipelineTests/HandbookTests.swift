import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct HandbookTests {
    private static let files = [
        "rules/brands.yaml": """
        brands:
          - id: malwa
            name: Malwa & <Co>
            names: [Malwa]
            inflect: pl
            strike: [Malw]
            except: ["Malwa ogrodowa"]
            query: NOT (kwiat OR "polny kwiat")
            context: {any_of: [sklep], within: 7}
            sources: [opinie, listy]
            examples: {match: ["W Malwie jest sklep"], no_match: ["malwa to kwiat"]}
        """,
        "rules/categories.yaml": """
        categories:
          - id: question
            name: {en: Question, pl: Pytanie}
            meaning: Somebody asks.
            next_step: {en: Answer, pl: Odpowiedz}
            keywords: {pl: [gdzie jest]}
        """,
        "rules/routing.yaml": """
        time_zone: Europe/Warsaw
        teams:
          - id: support
            name: {en: Support, lv: Atbalsts}
            hours: [{days: [mon-wed, fri], from: "08:00", to: "20:00"}]
            answer_within: {high: 90m, normal: 24h, low: 3d}
        default_team: support
        routes: [{when: {category: question, brand_kind: own}, team: support}]
        severity: [{when: {category: question, sentiment: negative}, severity: high}]
        """,
    ]

    @Test func `facets and places are told in the language of the page`() throws {
        let folder = try TestWorkspace(
            Self.files.merging([
                "rules/facets.yaml": """
                facets:
                  - id: touchpoint
                    name: {en: Touchpoint, pl: Punkt styku}
                    values:
                      - id: app
                        name: {en: App, pl: Aplikacja}
                        meaning: On a phone.
                        keywords: {pl: ["aplikacj*", apka], en: [app]}
                        examples: {match: ["ta apka"]}
                """,
                "rules/locations.yaml": """
                locations:
                  - {id: riga, name: {lv: Rīga, pl: Ryga}}
                  - {id: shop, name: Sklep, part_of: riga, names: [Brīvības iela]}
                """,
                "rules/routing.yaml": """
                time_zone: Europe/Warsaw
                teams: [{id: support, name: Support}, {id: north, name: North}]
                default_team: support
                routes: [{when: {facets: {touchpoint: app, location: [riga, shop]}}, team: north}]
                """,
            ]) { $1 })
        let page = try folder.workspace.handbook(in: .polish, linkBase: "")
        for told in [
            "Punkt styku", "Aplikacja", "On a phone.", "angielski 1, polski 2", "ta apka", "Ryga",
            "Brīvības iela", "Punkt styku: Aplikacja · Miejsce: Ryga lub Sklep",
        ] {
            #expect(page.contains(told))
        }
    }

    @Test(arguments: [
        (ReportLanguage.english, "within 1 word", "within 21 words"),
        (.polish, "do 1 słowa dalej", "do 21 słów dalej"),
        (.latvian, "līdz 1 vārdam", "līdz 21 vārdam"),
    ])
    func `one word is told of as one`(language: ReportLanguage, one: String, many: String) throws {
        for (count, told) in [(1, one), (21, many)] {
            let files = Self.files.mapValues { $0.replacing("within: 7", with: "within: \(count)") }
            let folder = try TestWorkspace(files)
            let page = try folder.workspace.handbook(in: language, linkBase: "")
            #expect(page.contains("(\(told))"), "\(told)")
        }
    }

    private func page(_ language: ReportLanguage, linkBase: String = "") throws -> String {
        let folder = try TestWorkspace(Self.files)
        defer { withExtendedLifetime(folder) {} }
        return try folder.workspace.handbook(in: language, linkBase: linkBase)
    }

    @Test func `a brand tells names, forms, exceptions, context, query and sources`() throws {
        let page = try page(.english)
        #expect(page.contains("<bdi>Malwa &amp; &lt;Co&gt;</bdi>"))
        #expect(!page.contains("<Co>"))
        #expect(page.contains("<dt>Forms that match</dt><dd><bdi>9 (Polish)</bdi></dd>"))
        #expect(page.contains("<dt>Struck forms</dt><dd><bdi>Malw</bdi></dd>"))
        #expect(page.contains("<dt>Not within</dt><dd><bdi>Malwa ogrodowa</bdi></dd>"))
        #expect(page.contains("<dt>Only near</dt><dd><bdi>sklep (within 7 words)</bdi></dd>"))
        #expect(
            page.contains(
                "<dt>Query</dt><dd><bdi>NOT (kwiat OR &quot;polny kwiat&quot;)</bdi></dd>"))
        #expect(page.contains("<dt>Everything from</dt><dd><bdi>opinie, listy</bdi></dd>"))
        #expect(page.contains("<dt>Matches</dt><dd><bdi>W Malwie jest sklep</bdi></dd>"))
        #expect(page.contains("<dt>Does not match</dt><dd><bdi>malwa to kwiat</bdi></dd>"))
    }

    @Test func `a category tells its next step, and who answers by when`() throws {
        let page = try page(.english)
        #expect(page.contains("<p class=\"standfirst\"><bdi>Somebody asks.</bdi></p>"))
        #expect(page.contains("<dt>Next step</dt><dd><bdi>Answer</bdi></dd>"))
        #expect(page.contains("normal; raised to <b>high</b>: <bdi>negative</bdi>"))
        #expect(page.contains("<th scope=\"row\"><bdi>Support</bdi></th>"))
        #expect(page.contains("high 90 min · normal 24 h · low 3 d"))
    }

    @Test func `a route for every category stands with each, and so does who takes the rest`()
        throws
    {
        var files = Self.files
        files["rules/routing.yaml"] = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}, {id: crisis, name: Crisis}]
            default_team: support
            routes: [{when: {severity_at_least: critical}, team: crisis}]
            """
        let folder = try TestWorkspace(files)
        let page = try folder.workspace.handbook(in: .english, linkBase: "")
        #expect(
            page.contains("<bdi>Crisis</bdi></th><td data-label=\"When\"><bdi>severity ≥ critical"))
        #expect(page.contains("<bdi>Support</bdi></th><td data-label=\"When\"><bdi>otherwise"))
    }

    @Test func `a route that an earlier one leaves nothing to stands with no category`() throws {
        var files = Self.files
        files["rules/routing.yaml"] = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}, {id: north, name: North}]
            default_team: support
            routes:
              - {when: {category: question, brand_kind: own}, team: support}
              - {when: {brand_kind: own}, team: north}
            """
        let folder = try TestWorkspace(files)
        let page = try folder.workspace.handbook(in: .english, linkBase: "")
        let row = "</bdi></th><td data-label=\"When\"><bdi>brand: own</bdi>"
        #expect(page.contains("<bdi>Support" + row) && !page.contains("<bdi>North" + row))
    }

    /// It is in no digest, and the planner of tickets leaves it out.
    @Test func `spam goes to nobody, whatever route would take it`() throws {
        var files = Self.files
        files["rules/categories.yaml"] = """
            categories:
              - {id: spam, name: Spam, keywords: {any: [casino]}}
            """
        files["rules/routing.yaml"] = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            """
        let folder = try TestWorkspace(files)
        let page = try folder.workspace.handbook(in: .english, linkBase: "")
        #expect(page.contains("Goes to nobody: spam is in no count"))
        #expect(!page.contains("<th scope=\"row\"><bdi>Support</bdi></th>"))
    }

    @Test func `nothing stands behind a route that takes all of a category`() throws {
        var files = Self.files
        files["rules/routing.yaml"] = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}, {id: north, name: North}]
            default_team: north
            routes:
              - {when: {category: question}, team: support}
              - {when: {brand_kind: own, sentiment: negative}, team: north}
            """
        let folder = try TestWorkspace(files)
        let page = try folder.workspace.handbook(in: .english, linkBase: "")
        let row = "</bdi></th><td data-label=\"When\"><bdi>"
        #expect(page.contains("<bdi>Support\(row)always</bdi>"))
        #expect(!page.contains("<bdi>North\(row)"))
    }

    @Test func `only what has examples lists some`() throws {
        // The brand has two, the category none.
        #expect(try page(.english).components(separatedBy: "<details>").count == 2)
    }

    @Test func `learnt keywords stand apart, the weightiest first, with their file`() throws {
        let file = "rules/learnt/question.pl.tsv"
        var files = Self.files
        files[file] = "kiedy\t0.5\ndzięki\t-1.2\n"
        let folder = try TestWorkspace(files)
        let page = try folder.workspace.handbook(in: .english, linkBase: "")
        #expect(page.contains("<dt>Keywords</dt><dd>Polish 1</dd>"))
        #expect(
            page.contains(
                "<dt>Learnt keywords</dt>\n<dd>Polish 2: <bdi>dzięki −1.20 · kiedy +0.50</bdi> "
                    + "<a href=\"\(file)\">\(file)</a></dd>"))
        #expect(try !self.page(.english).contains("Learnt keywords"))
    }

    @Test(arguments: [
        (ReportLanguage.english, "tone ≤ −0.85"), (.polish, "ton ≤ −0,85"),
        (.latvian, "noskaņa ≤ −0,85"),
    ])
    func `limits are written as the language writes numbers`(
        language: ReportLanguage, told: String
    ) throws {
        var files = Self.files
        files["rules/routing.yaml"] = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            severity: [{when: {category: question, score_at_most: -0.85}, severity: high}]
            """
        let folder = try TestWorkspace(files)
        let page = try folder.workspace.handbook(in: language, linkBase: "")
        #expect(page.contains("<bdi>\(told)</bdi>"))
    }

    @Test func `many keywords are counted as the language writes numbers`() throws {
        var files = Self.files
        files["rules/learnt/question.pl.tsv"] = (0..<1_200).map { "słowo\($0)\t0.5\n" }.joined()
        let folder = try TestWorkspace(files)
        let english = try folder.workspace.handbook(in: .english, linkBase: "")
        #expect(english.contains("<dd>Polish 1,200: "))
        #expect(english.contains(" · +1,176</bdi>"))
        let polish = try folder.workspace.handbook(in: .polish, linkBase: "")
        #expect(polish.contains("<dd>polski 1200: "))
    }

    @Test func `it is in the language of the rules unless another is asked for`() throws {
        var files = Self.files
        files["rules/routing.yaml"] = """
            time_zone: Europe/Riga
            language: lv
            teams: [{id: support, name: Support}]
            default_team: support
            """
        let folder = try TestWorkspace(files)
        let page = try folder.workspace.handbook(in: nil, linkBase: "")
        #expect(page.contains("<html lang=\"lv\">"))
        let polish = try folder.workspace.handbook(in: .polish, linkBase: "")
        #expect(polish.contains("<html lang=\"pl\">"))
    }

    @Test func `a team tells its hours`() throws {
        #expect(try page(.english).contains("Mon–Wed, Fri 08:00–20:00 (Europe/Warsaw)"))
    }

    @Test(arguments: [
        (ReportLanguage.english, "(Europe/Warsaw); holidays: 11 Nov, 24 Dec 2026</td>"),
        (.polish, "(Europe/Warsaw); dni wolne: 11 lis, 24 gru 2026</td>"),
        (.latvian, "(Europe/Warsaw); brīvdienas: 11. nov., 24. dec. 2026</td>"),
    ])
    func `a team tells its holidays`(language: ReportLanguage, told: String) throws {
        let files = Self.files.mapValues {
            $0.replacing(
                "answer_within:", with: "holidays: [2026-12-24, 11-11]\n    answer_within:")
        }
        let folder = try TestWorkspace(files)
        #expect(try folder.workspace.handbook(in: language, linkBase: "").contains(told))
    }

    @Test func `texts are told in the language of the page, and marked where they are not`() throws
    {
        let polish = try page(.polish)
        #expect(polish.contains("<html lang=\"pl\">"))
        #expect(polish.contains("<h3><bdi>Pytanie</bdi> <small>"))
        #expect(polish.contains("<dd><bdi>Odpowiedz</bdi></dd>"))
        #expect(polish.contains("<bdi>Somebody asks.</bdi> <small>(w języku reguł)</small>"))
        #expect(polish.contains("pon.–śr., pt. 08:00–20:00"))
        let latvian = try page(.latvian)
        #expect(latvian.contains("<h3><bdi>Question</bdi> <small>(noteikumu valodā)</small>"))
        #expect(latvian.contains("<bdi>Atbalsts</bdi>"))
    }

    @Test func `each entry links to its line`() throws {
        #expect(
            try page(.english).contains(
                "<a href=\"rules/brands.yaml#L2\">rules/brands.yaml:2</a>"))
        #expect(
            try page(.english, linkBase: "https://code.example/main/").contains(
                "<a href=\"https://code.example/main/rules/routing.yaml#L3\">"))
    }
}
