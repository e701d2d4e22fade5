import Classifying
import Model
import Testing

/// How much of a keyword is said of a brand.
struct BrandShareTests {
    @Test(
        arguments: [
            ("Zefirnet is great", nil, [2.8]), ("Zefirnet is here, great day", nil, [1.96]),
            ("Zefirnet. A great day.", nil, [1.4]), ("A great day.", "Zefirnet", [1.4]),
        ] as [(String, String?, [Double])])
    func `a clause further counts seven tenths, a sentence or a field further half`(
        text: String, title: String?, weights: [Double]
    ) {
        #expect(Classifier.sample.brandWeights(text, title: title) == weights)
    }

    @Test(arguments: [
        ("Zefirnet fixed the crash", [-0.22]), ("Zefirnet fixed the one two three crash", [-0.22]),
        ("Zefirnet fixed the one two three four crash", [-2.2]),
        ("Has Zefirnet fixed the crash?", [-1.76]), ("Zefirnet has a crash", [-2.2]),
    ])
    func `blame of what was put right is hardly the brand's`(text: String, weights: [Double]) {
        #expect(Classifier.sample.brandWeights(text) == weights)
    }

    @Test(arguments: [
        ("Excellent Kawka near Ziarenko", "kawka positive, ziarenko neutral"),
        ("Excellent cake at Kawka near Ziarenko", "kawka positive, ziarenko neutral"),
        (
            "Ziarenko is on the hill. Delicious cake, at Kawka",
            "ziarenko neutral, kawka positive"
        ),
        (
            "Zefirnet has better coverage in this city than Baltfon",
            "zefirnet positive, baltfon negative"
        ),
        ("Zefirnet is better than my own old Baltfon", "zefirnet positive, baltfon negative"),
    ])
    func `of several brands a keyword is for the nearest, or the next in its sentence`(
        text: String, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, .english) == expected)
    }

    @Test(arguments: [
        ("Zefirnet fixed the crash", -0.22), ("Zefirnet has not fixed the crash", -2.2),
    ])
    func `what was not put right is blamed as ever`(text: String, weight: Double) {
        let lexicon = Lexicon(.english, "fixed=0.6, crash*=-2.2, not=negator")
        let classifier = Classifier(
            rules: Rules(
                brands: Rules.sample.brands, categories: [], routing: .sample,
                lexicons: [lexicon]))
        #expect(classifier.brandWeights(text).last == weight)
    }
}
