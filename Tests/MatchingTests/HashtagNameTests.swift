import Matching
import Model
import TestSupport
import Testing

/// Hashtags that name a brand though the rules do not list them.
struct HashtagNameTests {
    private static func brand(
        _ names: String..., inflect: [Brand.Inflection] = [.polish], strike: [String] = [],
        except: [String] = [], isCaseSensitive: Bool = false, isStrict: Bool = false,
        isFoundAsHashtag: Bool = true, query: Query? = nil, context: Brand.Context? = nil
    ) -> Brand {
        Brand(
            id: "brand", name: names[0], names: names, inflections: inflect, struckForms: strike,
            exceptions: except, isCaseSensitive: isCaseSensitive, isStrictOnCase: isStrict,
            isFoundAsHashtag: isFoundAsHashtag, query: query, context: context, place: .sample)
    }

    private func forms(in text: String, title: String? = nil, of brand: Brand) -> [String] {
        MentionMatcher(brands: [brand]).mentions(in: EntryText(title: title, text: text))
            .map(\.form)
    }

    @Test(arguments: [
        ("Znowu awaria #zefirnet", ["#zefirnet"]), ("#ZEFIRNET!", ["#ZEFIRNET"]),
        ("w #Zefirnecie, #zefirnetu", ["#Zefirnecie", "#zefirnetu"]),
        ("#zefirnetowo #zefirnet_pl #zefirnet24", []), ("(#zefirnet)", ["#zefirnet"]),
        ("Zefirnet i #zefirnet", ["Zefirnet", "#zefirnet"]),
    ])
    func `a hashtag counts that is a form of a name`(text: String, found: [String]) {
        #expect(forms(in: text, of: Self.brand("Zefirnet")) == found)
        #expect(forms(in: "", title: text, of: Self.brand("Zefirnet")) == found)
    }

    @Test(arguments: [
        ("Zielony Net", "#ZielonyNet padł", ["#ZielonyNet"]),
        ("Zielony Net", "#zielonynet i #ZIELONYNET", ["#zielonynet", "#ZIELONYNET"]),
        ("Zielony Net", "#zielonynetpadł, #zielony net, zielonynet", []),
        ("Wi-Fi Kawka", "#WiFiKawka", ["#WiFiKawka"]),
        ("Dr. Ząbek", "#DrZąbek, #drzabek", ["#DrZąbek", "#drzabek"]),
        ("5G Nova", "#5gnova", ["#5gnova"]),
    ])
    func `of a name of several words the hashtag has them side by side`(
        name: String, text: String, found: [String]
    ) {
        #expect(forms(in: text, of: Self.brand(name, inflect: [])) == found)
    }

    @Test func `the words of a hashtag are inflected as they are apart`() {
        let brand = Self.brand("Sad Zielony")
        #expect(forms(in: "w #SadzieZielonym", of: brand) == ["#SadzieZielonym"])
    }

    @Test func `the mention is the whole hashtag`() {
        let mentions = MentionMatcher(brands: [Self.brand("Kawka", "Zielony Net")])
            .mentions(in: EntryText(text: "👍 #kawka #ZielonyNet."))
        #expect(mentions.map(\.range) == [2..<8, 9..<20])
    }

    @Test(arguments: [
        ("@kawka", "#kawka"), ("Kawk*", "#kawkowy"), ("kawka.example", "#kawkaexample"),
        (".NET", "#net"), ("24", "#24"), ("K&T", "#KT"),
    ])
    func `a name that is no word has no hashtag`(name: String, text: String) {
        #expect(forms(in: text, of: Self.brand(name, inflect: [])) == [])
    }

    @Test(arguments: [
        ("#perła świeci", 0), ("kasa w #perła", 1), ("kasa raz dwa trzy w #perła", 0),
        ("kasa w #perłanova", 1), ("#perłanova", 0),
    ])
    func `a name that needs context needs it as a hashtag`(text: String, count: Int) {
        let brand = Self.brand(
            "Perła", "Perła Nova", inflect: [],
            context: Brand.Context(anyOf: ["kasa"], within: 3))
        #expect(forms(in: text, of: brand).count == count)
    }

