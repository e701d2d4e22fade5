import Classifying
import Model
import Testing

/// Who does better than whom, said with a verb.
struct OutdoingTests {
    @Test(
        arguments: [
            ("Zefirnet beats Baltfon", .english), ("Zefirnet outperforms Baltfon", .english),
            ("Zefirnet is miles ahead of Baltfon", .english),
            ("Zefirnet bije Baltfon na głowę", .polish), ("Zefirnet przewyzsza Baltfon", .polish),
            ("Zefirnet wygrywa z Baltfonem", .polish), ("Zefirnet pārspēj Baltfon", .latvian),
            ("Zefirnet ir pārāks par Baltfon", .latvian),
        ] as [(String, LanguageCode)])
    func `who beats another is praised, and the other blamed`(
        text: String, language: LanguageCode
    ) {
        let tones = Classifier.sample.brandTones(text, language)
        #expect(tones == "zefirnet positive, baltfon negative")
    }

    @Test(
        arguments: [
            ("Baltfon can't compete with Zefirnet", .english),
            ("Baltfon is no match for Zefirnet", .english),
            ("Baltfon loses to Zefirnet", .english),
            ("Baltfon was outperformed by Zefirnet", .english),
            ("Baltfon nie dorasta Zefirnetowi do pięt", .polish),
            ("Baltfonowi daleko do Zefirnetu", .polish),
            ("Baltfon ustępuje Zefirnetowi", .polish),
            ("Baltfon nevar sacensties ar Zefirnet", .latvian),
            ("Baltfonam talu lidz Zefirnet", .latvian),
            ("Baltfon atpaliek no Zefirnet", .latvian),
        ] as [(String, LanguageCode)])
    func `who cannot compete is blamed, and the other praised`(
        text: String, language: LanguageCode
    ) {
        let tones = Classifier.sample.brandTones(text, language)
        #expect(tones == "baltfon negative, zefirnet positive")
    }

    @Test(
        arguments: [
            ("Nobody beats Kawka", .english, "kawka positive"),
            ("Nothing compares to Kawka", .english, "kawka positive"),
            ("You can't beat Kawka", .english, "kawka positive"),
            ("Nic nie równa się z Kawką", .polish, "kawka positive"),
            ("Nekas nevar līdzināties Kawkai", .latvian, "kawka positive"),
            ("Kawka doesn't beat Ziarenko", .english, "kawka negative, ziarenko positive"),
            ("Beat the heat at Kawka", .english, "kawka neutral"),
        ] as [(String, LanguageCode, String)])
    func `what nobody outdoes is praised, and not where something else is outdone`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Does Zefirnet beat Baltfon?", .english),
            ("Is Zefirnet better than Baltfon?", .english),
            ("Should I switch from Baltfon to Zefirnet?", .english),
            ("Z Kawki daleko do Ziarenka", .polish), ("No Kawka tālu līdz Ziarenko", .latvian),
            ("Zefirnet beats every record, writes Baltfon", .english),
            ("Zefirnet beats all, Baltfon is here", .english),
        ] as [(String, LanguageCode)])
    func `a question and a way judge nobody`(text: String, language: LanguageCode) {
        let tones = Classifier.sample.tags(text, language: language).mentions.map(\.sentiment.label)
        #expect(tones == [.neutral, .neutral])
    }

    @Test(
        arguments: [
            ("Baltfon cheap, Zefirnet expensive", .english, "baltfon positive, zefirnet negative"),
            ("Zefirnet cheap, Baltfon so so", .english, "zefirnet positive, baltfon neutral"),
            ("Baltfon tani, Zefirnet drogi", .polish, "baltfon positive, zefirnet negative"),
            ("Baltfon so so, Zefirnet awful", .english, "baltfon neutral, zefirnet negative"),
            ("Baltfon lēts, Zefirnet dārgs", .latvian, "baltfon positive, zefirnet negative"),
            ("At Kawka, at Ziarenko awful", .english, "kawka negative, ziarenko negative"),
        ] as [(String, LanguageCode, String)])
    func `brands side by side with a word each are no list`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }
}
