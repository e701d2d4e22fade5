import Classifying
import Model
import Testing

/// The tones of brands that a text holds against each other.
struct BrandComparisonTests {
    @Test(
        arguments: [
            (
                "Zefirnet is better than Baltfon", .english,
                ["zefirnet positive", "baltfon negative"]
            ),
            (
                "Zefirnet is worse than Baltfon", .english,
                ["zefirnet negative", "baltfon positive"]
            ),
            (
                "Zefirnet is way slower than Baltfon", .english,
                ["zefirnet negative", "baltfon positive"]
            ),
            ("much better coffee than Ziarenko", .english, ["ziarenko negative"]),
            (
                "Kawka is less reliable than Ziarenko", .english,
                ["kawka negative", "ziarenko positive"]
            ),
            ("I prefer Kawka to Ziarenko", .english, ["kawka positive", "ziarenko negative"]),
            (
                "Zefirnet jest lepszy niż Baltfon", .polish,
                ["zefirnet positive", "baltfon negative"]
            ),
            ("Zefirnet lepszy od Baltfonu", .polish, ["zefirnet positive", "baltfon negative"]),
            ("Zefirnet gorszy od Baltfonu", .polish, ["zefirnet negative", "baltfon positive"]),
            (
                "Zefirnet jest szybszy od Baltfonu", .polish,
                ["zefirnet neutral", "baltfon neutral"]
            ),
            ("Kawka tańsza od Ziarenka", .polish, ["kawka neutral", "ziarenko neutral"]),
            ("wolę Kawkę niż Ziarenko", .polish, ["kawka positive", "ziarenko negative"]),
            (
                "Zefirnet ir labāks nekā Baltfon", .latvian,
                ["zefirnet positive", "baltfon negative"]
            ),
            ("Zefirnet labāks par Baltfon", .latvian, ["zefirnet positive", "baltfon negative"]),
            (
                "Zefirnet ir sliktāks par Baltfon", .latvian,
                ["zefirnet negative", "baltfon positive"]
            ),
            (
                "Zefirnet ir ātrāks par Baltfon", .latvian,
                ["zefirnet positive", "baltfon negative"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `a comparison praises one and blames the other`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.brandLabels(text, language) == expected)
    }

    @Test(
        arguments: [
            ("There is no better café than Kawka", .english, ["kawka positive"]),
            ("Nav labāka tīkla par Zefirnet", .latvian, ["zefirnet positive"]),
            ("Nothing is better than Kawka", .english, ["kawka positive"]),
            ("Never been happier than with Zefirnet", .english, ["zefirnet positive"]),
            ("Nothing is worse than Baltfon", .english, ["baltfon negative"]),
            (
                "Zefirnet is no better than Baltfon", .english,
                ["zefirnet negative", "baltfon neutral"]
            ),
            ("Nie znam lepszego operatora niż Zefirnet", .polish, ["zefirnet positive"]),
            ("Nie ma lepszej kawiarni niż Kawka", .polish, ["kawka positive"]),
            ("Nigdzie nie ma lepszej kawy niż w Kawce", .polish, ["kawka positive"]),
            ("Nie ma nic lepszego niż Zefirnet", .polish, ["zefirnet positive"]),
            (
                "Zefirnet nie jest lepszy niż Baltfon", .polish,
                ["zefirnet negative", "baltfon positive"]
            ),
            ("Nekas nav labāks par Zefirnet", .latvian, ["zefirnet positive"]),
            ("Nav nekā labāka par Kawka", .latvian, ["kawka positive"]),
        ] as [(String, LanguageCode, [String])])
    func `nothing better than a brand is the highest praise`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.brandLabels(text, language) == expected)
    }

    @Test(
        arguments: [
            ("We met at Kawka. It is better than Ziarenko.", .english, "kawka positive"),
            ("We met at Kawka. This phone is better than Ziarenko.", .english, "kawka neutral"),
            ("Spotkaliśmy się w Kawce. Jest lepsza niż Ziarenko.", .polish, "kawka positive"),
            (
                "Spotkaliśmy się w Kawce. Ten telefon jest lepszy niż Ziarenko.", .polish,
                "kawka neutral"
            ),
            ("Satikāmies Kawka. Tā ir labāka nekā Ziarenko.", .latvian, "kawka positive"),
            ("Satikāmies Kawka. Šis telefons ir labāks nekā Ziarenko.", .latvian, "kawka neutral"),
        ] as [(String, LanguageCode, String)])
    func `a brand of an earlier sentence is compared where the sentence goes on about it`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandLabels(text, language).first == expected)
    }

    @Test(
        arguments: [
            ("Unlike Baltfon, Zefirnet is great", .english, "baltfon neutral, zefirnet positive"),
            (
                "Compared to Baltfon, Zefirnet is awful", .english,
                "baltfon neutral, zefirnet negative"
            ),
            ("Unlike Baltfon, the internet here is great", .english, "baltfon neutral"),
            (
                "Unlike awful Baltfon, Zefirnet is great", .english,
                "baltfon negative, zefirnet positive"
            ),
            (
                "W przeciwieństwie do Baltfonu, Zefirnet jest świetny", .polish,
                "baltfon neutral, zefirnet positive"
            ),
            (
                "Atšķirībā no Baltfon, Zefirnet ir lielisks", .latvian,
                "baltfon neutral, zefirnet positive"
            ),
        ] as [(String, LanguageCode, String)])
    func `what a brand is unlike is not said of it`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test func `a comparison is evidence with the words that make it`() {
        let tags = Classifier.sample.tags("Zefirnet is better than Baltfon", language: .english)
        #expect(
            tags.mentions.map(\.sentiment.evidence) == [
                [SentimentEvidence(term: "better than", range: 12..<23, weight: 2)],
                [SentimentEvidence(term: "better than", range: 12..<23, weight: -2)],
            ])
    }
}
