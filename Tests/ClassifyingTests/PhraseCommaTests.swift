import Classifying
import Model
import Testing
import Tokenizing

/// Phrases of a lexicon with the commas that most people write and many leave out.
struct PhraseCommaTests {
    private static let classifier = Classifier(
        rules: Rules(
            brands: [], categories: [], routing: .sample,
            lexicons: [
                Lexicon(
                    .polish,
                    "szkoda że nie ma=-1.6, nic co by się nie podobało=2, zgaduj czy dojdzie=-1"),
                Lexicon(
                    .latvian,
                    "žēl ka nav=-1.2, ātrāk nekā solīts=2, visur labi bet mājās=2, pajautā vai būs=-1"
                ),
            ]))

    @Test(
        arguments: [
            ("Szkoda, że nie ma śladu", .polish, ["szkoda że nie ma"]),
            ("Szkoda że nie ma śladu", .polish, ["szkoda że nie ma"]),
            ("Szkoda, ze nie ma sladu", .polish, ["szkoda że nie ma"]),
            ("Nie ma tu nic, co by się nie podobało", .polish, ["nic co by się nie podobało"]),
            ("Žēl, ka nav tramvaja", .latvian, ["žēl ka nav"]),
            ("Paka atnāca ātrāk, nekā solīts", .latvian, ["ātrāk nekā solīts"]),
            ("Visur labi, bet mājās vislabāk", .latvian, ["visur labi bet mājās"]),
            ("Zgaduj, czy dojdzie", .polish, ["zgaduj czy dojdzie"]),
            ("Pajautā, vai būs", .latvian, ["pajautā vai būs"]),
            ("Szkoda, nie ma śladu", .polish, []),
            ("Szkoda że nie, ma ślad", .polish, []),
        ] as [(String, LanguageCode, [String])])
    func `a comma in a phrase may stand or be left out`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        let sentiment = Self.classifier.sentiment(text, language)
        #expect(sentiment.evidence.map(\.term) == expected)
    }

    @Test func `a phrase that comes to a lexicon may change texts with its commas`() {
        let difference = ClassifyingDifference(
            from: Rules(.latvian, "labs=2"), to: Rules(.latvian, "labs=2, žēl ka nav=-1"))
        #expect(difference.terms.contains(TermPattern("žēl, ka nav")))
        #expect(difference.terms.contains(TermPattern("zel, ka nav")))
    }
}
