import Model
import Querying
import TestSupport
import Testing
import Tokenizing

struct QueryMatcherTests {
    @Test(
        arguments: [
            (.phrase("kasa"), "KASA nie działa", true),
            (.phrase("kasa"), "kasami", false),
            (.phrase("boża krówka"), "Boża  krówka leci", true),
            (.phrase("boża krówka"), "boża, krówka", false),
            (.phrase("wi-fi"), "słabe wi fi", true),
            (.phrase("c++"), "C++ to nie c", true),
            (.phrase("🤬"), "znowu🤬🤬", true),
            (.phrase("❤️"), "super ❤", true),
            (.prefix("owad"), "owadami", true),
            (.prefix("owad*"), "owadami", true),
            (.prefix("owad"), "sowada", false),
            (.caseSensitive("Orbite"), "an orbite", false),
            (.caseSensitive("Orbite"), "ORBITE", false),
            (.caseSensitive("Orbite"), "Orbite’u", true),
            (.caseSensitive("Żuk"), "Z\u{307}uk", true),
            (.all([.phrase("a"), .phrase("b")]), "b i a", true),
            (.all([.phrase("a"), .phrase("b")]), "a", false),
            (.any([.phrase("a"), .phrase("b")]), "b", true),
            (.any([.phrase("a"), .phrase("b")]), "c", false),
            (.not(.phrase("a")), "b", true),
            (.not(.phrase("a")), "a", false),
            (.phrase("nothing at all"), "", false),
            (.phrase(""), "", false),
            (.prefix("+48"), "zadzwoń: +48600", true),
            (.prefix("+48"), "zadzwoń: + 48600", false),
        ] as [(Query, String, Bool)])
    func `a condition holds where the text says so`(query: Query, text: String, holds: Bool) {
        #expect(QueryMatcher(query).evaluate(.saying(text)).holds == holds)
    }

    @Test(arguments: [
        ("krowka", "krówka", true), ("zolty", "Żółty", true), ("zolt*", "żółtego", true),
        ("kekars", "Ķekars", true),
        ("zol", "żółty", false), ("zolty", "żół", false),
        ("zolty kekars", "Żółty Ķekars", true), ("zol* kekars", "żółte Ķekars", true),
    ])
    func `a query typed without diacritics ignores them`(term: String, text: String, holds: Bool) {
        let query: Query = term.hasSuffix("*") ? .prefix(term) : .phrase(term)
        #expect(QueryMatcher(query).evaluate(.saying(text)).holds == holds)
    }

    @Test(arguments: [
        ("krówka", "krowka na lace", true), ("Krówk*", "KROWKAMI", true),
        ("boża krówka", "boza krowka", true), ("kąt", "kat", false),
        ("krówka", "krowka na łące", false), ("krówka", "krówko", false),
    ])
    func `a term with diacritics is found without them where a text has none`(
        term: String, text: String, holds: Bool
    ) {
        let query: Query = term.hasSuffix("*") ? .prefix(term) : .phrase(term)
        #expect(QueryMatcher(query).evaluate(.saying(text)).holds == holds)
    }

    @Test func `a term in braces is found with its diacritics alone`() {
        #expect(!QueryMatcher(.caseSensitive("Żółw")).evaluate(.saying("Zolw")).holds)
    }

    @Test func `one letter with a diacritic makes the whole query exact`() {
        let query = Query.any([.phrase("lat"), .phrase("łata")])
        #expect(!QueryMatcher(query).evaluate(.saying("łat")).holds)
    }

    @Test(arguments: [
        ("a b", 0, true), ("b a", 0, true), ("a x b", 0, false), ("a x b", 1, true),
        ("a, … b", 0, true), ("b x y z a", 2, false), ("b x y z a", 3, true), ("a", 5, false),
        ("a a x b", 1, true),
    ])
    func `NEAR counts the words between`(text: String, distance: Int, holds: Bool) {
        let query = Query.near(.phrase("a"), .phrase("b"), distance: distance)
        #expect(QueryMatcher(query).evaluate(.saying(text)).holds == holds)
    }

    @Test func `NEAR does not reach from the title into the text`() {
        let query = Query.near(.phrase("a"), .phrase("b"), distance: 9)
        #expect(!QueryMatcher(query).evaluate(.saying("b", title: "a")).holds)
    }

    @Test func `NEAR takes two places, not one twice`() {
        let query = Query.near(.phrase("kawa"), .prefix("kaw"), distance: 5)
        #expect(!QueryMatcher(query).evaluate(.saying("kawa")).holds)
        #expect(QueryMatcher(query).evaluate(.saying("kawa i kawy")).holds)
    }

    @Test func `NEAR joins groups, and what is near again`() {
        let query = Query.near(
            .near(.phrase("a"), .any([.phrase("b"), .phrase("c")]), distance: 1), .phrase("d"),
            distance: 0)
        #expect(QueryMatcher(query).evaluate(.saying("a x c d")).holds)
        #expect(!QueryMatcher(query).evaluate(.saying("a x x c d")).holds)
    }

    @Test(
        arguments: [
            (.field(.title, .phrase("awaria")), true),
            (.field(.title, .phrase("sklep")), false),
            (.field(.title, .any([.phrase("sklep"), .phrase("awaria")])), true),
            (.field(.author, .phrase("nowak")), true),
            (.field(.author, .phrase("Anna Nowak")), true),
            (.field(.author, .phrase("now")), false),
            (.field(.author, .phrase("sklep")), false),
            (.field(.site, .phrase("kurier.example")), true),
            (.field(.site, .phrase("Forum.Kurier.example")), true),
            (.field(.site, .phrase("urier.example")), false),
            (.field(.site, .phrase("x.forum.kurier.example")), false),
            (.field(.lang, .phrase("pl")), true),
            (.field(.lang, .phrase("PL-pl")), true),
            (.field(.lang, .phrase("lv")), false),
            (.not(.field(.lang, .phrase("?"))), true),
        ] as [(Query, Bool)])
    func `a field restricts what is asked`(query: Query, holds: Bool) {
        let entry = EntryText(
            title: "Awaria sieci", text: "W sklepie i sklep",
            link: "https://a@forum.KURIER.example:80/x?y#z", language: .polish,
            author: "Anna Nowak")
        #expect(QueryMatcher(query).evaluate(QueriedText(entry)).holds == holds)
    }

