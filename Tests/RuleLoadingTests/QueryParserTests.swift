import Model
import RuleLoading
import TestSupport
import Testing

struct QueryParserTests {
    @Test(
        arguments: [
            ("lampa", .phrase("lampa")),
            ("\"boża  krówka \"", .phrase("boża krówka")),
            ("owad*", .prefix("owad")),
            ("{Lampa}", .caseSensitive("Lampa")),
            ("10:30", .phrase("10:30")), ("+48", .phrase("+48")), ("+48*", .prefix("+48")),
            ("a~b", .phrase("a~b")), ("\"lampa~2\"", .phrase("lampa~2")),
            ("Żółw_i-spółka", .phrase("Żółw_i-spółka")),
            ("(lampa)", .phrase("lampa")),
        ] as [(String, Query)])
    func `a single term`(text: String, query: Query) throws {
        #expect(try QueryParser.parse(text, at: .sample) == query)
    }

    @Test(
        arguments: [
            ("a AND b", .all([.phrase("a"), .phrase("b")])),
            ("a b", .all([.phrase("a"), .phrase("b")])),
            (
                "a\"b\"{C}(d)",
                .all([.phrase("a"), .phrase("b"), .caseSensitive("C"), .phrase("d")])
            ),
            ("a OR b OR c", .any([.phrase("a"), .phrase("b"), .phrase("c")])),
            ("a NOT b", .all([.phrase("a"), .not(.phrase("b"))])),
            (
                "a NOT (🎉 OR \"🎉 🎂\")",
                .all([.phrase("a"), .not(.any([.phrase("🎉"), .phrase("🎉 🎂")]))])
            ),
            ("NOT a AND b", .all([.not(.phrase("a")), .phrase("b")])),
            ("a NEAR/5 b", .near(.phrase("a"), .phrase("b"), distance: 5)),
            ("a NEAR/0 \"b c\"", .near(.phrase("a"), .phrase("b c"), distance: 0)),
        ] as [(String, Query)])
    func `operators join terms, and neighbours are joined by AND`(text: String, query: Query)
        throws
    {
        #expect(try QueryParser.parse(text, at: .sample) == query)
    }

    @Test(arguments: [
        ("a OR b c", "a OR (b AND c)"),
        ("a AND b OR c AND d", "(a AND b) OR (c AND d)"),
        ("a b NEAR/3 c d", "a AND (b NEAR/3 c) AND d"),
        ("a NEAR/3 b NEAR/2 c", "(a NEAR/3 b) NEAR/2 c"),
        ("NOT a b", "(NOT a) AND b"),
        ("a OR b NOT c", "a OR (b AND (NOT c))"),
        ("title:a b", "(title:a) AND b"),
        ("NOT title:a b", "(NOT (title:a)) AND b"),
    ])
    func `NOT binds before NEAR, NEAR before AND, AND before OR`(text: String, same: String)
        throws
    {
        let query = try QueryParser.parse(text, at: .sample)
        #expect(query == (try QueryParser.parse(same, at: .sample)))
    }

    @Test(
        arguments: [
            ("title:lampa", .field(.title, .phrase("lampa"))),
            ("title: lampa", .field(.title, .phrase("lampa"))),
            ("author:\"Jan Kos\"", .field(.author, .phrase("Jan Kos"))),
            ("site:example.org", .field(.site, .phrase("example.org"))),
            ("lang:(pl OR lv)", .field(.lang, .any([.phrase("pl"), .phrase("lv")]))),
            ("title:(a NOT b*)", .field(.title, .all([.phrase("a"), .not(.prefix("b"))]))),
        ] as [(String, Query)])
    func `a field stands before a term or a group`(text: String, query: Query) throws {
        #expect(try QueryParser.parse(text, at: .sample) == query)
    }

    @Test func `the query of the handbook`() throws {
        let query = try QueryParser.parse(
            "Kropka NOT (owad OR \"boża krówka\")", at: .sample)
        let insects = Query.any([.phrase("owad"), .phrase("boża krówka")])
        #expect(query == .all([.phrase("Kropka"), .not(insects)]))
    }