    @Test(arguments: [
        ("malw", "#malw #malwy", ["#malwy"]),
        ("#malwy", "Malwy #malwy #malwa", ["Malwy", "#malwa"]),
        ("#MalwaNova", "Malwa Nova, #malwanova", ["Malwa Nova"]),
    ])
    func `a form is struck with its hashtag, or the hashtag alone`(
        struck: String, text: String, found: [String]
    ) {
        #expect(forms(in: text, of: Self.brand("Malwa", "Malwa Nova", strike: [struck])) == found)
    }

    @Test func `a brand may have only the hashtags that are listed`() {
        let brand = Self.brand(
            "Kawka", "Kawka Nova", "#kawusia", inflect: [], isFoundAsHashtag: false)
        #expect(
            forms(in: "#kawka #kawkanova #kawusia Kawka", of: brand) == ["#kawusia", "Kawka"])
    }

    @Test(arguments: [
        ("#Orzech #ORZECH #orzech", ["#Orzech", "#ORZECH"]),
        (
            "#DobraKawa #Dobrakawa #DOBRAKAWA #dobrakawa",
            ["#DobraKawa", "#Dobrakawa", "#DOBRAKAWA"]
        ),
    ])
    func `a hashtag has the capitals that its name must have`(text: String, found: [String]) {
        let brand = Self.brand("Orzech", "Dobra kawa", inflect: [], isCaseSensitive: true)
        #expect(forms(in: text, of: brand) == found)
    }

    @Test(arguments: [
        ("#Kolejka do lekarza", []), ("Stoi znowu #Kolejka", ["#Kolejka"]),
        ("#KolejkaNova działa", ["#KolejkaNova"]),
    ])
    func `a capital that any hashtag would have there tells nothing`(
        text: String, found: [String]
    ) {
        let brand = Self.brand(
            "Kolejka", "Kolejka Nova", inflect: [], isCaseSensitive: true, isStrict: true)
        #expect(forms(in: text, of: brand) == found)
    }

    @Test(arguments: [
        ("w #Perle", ["#Perle"]), ("#Perła Bałtyku", []), ("Perła #Bałtyku", []),
    ])
    func `an excepted phrase may have a hashtag in it`(text: String, found: [String]) {
        #expect(forms(in: text, of: Self.brand("Perła", except: ["Perła Bałtyku"])) == found)
    }

    @Test(arguments: [("Mam #kawka", 1), ("Mam #kawka ptak", 0)])
    func `a hashtag is the name in the query, too`(text: String, count: Int) {
        let query = Query.all([.phrase("kawka"), .not(.phrase("ptak"))])
        #expect(forms(in: text, of: Self.brand("Kawka", query: query)).count == count)
    }

    @Test func `a hashtag that another brand lists is that brand's`() {
        let other = Brand(id: "zorza", name: "Zorza", names: ["#kawka"], place: .sample)
        let matcher = MentionMatcher(brands: [.named("Kawka"), other])
        #expect(matcher.mentions(in: EntryText(text: "#kawka")).map(\.brand) == ["zorza"])
    }

    @Test func `a hashtag is as sure as the name that it is, and one that is listed as ever`() {
        let brand = Self.brand("Sad", "Sad Zielony", "#sad", isCaseSensitive: true)
        let mentions = MentionMatcher(brands: [brand])
            .mentions(in: EntryText(text: "Byłam: #Sad, #SadZielony, #sad"))
        #expect(mentions.map(\.confidence) == [0.6, 0.85, 0.85])
        let certainty = MentionCertainty(of: brand)
        let reasons = mentions.map { mention in
            BrandForm.form(foundAs: mention.form, of: brand).map {
                certainty.degree(of: mention, foundAs: $0).reason
            }
        }
        #expect(
            reasons == [
                "written as the name is", "a name of several words", "a handle or hashtag",
            ])
    }

    @Test(arguments: [("#kawce", "Kawce"), ("#kawkanova", "Kawka Nova"), ("#kawkowo", nil)])
    func `a hashtag tells which form it is`(text: String, form: String?) {
        let brand = Self.brand("Kawka", "Kawka Nova")
        #expect(BrandForm.form(foundAs: text, of: brand)?.form == form)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a text of nothing but hashtags takes no longer than it is long`() {
        let text = String(repeating: "#kawka ", count: 100_000)
        #expect(forms(in: text, of: Self.brand("Kawka", isCaseSensitive: true)) == [])
        #expect(forms(in: text, of: Self.brand("Kawka")).count == 100)
    }
}
