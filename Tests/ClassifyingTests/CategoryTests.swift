import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

struct CategoryTests {
    private func categories(_ text: String, _ language: LanguageCode = .english) -> [String] {
        Classifier.sample.tags(text, language: language).categories.map {
            "\($0.id) \($0.confidence)"
        }
    }

    @Test(arguments: [(Brand.Kind.topic, ["incident"]), (.own, []), (.competitor, [])])
    func `the name of a topic stays a keyword, that of a brand does not`(
        kind: Brand.Kind, expected: [Model.Category.ID]
    ) {
        let named = Brand(
            id: "outages", name: "Outages", kind: kind, names: ["outage"], place: .sample)
        let rules = Rules(
            brands: [named], categories: Rules.sample.categories, routing: Rules.sample.routing,
            lexicons: Rules.sample.lexicons)
        let tags = Classifier(rules: rules).tags(
            for: EntryText(text: "the outage", language: .english), title: Words(of: ""),
            text: Words(of: "the outage"),
            mentions: [Mention(brand: "outages", form: "outage", range: 4..<10)])
        #expect(tags.categories.map(\.id) == expected)
    }

    @Test func `of a text that repeats itself without end five hundred reasons are told`() {
        let once = "the router is awful and has a problem, a terrible outage. "
        let tags = Classifier.sample.tags(
            String(repeating: once, count: 1_000), language: .english)
        #expect(tags.sentiment.evidence.count == 500)
        let places = tags.sentiment.evidence.map(\.range.lowerBound)
        #expect(places == places.sorted())
        let weights = tags.sentiment.evidence.map { abs($0.weight) }
        #expect(weights.min() == weights.max())
        #expect(!tags.categories.isEmpty)
        #expect(tags.categories.allSatisfy { $0.evidence.count <= 500 })
    }

    @Test(
        arguments: [
            ("a router", []), ("two routers and a router", []),
            ("the router is awful", ["technical_issue 0.53"]),
            ("the router has a problem", ["technical_issue 0.77"]),
            ("no problem with the router", []), ("problem? no problem!", []),
            ("outage", ["incident 0.5"]),
            (
                "the outage is awful and my router is not working",
                ["technical_issue 0.77", "incident 0.62"]
            ),
            ("well done, thanks", ["praise 0.75"]),
        ] as [(String, [String])])
    func `distinct keywords and the tone must reach 1`(text: String, expected: [String]) {
        #expect(categories(text) == expected)
    }

    @Test(
        arguments: [
            (
                "Od rana awaria i nic nie działa w domu", .polish,
                ["technical_issue 0.65", "incident 0.62"]
            ),
            (
                "Mājās nestrādā internets un ir avārija", .latvian,
                ["technical_issue 0.65", "incident 0.62"]
            ),
            ("awaria", .english, []),
            ("lietotne man rāda error 500", .latvian, ["technical_issue 0.5"]),
            ("die App zeigt mir error 500", LanguageCode(rawValue: "de"), ["technical_issue 0.5"]),
        ] as [(String, LanguageCode, [String])])
    func `keywords of the text's language and of every language are looked for`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        let lead = language == .english ? "this is the word for that: " : ""
        #expect(categories(lead + text, language) == expected)
    }

    @Test(
        arguments: [
            ("Looking for a new provider in Riga", ["sales_lead 0.5"]),
            ("looking for a job with a provider", []), ("looking for my keys", []),
        ] as [(String, [String])])
    func `a query without keywords decides alone`(text: String, expected: [String]) {
        #expect(categories(text) == expected)
    }

    @Test func `evidence names the line of the rule and the place in the text`() {
        let tags = Classifier.sample.tags("awful: the router", language: .english)
        #expect(
            tags.categories.map(\.evidence) == [
                [
                    CategoryEvidence(
                        rule: "rules/categories.yaml:22", term: "router*", range: 11..<17),
                    CategoryEvidence(
                        rule: "rules/categories.yaml:20", term: "tone negative", range: 0..<5),
                ]
            ])
    }

    @Test func `the tone is shown where it is said`() {
        let tags = Classifier.sample.tags(
            "Great, excellent view. Slow, rude, awful, broken, not working", language: .english)
        #expect(tags.categories.first?.evidence.last?.range == 35..<40)
    }

    @Test func `the tone that counts is the one toward our own brand`() {
        let ours = Classifier.sample.tags(
            "My Zefirnet router is awful but Baltfon is great", language: .english)
        let theirs = Classifier.sample.tags(
            "My Baltfon router is awful but Zefirnet is great", language: .english)
        #expect(ours.categories.map(\.id) == ["technical_issue"])
        #expect(theirs.categories.isEmpty)
    }

    @Test(
        arguments: [
            (
                "my router",
                [
                    "technical_issue 0.6 needs 1, has 0.6 from 'router*'; tone is neutral, not negative"
                ]
            ),
            (
                "no problem with the router at all",
                [
                    """
                    technical_issue 0.6 needs 1, has 0.6 from 'problem*', 'router*', less for 'no problem'; \
                    tone is neutral, not negative
                    """
                ]
            ),
            (
                "Is it here? Thanks",
                ["praise 0.5 needs 1, has 0.5 from 'thanks'; tone is neutral, not positive"]
            ),
            (
                "well done, and it is awful",
                [
                    """
                    praise 0.5 needs 1, has 0.5 from 'well done', less for the tone; tone is negative, \
                    not positive
                    """
                ]
            ), ("thanks, and it is awful", []), ("no thanks", []),
            ("looking for a job with a provider", ["sales_lead 1.0 the query fails at NOT job"]),
            ("looking for my keys", []), ("outage", []),
        ] as [(String, [String])])
    func `near misses tell what was missing`(text: String, expected: [String]) {
        #expect(
            Classifier.sample.nearMisses(text).map { "\($0.category) \($0.score) \($0.missing)" }
                == expected)
    }

    @Test func `the nearest miss comes first`() {
        let misses = Classifier.sample.nearMisses("thanks? the router is here")
        #expect(misses.map(\.category) == ["technical_issue", "praise"])
    }

    @Test func `a keyword that speaks against a category is no evidence for it`() {
        let tags = Classifier.sample.tags(
            "a problem with error 500, no problem otherwise", language: .english)
        #expect(tags.categories.map(\.id) == ["technical_issue"])
        #expect(
            tags.categories.first?.evidence.map(\.term)
                == ["problem*", "error 500", "tone negative"])
    }
}
