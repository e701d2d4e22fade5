import Matching
import Model
import TestSupport
import Testing

/// Where a name stands and nobody speaks of the brand.
struct AmbiguityTests {
    private static func brand(
        _ names: String..., inflect: [Brand.Inflection] = [.polish], forms: [String] = [],
        strike: [String] = [], except: [String] = [], strict: Bool = false, standalone: Bool = false
    ) -> Brand {
        Brand(
            id: "brand", name: names[0], names: names, inflections: inflect, forms: forms,
            struckForms: strike, exceptions: except, isCaseSensitive: strict,
            isStrictOnCase: strict, isStandalone: standalone, place: .sample)
    }

    private func forms(in text: String, title: String? = nil, of brand: Brand) -> [String] {
        MentionMatcher(brands: [brand]).mentions(in: EntryText(title: title, text: text))
            .map(\.form)
    }

    @Test func `a struck form is not found, and an added one is`() {
        let brand = Self.brand("Malwa", forms: ["Malwuni"], strike: ["malw"])
        let text = "Malwy u nas, bukiet malw, ta Malwunia i w Malwuni"
        #expect(forms(in: text, of: brand) == ["Malwy", "Malwuni"])
    }

    @Test func `each form tells where it comes from`() {
        let brand = Self.brand("Sad", "#sad", forms: ["Sadzik"], strike: ["Sadowi"])
        let told = BrandForm.all(of: brand).map {
            "\($0.form) \($0.name) \($0.language?.rawValue ?? "-") \($0.isStruck ? "struck" : "")"
        }
        #expect(told.first == "Sad Sad - ")
        #expect(told.contains("Sadu Sad pl "))
        #expect(told.contains("Sadowi Sad pl struck"))
        #expect(told.contains("#sad #sad - "))
        #expect(told.contains("#sadu #sad pl "))
        #expect(told.contains("#sadowi #sad pl struck"))
        #expect(told.contains("Sadzik Sadzik - "))
        #expect(told.contains("Sadow Sad pl "))
    }

    @Test(arguments: [
        ("Byłam w Perle", ["Perle"]), ("Perła Bałtyku to miasto", []),
        ("W Perle Bałtyku i w Perle", ["Perle"]), ("perły bałtyckie", []),
    ])
    func `a name does not count in a phrase that is excepted`(text: String, found: [String]) {
        let brand = Self.brand("Perła", except: ["Perła Bałtyku", "perł* bałtyck*"])
        #expect(forms(in: text, of: brand) == found)
    }

    @Test(arguments: [
        ("piszę w .NET i w ASP.NET", [".NET"]), ("(.NET)", [".NET"]), ("C#/.net", [".net"]),
        ("@asp.NET, #asp.NET, 5.NET", []), (".NET", [".NET"]),
        ("tak,.NET 👍.NET", [".NET", ".NET"]),
    ])
    func `a name that begins with a mark is no end of a longer one`(text: String, found: [String]) {
        #expect(forms(in: text, of: Self.brand(".NET", inflect: [])) == found)
    }

