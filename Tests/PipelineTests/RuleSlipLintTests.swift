import Model
import Pipeline
import TestSupport
import Testing

/// What analysts write who take one part of the rules for another.
struct RuleSlipLintTests {
    private static let slips = [
        ("„klosz”", "is found between its marks alone; write klosz, without them"),
        ("‘klosz’", "is found between its marks alone; write klosz, without them"),
        ("”klosz”", "is found between its marks alone; write klosz, without them"),
        (
            "klosz OR abażur",
            "has OR, which is looked for as a word; write each NOUN of its own in the list, and "
                + "conditions in query"
        ),
        (
            "klosz; abażur", "has ';', which parts nothing; write each NOUN of its own in the list"
        ),
    ]

    @Test(
        arguments: slips + [
            (
                "klosz|abażur",
                "has '|', which is looked for as it stands; write each NOUN of its own in the list"
            )
        ])
    func `signs that only a query reads are found`(term: String, finding: String) throws {
        #expect(
            try findings([
                "rules/brands.yaml": "brands: [{id: lampa, name: Lampa, names: [Lampa, \(term)]}]"
            ]) == [
                "warning rules/brands.yaml:1:50: name '\(term)' "
                    + finding.replacing("NOUN", with: "name")
            ])
        let context = "context: {any_of: [\(term)]}"
        #expect(
            try findings([
                "rules/brands.yaml": "brands: [{id: lampa, name: Lampa, \(context)}]"
            ]) == [
                "warning rules/brands.yaml:1:54: context word '\(term)' "
                    + finding.replacing("NOUN", with: "context word")
            ])
    }

    /// In a keyword, `|` parts alternatives.
    @Test(arguments: slips)
    func `signs that only a query reads are found in keywords`(term: String, finding: String)
        throws
    {
        let keywords = "keywords: {en: [\(term)]}"
        #expect(
            try findings([
                "rules/categories.yaml": "categories: [{id: incident, name: Incident, \(keywords)}]"
            ]) == [
                "warning rules/categories.yaml:1:61: keyword '\(term)' "
                    + finding.replacing("NOUN", with: "keyword")
            ])
    }

    @Test
    func `a name typed with the keyboard switched, and a cell as spreadsheets quote it, are found`()
        throws
    {
        #expect(
            try findings([
                "rules/brands.yaml":
                    "brands: [{id: lampa, name: Lampa, names: [L\u{430}mpa, \u{41B}\u{430}]}]",
                "rules/sentiment/en.tsv": "\"good, really\"\t2\n\"expert\"\t-1\n",
            ]) == [
                "warning rules/brands.yaml:1:43: name 'L\u{430}mpa' has letters of two alphabets in "
                    + "'L\u{430}mpa', which look alike; type it anew in the one that texts have",
                "warning rules/sentiment/en.tsv:1:1: term '\"good, really\"' is found between its marks "
                    + "alone; write it without them",
            ])
    }

    @Test(arguments: [
        ("C\u{431}\u{435}\u{440}", true), ("L\u{430}mpa", true), ("\u{3BC}m", false),
        ("\u{3B2}-karotens", false),
    ])
    func `letters of another alphabet are told where they look like those beside them`(
        keyword: String, isTold: Bool
    ) throws {
        let keywords = "keywords: {lv: [\(keyword)]}"
        let found = try findings([
            "rules/categories.yaml": "categories: [{id: incident, name: Incident, \(keywords)}]"
        ])
        #expect(found.contains { $0.contains("two alphabets") } == isTold, "\(found)")
    }

    @Test func `a star inside a word is found`() throws {
        #expect(
            try findings([
                "rules/brands.yaml": "brands: [{id: lampa, name: Lampa, names: [La*pa]}]"
            ]) == [
                "error rules/brands.yaml:1:43: 'La*pa' can never be found, since '*' stands for letters "
                    + "at the end of a word only; write it there, or each spelling of its own"
            ])
    }

    @Test func `names that their capitals tell apart may be those of two brands`() throws {
        let brands = """
            brands:
              - {id: zora, name: Zora, case_sensitive: true}
              - {id: big, name: ZORA, case_sensitive: true}
              - {id: odd, name: zoRA, case_sensitive: true, names: [zoRA S]}
              - {id: even, name: Zora S, case_sensitive: true}
            """
        #expect(
            try findings(["rules/brands.yaml": brands]) == [
                "warning rules/brands.yaml:5:22: brand 'odd' goes by 'Zora S' in other capitals too, so "
                    + "that 'ZORA S' counts for 'even' only; see that this is meant"
            ])
    }

    @Test(arguments: ["", ", case_sensitive: true"])
    func `two names that differ by their capitals alone are to be told apart by them`(
        condition: String
    ) throws {
        let brands = """
            brands:
              - {id: zora, name: Zora\(condition)}
              - {id: big, name: ZORA}
            """
        #expect(
            try findings(["rules/brands.yaml": brands]) == [
                "error rules/brands.yaml:3:21: brand 'zora' goes by 'ZORA' in other capitals, which tell "
                    + "nothing here, so that the name counts for 'big' only; write 'case_sensitive: "
                    + "true' at both, or remove it at one of them"
            ])
    }

    @Test(arguments: [
        ("{severity_at_least: low}", "{category: incident}"),
        ("{score_at_most: 1}", "{score_at_most: -0.5}"),
        ("{sentiment: [positive, neutral, negative, mixed, undecided]}", "{brand: lampa}"),
        ("{brand_kind: own}", "{brand: lampa, language: pl}"),
    ])
    func `a route behind one that takes all that it asks for, said otherwise, is found`(
        first: String, second: String
    ) throws {
        let routes = "routes: [{when: \(first), team: support}, {when: \(second), team: support}]"
        let found = try findings(["rules/routing.yaml": "\(Self.routing)\n\(routes)"])
        #expect(found.count == 1)
        #expect(found.first?.contains("takes all that this one asks for") == true)
    }

    @Test(arguments: [
        ("{brand_kind: competitor}", "{brand: lampa}"),
        ("{brand: lampa}", "{brand_kind: own}"),
        ("{severity_at_least: high}", "{category: incident}"),
        ("{sentiment: [positive, neutral]}", "{brand: lampa}"),
    ])
    func `other routes are no finding`(first: String, second: String) throws {
        let routes = "routes: [{when: \(first), team: support}, {when: \(second), team: support}]"
        #expect(try findings(["rules/routing.yaml": "\(Self.routing)\n\(routes)"]) == [])
    }

    @Test(arguments: [
        ("{to: a}", "{when: {category: incident}, to: b}", true),
        ("{team: support, to: a}", "{team: support, confidence_at_least: 0.6, to: b}", true),
        ("{confidence_at_least: 0.6, to: a}", "{to: b}", false),
        ("{confidence_at_least: 0, to: a}", "{to: b}", false),
        ("{team: support, to: a}", "{when: {category: incident}, to: b}", false),
    ])
    func `a route of tickets behind one that takes everything is found`(
        first: String, second: String, isTold: Bool
    )
        throws
    {
        let tickets = """
            tickets:
              installation: test
              destinations: [{id: a, system: jsonl, path: a}, {id: b, system: jsonl, path: b}]
              routes:
                - \(first)
                - \(second)
            """
        let found = try findings(["rules/routing.yaml": "\(Self.routing)\n\(tickets)"])
        #expect(
            found
                == [
                    "warning rules/routing.yaml:9:7: the route at rules/routing.yaml:8:7 takes all that "
                        + "this one asks for; put this one before it, or remove it"
                ].filter { _ in isTold })
    }

    @Test func `a severity rule that would lower the severity is found`() throws {
        let severity = "severity: [{when: {category: incident}, severity: low}]"
        #expect(
            try findings(["rules/routing.yaml": "\(Self.routing)\n\(severity)"]) == [
                "warning rules/routing.yaml:4:12: a severity is only ever raised, so that a rule that "
                    + "says 'low' changes nothing; write it at the category, or remove the rule"
            ])
    }

    /// Eight times the words took five hundred times as long.
    @Test(.timeLimit(.minutes(1)))
    func `deeply nested macros and queries of thousands of words are checked within a minute`()
        throws
    {
        let macros = (1..<99).map { number in
            "  m\(number): $m\(number - 1) AND a\(number) AND NOT (b\(number) OR c\(number) OR d\(number))"
        }
        let words = (1...2_000).map { "e\($0)" }.joined(separator: " OR ")
        let others = (1...2_000).map { "f\($0)" }.joined(separator: " OR ")
        let brands = """
            macros:
              m0: a0
            \(macros.joined(separator: "\n"))
            brands:
              - {id: lampa, name: Lampa, query: $m98 AND NOT a50}
              - {id: klosz, name: Klosz, query: (\(words)) AND NOT (\(others))}
            """
        let found = try findings(["rules/brands.yaml": brands])
        #expect(found.count == 1)
        #expect(found.first?.contains("since it needs a50 and forbids a50") == true)
    }

    // MARK: - Private

    private static let routing = """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}]
        default_team: support
        """

    /// - Parameter files: those that differ from rules in which all is well.
    private func findings(_ files: [String: String]) throws -> [String] {
        let good = [
            "rules/brands.yaml": "brands: [{id: lampa, name: Lampa}]",
            "rules/categories.yaml":
                "categories: [{id: incident, name: Incident, keywords: {en: [outage]}}]",
            "rules/routing.yaml": Self.routing,
        ]
        let folder = try TestWorkspace(good.merging(files) { $1 })
        defer { withExtendedLifetime(folder) {} }
        return RuleLint.findings(in: try folder.workspace.loadRules().rules)
            .map { "\($0.level.rawValue) \($0)" }
    }
}
