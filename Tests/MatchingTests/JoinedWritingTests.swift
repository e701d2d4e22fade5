import Matching
import Model
import TestSupport
import Testing

/// Names whose words people join otherwise than the rules do.
struct JoinedWritingTests {
    private static func brand(
        _ names: String..., inflect: [Brand.Inflection] = [], strike: [String] = [],
        except: [String] = [], isCaseSensitive: Bool = false, isStrict: Bool = false,
        optional: Bool = true,
        isFoundAsHashtag: Bool = true, query: Query? = nil, context: Brand.Context? = nil
    ) -> Brand {
        Brand(
            id: "brand", name: names[0], names: names, inflections: inflect, struckForms: strike,
            exceptions: except, isCaseSensitive: isCaseSensitive, isStrictOnCase: isStrict,
            isFoundWithoutAccents: optional, isFoundAsHashtag: isFoundAsHashtag, query: query,
            context: context, place: .sample)
    }

    private func forms(in text: String, of brand: Brand) -> [String] {
        MentionMatcher(brands: [brand]).mentions(in: EntryText(text: text)).map(\.form)
    }

    @Test(arguments: [
        ("T-Net", "TNet, tnet, t-net i T Net", ["TNet", "tnet", "t-net", "T Net"]),
        ("T-Net", "w TNecie, z TNETEM, u TNetu", ["TNecie", "TNETEM", "TNetu"]),
        ("T\u{2011}Net", "TNet", ["TNet"]),
        ("Sklep X-Ray", "w Sklepie XRay", ["Sklepie XRay"]),
        ("Żół-Winka", "zolwinke", ["zolwinke"]),
        // What three letters are left of is soon another word.
        ("E-Ko", "eko, e-ko", ["e-ko"]),
        ("T-Net", "internet, tnetu2, net", []),
        // Those are somebody else's.
        ("@zielony-net", "@zielonynet", []),
        ("zielony-net.example", "zielonynet.example", []),
    ])
    func `a name counts without its hyphens`(name: String, text: String, expected: [String]) {
        #expect(forms(in: text, of: Self.brand(name, inflect: [.polish])) == expected)
    }

    @Test(arguments: [("TNet, TNETU, tnet", ["TNet", "TNETU"])])
    func `a name without its hyphens has the capitals that are asked for`(
        text: String, expected: [String]
    ) {
        let brand = Self.brand("T-Net", inflect: [.polish], isCaseSensitive: true)
        #expect(forms(in: text, of: brand) == expected)
    }

    @Test(arguments: [
        ("Fig & Fern", "Fig and Fern, FIG AND FERN", ["Fig and Fern", "FIG AND FERN"]),
        ("Fig & Fern", "a fig and fern wreath, Fig and fern", []),
        ("Fig&Fern", "Fig and Fern", ["Fig and Fern"]),
        ("Shop Fig & Fern", "the shop Fig and Fern, a shop Fig and fern", ["shop Fig and Fern"]),
        ("Fig and Fern", "Fig & Fern, Fig&Fern", ["Fig & Fern", "Fig&Fern"]),
        ("Fig & Fern", "Fig i Fern, Fig un Fern", []),
        // Initials are soon two words.
        ("K&T", "K and T, K&T", ["K&T"]),
    ])
    func `a sign that joins two words may be a word, and a word the sign, with capitals`(
        name: String, text: String, expected: [String]
    ) {
        #expect(forms(in: text, of: Self.brand(name)) == expected)
    }

    @Test(arguments: [
        (
            "Chleb & Masło", "w Chlebie i Maśle, Chleb oraz Maslo, chleb i masło",
            ["Chlebie i Maśle", "Chleb oraz Maslo"]
        ),
        ("Chleb i Masło", "z Chlebem & Masłem", ["Chlebem & Masłem"]),
    ])
    func `the word is that of the language, in every case form`(
        name: String, text: String, expected: [String]
    ) {
        #expect(forms(in: text, of: Self.brand(name, inflect: [.polish])) == expected)
    }

    @Test(arguments: [
        ("Maize & Medus", "Maizē un Medū, maize un medus", ["Maizē un Medū"]),
        ("Maize un Medus", "pie Maizes & Medus", ["Maizes & Medus"]),
    ])
    func `the word is that of Latvian, too`(name: String, text: String, expected: [String]) {
        #expect(forms(in: text, of: Self.brand(name, inflect: [.latvian])) == expected)
    }