    @Test func `a name in an excepted phrase says why it does not count`() {
        let matcher = MentionMatcher(brands: [Self.brand("Perła", except: ["Perła Bałtyku"])])
        #expect(
            matcher.findings(in: EntryText(text: "o Perle Bałtyku")).map(\.rejection)
                == ["is part of 'Perle Bałtyku', which is excepted"])
    }

    @Test(arguments: [
        ("Kupiłam to w Orzechu", 1), ("Orzech to drzewo", 0), ("Zimno. Orzech spadł!", 0),
        ("Orzech otwarty? W Orzechu pusto", 2), ("W NASZYM ORZECHU ZNOWU KOLEJKI", 0),
        ("\"Orzech\" znowu pusty", 0), ("kolejki w ORZECHU", 1),
        ("Nasze Ulubione Ciasto Orzech Dzisiaj", 0),
    ])
    func `a strict brand needs a capital that tells something, once in an entry`(
        text: String, count: Int
    ) {
        #expect(forms(in: text, of: Self.brand("Orzech", strict: true)).count == count)
    }

    @Test func `a certain place in the title vouches for the text`() {
        let brand = Self.brand("Orzech", strict: true)
        #expect(forms(in: "Orzech pusty", title: "Byłam w Orzechu", of: brand).count == 2)
    }

    @Test(arguments: [
        ("I like Orbit here", 1), ("I went to Orbit County today", 0),
        ("the New Orbit is nice", 0), ("Visit Orbit now", 1), ("Orbit's Tim said so", 1),
        ("we use Orbit, Tim says", 1), ("so Orbit I like", 1),
        ("GO TO ORBIT COUNTY TODAY FOLKS", 1), ("Kasia Orbit wrote that", 0),
        ("Pani Orbit napisała", 0), ("Sam Orbit przyznał to wczoraj", 1),
        ("Kasia, Orbit is closed", 1), ("Szef Orbit przeprosił", 1), ("kasia Orbit", 1),
    ])
    func `a standalone name does not count beside another capitalised word`(
        text: String, count: Int
    ) {
        let brand = Self.brand("Orbit", inflect: [], standalone: true)
        #expect(forms(in: text, of: brand).count == count)
    }

    @Test(arguments: [
        "https://kawka.example/menu", "www.kawka.example", "biuro@kawka.example",
        "kawka.pl/kontakt", "sklep.kawka.com.pl",
    ])
    func `a name in an address is no mention`(address: String) {
        #expect(forms(in: "Zobacz \(address) dzisiaj", of: Self.brand("Kawka")) == [])
    }

    @Test(arguments: [
        ("byłam w @kawka.cafe", []), ("@kawka.24 i @kawka.cafe_riga", []),
        ("lubię @kawka.", ["@kawka"]), ("lubię @kawka.Bardzo", ["@kawka"]),
        ("@kawka. bardzo, @kawka .a", ["@kawka", "@kawka"]), ("@kawka...tak", ["@kawka"]),
        ("@zefir.net", ["@zefir.net"]),
    ])
    func `a handle ends where it is written to end`(text: String, found: [String]) {
        #expect(forms(in: text, of: Self.brand("@kawka", "@zefir.net")) == found)
    }

    @Test(arguments: [
        ("Pyszne.\nUdostępnij na Kawce", 0), ("Great.\nShare on Kawka", 0),
        ("Labi.\nSeko mums Kawka", 0), ("Sent from my Kawka 5\nok", 0),
        ("I'll share on Kawka what I think of their new cake", 1),
        ("Share on Kawka everything that you know about that cake", 1),
        ("Udostępnij na Kawce?", 1), ("Labi.\nDalies ar šo rakstu Kawka", 0),
        ("Labi.\nAbonē mūsu Kawka ziņas", 0), ("Abonē Kawka jau trešo gadu, viss labi", 1),
        ("Dalies ar draugiem prieku no Kawka", 1), ("Dalīties ar internetu no Kawka nedrīkst?", 1),
        ("Kawka -- pyszna", 1),
    ])
    func `lines that nobody wrote do not count`(text: String, count: Int) {
        #expect(forms(in: text, of: Self.brand("Kawka")).count == count)
    }

    @Test(arguments: [
        ("Dzięki\n--\nJan, Kawka sp. z o.o.", 0), ("Thanks\n-- \nmy Kawka, my joy", 0),
        ("Thanks\n--\nAnna Ozola\nKawka\nwww.kawka.example", 0),
        ("Kawa dnia\n--\nKawka jest dziś świetna", 1), ("Coffee\n--\nI do like Kawka", 1),
        ("Kafija\n--\nKawka ir ļoti laba", 1),
        ("Plusy\n--\nKawka: tania\n--\nMinusy: Kawka Daleko", 2),
        ("A\n-- \nKawka: good\nb\n-- \nKawka", 1),
        ("List\n-- \nA\nB\nC\nD\nE\nF\nKawka", 1),
        ("A\n-- \nKawka is what my sister and I and the dog and all of our friends like best", 1),
    ])
    func `a signature stands last and is short`(text: String, count: Int) {
        #expect(forms(in: text, of: Self.brand("Kawka")).count == count)
    }

    @Test func `a text of nothing but names and dots takes no longer than it asks`() {
        let matcher = MentionMatcher(brands: [Self.brand("Malwa")])
        #expect(
            ProcessorTime.growsEvenly(from: 500) { count in
                let text = String(repeating: "Malwa.x.", count: count)
                _ = matcher.mentions(in: EntryText(text: text))
            })
    }

    @Test func `a text of nothing but capitals that tell nothing takes no longer than it asks`() {
        let matcher = MentionMatcher(brands: [Self.brand("Orzech", strict: true)])
        #expect(
            ProcessorTime.growsEvenly(from: 8_000) { count in
                let text = String(repeating: "Orzech. ", count: count)
                _ = matcher.mentions(in: EntryText(text: text))
            })
    }

    @Test func `a longer name is no part of the phrase that is excepted`() {
        let brand = Self.brand(
            "Perła", "Perła Bałtyku Hotel", inflect: [], except: ["Perła Bałtyku"])
        #expect(forms(in: "Perła Bałtyku Hotel", of: brand) == ["Perła Bałtyku Hotel"])
    }
}
