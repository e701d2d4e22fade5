import Classifying
import Model
import Testing

/// A question that asks for no answer blames the brand that it is put to.
struct ReproachTests {
    @Test(
        arguments: [
            ("Seriously, Zefirnet?", .english, "zefirnet negative"),
            ("Again, Zefirnet?", .english, "zefirnet negative"),
            ("Zefirnet, are you kidding me?", .english, "zefirnet negative"),
            ("Serio, Zefirnet?", .polish, "zefirnet negative"),
            ("Nopietni, Zefirnet?", .latvian, "zefirnet negative"),
            ("Tomorrow, Zefirnet?", .english, "zefirnet neutral"),
            ("Seriously, Zefirnet", .english, "zefirnet neutral"),
            ("Is it seriously open on Sunday, Zefirnet?", .english, "zefirnet neutral"),
        ] as [(String, LanguageCode, String)])
    func `a word of disbelief and a name are one`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }
}
