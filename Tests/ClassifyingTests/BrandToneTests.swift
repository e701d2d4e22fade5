import Classifying
import Model
import Testing

struct BrandToneTests {
    @Test(
        arguments: [
            (
                "I love Zefirnet but Baltfon is terrible", .english,
                ["zefirnet positive", "baltfon negative"]
            ),
            (
                "Zefirnet is great, Baltfon awful", .english,
                ["zefirnet positive", "baltfon negative"]
            ),
            (
                "Kawka has excellent beans and Ziarenko has rude staff", .english,
                ["kawka positive", "ziarenko negative"]
            ),
            (
                "Baltfon was down all day. Zefirnet is reliable.", .english,
                ["baltfon negative", "zefirnet positive"]
            ),
            (
                "Had a great flat white at Kawka. Later Ziarenko, which was awful.", .english,
                ["kawka positive", "ziarenko negative"]
            ),
            (
                "Zefirnet jest super, a Baltfon beznadziejny", .polish,
                ["zefirnet positive", "baltfon negative"]
            ),
            (
                "W Kawce pyszna kawa, ale w Ziarenku fatalna obsługa", .polish,
                ["kawka positive", "ziarenko negative"]
            ),
            (
                "Zefirnet ir lielisks, bet Baltfon nestrādā", .latvian,
                ["zefirnet positive", "baltfon negative"]
            ),
            (
                "Kawkā garšīga kafija un Ziarenko slikta apkalpošana", .latvian,
                ["kawka positive", "ziarenko negative"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `each of two brands has the tone of its own clauses`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.brandLabels(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "Zefirnet and Baltfon are great", .english,
                ["zefirnet positive", "baltfon positive"]
            ),
            (
                "Zefirnet, Kawka and Ziarenko are awful", .english,
                ["zefirnet negative", "kawka negative", "ziarenko negative"]
            ),
            ("I love Kawka and Ziarenko", .english, ["kawka positive", "ziarenko positive"]),
            ("Zefirnet i Baltfon są fatalne", .polish, ["zefirnet negative", "baltfon negative"]),
            ("Kawka un Ziarenko ir lieliskas", .latvian, ["kawka positive", "ziarenko positive"]),
        ] as [(String, LanguageCode, [String])])
    func `brands in a list share its tone`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.brandLabels(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "I switched from Baltfon to Zefirnet", .english,
                ["baltfon negative", "zefirnet positive"]
            ),
            (
                "moving to Zefirnet from Baltfon", .english,
                ["zefirnet positive", "baltfon negative"]
            ),
            ("leaving Baltfon after ten years", .english, ["baltfon negative"]),
            ("Just switched to Zefirnet", .english, ["zefirnet positive"]),
            (
                "przeszedłem z Baltfonu do Zefirnetu", .polish,
                ["baltfon negative", "zefirnet positive"]
            ),
            (
                "Przechodzę z Baltfonu do Zefirnetu", .polish,
                ["baltfon negative", "zefirnet positive"]
            ),
            ("zmieniłam Baltfon na Zefirnet", .polish, ["baltfon negative", "zefirnet positive"]),
            ("zmienię Baltfon na Zefirnet", .polish, ["baltfon negative", "zefirnet positive"]),
            ("uciekam od Baltfonu", .polish, ["baltfon negative"]),
            ("chcę uciec od Baltfonu", .polish, ["baltfon negative"]),
            (
                "pārgāju no Baltfon uz Zefirnet", .latvian,
                ["baltfon negative", "zefirnet positive"]
            ),
            (
                "nomainīju Baltfon pret Zefirnet", .latvian,
                ["baltfon negative", "zefirnet positive"]
            ),
            (
                "mainīšu Baltfon pret Zefirnet", .latvian,
                ["baltfon negative", "zefirnet positive"]
            ), ("gribu bēgt no Baltfon", .latvian, ["baltfon negative"]),
        ] as [(String, LanguageCode, [String])])
    func `who changes over blames what is left and praises what is gone to`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.brandLabels(text, language) == expected)
    }

    @Test(
        arguments: [
            ("I'm not leaving Zefirnet", .english), ("Never leaving Zefirnet", .english),
            ("We are not going to leave Zefirnet", .english),
            ("Nie odchodzę z Zefirnetu", .polish), ("Nie zamierzam odchodzić z Zefirnetu", .polish),
            ("Going to Zefirnet for coffee", .english), ("We left Zefirnet today", .english),
            ("I'm leaving Kawka at five", .english), ("We leave Kawka at 17:30", .english),
            ("I went to Zefirnet from Baltfon's office", .english),
            ("Went from Zefirnet to the station with Baltfon ads", .english),
            ("Wracam do Zefirnetu po urlopie", .polish),
            ("Aizgāju uz Zefirnet pēc darba", .latvian),
        ] as [(String, LanguageCode)])
    func `who stays, or only goes somewhere, changes nothing`(text: String, language: LanguageCode)
    {
        let tags = Classifier.sample.tags(text, language: language)
        #expect(tags.mentions.allSatisfy { $0.sentiment.evidence.isEmpty })
    }

    @Test(
        arguments: [
            ("Went from Baltfon to Zefirnet", .english, ["baltfon negative", "zefirnet positive"]),
            ("I left Baltfon for Zefirnet", .english, ["baltfon negative", "zefirnet positive"]),
            (
                "Wracam z Baltfonu do Zefirnetu", .polish,
                ["baltfon negative", "zefirnet positive"]
            ),
            (
                "Aizgāju no Baltfon uz Zefirnet", .latvian,
                ["baltfon negative", "zefirnet positive"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `who goes from one brand to the other changes over`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.brandLabels(text, language) == expected)
    }

    @Test(arguments: [
        (
            "Switched from Baltfon to Zefirnet, excellent", LanguageCode.english, ["excellent"],
            [3.2]
        ),
        ("Switched from Baltfon to Zefirnet, was awful", .english, ["awful"], [-3]),
    ])
    func `praise beside a change of side is for the new brand, blame for the old`(
        text: String, language: LanguageCode, terms: [String], weights: [Double]
    ) {
        let mentions = Classifier.sample.tags(text, language: language).mentions
        let old = mentions[0].sentiment.evidence.filter { terms.contains($0.term) }
        let new = mentions[1].sentiment.evidence.filter { terms.contains($0.term) }
        #expect(old.map(\.weight) == weights.filter { $0 < 0 })
        #expect(new.map(\.weight) == weights.filter { $0 > 0 })
    }

    @Test func `a keyword far from the only brand counts less`() {
        let near = Classifier.sample.tags("Zefirnet is great", language: .english)
        let far = Classifier.sample.tags("Zefirnet. A great day.", language: .english)
        #expect(near.mentions[0].sentiment.score == near.sentiment.score)
        #expect(far.mentions[0].sentiment.score < far.sentiment.score)
        #expect(far.mentions[0].sentiment.score > 0)
    }
}
