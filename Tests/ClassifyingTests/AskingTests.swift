import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

/// What is asked of a brand is a question, with or without a word that asks.
struct AskingTests {
    private static let question = Model.Category(
        id: "question", name: "Question",
        keywords: [
            .english: [
                Model.Category.Keyword(term: "why", weight: 0.4, place: .categories(5)),
                Model.Category.Keyword(term: "press release", weight: -0.5, place: .sample),
            ]
        ], place: .categories(3))
    private static let lead = Model.Category(
        id: "sales_lead", name: "Lead",
        keywords: [
            .english: [Model.Category.Keyword(term: "need", weight: 0.5, place: .sample)]
        ],
        place: .sample)
    private static let classifier = Classifier(
        rules: Rules(
            brands: Rules.sample.brands, categories: [question, lead], routing: .sample,
            lexicons: Rules.sample.lexicons))

    private func confidences(_ text: String, _ language: LanguageCode) -> [Double] {
        Self.classifier.tags(text, language: language).categories.map(\.confidence)
    }

    @Test(
        arguments: [
            ("Zefirnet, does the fibre reach Elm Street?", .english),
            ("@zefirnet hello. Fibre on Elm Street, yes?", .english),
            ("Zefirnet jest otwarty w niedzielę?", .polish),
            ("Zefirnet svētdien strādā?", .latvian),
        ] as [(String, LanguageCode)])
    func `the mark alone makes a question of what is asked of a brand`(
        text: String, language: LanguageCode
    ) {
        #expect(confidences(text, language) == [0.5])
    }

    @Test(arguments: [("Does the fibre reach Elm Street?", [0.5]), ("Are you kidding me?", [])])
    func `what is asked where a brand goes without saying is asked of it`(
        text: String, expected: [Double]
    ) {
        let tags = Self.classifier.tags(
            for: EntryText(text: text, language: .english), title: Words(of: ""),
            text: Words(of: text), mentions: [Mention(bySourceOf: "zefirnet")])
        #expect(tags.categories.map(\.confidence) == expected)
    }

    @Test(
        arguments: [
            ("Zefirnet, are you kidding me?", .english),
            ("Zefirnet does reach Elm Street", .english), ("Zefirnet came at last?!", .english),
            ("Zefirnet came. Does it rain there?", .english), ("does it rain there?", .english),
            ("Zefirnet press release. Is Zefirnet open on Sunday?", .english),
            ("Is Zefirnet the next big thing? https://news.example/17", .english),
            ("Zefirnet, wy tak na poważnie?", .polish), ("Zefirnet, jūs jokojat?", .latvian),
            ("> does Zefirnet work there?\nyes", .english), ("Zefirnet, tomorrow?", .english),
            ("Zefirnet is awful, terrible, is Zefirnet still there?", .english),
        ] as [(String, LanguageCode)])
    func `what asks for no answer is none, nor is what is asked beside it`(
        text: String, language: LanguageCode
    ) {
        #expect(confidences(text, language).isEmpty)
    }

    @Test func `what is asked beside a brand counts with a keyword`() {
        #expect(confidences("Zefirnet came. Why does it rain?", .english) == [0.5])
    }

    @Test(
        arguments: [
            ("Need tyres by Friday, can Zefirnet do it?", ["question", "sales_lead"]),
            ("Looking for tyres we need, can Zefirnet do it?", ["question", "sales_lead"]),
            ("Need to restart it, Zefirnet?", ["question"]),
            ("Looking for tyres, can Zefirnet do it?", ["question"]),
            ("Need tyres by Friday, says Zefirnet", []),
            ("Zefirnet needs tyres, does it?", ["question"]),
        ] as [(String, [String])])
    func `who looks for something and asks a brand is nearer to a lead`(
        text: String, expected: [String]
    ) {
        let tags = Self.classifier.tags(text, language: .english)
        #expect(tags.categories.map(\.id.value).sorted() == expected)
    }

    @Test func `the evidence of a question is its mark`() {
        let tags = Self.classifier.tags("Zefirnet, why not tomorrow?", language: .english)
        #expect(
            tags.categories.map(\.evidence) == [
                [
                    CategoryEvidence(rule: "rules/categories.yaml:5", term: "why", range: 10..<13),
                    CategoryEvidence(rule: "rules/categories.yaml:3", term: "?", range: 26..<27),
                ]
            ])
    }
}
