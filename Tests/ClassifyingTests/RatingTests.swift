import Classifying
import Model
import TestSupport
import Testing

/// How many of some people do a thing is no rating.
struct RatingTests {
    private static let classifier = Classifier(
        rules: Rules(
            brands: [], categories: [], routing: .sample,
            lexicons: [
                Lexicon(.english, "9/10=2.4, 9 out of 10=2.4"), Lexicon(.polish, "9 na 10=2.4"),
                Lexicon(.latvian, "9 no 10=2.4"),
            ]))

    @Test(
        arguments: [
            ("9 out of 10 customers pay by card", .english, []),
            ("9/10 of our parcels come by bike", .english, []),
            ("9 na 10 klientów płaci kartą", .polish, []),
            ("9 no 10 klientiem ir karte", .latvian, []),
            ("9 out of 10 for the customers' lounge", .english, ["9 out of 10"]),
            ("9/10, people", .english, ["9/10"]),
            ("9/10 customer service", .english, ["9/10"]),
            ("9/10 company", .english, ["9/10"]),
            ("obsługa 9 na 10", .polish, ["9 na 10"]),
            ("apkalpošana 9 no 10", .latvian, ["9 no 10"]),
            ("9 na 10 lekarz z powołania", .polish, ["9 na 10"]),
            ("9 no 10 viesnīca pie jūras", .latvian, ["9 no 10"]),
        ] as [(String, LanguageCode, [String])])
    func `a share of those who are counted has no tone`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        let evidence = Self.classifier.sentiment(text, language).evidence
        #expect(evidence.map(\.term) == expected)
    }
}
