import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

/// Words typed without the accents of their language.
struct BareLetterTests {
    private static let rules = Rules(
        brands: [],
        categories: [
            category("leaving", .polish, ["rezygnuję": 1, "rezygnuje": 0.6, "skarg*": 0.6]),
            category("asking", .latvian, ["kā var": 1, "cen*": 0.6, "cena": 0.6, "cenā": 0.6]),
            category("super", .english, ["super": 0.5, "supe*": 0.5, "super sale": -0.5]),
        ], routing: .sample,
        lexicons: [
            Lexicon(.english, "café=2, good=2"),
            Lexicon(.polish, "źle=-2, lęk=-2, błoga=2, bloga=0"),
            Lexicon(.latvian, "lēta=2, slikti=-2, ārprāts=-3"),
        ])
    private static let classifier = Classifier(rules: rules)

    private func terms(_ text: String, title: String? = nil, _ language: LanguageCode) -> [String] {
        Self.classifier.tags(text, title: title, language: language).sentiment.evidence.map(\.term)
    }

    private func keywords(_ text: String, _ language: LanguageCode) -> [String] {
        let misses = Self.classifier.nearMisses(
            for: EntryText(text: text, language: language), title: Words(of: ""),
            text: Words(of: text), mentions: [])
        let given = Self.classifier.tags(text, language: language).categories
        return given.flatMap { $0.evidence.map(\.term) } + misses.map(\.missing)
    }

    @Test(
        arguments: [
            ("zle dziala od rana", .polish, ["źle"]), ("zle", .polish, ["źle"]),
            ("ten lek jest we mnie od dawna", .polish, ["lęk"]),
            ("arprats, kas te notiek", .latvian, ["ārprāts"]),
            ("nice cafe, very good", .english, ["café", "good"]),
            ("the cafe of Łódź is good", .english, ["café", "good"]),
            ("aarpraats, kas te notiek", .latvian, ["ārprāts"]),
            ("Leeta un slikti", .latvian, ["lēta", "slikti"]), ("leeta", .polish, []),
        ] as [(String, LanguageCode, [String])])
    func `a word in bare letters counts where its writer types so`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(terms(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Nowy lek trafił do aptek", .polish, []),
            ("Źle, że nie ma leku: lek", .polish, ["źle"]),
            ("Uzņēmums plāno investīcijas, ziņo aģentūra LETA", .latvian, []),
            ("Cik lēta! Raksta LETA", .latvian, ["lēta"]),
            ("Cik lēta! Raksta LEETA", .latvian, ["lēta"]),
            ("Slikti, ka LETA to nezināja", .latvian, ["slikti"]),
        ] as [(String, LanguageCode, [String])])
    func `beside letters with accents it is the word that it is`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(terms(text, language) == expected)
    }

    @Test func `title and text are one writer's`() {
        #expect(terms("ten lek od dawna", title: "Pożar", .polish) == [])
        #expect(terms("ten lek od dawna", title: "Pozar", .polish) == ["lęk"])
    }

    @Test func `a name with its accent makes no long text one that is written with them`() {
        let text = """
            zle to wyglada, bo od wczoraj nie mam juz nic do jedzenia a do tego jeszcze w moim domu na \
            ulicy Długa nie ma wody
            """
        #expect(terms(text, .polish) == ["źle"])
        #expect(terms("zle to wyglada na ulicy Długa", .polish) == [])
    }

    @Test func `what a lexicon or a rule lists goes before another term in bare letters`() {
        #expect(terms("bloga", .polish) == [])
        #expect(keywords("prezes rezygnuje", .polish) == ["needs 1, has 0.6 from 'rezygnuje'"])
        #expect(keywords("ja rezygnuję", .polish) == ["rezygnuję"])
    }

    @Test(
        arguments: [
            ("ka var samaksat", ["kā var"]), ("Skaidrs, ka var samaksāt", []),
            ("pievilciga cena", ["needs 1, has 0.6 from 'cena'"]),
            ("cena, cenas", ["cena", "cen*"]),
        ] as [(String, [String])])
    func `keywords of one rule over the same word are one hint`(text: String, expected: [String]) {
        #expect(keywords(text, .latvian) == expected)
    }

    @Test(arguments: [
        ("super", ["needs 1, has 0.5 from 'super'"]),
        ("suuuper", ["needs 1, has 0.5 from 'super'"]),
        ("super and superb", ["super", "supe*"]),
        ("super sale, superb", ["needs 1, has 0.5 from 'super', 'supe*', less for 'super sale'"]),
    ])
    func `of several keywords over the same word the one that says most of it counts`(
        text: String, expected: [String]
    ) {
        #expect(keywords(text, .english) == expected)
    }

    // MARK: - Private

    private static func category(
        _ id: Model.Category.ID, _ language: LanguageCode, _ keywords: [String: Double]
    ) -> Model.Category {
        Model.Category(
            id: id, name: id.value,
            keywords: [
                language: keywords.sorted { $0.key < $1.key }.map {
                    Model.Category.Keyword(term: $0.key, weight: $0.value, place: .sample)
                }
            ], place: .sample)
    }
}
