import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

struct FacetTests {
    private static let facets = [
        Facet(
            id: "touchpoint", name: "Touchpoint",
            values: [
                value("app", ["app": 1, "app store": -1, "update": 0.5]),
                value("billing", ["invoice*": 1, "router": 0.5, "charged": 0.5]),
            ], place: .sample),
        Facet(
            id: "aspect", name: "Aspect", values: [value("app", ["update": 1])], place: .sample),
    ]
    private static let rules = Rules(
        brands: Rules.sample.brands, categories: Rules.sample.categories, facets: facets,
        routing: Rules.sample.routing, lexicons: Rules.sample.lexicons)
    private static let classifier = Classifier(rules: rules)

    @Test(
        arguments: [
            ("the app", ["touchpoint:app"]), ("the app store", []),
            ("charged for a router", ["touchpoint:billing"]), ("a router", []),
            ("the app update", ["aspect:app", "touchpoint:app"]),
            ("an invoice in the app, an invoice again", ["touchpoint:app", "touchpoint:billing"]),
        ] as [(String, [String])])
    func `a value is given when its keywords add up to 1`(text: String, expected: [String]) {
        #expect(tags(text).facets.values.map(\.description) == expected)
    }

    @Test func `the reasons are keywords with their places and lines`() {
        let tag = tags("the app update").facets["touchpoint"][0]
        #expect(tag.confidence == 0.65)
        #expect(tag.evidence.map(\.term) == ["app", "update"])
        #expect(tag.evidence.map(\.range) == [4..<7, 8..<14])
    }

    @Test(arguments: [
        "the outage is awful and my router is not working", "the app has a problem", "#appfail",
        "charged twice, invoice wrong, thanks",
    ])
    func `facets change neither language nor tone nor categories`(text: String) {
        let (with, without) = (tags(text), Classifier.sample.tags(text, language: .english))
        #expect(with.language == without.language)
        #expect(with.sentiment == without.sentiment)
        #expect(with.categories == without.categories)
    }

    @Test func `a value that came near is told with its facet`() {
        let misses = Self.classifier.nearMisses(
            for: EntryText(text: "a router", language: .english), title: Words(of: ""),
            text: Words(of: "a router"), mentions: [])
        let miss = misses.first { $0.facet == "touchpoint" }
        #expect(miss?.name == "touchpoint:billing")
        #expect(miss?.missing == "needs 1, has 0.5 from 'router'")
    }

    @Test func `a condition asks for one value of each facet that it names`() {
        let findings = TagFindings(
            categories: [],
            facets: [
                "touchpoint": [CategoryTag(id: "app", confidence: 1, evidence: [])],
                "location": [CategoryTag(id: "riga", confidence: 1, evidence: [])],
            ], brands: [], brandKinds: [], language: .english, tone: .neutral)
        func holds(_ choices: [TagCondition.FacetChoice]) -> Bool {
            TagCondition(facets: choices).holds(for: findings, severity: .normal)
        }
        let app = TagCondition.FacetChoice(facet: "touchpoint", values: ["web", "app"])
        #expect(holds([app]))
        #expect(holds([app, .init(facet: "location", values: ["riga"])]))
        #expect(!holds([app, .init(facet: "location", values: ["ogre"])]))
        #expect(!holds([.init(facet: "aspect", values: ["app"])]))
    }

    @Test func `a facet that differs is looked for by its keywords alone`() {
        let difference = ClassifyingDifference(from: Rules.sample, to: Self.rules)
        #expect(!difference.concernsEveryText)
        #expect(difference.terms.contains(TermPattern("app")))
        #expect(
            !ClassifyingDifference(from: Self.rules, to: Self.rules).terms.contains(
                TermPattern("app")))
    }

    // MARK: - Private

    private func tags(_ text: String) -> Tags {
        Self.classifier.tags(
            for: EntryText(text: text, language: .english), title: Words(of: ""),
            text: Words(of: text), mentions: [])
    }

    private static func value(
        _ id: Model.Category.ID, _ keywords: [String: Double]
    ) -> Model.Category {
        Model.Category(
            id: id, name: id.value,
            keywords: [
                .english: keywords.sorted { $0.key < $1.key }.map {
                    Model.Category.Keyword(term: $0.key, weight: $0.value, place: .sample)
                }
            ], place: .sample)
    }
}
