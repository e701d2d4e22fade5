import Matching
import Model
import TestSupport
import Testing

struct MentionMatcherTests {
    @Test(arguments: [
        ("Byłam w Kawce na rynku", ["Kawce"]), ("KAWKĄ, kawkami!", ["KAWKĄ", "kawkami"]),
        ("kawkowy i Kawkarnia", []), ("Kawka's, Kawki-owi", ["Kawka", "Kawki"]),
        ("#Kawka @kawka kawka.example", ["#Kawka", "kawka"]), ("", []),
        ("Kawk\u{119} i Kawke\u{328}", ["Kawkę", "Kawke\u{328}"]),
    ])
    func `a name is found as a whole word in its case forms`(text: String, forms: [String]) {
        let matcher = MentionMatcher(brands: [.named("Kawka", inflect: [.polish])])
        #expect(matcher.mentions(in: EntryText(text: text)).map(\.form) == forms)
    }

    @Test func `of one brand the first hundred places count, whatever else is named`() {
        let matcher = MentionMatcher(brands: [
            .named("Kawka", inflect: [.polish]), .named("Orbite"),
        ])
        let text = String(repeating: "Kawka ", count: 300) + "i Orbite"
        let mentions = matcher.mentions(in: EntryText(text: text))
        #expect(mentions.count == 101)
        #expect(mentions.prefix(100).map(\.range) == (0..<100).map { $0 * 6..<$0 * 6 + 5 })
        #expect(mentions.last?.form == "Orbite")
    }

    @Test(.timeLimit(.minutes(1)))
    func `empty and quoted lines take no longer than they are many`() {
        let matcher = MentionMatcher(brands: [.named("Kawka", inflect: [.polish])])
        let empty = "Kawka" + String(repeating: "\n", count: 2_000_000) + "kawka"
        #expect(matcher.mentions(in: EntryText(text: empty)).map(\.form) == ["Kawka", "kawka"])
        let quoted = String(repeating: "> kawka\n", count: 300_000) + "\nKawka"
        #expect(matcher.mentions(in: EntryText(text: quoted)).map(\.form) == ["Kawka"])
    }

