import Classifying
import Model
import Testing

/// Customers who go elsewhere, regret it, come back, or only change something.
struct SwitchTests {
    @Test(
        arguments: [
            ("Switching to someone else @zefirnet", .english),
            ("I am moving to another operator, Zefirnet", .english),
            ("Never again, Zefirnet", .english), ("Goodbye, Zefirnet", .english),
            ("This was the last time. I'm done with Zefirnet", .english),
            ("Przechodzę do kogoś innego @zefirnet", .polish),
            ("Przenoszę się do konkurencji, Zefirnet", .polish),
            ("Nigdy więcej Zefirnetu", .polish), ("Zamykam konto, Zefirnet", .polish),
            ("Wypowiadam umowe z Zefirnetem", .polish), ("Żegnaj Zefirnet", .polish),
            ("Pāreju pie cita operatora, Zefirnet", .latvian),
            ("Nekad vairs Zefirnet", .latvian), ("Lauzīšu līgumu ar Zefirnet", .latvian),
            ("Ardievu, Zefirnet", .latvian), ("I've closed my account, Zefirnet", .english),
            ("Zerwałam umowę z Zefirnetem", .polish), ("Aizvēru kontu, Zefirnet", .latvian),
            ("Aizveru savu Zefirnet kontu", .latvian),
        ] as [(String, LanguageCode)])
    func `who takes leave without naming another blames the brand`(
        text: String, language: LanguageCode
    ) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet negative")
    }

    @Test(
        arguments: [
            ("I left Zefirnet because the price went up", .english, "negative"),
            ("Moved away from Zefirnet, cos the price went up", .english, "negative"),
            ("Aizgāju no Zefirnet, jo cena aug", .latvian, "negative"),
            ("Aizeju no Zefirnet, tāpēc ka cena aug", .latvian, "negative"),
            ("I left Kawka because I had a train", .english, "neutral"),
            ("I left Kawka because of my train", .english, "neutral"),
            ("I left Kawka due to my train", .english, "neutral"),
            ("I left Kawka over an hour ago", .english, "neutral"),
            ("I left Kawka. Because of the price", .english, "neutral"),
            ("I left Kawka at noon because the train was there", .english, "neutral"),
            ("Aizgāju no Kawka, jo bija jāiet", .latvian, "neutral"),
            ("Aizgāju no Kawka, tāpēc ka man bija jāiet", .latvian, "neutral"),
            ("Atgriezos no Kawka, jo lija", .latvian, "neutral"),
            ("Wracam z Kawki, bo pada", .polish, "neutral"),
            ("Wracam z Kawki przez rynek", .polish, "neutral"),
        ] as [(String, LanguageCode, String)])
    func `who says why they go leaves a brand, and no place`(
        text: String, language: LanguageCode, expected: String
    ) {
        let tones = Classifier.sample.tags(text, language: language).mentions
            .map(\.sentiment.label.rawValue)
        #expect(tones == [expected])
    }

    @Test(
        arguments: [
            ("Don't switch to Zefirnet", .english), ("Please do not move to Zefirnet", .english),
            ("Nie przechodźcie do Zefirnetu", .polish), ("Nepārejiet uz Zefirnet", .latvian),
        ] as [(String, LanguageCode)])
    func `who warns off a brand blames it`(text: String, language: LanguageCode) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet negative")
    }

    @Test(
        arguments: [
            ("I changed my address with Zefirnet", .english),
            ("We are not switching to Zefirnet", .english),
            ("Changed my plan at Zefirnet to the bigger one", .english),
            ("Changed the delivery address to Kawka", .english),
            ("Never again without Anna, she said at noon. Bye. We met at Kawka.", .english),
            ("We moved our office next to Kawka", .english),
            ("Why should I not cancel my contract, Zefirnet?", .english),
            ("I'm not cancelling my contract, Zefirnet", .english),
            ("Zmieniłam adres dostawy na Kawkę", .polish),
            ("Przeniosłam termin dostawy z Kawki na czerwiec", .polish),
            ("Nomainīju Zefirnet tarifu uz mazāku", .latvian),
        ] as [(String, LanguageCode)])
    func `who changes something else leaves nobody`(text: String, language: LanguageCode) {
        let mentions = Classifier.sample.tags(text, language: language).mentions
        #expect(mentions.map(\.sentiment.label) == [.neutral])
    }

    @Test(arguments: [
        ("Ar Zefirnet vairs nelidošu", "zefirnet negative"),
        ("Mēs Zefirnet veikalā vairs neiepirksimies", "zefirnet negative"),
        ("Biju Zefirnet. Vairs neiešu.", "zefirnet negative"),
        ("Ar vilcienu vairs nebraukšu, tagad braucu ar Zefirnet", "zefirnet neutral"),
        ("Pirmdien vairs nebūšu Zefirnet birojā", "zefirnet neutral"),
        ("Zefirnet vairs nemaina cenas", "zefirnet neutral"),
        ("Zefirnet vairs nemainīšu pret citiem", "zefirnet neutral"),
        ("No Zefirnet vairs neaiziešu", "zefirnet neutral"),
        ("Ar Zefirnet vairs nepārmaksāšu", "zefirnet neutral"),
    ])
    func `what a Latvian will do no more takes leave`(text: String, expected: String) {
        #expect(Classifier.sample.brandTones(text, .latvian) == expected)
    }

    @Test(
        arguments: [
            ("I regret moving from Zefirnet to Baltfon", .english),
            ("Switching from Zefirnet to Baltfon was a mistake", .english),
            ("I should never have left Zefirnet for Baltfon", .english),
            ("I wish I had never left Zefirnet for Baltfon", .english),
            ("Żałuję, że przeszłam z Zefirnetu do Baltfonu", .polish),
            ("Zaluje, ze zamienilam Zefirnet na Baltfon", .polish),
            ("Nožēloju, ka pārgāju no Zefirnet uz Baltfon", .latvian),
            ("Nevajadzēja nomainīt Zefirnet pret Baltfon", .latvian),
        ] as [(String, LanguageCode)])
    func `who regrets a change says the reverse`(text: String, language: LanguageCode) {
        let tones = Classifier.sample.brandTones(text, language)
        #expect(tones == "zefirnet positive, baltfon negative")
    }

    @Test(
        arguments: [
            ("I regret going to Baltfon", .english, "baltfon negative"),
            ("Żałuję, że odeszłam z Zefirnetu", .polish, "zefirnet positive"),
            ("Nozeloju, ka aizgaju no Zefirnet", .latvian, "zefirnet positive"),
        ] as [(String, LanguageCode, String)])
    func `who regrets that they came or left says so of the one that is named`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "I don't regret moving from Zefirnet to Baltfon", .english,
                "zefirnet negative, baltfon positive"
            ),
            (
                "Nie żałuję, że przeszłam z Zefirnetu do Baltfonu", .polish,
                "zefirnet negative, baltfon positive"
            ),
            (
                "Going back to Zefirnet after a year with Baltfon", .english,
                "zefirnet positive, baltfon negative"
            ),
            (
                "Po roku w Baltfonie wracam do Zefirnetu", .polish,
                "baltfon negative, zefirnet positive"
            ),
            (
                "Pēc gada Baltfonā atgriežos pie Zefirnet", .latvian,
                "baltfon negative, zefirnet positive"
            ),
            (
                "Zefirnet, I am switching to Baltfon", .english,
                "zefirnet negative, baltfon positive"
            ),
            (
                "We are moving all five lines to Baltfon, Zefirnet", .english,
                "baltfon positive, zefirnet negative"
            ),
            (
                "Przenosimy wszystkie numery do Baltfonu, Zefirnet", .polish,
                "baltfon positive, zefirnet negative"
            ),
            (
                "Visus numurus pārnesam uz Baltfon, Zefirnet", .latvian,
                "baltfon positive, zefirnet negative"
            ),
            ("Going back to Kawka after Zefirnet", .english, "kawka neutral, zefirnet neutral"),
            (
                "Never again Baltfon, Zefirnet is great", .english,
                "baltfon negative, zefirnet positive"
            ),
        ] as [(String, LanguageCode, String)])
    func `who comes back after long, or speaks to whom they leave, changes over`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }
}
