import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

/// Learnt keywords stand beside those that were written.
struct LearntKeywordTests {
    private static let category = Model.Category(
        id: "delivery", name: "Delivery",
        keywords: [
            .english: [
                Model.Category.Keyword(term: "parcel", weight: 0.5, place: .categories(5)),
                Model.Category.Keyword(term: "courier", weight: 1, place: .categories(6)),
            ]
        ], place: .categories(3))
    private static let rules = Rules(
        brands: Rules.sample.brands, categories: [category], routing: .sample,
        lexicons: Rules.sample.lexicons)
    private static let learnt = LearntKeywords(
        category: "delivery", language: .english,
        keywords: [
            Model.Category.Keyword(term: "doorstep", weight: 1.5, place: .learnt(1)),
            Model.Category.Keyword(term: "door*", weight: 0.3, place: .learnt(2)),
            Model.Category.Keyword(term: "birthday", weight: -3, place: .learnt(3)),
        ])
    private let classifier = Classifier(rules: rules.learning(keywords: [learnt]))

    @Test(arguments: [
        ("a parcel at the doorstep", 1), ("a parcel at the window", 0),
        ("the doorstep is wet", 0), ("a courier on my birthday", 0), ("a courier at work", 1),
        (
            "a parcel that they said would come on one of these days and never did is not at my doorstep",
            0
        ),
    ])
    func `learnt keywords add a share of their weights to those of the written ones`(
        text: String, count: Int
    ) {
        #expect(classifier.tags(text, language: .english).categories.count == count)
    }

    @Test func `evidence names the lines of written and of learnt keywords`() {
        let tag = classifier.tags("a parcel at the doorstep", language: .english).categories.first
        #expect(tag?.evidence.map(\.term) == ["parcel", "doorstep", "door*"])
        #expect(
            tag?.evidence.map(\.rule) == [
                "rules/categories.yaml:5", "rules/learnt/delivery.en.tsv:1:1",
                "rules/learnt/delivery.en.tsv:2:1",
            ])
    }

    @Test func `only texts with a term that was learnt may come out otherwise`() {
        let difference = ClassifyingDifference(
            from: Self.rules, to: Self.rules.learning(keywords: [Self.learnt]))
        #expect(!difference.concernsEveryText)
        #expect(difference.terms.contains(TermPattern("doorstep")))
        #expect(!difference.terms.contains(TermPattern("courier")))
    }

    @Test func `a category that changes may be given by what was learnt alone`() {
        let raised = Model.Category(
            id: "delivery", name: "Delivery", severity: .high, keywords: Self.category.keywords,
            place: .categories(3))
        let changed = Rules(
            brands: Rules.sample.brands, categories: [raised], routing: .sample,
            lexicons: Rules.sample.lexicons)
        let difference = ClassifyingDifference(
            from: Self.rules.learning(keywords: [Self.learnt]),
            to: changed.learning(keywords: [Self.learnt]))
        #expect(!difference.concernsEveryText)
        #expect(difference.terms.contains(TermPattern("doorstep")))
    }

    @Test func `what is learnt in a language that the rules had no words of concerns every text`() {
        let german = LearntKeywords(
            category: "delivery", language: LanguageCode(rawValue: "de"),
            keywords: [Model.Category.Keyword(term: "paket", weight: 3, place: .learnt(1))])
        let difference = ClassifyingDifference(
            from: Self.rules, to: Self.rules.learning(keywords: [german]))
        #expect(difference.concernsEveryText)
    }
}

extension FileLocation {
    fileprivate static func learnt(_ line: Int) -> FileLocation {
        FileLocation(file: "rules/learnt/delivery.en.tsv", line: line, column: 1)
    }
}