    @Test(arguments: [
        ("ZielonyNet padł", ["ZielonyNet"]), ("w ZielonymNecie", ["ZielonymNecie"]),
        ("zielonynet, ZIELONYNET, Zielonynet", []), ("ZielonyNetowy", []),
        ("#zielonynet i ZielonyNet", ["#zielonynet", "ZielonyNet"]),
    ])
    func `a name of several words counts as one with capitals within`(
        text: String, expected: [String]
    ) {
        let brand = Self.brand("Zielony Net", inflect: [.polish])
        #expect(forms(in: text, of: brand) == expected)
        #expect(
            forms(in: text, of: Self.brand("Zielony Net", inflect: [.polish], isStrict: true))
                == expected)
    }

    @Test(arguments: [
        ("T-Net", "TNet #TNet", ["#TNet"]), ("Fig & Fern", "Fig and Fern", []),
        ("Zielony Net", "ZielonyNet #ZielonyNet", ["#ZielonyNet"]),
    ])
    func `where the rules ask for the spelling, no other counts`(
        name: String, text: String, expected: [String]
    ) {
        #expect(forms(in: text, of: Self.brand(name, optional: false)) == expected)
    }

    @Test func `hashtags may be left out without the writing as one word`() {
        let brand = Self.brand("Zielony Net", isFoundAsHashtag: false)
        #expect(forms(in: "ZielonyNet #ZielonyNet", of: brand) == ["ZielonyNet"])
    }

    @Test(arguments: [
        ("T-Net", "T-Net Arena", "na TNet Arenie, w TNecie", ["TNecie"]),
        ("Fig & Fern", "Fig & Fern Bar", "Fig and Fern Bar, Fig i Fern", ["Fig i Fern"]),
        (
            "Zielony Net", "Zielony Net Arena", "ZielonyNet Arena, #ZielonyNet Arena, ZielonyNet",
            ["ZielonyNet"]
        ),
    ])
    func `an excepted phrase is excepted however its name is joined`(
        name: String, except: String, text: String, expected: [String]
    ) {
        let brand = Self.brand(name, inflect: [.polish], except: [except])
        #expect(forms(in: text, of: brand) == expected)
    }

    @Test(arguments: [
        ("awaria: ZielonyNet", ["ZielonyNet"]), ("ZielonyNet działa", []),
        ("awaria: Zielony Net", ["Zielony Net"]),
    ])
    func `a name written as one word is the name in the query, too`(
        text: String, expected: [String]
    ) {
        let query = Query.all([.phrase("Zielony Net"), .phrase("awaria")])
        #expect(forms(in: text, of: Self.brand("Zielony Net", query: query)) == expected)
    }

    @Test func `a name that is listed as one word counts in any case`() {
        let brand = Self.brand("Zielony Net", "ZielonyNet")
        #expect(forms(in: "zielonynet #zielonynet", of: brand) == ["zielonynet", "#zielonynet"])
    }

    @Test(arguments: [("TNet", "TNet, T-Net", ["T-Net"]), ("Fig and Fern", "Fig and Fern", [])])
    func `one writing alone can be struck`(struck: String, text: String, expected: [String]) {
        let brand = Self.brand("T-Net", "Fig & Fern", strike: [struck])
        #expect(forms(in: text, of: brand) == expected)
    }

    @Test(arguments: [
        ("ZielonyNet", ["Zielony Net"]), ("#zielonynet", ["ZielonyNet", "Zielony Net"]),
    ])
    func `a name written as one word can be struck, or as a hashtag alone`(
        struck: String, expected: [String]
    ) {
        let brand = Self.brand("Zielony Net", strike: [struck])
        #expect(forms(in: "ZielonyNet #ZielonyNet Zielony Net", of: brand) == expected)
    }

    @Test(arguments: [
        ("TNet", "TNet"), ("#TNet", "TNet"), ("Fig and Fern", "Fig and Fern"),
        ("ZielonyNet", "Zielony Net"),
    ])
    func `the writing tells which form it is, and is as sure`(text: String, form: String) throws {
        let brand = Self.brand(
            "T-Net", "Fig & Fern", "Zielony Net",
            context: Brand.Context(anyOf: ["sklep"], within: 5))
        let mention = try #require(
            MentionMatcher(brands: [brand]).mentions(in: EntryText(text: "sklep \(text)")).first)
        let found = try #require(BrandForm.form(foundAs: mention.form, of: brand))
        #expect(found.form == form)
        #expect(
            MentionCertainty(of: brand).degree(of: mention, foundAs: found).confidence
                == mention.confidence)
    }

    @Test(arguments: [
        ("TNet", ["tnet"]), ("tnet, T-Net", ["tnet", "brand"]), ("T-Net", ["brand"]),
    ])
    func `of two brands the one that lists what is written goes before`(
        text: String, expected: [Brand.ID]
    ) {
        let matcher = MentionMatcher(brands: [Self.brand("T-Net"), .named("TNet")])
        #expect(matcher.mentions(in: EntryText(text: text)).map(\.brand) == expected)
    }
}
