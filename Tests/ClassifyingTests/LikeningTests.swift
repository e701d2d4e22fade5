import Classifying
import Model
import Testing

/// Likening to a brand, and what is wanted more than one.
struct LikeningTests {
    @Test(
        arguments: [
            (
                "Zefirnet is not as good as Baltfon", .english,
                "zefirnet negative, baltfon positive"
            ),
            ("Zefirnet is as good as Baltfon", .english, "zefirnet positive, baltfon positive"),
            ("Zefirnet is as terrible as Baltfon", .english, "zefirnet negative, baltfon negative"),
            (
                "Zefirnet nie jest tak dobry jak Baltfon", .polish,
                "zefirnet negative, baltfon positive"
            ),
            (
                "Zefirnet nav tik labs kā Baltfon", .latvian, "zefirnet negative, baltfon positive"
            ),
            ("It is not as good as Baltfon promised", .english, "baltfon negative"),
        ] as [(String, LanguageCode, String)])
    func `what is not so good as a brand loses, and the brand gains`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "Zefirnet is twice as fast as Baltfon", .english,
                "zefirnet positive, baltfon negative"
            ),
            (
                "Zefirnet is three times as slow as Baltfon", .english,
                "zefirnet negative, baltfon positive"
            ),
            (
                "Zefirnet is half as good as Baltfon", .english,
                "zefirnet negative, baltfon positive"
            ),
            (
                "I wish Zefirnet was as reliable as Baltfon", .english,
                "zefirnet negative, baltfon positive"
            ),
            (
                "I wish it was cold, but Zefirnet is as good as Baltfon", .english,
                "zefirnet positive, baltfon positive"
            ),
            (
                "Gdyby Zefirnet był tak dobry jak Baltfon", .polish,
                "zefirnet negative, baltfon positive"
            ),
            (
                "Oby Zefirnet był tak dobry jak Baltfon", .polish,
                "zefirnet neutral, baltfon neutral"
            ),
            (
                "Zefirnet jest dwa razy tak drogi jak Baltfon", .polish,
                "zefirnet negative, baltfon positive"
            ),
            (
                "Kaut Zefirnet būtu tik labs kā Baltfon", .latvian,
                "zefirnet negative, baltfon positive"
            ),
        ] as [(String, LanguageCode, String)])
    func `twice or half as good is no likeness, nor is what is only wished`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            ("I'd rather use pigeons than Baltfon", .english, "baltfon negative"),
            (
                "I'd rather have Zefirnet than Baltfon", .english,
                "zefirnet positive, baltfon negative"
            ),
            ("I'd rather take a slow train than Baltfon", .english, "baltfon negative"),
            ("Wolę gołębie pocztowe niż Baltfon", .polish, "baltfon negative"),
            ("Wolę zimną kawę niż Baltfon", .polish, "baltfon negative"),
            ("Wolę Zefirnet niż Baltfon", .polish, "zefirnet positive, baltfon negative"),
            ("Wolę Zefirnet niż w Baltfonie", .polish, "zefirnet positive, baltfon negative"),
        ] as [(String, LanguageCode, String)])
    func `who would rather have something else than a brand blames it`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Nobody makes coffee like Kawka", .english, "kawka positive"),
            ("No one answers like Zefirnet", .english, "zefirnet positive"),
            ("Nobody fails customers like Baltfon", .english, "baltfon negative"),
            ("Nobody feels like a Kawka", .english, "kawka neutral"),
            ("Nikt nie parzy kawy jak Kawka", .polish, "kawka positive"),
            ("Nikt nie parzy kawy tak jak w Kawce", .polish, "kawka positive"),
            ("Nikt nie robi problemów jak Baltfon", .polish, "baltfon negative"),
            ("Nie leci tam nikt inny jak Zefirnet", .polish, "zefirnet neutral"),
            ("Nikt nie wie, jak Zefirnet", .polish, "zefirnet neutral"),
            ("Neviens netaisa kafiju tā kā Kawka", .latvian, "kawka positive"),
            ("Tas nav neviens cits kā Zefirnet", .latvian, "zefirnet neutral"),
        ] as [(String, LanguageCode, String)])
    func `what nobody does like a brand is what that does best`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Lepszej kawy niż w Kawce nie piłam", .polish, "kawka positive"),
            ("Lepsza kawa niż w Kawce", .polish, "kawka negative"),
            ("Gorszej kawy niż w Kawce nie piłam", .polish, "kawka negative"),
            ("Trudno o lepszą kawę niż w Kawce", .polish, "kawka positive"),
            ("Labāku kafiju nekā Kawkā nekad neesmu dzērusi", .latvian, "kawka positive"),
            ("Grūti atrast labāku kafiju nekā Kawkā", .latvian, "kawka positive"),
        ] as [(String, LanguageCode, String)])
    func `a brand that nothing better than was found is praised`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "Baltfon has better problem solving than Zefirnet", .english,
                "baltfon positive, zefirnet negative"
            ),
            (
                "Baltfon ma lepszy dramat niż Zefirnet", .polish,
                "baltfon positive, zefirnet negative"
            ),
            (
                "Zefirnet is more reliable than Baltfon", .english,
                "zefirnet positive, baltfon negative"
            ),
        ] as [(String, LanguageCode, String)])
    func `a noun with a tone stands between a comparative and what is compared with`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test func `blame beside a brand that gains is for the one that loses`() {
        let tags = Classifier.sample.tags(
            "Wracam do Zefirnetu po okropnym roku w Baltfonie", language: .polish)
        let terms = tags.mentions.map { $0.sentiment.evidence.map(\.term) }
        #expect(terms == [["Wracam do Zefirnetu"], ["okropn*", "Baltfonie"]])
    }

    @Test(
        arguments: [
            ("Jeśli Zefirnet znowu padnie, to odchodzę", .polish, "to odchodzę"),
            ("Zefirnet, are you kidding?", .english, "are you kidding"),
            ("Zefirnet, you lost me as a customer", .english, "you lost me"),
        ] as [(String, LanguageCode, String)])
    func `the evidence of leave taken, and of a reproach, is the phrase and not its first word`(
        text: String, language: LanguageCode, phrase: String
    ) throws {
        let mention = try #require(Classifier.sample.tags(text, language: language).mentions.first)
        let evidence = try #require(mention.sentiment.evidence.first { $0.weight < -1 })
        #expect(evidence.term == phrase)
    }
}