    @Test(
        arguments: [
            ("", 1, "expected a word, found the end; write a word, a \"phrase\" or '('"),
            ("a AND", 6, "expected a word, found the end; write a word, a \"phrase\" or '('"),
            ("OR a", 1, "expected a word, found 'OR'; write a word, a \"phrase\" or '('"),
            ("a ()", 4, "expected a word, found ')'; write a word, a \"phrase\" or '('"),
            ("a NOT NOT b", 7, "expected a word, found 'NOT'; write a word, a \"phrase\" or '('"),
            ("NEAR/5 b", 1, "expected a word, found 'NEAR/5'; write a word, a \"phrase\" or '('"),
            ("żuk (b OR c", 5, "'(' is never closed; write ')' where it ends"),
            ("a \"b c", 3, "'\"' is never closed; write '\"' where it ends"),
            ("a {B", 3, "'{' is never closed; write '}' where it ends"),
            ("a b)", 4, "')' closes nothing; remove it"),
            ("a } b", 3, "'}' closes nothing; remove it"),
            (
                "a \"\"", 3,
                "'\"\"' has no letter or digit to look for; write a word, AND, OR or NOT"
            ),
            ("a* b*c", 4, "'*' is misplaced in 'b*c'; write it at the end of a word only"),
            ("*a", 1, "'*' is misplaced in '*a'; write it at the end of a word only"),
            ("\"a b*\"", 1, "'*' stands inside quotes; write stem* without quotes"),
            (
                "a {Lamp*}", 3,
                "'*' stands inside braces; write stem* without them, or {One} OR {Other}"
            ),
            ("+lampa", 1, "'+' joins nothing; write AND"),
            (
                "a lampa~", 3,
                "'~' finds nothing similar to 'lampa'; write stem*, or the words joined by OR"
            ),
            (
                "lampa~0.8", 1,
                "'~0.8' finds nothing similar to 'lampa'; write stem*, or the words joined by OR"
            ),
            ("a „b”", 3, "a curly quote; write the straight one, \""),
            ("a -b", 3, "'-' does not exclude; write NOT b"),
            ("a !b", 3, "'!' does not exclude; write NOT b"),
            ("a NOT „b”", 7, "a curly quote; write the straight one, \""),
            ("a b” c", 4, "a curly quote; write the straight one, \""),
            ("title:„a”", 7, "a curly quote; write the straight one, \""),
            ("a 'b c'", 3, "' encloses no phrase; write the double quote, \""),
            ("a ‚b c’", 3, "‚ encloses no phrase; write the double quote, \""),
            ("a LUB b", 3, "'LUB' joins nothing; write OR, or \"LUB\" for the word"),
            ("a oraz b", 3, "'oraz' joins nothing; write AND, or \"oraz\" for the word"),
            ("a UN b", 3, "'UN' joins nothing; write AND, or \"UN\" for the word"),
            ("a vai b", 3, "'vai' joins nothing; write OR, or \"vai\" for the word"),
            ("a NIE b", 3, "'NIE' joins nothing; write NOT, or \"NIE\" for the word"),
            ("a NEAR5 b", 3, "'NEAR5' has no distance from 0 to 100 words; write NEAR/5"),
            ("a near~5 b", 3, "'near~5' has no distance from 0 to 100 words; write NEAR/5"),
            ("a ONEAR/5 b", 3, "'ONEAR/5' has no distance from 0 to 100 words; write NEAR/5"),
            ("a W/5 b", 3, "'W/5' has no distance from 0 to 100 words; write NEAR/5"),
            ("a | b", 3, "'|' joins nothing; write OR"),
            ("a|b", 1, "'|' joins nothing; write OR"),
            ("a&&b", 1, "'&&' joins nothing; write AND"),
            ("a && b", 3, "'&&' joins nothing; write AND"),
            ("a || b", 3, "'||' joins nothing; write OR"),
            ("a, b", 1, "',' joins nothing; write OR"),
            ("a 1,5 b,c", 7, "',' joins nothing; write OR"),
            ("a , b", 3, "',' joins nothing; write OR"),
            ("a;b", 1, "';' joins nothing; write OR"),
            ("site:a.example,b.example", 6, "',' joins nothing; write OR"),
            (
                "\"a b\"~5", 6,
                "'~5' behind a phrase gives no distance; join its words, as in one NEAR/5 other"
            ),
            (
                "or?e", 1,
                "'?' stands for no letter in 'or?e'; write stem*, or the words joined by OR"
            ),
            ("a or b", 3, "'or' is in small letters; write OR, or \"or\" for the word"),
            (
                "a near/5 b", 3,
                "'near/5' is in small letters; write NEAR/5, or \"near/5\" for the word"
            ),
            ("a NEAR b", 3, "'NEAR' has no distance from 0 to 100 words; write NEAR/5"),
            ("a NEAR/x b", 3, "'NEAR/x' has no distance from 0 to 100 words; write NEAR/5"),
            ("a NEAR/101 b", 3, "'NEAR/101' has no distance from 0 to 100 words; write NEAR/5"),
            (
                "NOT a NEAR/5 b", 1,
                "NEAR joins words, phrases and ( OR ) of them; write AND, NOT and fields outside it"
            ),
            (
                "a NEAR/5 (b AND c)", 10,
                "NEAR joins words, phrases and ( OR ) of them; write AND, NOT and fields outside it"
            ),
            ("titel:a", 1, "unknown field 'titel'; did you mean 'title'?"),
            (
                "http://example.org", 1,
                "unknown field 'http'; write title, author, site or lang, or use quotes"
            ),
            ("title:(a site:b)", 10, "a field inside another; write it outside, joined by AND"),
            (
                "a lang:polski", 3,
                "'polski' is no language; write an ISO 639-1 code, such as lang:pl"
            ),
            (
                "a site:example.*", 3,
                "'example.*' is no domain; write one such as site:example.org, which takes what lies "
                    + "below it along"
            ),
            (
                "a site:.example", 3,
                "'.example' is no domain; write one such as site:example.org, which takes what lies "
                    + "below it along"
            ),
            (
                "a site:(a.example OR \"b.example/news\")", 3,
                "'b.example/news' is no domain; write one such as site:example.org, which takes what "
                    + "lies below it along"
            ),
            (
                "NOT a", 1,
                "only NOT, so nearly every text would do; write a word that must be there"
            ),
            (
                "a OR NOT b", 1,
                "only NOT, so nearly every text would do; write a word that must be there"
            ),
        ] as [(String, Int, String)])
    func `a mistake says at which character it stands and what to write`(
        text: String, character: Int, message: String
    ) {
        let error = #expect(throws: RuleError.self) {
            try QueryParser.parse(text, at: .sample)
        }
        let expected = "rules/sample.yaml:1:1: at character \(character) of the query: \(message)"
        #expect(error?.description == expected)
    }

    @Test func `a query that only narrows may say what must not be there and no more`() throws {
        let query = try QueryParser.parse("NOT owad", at: .sample, isNarrowing: true)
        #expect(query == .not(.phrase("owad")))
    }

    @Test func `brackets may not be nested without end`() {
        let nested = String(repeating: "(", count: 10_000) + "a"
        let error = #expect(throws: RuleError.self) {
            try QueryParser.parse(nested, at: .sample)
        }
        let mistake = Mistake.query(.tooDeep(limit: 50), character: 51)
        #expect(error == RuleError(mistake, at: .sample))
    }

    /// Whoever evaluates them goes as deep.
    @Test(arguments: ["a", "(b OR a)"])
    func `NEAR may not follow NEAR without end`(word: String) throws {
        let joined = "\(word) NEAR/5 "
        _ = try QueryParser.parse(String(repeating: joined, count: 50) + word, at: .sample)
        let long = String(repeating: joined, count: 200_000) + word
        let error = #expect(throws: RuleError.self) { try QueryParser.parse(long, at: .sample) }
        let character = 50 * joined.count + word.count + 2
        let mistake = Mistake.query(.tooManyNear(limit: 50), character: character)
        #expect(error == RuleError(mistake, at: .sample))
        #expect(
            mistake.description
                == "at character \(character) of the query: more than 50 NEAR behind or inside "
                + "each other; write fewer, or AND")
    }
}
