import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct ExplanationTests {
    private static let files = [
        "rules/brands.yaml": """
        brands:
          - id: malwa
            name: Malwa
            names: [Malwa, "#malwa"]
            inflect: pl
            forms: [Malwunia]
        """,
        "rules/sentiment/pl.tsv": "fatalny\t-3\nświetny\t3\nnie\tnegator\n",
        "rules/sentiment/learnt/pl.tsv": """
        # Learnt by hand.
        =threshold\t1\t1
        =keywords\t1\t1
        =opposition\t0\t0
        szczerze\t1\t-1
        świetny\t0.5\t-0.5
        """,
    ]

    private func explanation(
        of text: String, files: [String: String] = Self.files
    ) throws -> Explanation {
        let workspace = try TestWorkspace(files)
        let rules = try workspace.workspace.loadRules()
        return Explanation(
            EntryText(text: text), rules: rules.rules, tagger: Tagger(rules: rules.rules))
    }

    @Test func `what people said of a stored entry's tags is told beside what the rules say`()
        throws
    {
        let folder = try TestWorkspace(Self.files)
        let rules = try folder.workspace.loadRules().rules
        func explanation(_ corrections: [Correction]) -> Explanation {
            Explanation(
                EntryText(text: "Byłam w Malwie"), rules: rules, tagger: Tagger(rules: rules),
                corrections: corrections)
        }
        let told = explanation([
            Correction(
                entry: 7, brand: "malwa", field: .tone, was: "neutral", is: "negative",
                note: "irony"),
            Correction(entry: 7, brand: "malwa", field: .category, was: nil, is: "complaint"),
            Correction(entry: 7, brand: "malwa", field: .brand, was: "malwa", is: "malwa"),
        ])
        let text = ExplanationText(told, style: TerminalStyle(isOn: false)).text
        #expect(text.contains("\ncorrected  tone toward malwa: negative, not neutral (irony)\n"))
        #expect(text.contains("\ncorrected  category: complaint, not none\n"))
        #expect(text.contains("\nconfirmed  brand: malwa\n"))
        #expect(explanation([]).corrections == nil)
    }

    @Test func `a mention names the name, its case and its line`() throws {
        let names = try explanation(of: "Byłam w Malwie, polecam #Malwa i malwunia").names
        #expect(names.map(\.form) == ["Malwie", "#Malwa", "malwunia"])
        #expect(names.map(\.name) == ["Malwa", "#malwa", "Malwunia"])
        #expect(names.map(\.features) == ["sg dat, sg loc", nil, nil])
        #expect(names.map(\.language) == ["pl", nil, nil])
        let lines = [4, 4, 6]
        #expect(
            zip(names, lines).allSatisfy { $0.rule.hasPrefix("rules/brands.yaml:\($1):") })
    }

    @Test func `a form typed without accents says so`() throws {
        let explanation = try explanation(of: "Bylam w Malwe i w Malwę")
        #expect(explanation.names.map(\.form) == ["Malwe", "Malwę"])
        #expect(explanation.names.map(\.lacksAccents) == [true, nil])
        let text = ExplanationText(explanation, style: TerminalStyle(isOn: false)).text
        #expect(
            text.contains(
                #""Malwe" at 8–13, sg acc of "Malwa", typed without accents, rules/brands.yaml:4:"#)
        )
        #expect(text.contains(#""Malwę" at 18–23, sg acc of "Malwa", rules/brands.yaml:4:"#))
    }

    @Test func `a form that stands twice is told of once`() throws {
        #expect(try explanation(of: "W Malwie tak, a w Malwie nie").names.count == 1)
    }

    @Test func `a keyword of the tone names its line in the lexicon and among what was learnt`()
        throws
    {
        let explanation = try explanation(
            of: "Szczerze, to nie jest fatalny sklep, Malwa jest po prostu świetny wybór")
        let rules = Dictionary(
            uniqueKeysWithValues: explanation.keywords.map { ($0.term, $0.rules) })
        #expect(
            rules == [
                "szczerze": ["rules/sentiment/learnt/pl.tsv:5:1"],
                "fatalny": ["rules/sentiment/pl.tsv:1:1"],
                "świetny": ["rules/sentiment/pl.tsv:2:1", "rules/sentiment/learnt/pl.tsv:6:1"],
            ])
    }

    @Test func `what keywords count of their weights in a long text is told`() throws {
        let path = "rules/sentiment/learnt/pl.tsv"
        let files = Self.files.merging([
            path: "=threshold\t1\t1\n=keywords\t1\t1\n=opposition\t0\t0\n=length\t4\t4\n"
        ]) { $1 }
        let day = "Szczerze, to był świetny dzień"
        let long = try explanation(
            of: day + " w Malwie i będziemy go jeszcze długo wspominać w naszym domu", files: files)
        #expect(long.keywordShares == .init(praise: 0.5, blame: 0.5))
        let text = ExplanationText(long, style: TerminalStyle(isOn: false)).text
        #expect(text.contains("+1.5  \"świetny\" at 17–24, rules/sentiment/pl.tsv:2:1\n"))
        #expect(
            text.contains("\n             in a text as long keywords count 0.5 of their weights\n"))
        let short = try explanation(of: "Świetny dzień w Malwie", files: files)
        #expect(short.keywordShares == nil)
    }

    @Test func `people read the same lines behind each word`() throws {
        let text = ExplanationText(
            try explanation(of: "W Malwie szczerze fatalny dzień"),
            style: TerminalStyle(isOn: false)
        ).text
        #expect(text.contains(#""Malwie" at 2–8, sg dat, sg loc of "Malwa", rules/brands.yaml:4:"#))
        #expect(text.contains(#""fatalny" at 18–25, rules/sentiment/pl.tsv:1:1"#))
    }
}
