import Classifying
import Model
import Testing

/// What blames a brand by how things went, in words that weigh nothing; and what only looks like it.
struct ComplaintTests {
    @Test(
        arguments: [
            ("Zefirnet did in a day what Baltfon couldn't", .english, "positive", "negative"),
            ("Zefirnet has signal where Baltfon doesn't", .english, "positive", "negative"),
            ("Zefirnet zrobił to, czego Baltfon nie umiał", .polish, "positive", "negative"),
            ("Zefirnet działa tam, gdzie Baltfon nie ma masztu", .polish, "positive", "negative"),
            ("Zefirnets izdarīja dienā to, ko Baltfon nespēja", .latvian, "positive", "negative"),
            ("Zefirnet called and Baltfon didn't", .english, "neutral", "neutral"),
            ("What did Zefirnet say, Baltfon couldn't hear?", .english, "neutral", "neutral"),
        ] as [(String, LanguageCode, String, String)])
    func `who did what another could not gains, and that one loses`(
        text: String, language: LanguageCode, one: String, other: String
    ) {
        #expect(
            Classifier.sample.brandTones(text, language) == "zefirnet \(one), baltfon \(other)")
    }

    @Test(
        arguments: [
            ("My new phone does what Zefirnet couldn't, on day one", .english, "negative"),
            ("A map of towns where Zefirnet doesn't operate", .english, "neutral"),
            ("It does not know what Zefirnet couldn't", .english, "neutral"),
            ("Czego Zefirnet nie może zrobić bez zgody urzędu", .polish, "neutral"),
            ("Pilsēta, kur Zefirnets nav pārstāvēts", .latvian, "neutral"),
        ] as [(String, LanguageCode, String)])
    func `where nobody else did it, what one does not do is no blame`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet \(expected)")
    }

    @Test(
        arguments: [
            ("I emailed Zefirnet three times. Silence.", .english, "negative"),
            ("Third letter to Zefirnet, not a word", .english, "negative"),
            ("Pisałam do Zefirnetu trzy razy, cisza", .polish, "negative"),
            ("Trzeci mail do Zefirnetu i bez odzewu", .polish, "negative"),
            ("Rakstīju Zefirnetam trīs reizes – klusums", .latvian, "negative"),
            ("Zefirnet, a minute of silence today at noon", .english, "neutral"),
            ("W sklepie Zefirnet cisza i spokój", .polish, "neutral"),
            ("Pie Zefirneta šodien klusums", .latvian, "neutral"),
        ] as [(String, LanguageCode, String)])
    func `letters without an answer blame`(text: String, language: LanguageCode, expected: String) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet \(expected)")
    }

    @Test(
        arguments: [
            ("Zefirnet didn't even ring the bell", .english, "negative"),
            ("Kurier Zefirnetu nawet nie zadzwonił", .polish, "negative"),
            ("Zefirnet maksu cēla un pat nepabrīdināja", .latvian, "negative"),
            ("Zefirneta meistars tā arī neatbrauca", .latvian, "negative"),
            ("At Zefirnet I didn't even sign a form", .english, "neutral"),
            ("At Zefirnet you don't even need a form", .english, "neutral"),
            ("W Zefirnecie nawet nie musiałam czekać", .polish, "neutral"),
            ("Nawet nie wiem, gdzie jest Zefirnet", .polish, "neutral"),
            ("Zefirnet nawet nie jest drogi", .polish, "neutral"),
            ("Pat nezināju, kur ir Zefirnets", .latvian, "neutral"),
            ("Sąsiad nawet nie otworzył drzwi kurierowi Zefirnetu", .polish, "neutral"),
            ("Zefirnet nawet nie mrugnął i oddał kasę", .polish, "neutral"),
            ("Zefirneta abonentiem pat nelielā ciemā ir internets", .latvian, "neutral"),
            ("Zefirnets atvērts pat nedēļas nogalēs", .latvian, "neutral"),
            ("Bērni pat nepamanīja, ka Zefirnets nomainīja rūteri", .latvian, "neutral"),
            ("Valdība pat neapspriedās ar Zefirnetu", .latvian, "neutral"),
            ("Zefirneta internets vispār nenokaras", .latvian, "neutral"),
            ("Pat nekad neesmu bijis Zefirnetā", .latvian, "neutral"),
        ] as [(String, LanguageCode, String)])
    func `not even so little blames, unless it is the writer who did not`(
        text: String, language: LanguageCode, expected: String
    ) {
        let tones = Classifier.sample.brandTones(text, language)
        #expect((tones == "zefirnet negative") == (expected == "negative"))
    }

    @Test(
        arguments: [
            ("Zefirnet promised Friday. It's Monday.", .english, "negative"),
            ("Zefirnet said they'd call by noon. Still waiting.", .english, "negative"),
            ("Zefirnet obiecał oddzwonić do piątku. Jest środa.", .polish, "negative"),
            ("Zefirneta meistars solīja atbraukt otrdien. Ir piektdiena.", .latvian, "negative"),
            ("Zefirnets sola 5G visur, bet man virtuvē nerāda", .latvian, "negative"),
            ("Zefirnet promised Friday. It came on Friday.", .english, "neutral"),
            ("Zefirnet came on Friday as promised. It's Monday.", .english, "neutral"),
            ("Zefirnet promises 2 Gbit/s. It's now available in Ogre", .english, "neutral"),
            ("Zefirnet zapewnia, nic nie wyciekło", .polish, "neutral"),
            ("I promised my son a Zefirnet phone. It's Friday.", .english, "neutral"),
            (
                "The government promised help and never did anything, so Zefirnet built it itself",
                .english, "neutral"
            ),
            ("Zefirnet obiecuje nową sieć do piątku.", .polish, "neutral"),
            ("Zefirnets sola 5G visur, bet vispirms Rīgā", .latvian, "neutral"),
        ] as [(String, LanguageCode, String)])
    func `a promise that did not come true blames`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet \(expected)")
    }

    @Test(
        arguments: [
            ("Zefirnet raised my bill", .english, "negative"),
            ("Zefirnet podniósł abonament", .polish, "negative"),
            ("Zefirnets pacēla abonentmaksu", .latvian, "negative"),
            ("Zefirnet never raised its prices", .english, "neutral"),
            ("Zefirnet raised money for the shelter", .english, "neutral"),
            ("Zefirnet raised monthly limits to 100 GB", .english, "neutral"),
            ("Zefirnet puts up posters with its prices", .english, "neutral"),
            ("Zefirnet didn't follow when the competitors raised prices", .english, "neutral"),
            ("The regulator raised fees for Zefirnet and others", .english, "neutral"),
            ("Urząd podniósł opłaty, które płaci Zefirnet", .polish, "neutral"),
            ("Zefirnet podnosi oprocentowanie", .polish, "neutral"),
            ("Zefirnets palielināja komandu", .latvian, "neutral"),
        ] as [(String, LanguageCode, String)])
    func `what is made dearer blames`(text: String, language: LanguageCode, expected: String) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet \(expected)")
    }

    @Test func `a complaint takes no heavier blame away`() {
        let rules = Rules(
            brands: Rules.sample.brands, categories: [], routing: .sample,
            lexicons: [Lexicon(.latvian, "vispār nestrādā=-3")])
        #expect(
            Classifier(rules: rules).brandTones("Vai Zefirnets vispār nestrādā?", .latvian)
                == "zefirnet negative")
    }

    @Test(
        arguments: [
            ("Has anyone switched from Baltfon to Zefirnet? How long did it take?", .english),
            ("Who here moved from Baltfon to Zefirnet?", .english),
            ("Ktoś przeszedł z Baltfonu do Zefirnetu? Jak wrażenia?", .polish),
            ("Vai kāds ir pārgājis no Baltfon uz Zefirnet?", .latvian),
        ] as [(String, LanguageCode)])
    func `who asks others about their change judges nobody`(text: String, language: LanguageCode) {
        #expect(
            Classifier.sample.brandTones(text, language) == "baltfon neutral, zefirnet neutral")
    }
}
