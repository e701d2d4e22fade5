import Classifying
import Model
import Testing

/// Whom somebody takes for the brand that they leave.
struct TakenBrandTests {
    @Test(
        arguments: [
            ("Never again Zefirnet, Baltfon it is", .english),
            ("Never again Zefirnet. Baltfon from now on", .english),
            ("Goodbye Zefirnet, hello Baltfon", .english),
            ("Goodbye Zefirnet and hello Baltfon", .english),
            ("Goodbye Zefirnet, hello, Baltfon", .english),
            ("Bye bye Zefirnet, Baltfon here I come", .english),
            ("Nigdy więcej Zefirnetu, teraz tylko Baltfon", .polish),
            ("Nigdy wiecej Zefirnetu. Od dzis Baltfon", .polish),
            ("Żegnaj Zefirnet, witaj Baltfon", .polish),
            ("Żegnaj Zefirnet i witaj Baltfon", .polish),
            ("Nekad vairs Zefirnet, tagad tikai Baltfon", .latvian),
            ("Nekad vairs Zefirnet. No šodienas tikai Baltfon", .latvian),
            ("Ardievu, Zefirnet, turpmāk Baltfon", .latvian),
            ("Ardievu Zefirnet un sveiks Baltfon", .latvian),
            ("Ardievu, Zefirnet, un sveiks, Baltfon", .latvian),
        ] as [(String, LanguageCode)])
    func `who takes leave of a brand and takes another praises that`(
        text: String, language: LanguageCode
    ) {
        #expect(
            Classifier.sample.brandTones(text, language) == "zefirnet negative, baltfon positive")
    }

    @Test(
        arguments: [
            ("Never again Zefirnet. Is it Baltfon now?", .english),
            ("Never again Zefirnet. No Baltfon for me from now on", .english),
            ("Never again Zefirnet, Baltfon was closed", .english),
            ("Goodbye Zefirnet, Baltfon", .english), ("Goodbye Zefirnet. Baltfon", .english),
            ("Goodbye Zefirnet and Baltfon", .english),
            ("Never again Zefirnet. I was there at noon. Baltfon it is", .english),
            ("Nigdy więcej Zefirnetu, teraz stoję pod Baltfonem", .polish),
            ("Nekad vairs Zefirnet, tagad stāvu pie Baltfon", .latvian),
        ] as [(String, LanguageCode)])
    func `a brand of which more is said, or that is named later or asked about, gains nothing`(
        text: String, language: LanguageCode
    ) {
        #expect(
            Classifier.sample.brandTones(text, language) == "zefirnet negative, baltfon neutral")
    }

    @Test(
        arguments: [
            ("I left Zefirnet, Baltfon is better", .english, "zefirnet negative, baltfon positive"),
            (
                "Aizgāju no Zefirnet, Baltfon ir labāks", .latvian,
                "zefirnet negative, baltfon positive"
            ),
            ("I left Kawka, Ziarenko was closed", .english, "kawka neutral, ziarenko neutral"),
            ("Aizgāju no Kawka, Ziarenko bija ciet", .latvian, "kawka neutral, ziarenko neutral"),
        ] as [(String, LanguageCode, String)])
    func `who leaves a brand and says that another is better blames the one that is left`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }
}
