import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct RuleFormsTests {
    private static let files = [
        "rules/brands.yaml": """
        brands:
          - {id: malwa, name: Malwa, names: [Malwa, "#malwa"], inflect: pl, strike: [Malw]}
          - {id: malwy, name: Malwy}
        """,
        "rules/sentiment/pl.tsv": "malwo*\t1\nfatalny\t-3\n",
        "rules/categories.yaml": """
        categories:
          - {id: garden, name: Garden, keywords: {pl: [malwie]}}
        """,
        "rules/routing.yaml": """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}]
        default_team: support
        """,
        "feeds/mine.yaml": "sources: [{id: news, name: News, path: news.xml}]",
        "news.xml": rss([
            (id: "1", text: "W Malwie i w malwie", date: "Sun, 22 Nov 2026 05:00:00 GMT"),
            (id: "2", text: "Nowa Malwa otwarta", date: "Sun, 22 Nov 2026 05:00:00 GMT"),
            (id: "3", text: "malwa kwitnie", date: "Sun, 22 Nov 2026 05:00:00 GMT"),
        ]),
    ]

    private func form(_ form: String, of forms: RuleForms) throws -> RuleForms.Form {
        try #require(forms.forms.first { $0.form == form })
    }

    @Test func `a place tells its forms by its id, and is no brand`() throws {
        let locations = """
            locations:
              - {id: town, name: Malbork, inflect: pl, forms: [Malborg], strike: [Malborkach]}
            """
        let folder = try TestWorkspace(
            Self.files.merging(["rules/locations.yaml": locations]) { $1 })
        let forms = try folder.workspace.forms(of: "town", language: nil)
        #expect(forms.brand == nil)
        #expect(forms.location == "town")
        let text = FormsText(forms, style: TerminalStyle(isOn: false)).text
        #expect(!text.contains("no name in the rules"))
        #expect(forms.language == "pl")
        #expect(Set(forms.forms.map(\.form)).isSuperset(of: ["Malborku", "Malborg"]))
        #expect(forms.forms.filter(\.isStruck).map(\.form) == ["Malborkach"])
    }

    @Test(arguments: [
        ("T-Net", "TNet ", "typed without hyphen"),
        ("Fig & Fern", "Fig and Fern ", "typed with a word for '&'"),
        ("Fig and Fern", "Fig & Fern ", "typed with '&'"),
        ("Żółw & Fig", "Zolw & Fig ", "typed without accents"),
    ])
    func `a form that is typed otherwise says in what`(name: String, form: String, remark: String)
        throws
    {
        let folder = try TestWorkspace(Self.files)
        let forms = try folder.workspace.forms(of: name, language: Brand.Inflection.none)
        let text = FormsText(forms, style: TerminalStyle(isOn: false)).text
        let line = text.split(separator: "\n").first { $0.hasPrefix(form) }
        #expect(line?.hasSuffix(remark) == true, "\(text)")
    }

    @Test func `each form tells its cases and what it collides with`() throws {
        let folder = try TestWorkspace(Self.files)
        let forms = try folder.workspace.forms(of: "Malwa", language: nil)
        #expect(forms.brand == "malwa")
        #expect(forms.language == "pl")
        #expect(try form("Malwą", of: forms).features == "sg ins")
        #expect(try form("Malwą", of: forms).collidesWith == [])
        #expect(try form("Malw", of: forms).isStruck)
        func collisions(_ name: String) throws -> [String] {
            try form(name, of: forms).collidesWith.map {
                "\($0.kind) \($0.with) \($0.place ?? "")"
            }
        }
        #expect(try collisions("Malwy") == ["brand malwy rules/brands.yaml:3:23"])
        #expect(try collisions("Malwo") == ["sentiment pl 'malwo*' rules/sentiment/pl.tsv:1:1"])
        #expect(try collisions("Malwie") == ["keyword garden 'malwie' rules/categories.yaml:2:48"])
    }

    @Test func `a form that is an ordinary word, if only without its accents, says so`() throws {
        let folder = try TestWorkspace(Self.files)
        let forms = try folder.workspace.forms(of: "Stala", language: .polish)
        #expect(
            forms.forms.filter { !$0.collidesWith.isEmpty }.map {
                "\($0.form) \($0.collidesWith[0].with)"
            } == ["Stali an ordinary word of pl", "Stal an ordinary word of pl"])
        let bare = try folder.workspace.forms(of: "Robie", language: Brand.Inflection.none)
        #expect(bare.forms.map(\.collidesWith.count) == [1])
    }

    @Test func `with an archive each form is counted, and in small letters apart`() async throws {
        let folder = try TestWorkspace(Self.files)
        #expect(try folder.workspace.forms(of: "Malwa", language: nil).forms[0].entries == nil)
        _ = try await Run(
            workspace: folder.workspace,
            options: Run.Options(now: Date(timeIntervalSince1970: 1_795_327_200))
        ).execute()
        let forms = try folder.workspace.forms(of: "Malwa", language: nil)
        let base = try form("Malwa", of: forms)
        #expect(base.entries == 2)
        #expect(base.entriesInSmallLetters == 1)
        #expect(base.collidesWith.map(\.with) == ["small letters in 1 entry"])
        #expect(try form("Malwie", of: forms).entries == 1)
        #expect(try form("Malwą", of: forms).entries == 0)
    }

    @Test func `an id stands for all names, a language for another than the rules'`() throws {
        let folder = try TestWorkspace(Self.files)
        let all = try folder.workspace.forms(of: "malwa", language: nil)
        #expect(all.forms.contains { $0.form == "#malwa" })
        let latvian = try folder.workspace.forms(of: "Malwa", language: .latvian)
        #expect(latvian.language == "lv")
        #expect(latvian.forms.contains { $0.form == "Malwām" })
        #expect(!latvian.forms.contains { $0.form == "Malwie" })
    }

    @Test func `a name needs neither to be in the rules nor the rules to be there`() throws {
        let folder = try TestWorkspace()
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/rules")
        let forms = try folder.workspace.forms(of: "Perła", language: .polish)
        #expect(forms.brand == nil)
        #expect(forms.forms.map(\.form).contains("Perle"))
    }

    @Test func `its JSON has the keys that other programs rely on`() throws {
        let folder = try TestWorkspace(Self.files)
        let forms = try folder.workspace.forms(of: "Malwa", language: nil)
        let json = try #require(
            JSONSerialization.jsonObject(with: ContractJSON.encode(forms)) as? [String: Any])
        #expect(json["name"] as? String == "Malwa")
        #expect(json["language"] as? String == "pl")
        let form = try #require((json["forms"] as? [[String: Any]])?.first)
        #expect(form["form"] as? String == "Malwa")
        #expect(form["features"] as? String == "sg nom")
        #expect(form["collides_with"] is [Any])
    }
}
