import Classifying
import Model
import TestSupport
import Testing

/// What is looked for, or was hoped for, is nobody's praise; what was put right is nobody's blame.
struct HopeTests {
    private static let rules = Rules(
        brands: Rules.sample.brands,
        categories: [
            Model.Category(
                id: "praise", name: "Praise",
                keywords: [
                    .english: [Model.Category.Keyword(term: "good", weight: 1, place: .sample)]
                ],
                place: .sample)
        ], routing: .sample, lexicons: Rules.sample.lexicons)

    @Test(
        arguments: [
            ("Looking for a good café, is Kawka open", .english),
            ("Hoped for fast delivery from Kawka", .english),
            ("I was told Kawka would be great", .english),
            ("Can anybody recommend a nice cake from Kawka", .english),
            ("Szukam dobrej kawy, jest w Kawce", .polish),
            ("Obiecywali, że w Kawce będzie świetna obsługa", .polish),
            ("Cerēju, ka Kawkā būs laba kafija", .latvian),
            ("Szukam dobrej i szybkiej kawy w Kawce", .polish),
            ("Liczyłam na szybką dostawę z Kawki", .polish),
            ("Meklēju labu kafiju, vai Kawka ir vaļā", .latvian),
            ("Cerēju uz labu apkalpošanu Kawkā", .latvian),
        ] as [(String, LanguageCode)])
    func `praise of what is looked for or was hoped for is not of the brand`(
        text: String, language: LanguageCode
    ) {
        let tones = Classifier.sample.tags(text, language: language).mentions.map(\.sentiment.label)
        #expect(tones == [.neutral])
    }

    @Test(
        arguments: [
            ("Found a good café: Kawka", .english), ("Need a coffee. Kawka is great", .english),
            ("Looking for a coffee, great: Kawka", .english),
            ("As promised great coffee from Kawka", .english),
            ("Faster than we expected, great Kawka", .english),
            ("Jak obiecali, dobra kawa z Kawki", .polish),
            ("Laba kafija, kā solīja Kawka", .latvian),
            ("Znalazłam dobra kawę w Kawce", .polish),
            ("Szukam kawiarni, Kawka jest świetna", .polish),
            ("Polecacie Kawkę, bo jest świetna", .polish),
            ("Atradu labu kafiju Kawkā", .latvian),
        ] as [(String, LanguageCode)])
    func `praise of what was found is of the brand`(text: String, language: LanguageCode) {
        #expect(Classifier.sample.brandTones(text, language) == "kawka positive")
    }

    @Test(arguments: [
        ("looking for a good café", []), ("a good café", ["praise"]),
        ("looking for a café, good", ["praise"]),
    ])
    func `praise of what is looked for is none as a category either`(
        text: String, expected: [String]
    ) {
        let tags = Classifier(rules: Self.rules).tags(text, language: .english)
        #expect(tags.categories.map(\.id.value) == expected)
    }

    @Test(
        arguments: [
            ("Zefirnet sorted my problem", .english, "zefirnet neutral"),
            ("Zefirnet refunded my broken router", .english, "zefirnet neutral"),
            ("Zefirnet has my problem", .english, "zefirnet negative"),
            ("Zefirnet has not sorted my problem", .english, "zefirnet negative"),
            ("Zefirnet has yet not fixed my problem", .english, "zefirnet negative"),
            ("Zefirnet oddał mi pieniądze za zepsuty router", .polish, "zefirnet neutral"),
            ("Zefirnet oddał mi zepsuty router", .polish, "zefirnet negative"),
            ("Zefirnet prevented another crash", .english, "zefirnet neutral"),
            ("Zefirnet saved me from a terrible error", .english, "zefirnet neutral"),
            ("Zefirnet prevented me from leaving this terrible net", .english, "zefirnet negative"),
            ("Zefirnet uchronił nas przed awarią", .polish, "zefirnet neutral"),
            ("Zefirnet nie uchronił nas przed awarią", .polish, "zefirnet negative"),
            ("Opinie uchroniły mnie przed fatalnym Zefirnetem", .polish, "zefirnet negative"),
            ("A friend saved me from the terrible Zefirnet", .english, "zefirnet negative"),
            ("Zefirnet paglāba mani no avārijas", .latvian, "zefirnet neutral"),
            ("Zefirnet atdeva naudu par lēnu tīklu", .latvian, "zefirnet neutral"),
            ("Zefirnet atdeva lēnu tīklu", .latvian, "zefirnet negative"),
        ] as [(String, LanguageCode, String)])
    func `what a brand put right, paid for or warded off is no blame of it`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(arguments: [
        ("Looking for one two three four five good Kawka", [0.2]),
        ("Looking for one two three four five six good Kawka", [2.0]),
    ])
    func `what is looked for is named within six words`(text: String, weights: [Double]) {
        #expect(Classifier.sample.brandWeights(text) == weights)
    }
}
