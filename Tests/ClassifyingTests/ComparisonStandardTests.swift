import Classifying
import Model
import Testing

/// A brand named behind "than" or "as" need not be what is compared with.
struct ComparisonStandardTests {
    @Test(
        arguments: [
            ("Better than I expected, Kawka", .english, "kawka positive"),
            ("It was better than ever at Kawka", .english, "kawka positive"),
            ("Slower than usual at Kawka", .english, "kawka negative"),
            ("Slower than last year, Kawka", .english, "kawka negative"),
            ("Not as good as before, Kawka", .english, "kawka negative"),
            ("Lepsza, niż się spodziewałam, Kawka", .polish, "kawka positive"),
            ("Lepsza kawa niż zwykle w Kawce", .polish, "kawka positive"),
            ("Gorsza kawa niż rok temu, Kawka", .polish, "kawka negative"),
            ("Nie tak dobra jak dawniej w Kawce", .polish, "kawka negative"),
            ("Labāka kafija nekā parasti Kawkā", .latvian, "kawka positive"),
            ("Sliktāka kafija, nekā domāju, Kawka", .latvian, "kawka negative"),
            ("Nav tik laba kafija kā agrāk Kawkā", .latvian, "kawka negative"),
        ] as [(String, LanguageCode, String)])
    func `what is compared with what one knew of a brand is said of the brand itself`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Better coffee than at the old Kawka", .english, "kawka negative"),
            ("Lepsza kawa niż to, co Kawka parzy", .polish, "kawka negative"),
            ("Zefirnet is not as good as Baltfon", .english, "zefirnet negative, baltfon positive"),
            ("Better than my last provider Zefirnet", .english, "zefirnet negative"),
            (
                "Baltfon jest lepszy niż wcześniej używany Zefirnet", .polish,
                "baltfon positive, zefirnet negative"
            ),
            (
                "Baltfon ir labāks nekā iepriekš Zefirnet", .latvian,
                "baltfon positive, zefirnet negative"
            ),
        ] as [(String, LanguageCode, String)])
    func `a brand is compared with past prepositions, and past the comma of what it does`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }
}
