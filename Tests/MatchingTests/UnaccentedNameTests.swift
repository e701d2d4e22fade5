import Matching
import Model
import TestSupport
import Testing

/// Many type Polish and Latvian in bare letters.
struct UnaccentedNameTests {
    private static func brand(
        _ name: String, strike: [String] = [], except: [String] = [], optional: Bool = true,
        isCaseSensitive: Bool = false, context: Brand.Context? = nil
    ) -> Brand {
        Brand(
            id: "brand", name: name, names: [name], inflections: [.polish], struckForms: strike,
            exceptions: except, isCaseSensitive: isCaseSensitive,
            isFoundWithoutAccents: optional, context: context, place: .sample)
    }

    private func forms(in text: String, of brand: Brand) -> [String] {
        MentionMatcher(brands: [brand]).mentions(in: EntryText(text: text)).map(\.form)
    }

    @Test(arguments: [
        ("lubie zolwinke", ["zolwinke"]), ("Żółwinkę i ZOLWINKE", ["Żółwinkę", "ZOLWINKE"]),
        ("w zolwince, przed żolwinką", ["zolwince"]), ("zolwik", []),
    ])
    func `a form counts without its accents, all of them`(text: String, expected: [String]) {
        #expect(forms(in: text, of: Self.brand("Żółwinka")) == expected)
    }

    @Test(arguments: [
        ("przed Kawką Cafe", ["Kawką Cafe"]), ("przed Kawka Cafe", ["Kawka Cafe"]),
        ("przed Kawką Café", ["Kawką Café"]), ("w Kawce Cafe", ["Kawce Cafe"]),
    ])
    func `a form counts without its foreign accents alone`(text: String, expected: [String]) {
        #expect(forms(in: text, of: Self.brand("Kawka Café")) == expected)
        #expect(forms(in: "Kawką Cafe", of: Self.brand("Kawka Café", optional: false)) == [])
    }

    @Test func `a Latvian ending keeps its accent where the name loses one`() {
        let brand = Brand(
            id: "brand", name: "Zefiroën", names: ["Zefiroën"], inflections: [.latvian],
            place: .sample)
        #expect(
            forms(in: "Zefiroënā, Zefiroenā, Zefiroena", of: brand)
                == ["Zefiroënā", "Zefiroenā", "Zefiroena"])
    }

    @Test(arguments: [
        ("Smakola", "Smakolaa, smakolaa, Smakolā", ["Smakolaa", "smakolaa", "Smakolā"]),
        ("Ķekaviņa", "Kjekavinjai, KJEKAVINJAA", ["Kjekavinjai", "KJEKAVINJAA"]),
    ])
    func `a Latvian form counts with two letters for one`(
        name: String, text: String, expected: [String]
    ) {
        func brand(_ inflections: [Brand.Inflection], optional: Bool = true) -> Brand {
            Brand(
                id: "brand", name: name, names: [name], inflections: inflections,
                isFoundWithoutAccents: optional, place: .sample)
        }
        #expect(forms(in: text, of: brand([.latvian])) == expected)
        let written = expected.filter { $0.contains("ā") }
        #expect(forms(in: text, of: brand([.latvian], optional: false)) == written)
        #expect(forms(in: text, of: brand([.polish])) == [])
    }

    @Test func `where the rules ask for the accents, no form counts without them`() {
        let brand = Self.brand("Żółwinka", optional: false)
        #expect(forms(in: "zolwinke, żółwinkę", of: brand) == ["żółwinkę"])
    }

    @Test func `a name of three letters does not count without its accents`() {
        #expect(forms(in: "los i łoś", of: Self.brand("Łoś")) == ["łoś"])
    }

    @Test func `a capital that is asked for is asked for without accents too`() {
        let brand = Self.brand("Świt", isCaseSensitive: true)
        #expect(forms(in: "przed Switem, przed switem", of: brand) == ["Switem"])
    }

    @Test func `a struck form is struck however it is typed, and one spelling alone can be`() {
        let brand = Self.brand("Żółwinka", strike: ["Żółwinkę", "Zolwince"])
        #expect(forms(in: "zolwinke, zolwince, żółwince", of: brand) == ["żółwince"])
    }

    @Test func `exceptions and words of the context are found without their accents too`() {
        let brand = Self.brand(
            "Żółwinka", except: ["Żółwinka Wielka"],
            context: Brand.Context(anyOf: ["łąka"], within: 5))
        #expect(forms(in: "zolwinka wielka na lace", of: brand) == [])
        #expect(forms(in: "zolwinka na lace", of: brand) == ["zolwinka"])
        #expect(forms(in: "zolwinka na drodze", of: brand) == [])
    }

    @Test func `a form without its accents tells the cases of the one it stands for`() {
        let form = BrandForm.form(foundAs: "zolwinke", of: Self.brand("Żółwinka"))
        #expect(form?.features == "sg acc")
        #expect(form?.name == "Żółwinka")
        #expect(form?.lacksAccents == true)
    }

    @Test func `a name that is written without accents too has each form once`() {
        let brand = Brand(
            id: "brand", name: "Żółwinka", names: ["Żółwinka", "Zolwinka"],
            inflections: [.polish], isFoundWithoutAccents: true, place: .sample)
        let forms = BrandForm.all(of: brand).map(\.form)
        #expect(forms.count == Set(forms).count)
    }

    @Test(arguments: [
        (
            "Brennan's", "at Brennans, BRENNANS, Brennan’s, not Brennan",
            ["Brennans", "BRENNANS", "Brennan’s"]
        ),
        ("O'Malley's", "OMalleys, O'Malleys, OMalley's", ["OMalleys", "O'Malleys", "OMalley's"]),
        // What four letters are left of is soon another word.
        ("Lay's", "she lays it down", []), ("Rock 'n' Pop", "rock n pop", []),
    ])
    func `a name with an apostrophe counts without it`(
        name: String, text: String, expected: [String]
    ) {
        let brand = Brand(id: "brand", name: name, names: [name], place: .sample)
        #expect(forms(in: text, of: brand) == expected)
        let strict = Brand(
            id: "brand", name: name, names: [name], isFoundWithoutAccents: false, place: .sample)
        #expect(
            forms(in: text, of: strict) == expected.filter { $0.contains("’") })
    }

    @Test func `an ending stands behind a name that lost its apostrophe`() {
        #expect(
            forms(in: "w Brennansie, Brennansem", of: Self.brand("Brennan's")) == [
                "Brennansie", "Brennansem",
            ])
        // The apostrophe of an ending is none of the name's.
        #expect(forms(in: "kawiarnia Orbiteu", of: Self.brand("Orbite")) == [])
    }

    @Test(arguments: [
        ("Dr. Żbik", "u Dr Żbika, u dr. Żbika, u Dr Zbika", ["Dr Żbika", "dr. Żbika", "Dr Zbika"]),
        ("Orbite & Co.", "Orbite & Co is shut. Orbite & Co. is", ["Orbite & Co", "Orbite & Co."]),
        // A dot within a word is no abbreviation's, nor is that of a single word.
        ("Orbite.pl Sklep", "orbite pl sklep", []), ("Hot.", "hot", []),
    ])
    func `a name counts without the full stops of its abbreviations`(
        name: String, text: String, expected: [String]
    ) {
        #expect(forms(in: text, of: Self.brand(name)) == expected)
    }
}
