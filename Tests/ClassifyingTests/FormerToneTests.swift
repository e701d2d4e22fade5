import Classifying
import Model
import Testing

/// Praise that is none by what stands beside it, and blame that is over.
struct FormerToneTests {
    @Test(
        arguments: [
            ("Kawka used to be great", .english, ["great -1.4"]),
            ("Kiedyś Kawka była dobra", .polish, ["dobra -1.0"]),
            ("Agrāk Kawka bija laba", .latvian, ["laba -1.0"]),
            ("Kawka used to be great and still is", .english, ["great 2.8"]),
            ("Kiedyś Kawka była dobra i nadal taka jest", .polish, ["dobra 2.0"]),
            ("Kawka used to be bad, now it is great", .english, ["bad -0.6", "great 2.8"]),
            ("Agrāk Kawka bija slikta, tagad laba", .latvian, ["slikt* -0.66", "laba 2.0"]),
            ("Kiedyś Kawka była okropna, teraz chodzę co dzień", .polish, ["okropn* -0.9"]),
            (
                "Kiedyś Kawka była okropna, teraz obsługa jest fatalna", .polish,
                ["okropn* -3.0", "fataln* -3.0"]
            ),
            ("Agrāk Kawka bija slikta, tagad eju tur bieži", .latvian, ["slikt* -0.66"]),
            ("Agrāk Kawka bija slikta, un es negāju", .latvian, ["slikt* -2.2"]),
            ("Kawka was great", .english, ["great 2.8"]),
            ("I used to have great colleagues at Kawka", .english, ["great 2.8"]),
            ("Kiedyś tam wrócę, dobra kawa", .polish, ["dobra 2.0"]),
            ("Kādreiz aiziešu, laba kafija", .latvian, ["laba 2.0"]),
        ] as [(String, LanguageCode, [String])])
    func `what once was good is good no more, unless it still is`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Love paying Zefirnet 40 a month", .english, ["love -1.82"]),
            ("I love queueing at Kawka", .english, ["love -1.82"]),
            ("Uwielbiam płacić Zefirnetowi 80 zł", .polish, ["uwielbiam -2.1"]),
            ("Man patīk maksāt Zefirnetam par neko", .latvian, ["patīk -1.26"]),
            ("Thanks Kawka for a night at the airport", .english, ["thanks -1.12"]),
            ("Paldies par nakti lidostā", .latvian, ["paldies -1.12"]),
            ("Love paying by phone", .english, ["love 2.6"]),
            ("Love paying 3 euros for great coffee", .english, ["love 2.6", "great 2.8"]),
            ("I love sitting at Kawka", .english, ["love 2.6"]),
            ("Thanks Kawka for a night of music", .english, ["thanks 1.6"]),
            ("Thanks Kawka for wifi during a night at the airport", .english, ["thanks 1.6"]),
            ("I love spending 2 hours at Kawka", .english, ["love 2.6"]),
            ("Uwielbiam wydawać 20 zł w Kawce", .polish, ["uwielbiam 3.0"]),
        ] as [(String, LanguageCode, [String])])
    func `love of an ordeal, and thanks for one, is irony`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Love it when my van is late", .english, ["love -1.82", "late -1.4"]),
            ("love how Kawka is slow again", .english, ["love -1.82", "slow -1.8"]),
            ("Love that the van is late, Kawka", .english, ["love -1.82", "late -1.4"]),
            (
                "Uwielbiam, gdy Zefirnet nie działa", .polish,
                ["uwielbiam -2.1", "nie działa* -2.2"]
            ),
            ("I love how slow this song is", .english, ["love 2.6", "slow -1.8"]),
            ("Love that van, late or not", .english, ["love 2.6", "late -1.4"]),
            ("Love it when the van is late", .english, ["love 2.6", "late -1.4"]),
            ("I love when it is late and I read", .english, ["love 2.6", "late -1.4"]),
            ("Love it when the man is late", .english, ["love 2.6", "late -1.4"]),
            ("Love how Kawka handled the broken van", .english, ["love 2.6", "broken -2.2"]),
            (
                "I love how it was late but fast", .english,
                ["love 1.56", "late -0.84", "fast 2.4"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `love of how it goes wrong for the writer, or with a brand, is irony`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "Recommended to anyone who enjoys sleeping on airport floors", .english,
                ["recommend* -1.54", "enjoy* -1.4"]
            ),
            ("Polecam Kawkę, lubię spać na podłodze", .polish, ["polecam -1.68", "lubię -1.26"]),
            ("Iesaku visiem, kam patīk gulēt lidostā", .latvian, ["iesaku -1.54", "patīk -1.26"]),
            (
                "Recommended to anyone who enjoys good coffee", .english,
                ["recommend* 2.2", "enjoy* 2.0", "good 2.0"]
            ),
            ("Recommended. I love queueing at Kawka", .english, ["recommend* 2.2", "love -1.82"]),
        ] as [(String, LanguageCode, [String])])
    func `praise before love of an ordeal is irony in the same sentence`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Kawka \"fresh\" milk", .english, ["fresh -0.75"]),
            ("Kawka's \"fresh\" milk", .english, ["fresh -0.75"]),
            ("Kawka \"lieliska\" kafija", .latvian, ["lielisk* -1.4"]),
            ("the \"fresh\" milk at Kawka", .english, ["fresh 1.5"]),
            ("Kawka is \"fresh\"", .english, ["fresh 1.5"]),
        ] as [(String, LanguageCode, [String])])
    func `one word of praise in quotation marks behind a name is doubted in every language`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }
}
