import Model
import RuleLoading
import TestSupport
import Testing

struct QueryMacroTests {
    @Test func `a macro stands for its query as if in brackets`() throws {
        let rules = try load(
            """
            macros:
              insects: owad OR $ladybirds
              ladybirds: '"boża krówka" OR biedronk*'
            brands:
              - {id: kropka, name: Kropka, query: Kropka NOT $insects}
            """)
        let ladybirds = Query.any([.phrase("boża krówka"), .prefix("biedronk")])
        #expect(
            rules.brands.map(\.query) == [
                .all([.phrase("Kropka"), .not(.any([.phrase("owad"), ladybirds]))])
            ])
    }

    @Test func `a dollar before a number is a price`() throws {
        let rules = try load("brands: [{id: b, name: B, query: cena AND $5}]")
        #expect(rules.brands.map(\.query) == [.all([.phrase("cena"), .phrase("$5")])])
    }

    @Test(arguments: [
        (
            "macros: {insects: owad}\nbrands: [{id: b, name: B, query: NOT $insect}]",
            "2:34: at character 5 of the query: unknown macro '$insect'; did you mean '$insects'?"
        ),
        (
            "brands: [{id: b, name: B, query: NOT $insects}]",
            "1:34: at character 5 of the query: unknown macro '$insects'; write 'insects: …' under "
                + "'macros:' of this file"
        ),
        (
            "macros:\n  a: x OR $b\n  b: $c\n  c: y $a\nbrands: [{id: b, name: B, query: $a}]",
            "4:6: at character 3 of the query: the macro needs itself ($a → $b → $c → $a); write one "
                + "of them without the next"
        ),
        (
            "macros: {a: $a}\nbrands: [{id: b, name: B}]",
            "1:13: at character 1 of the query: the macro needs itself ($a → $a); write one of them "
                + "without the next"
        ),
        (
            "macros: {a: x OR}\nbrands: [{id: b, name: B, query: $a}]",
            "1:13: at character 5 of the query: expected a word, found the end; write a word, a "
                + "\"phrase\" or '('"
        ),
        (
            "macros: {Owady: owad}\nbrands: [{id: b, name: B}]",
            "1:10: at character 1 of the query: '$Owady' cannot name a macro; write a-z, 0-9 and "
                + "'_', beginning with a letter"
        ),
        (
            "macros: {t: 'title:x'}\nbrands: [{id: b, name: B, query: 'author:$t'}]",
            "2:34: at character 8 of the query: a field inside another; write it outside, joined by "
                + "AND"
        ),
    ])
    func `a mistake says where it stands, once`(file: String, complaint: String) throws {
        #expect(
            try Complaints.ofRules(["rules/brands.yaml": file])
                == ["rules/brands.yaml:\(complaint)"])
    }

    @Test func `macros cannot grow without end`() throws {
        let macros = (0..<40).map { "  m\($0): $m\($0 + 1) OR $m\($0 + 1)" }.joined(separator: "\n")
        let found = try Complaints.ofRules([
            "rules/brands.yaml":
                "macros:\n\(macros)\n  m40: a\nbrands: [{id: b, name: B, query: $m0}]"
        ])
        #expect(found.count == 1)
        #expect(found[0].contains("more than 10000 words once its macros are put in"))
    }

    /// However they are named: those that come first in the alphabet are read first.
    @Test(arguments: [true, false])
    func `macros in each other have an end before the stack has`(isFirstOutermost: Bool) throws {
        let count = 6_000
        func name(_ number: Int) -> String {
            "m\(10_000 + (isFirstOutermost ? number : count - number))"
        }
        let macros = (0..<count).map { "  \(name($0)): $\(name($0 + 1)) OR a\($0)" }
        let found = try Complaints.ofRules([
            "rules/brands.yaml": (["macros:"] + macros + ["  \(name(count)): owad", "brands:"])
                .joined(separator: "\n") + " [{id: b, name: B, query: $\(name(0))}]\n"
        ])
        let line = isFirstOutermost ? 102 : count - 100 + 2
        #expect(
            found == [
                "rules/brands.yaml:\(line):11: at character 1 of the query: more than 100 macros "
                    + "inside each other; write the queries of some of them out"
            ])
    }

    @Test func `a hundred macros may stand in each other`() throws {
        let macros = (1..<100).map { "  m\($0): $m\($0 + 1) OR a\($0)" }
        let rules = try load(
            (["macros:"] + macros + ["  m100: owad", "brands:"]).joined(separator: "\n")
                + " [{id: b, name: B, query: $m1}]\n")
        #expect(rules.brands.count == 1)
    }

    private func load(_ brands: String) throws -> Rules {
        try Rules.loaded(["rules/brands.yaml": brands])
    }
}