    @Test func `a hashtag that is another of the names takes its forms`() {
        let matcher = MentionMatcher(brands: [
            .named("Kawka", "#kawka", "#dobrakawka", inflect: [.polish])
        ])
        let text = "W #kawce, z #Kawką, #dobrakawka, nie #dobrejkawce ani #kawkowo"
        #expect(
            matcher.mentions(in: EntryText(text: text)).map(\.form)
                == ["#kawce", "#Kawką", "#dobrakawka"])
    }

    @Test func `handles and hashtags count as they are written`() {
        let matcher = MentionMatcher(brands: [
            .named("@kawka_cafe", "#LubięKawkę", "kawka.example", inflect: [.polish])
        ])
        let text = "Hej @Kawka_Cafe! #lubiękawkę z kawka.example, nie @kawka_cafee ani LubięKawkę"
        #expect(
            matcher.mentions(in: EntryText(text: text)).map(\.form)
                == ["@Kawka_Cafe", "#lubiękawkę", "kawka.example"])
    }

    @Test(arguments: [
        ("Taryfa w Zielonymnet'cie", [] as [String]), ("Nie ma Orbite'u u nas", ["Orbite'u"]),
        ("Orbite’em", ["Orbite’em"]), ("Orbite u nas", ["Orbite"]),
        ("w orbite-owi", ["orbite-owi"]),
    ])
    func `an ending after an apostrophe is part of the name`(text: String, forms: [String]) {
        let matcher = MentionMatcher(brands: [.named("Orbite", inflect: [.polish])])
        #expect(matcher.mentions(in: EntryText(text: text)).map(\.form) == forms)
    }

    @Test(arguments: [
        ("pismo z ZKP-u", "ZKP-u"), ("pismo z ZKPu", "ZKPu"), ("ZKP u nas", "ZKP"),
        ("przed ZKP-em", "ZKP-em"),
    ])
    func `an acronym takes its endings with and without a hyphen`(text: String, form: String) {
        let matcher = MentionMatcher(brands: [.named("ZKP", inflect: [.polish])])
        #expect(matcher.mentions(in: EntryText(text: text)).map(\.form) == [form])
    }

    @Test(arguments: [
        ("Orzechy w Orzechu, ORZECHEM", ["Orzechy", "Orzechu", "ORZECHEM"]),
        ("kupiłam orzechy i orzech", []), ("oRZECH", []),
    ])
    func `a case-sensitive name carries its capitals or is all capitals`(
        text: String, forms: [String]
    ) {
        let matcher = MentionMatcher(brands: [
            .named("Orzech", inflect: [.polish], caseSensitive: true)
        ])
        #expect(matcher.mentions(in: EntryText(text: text)).map(\.form) == forms)
    }

    @Test func `the longest name counts, and the shorter one tells what stands there`() {
        let matcher = MentionMatcher(brands: [
            .named("Kawka", inflect: [.polish]), .named("Kawka Nova", inflect: [.polish]),
            .named("Nova"),
        ])
        let findings = matcher.findings(in: EntryText(text: "W Kawce Novej? W Kawka Nova"))
        #expect(
            findings.map { "\($0.mention.form)|\($0.mention.brand)|\($0.rejection ?? "")" } == [
                "Kawce|kawka|", "Kawka Nova|kawka nova|",
                "Kawka|kawka|'Kawka Nova' names kawka nova here",
                "Nova|nova|'Kawka Nova' names kawka nova here",
            ])
    }

    @Test func `of two brands with one name the first id counts`() {
        let matcher = MentionMatcher(brands: [
            .named("Zorza"),
            Brand(id: "aurora", name: "Aurora", kind: .own, names: ["zorza"], place: .sample),
        ])
        #expect(matcher.mentions(in: EntryText(text: "Zorza")).map(\.brand) == ["aurora"])
    }

    @Test func `mentions come in reading order, the title first`() {
        let matcher = MentionMatcher(brands: [.named("Kawka"), .named("Zorza")])
        let entry = EntryText(title: "Zorza 👍 Kawka", text: "Kawka\nZorza")
        #expect(
            matcher.mentions(in: entry) == [
                Mention(brand: "zorza", form: "Zorza", field: .title, range: 0..<5),
                Mention(brand: "kawka", form: "Kawka", field: .title, range: 8..<13),
                Mention(brand: "kawka", form: "Kawka", field: .text, range: 0..<5),
                Mention(brand: "zorza", form: "Zorza", field: .text, range: 6..<11),
            ])
    }

    @Test(arguments: [
        ("kasa w Perle", true), ("kasa raz dwa w Perle", false), ("Perła, super: sklepik", true),
        ("Perła raz, dwa, sklep", true), ("Perła raz dwa trzy sklep", false), ("Perła", false),
        ("na wyprzedaży garażowej raz dwa Perła", true),
        ("na wyprzedaży garażowej raz dwa trzy Perła", false),
        ("Perła na wyprzedaży garażowej", true), ("Perła i na wyprzedaż garażową", true),
    ])
    func `a context word must stand within so many words`(text: String, isCounted: Bool) {
        let context = Brand.Context(
            anyOf: ["kasa", "sklep*", "na wyprzedaż* garażow*"], within: 3)
        let matcher = MentionMatcher(brands: [
            .named("Perła", inflect: [.polish], context: context)
        ])
        let findings = matcher.findings(in: EntryText(text: text))
        let rejection =
            "none of the context words 'kasa', 'sklep*', 'na wyprzedaż* garażow*' "
            + "stands within 3 words"
        #expect(findings.map(\.rejection) == [isCounted ? nil : rejection])
    }

    @Test func `the name is not its own context`() {
        let matcher = MentionMatcher(brands: [
            .named("Perła", context: Brand.Context(anyOf: ["perł*"], within: 5))
        ])
        #expect(matcher.mentions(in: EntryText(text: "Perła")).isEmpty)
        #expect(matcher.mentions(in: EntryText(text: "Perła, perłowa")).count == 1)
    }

    @Test func `a query that asks for the language is told the one that was found`() {
        let query = Query.field(.lang, .phrase("pl"))
        let brands: [Brand] = [.named("Kawka", query: query), .named("Orbite")]
        let matcher = MentionMatcher(brands: brands) { entry, _, _ in
            LanguageCode(tag: entry.text.contains("jest") ? "pl" : "en")
        }
        let found = { (text: String) in
            matcher.mentions(in: EntryText(text: text, language: .init(rawValue: "en"))).map(\.form)
        }
        #expect(found("Kawka jest tu, Orbite też") == ["Kawka", "Orbite"])
        #expect(found("Kawka is here, Orbite too") == ["Orbite"])
    }

    @Test func `the query must hold, and the brand's name in it stands for all its forms`() {
        let query = Query.all([
            .phrase("kawka"), .not(.any([.phrase("owad"), .phrase("ptak")])),
        ])
        let matcher = MentionMatcher(brands: [
            .named("Kawka", inflect: [.polish], query: query)
        ])
        #expect(matcher.mentions(in: EntryText(text: "Byłam w Kawce")).count == 1)
        let findings = matcher.findings(in: EntryText(title: "Ptak", text: "Widziałam kawkę"))
        #expect(findings.map(\.rejection) == ["query: NOT ptak does not hold"])
    }

    @Test func `a name written against its case says so`() {
        let matcher = MentionMatcher(brands: [.named("Orzech", caseSensitive: true)])
        #expect(
            matcher.findings(in: EntryText(text: "orzech")).map(\.rejection)
                == ["not written as the name, which is case-sensitive"])
    }

    @Test func `a name that does not count hides no other`() {
        let matcher = MentionMatcher(brands: [
            .named("Kawka"), .named("Kawka Nova", context: .init(anyOf: ["sklep"], within: 5)),
        ])
        #expect(matcher.mentions(in: EntryText(text: "Kawka Nova")).map(\.brand) == ["kawka"])
    }

    @Test(
        arguments: [
            ([.polish], ["Zefirnecie"]), ([.latvian], ["Zefirnetam"]),
            ([.polish, .latvian], ["Zefirnecie", "Zefirnetam"]), ([.none], []), ([], []),
        ] as [([Brand.Inflection], [String])])
    func `a name takes the forms of each language asked for`(
        languages: [Brand.Inflection], forms: [String]
    ) {
        let matcher = MentionMatcher(brands: [.named("Zefirnet", inflect: languages)])
        let entry = EntryText(text: "w Zefirnecie, Zefirnetam")
        #expect(matcher.mentions(in: entry).map(\.form) == forms)
    }

    @Test func `a stem is looked for as it is written`() {
        let matcher = MentionMatcher(brands: [
            .named("Kawk*", inflect: [.polish], caseSensitive: true)
        ])
        let entry = EntryText(text: "Kawkowy KAWKA kawka")
        #expect(matcher.mentions(in: entry).map(\.form) == ["Kawkowy", "KAWKA"])
    }

    @Test func `a name in quoted words was said by somebody else`() {
        let matcher = MentionMatcher(brands: [.named("Zefirnet", inflect: [.polish])])
        let entry = EntryText(text: "> Zefirnet padł!\nU mnie też. Dzwoniłem do Zefirnetu.")
        #expect(matcher.mentions(in: entry).map(\.form) == ["Zefirnetu"])
        #expect(
            matcher.findings(in: entry).map(\.rejection)
                == ["stands in words quoted from somebody else", nil])
    }

    @Test(arguments: [
        ("> Zefirnet napisał:\n> Przepraszamy.\nNo i gdzie ten kontakt?", ["Zefirnet"]),
        ("Tak.\n> Zefirnet napisał(a):\n> Przepraszamy.", ["Zefirnet"]),
        ("> @zefirnet said in Kasa:\n> Sorry.\nToo late.", ["@zefirnet"]),
        // Not the line above the words, not whose they are, or not all of it.
        ("> Ola napisała:\n> Zefirnet padł.", []), ("> Zefirnet napisał:\nTak.", []),
        ("> Zefirnet to dno:\n> Nie działa.", []), ("> Zefirnet:\n> Nie działa.", []),
        ("> Padł.\n> Zefirnet napisał:\n> Tak.", []), ("> > Zefirnet napisał:\n> > Tak.", []),
        ("> Zefirnet znowu nie działa, a oni na to tyle:\n> Tak.", []),
        // A word with another meaning may be somebody's name in a forum.
        ("> Kawka napisała:\n> Mnie działa.\nA mnie nie.", []),
    ])
    func `who answers a brand speaks of it, where its name means nothing else`(
        text: String, forms: [String]
    ) {
        let matcher = MentionMatcher(brands: [
            .named("Zefirnet", "@zefirnet"), .named("Kawka", caseSensitive: true),
        ])
        #expect(matcher.mentions(in: EntryText(text: text)).map(\.form) == forms)
    }

    @Test(arguments: [("Stałem w Pszczółce do kasy", 1), ("Pszczółka kasuje pyłek", 0)])
    func `a context word counts in the case forms of the brand's languages`(
        text: String, count: Int
    ) {
        let matcher = MentionMatcher(brands: [
            .named(
                "Pszczółka", inflect: [.polish],
                context: .init(anyOf: ["sklep", "kasa"], within: 5))
        ])
        #expect(matcher.mentions(in: EntryText(text: text)).count == count)
    }

    @Test func `a name at the same place of title and text counts in both`() {
        let matcher = MentionMatcher(brands: [.named("Orzech", caseSensitive: true)])
        let mentions = matcher.mentions(in: EntryText(title: "Orzech", text: "Orzech"))
        #expect(mentions.map(\.field) == [.title, .text])
    }

    @Test func `a context word does not make a quoted name one's own`() {
        let matcher = MentionMatcher(brands: [
            .named("Perła", context: Brand.Context(anyOf: ["kasa"], within: 3))
        ])
        #expect(
            matcher.findings(in: EntryText(text: "> Perła kasa\nTak")).map(\.rejection)
                == ["stands in words quoted from somebody else"])
    }
}