    @Test(arguments: ["https://a.example./x", "https://A.EXAMPLE.:8080", "https://a.example?x."])
    func `a dot behind a host is no part of its name`(link: String) {
        let text = QueriedText(EntryText(text: "sklep", link: link))
        #expect(QueryMatcher(.field(.site, .phrase("a.example"))).evaluate(text).holds)
    }

    @Test(arguments: [
        ("https://xn--w-uga1v8h.example/x", "żółw.example", true),
        ("https://żółw.example/x", "XN--W-UGA1V8H.example", true),
        ("https://forum.Żo\u{301}łw.example", "xn--w-uga1v8h.example", true),
        ("https://xn--w-uga1v8h.example", "zolw.example", false),
        ("https://xn--łka.example", "xn--łka.example", true),
        ("https://xn--99999999999999.example", "xn--99999999999999.example", true),
        ("https://xn--.example", "example", true),
    ])
    func `a domain is found in both spellings of its letters`(
        link: String, domain: String, holds: Bool
    ) {
        let text = QueriedText(EntryText(text: "sklep", link: link))
        #expect(QueryMatcher(.field(.site, .phrase(domain))).evaluate(text).holds == holds)
    }

    @Test func `the detected language goes before the stated one`() {
        let entry = EntryText(text: "sveiki", language: .polish)
        let text = QueriedText(entry, language: .latvian)
        #expect(QueryMatcher(.field(.lang, .phrase("lv"))).evaluate(text).holds)
    }

    @Test func `evidence tells each term and its place in reading order`() {
        let query = Query.all([
            .any([.prefix("kas"), .phrase("zysk"), .phrase("sklep")]), .not(.phrase("owad")),
        ])
        let result = QueryMatcher(query).evaluate(.saying("👍 sklep, kasy", title: "Kasa"))
        #expect(
            result
                == QueryResult(
                    holds: true,
                    evidence: [
                        QueryEvidence(term: "kas*", field: .title, range: 0..<4),
                        QueryEvidence(term: "sklep", field: .text, range: 2..<7),
                        QueryEvidence(term: "kas*", field: .text, range: 9..<13),
                    ], failure: nil))
    }

    @Test(
        arguments: [
            (
                .all([.phrase("kawka"), .not(.any([.phrase("owad"), .phrase("boża krówka")]))]),
                "NOT owad"
            ),
            (
                .not(
                    .any([.phrase("x"), .any([.phrase("i"), .phrase("i owad")]), .prefix("kaw")])),
                "NOT (i OR \"i owad\" OR kaw*)"
            ),
            (
                .not(.field(.title, .any([.phrase("x"), .not(.phrase("y"))]))),
                "NOT title:(x OR NOT y)"
            ),
            (.not(.all([.phrase("kawka"), .phrase("owad")])), "NOT (kawka AND owad)"),
            (
                .all([.phrase("kawka"), .near(.phrase("a"), .prefix("b"), distance: 3)]),
                "a NEAR/3 b*"
            ),
            (.all([.field(.title, .phrase("x")), .phrase("kawka")]), "title:x"),
            (
                .any([.caseSensitive("X"), .field(.site, .phrase("a.example"))]),
                "{X} OR site:a.example"
            ),
        ] as [(Query, String)])
    func `the part that failed is named as it is typed, of what a NOT forbids what stands there`(
        query: Query, failure: String
    ) {
        let result = QueryMatcher(query).evaluate(.saying("kawka i owad"))
        #expect(result == QueryResult(holds: false, evidence: [], failure: failure))
    }

    @Test(
        arguments: [
            (.any([.phrase("x"), .field(.site, .phrase("a.example"))]), "NOT site:a.example"),
            (.any([.phrase("x"), .not(.phrase("y"))]), "NOT (NOT y)"),
            (
                .all([.field(.lang, .phrase("pl")), .not(.phrase("y"))]),
                "NOT (lang:pl AND NOT y)"
            ),
            (.all([.field(.lang, .phrase("pl")), .phrase("x")]), nil),
            (.any([.phrase("x"), .near(.phrase("x"), .phrase("y"), distance: 1)]), nil),
        ] as [(Query, String?)])
    func `a NOT forbids what holds in a text that has none of the query's words`(
        forbidden: Query, failure: String?
    ) {
        let entry = EntryText(
            text: "kawka i owad", link: "https://a.example/1", language: .polish)
        #expect(QueryMatcher(.not(forbidden)).failure(in: QueriedText(entry)) == failure)
    }

    @Test func `a term counts in the further forms it is given`() {
        let matcher = QueryMatcher(.phrase("Kawka")) {
            $0 == "Kawka" ? [TermPattern("Kawce"), TermPattern("Kawka'u", closeFrom: 1)] : []
        }
        let result = matcher.evaluate(.saying("w Kawce, u kawka-u, kawka u"))
        #expect(
            result.evidence.map(\.range) == [2..<7, 11..<16, 20..<25])
        #expect(result.evidence.allSatisfy { $0.term == "Kawka" })
    }
}

extension QueriedText {
    fileprivate static func saying(_ text: String, title: String? = nil) -> QueriedText {
        QueriedText(EntryText(title: title, text: text))
    }
}
