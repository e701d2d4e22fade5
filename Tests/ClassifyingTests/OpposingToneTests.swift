import Classifying
import Model
import Testing

/// A tone may speak against a category that only hints speak for: a topic in praise, or without blame.
struct OpposingToneTests {
    private static let quality = Model.Category(
        id: "quality", name: "Quality",
        keywords: [
            .english: [
                Model.Category.Keyword(term: "refund", weight: 0.6, place: .categories(4)),
                Model.Category.Keyword(term: "bag", weight: 0.6, place: .categories(5)),
                Model.Category.Keyword(term: "never again", weight: 1, place: .categories(6)),
                Model.Category.Keyword(term: "queue", weight: 0.3, place: .categories(7)),
            ]
        ],
        tones: [
            Model.Category.Tone(label: .negative, weight: 0.4),
            Model.Category.Tone(label: .neutral, weight: -0.4),
            Model.Category.Tone(label: .positive, weight: -1),
        ], place: .categories(3))
    private static let classifier = Classifier(
        rules: Rules(
            brands: Rules.sample.brands, categories: [quality], routing: .sample,
            lexicons: Rules.sample.lexicons))

    @Test(arguments: [
        ("the refund for the bag", 0), ("the great refund for the bag", 0),
        ("the terrible refund for the bag", 1), ("the terrible refund", 1),
        ("the great book that was never again in print", 1),
        // Blame counts what is written for it, and not what praise would take away besides.
        ("the terrible queue", 0),
    ])
    func `it takes its weight from what hints say, and nothing from what one keyword says`(
        text: String, count: Int
    ) {
        #expect(Self.classifier.tags(text, language: .english).categories.count == count)
    }

    @Test func `the tone that is asked for is evidence, wherever it stands in the list`() {
        let tag = Self.classifier.tags("the terrible refund", language: .english).categories.first
        #expect(tag?.evidence.map(\.term) == ["refund", "tone negative"])
        #expect(tag?.confidence == 0.5)
    }

    @Test func `a near miss says that the tone took some`() {
        let misses = Self.classifier.nearMisses("the refund for the bag").map(\.missing)
        #expect(
            misses == [
                """
                needs 1, has 0.8 from 'refund', 'bag', less for the tone; tone is neutral, not negative
                """
            ])
    }
}
