import Matching
import Model
import TestSupport
import Testing

/// Names of which only some words stand in quotation marks.
struct QuotedNameTests {
    private func forms(in text: String, of brand: Brand) -> [String] {
        MentionMatcher(brands: [brand]).mentions(in: EntryText(text: text)).map(\.form)
    }

    @Test(arguments: [
        (#"SIA "Maize" atvēra veikalu"#, #"SIA "Maize"#), ("SIA „Maize” strādā", "SIA „Maize"),
        ("SIA «Maize»", "SIA «Maize"), ("SIA ,,Maize'' strādā", "SIA ,,Maize"),
        ("pie SIA “Maize”", "SIA “Maize"), ("„SIA” Maize", "SIA” Maize"),
        ("\"SIA Maize\"", "SIA Maize"),
    ])
    func `a name is found with quotation marks inside`(text: String, form: String) {
        #expect(forms(in: text, of: .named("SIA Maize")) == [form])
        #expect(forms(in: text, of: .named("SIA Maize", caseSensitive: true)) == [form])
    }

    @Test(arguments: [
        "SIA, Maize", "SIA ,Maize", "SIA (Maize)", "SIA: \"Maize\"", "SIA. „Maize”",
        "SIA \"\"Maize",
        "SIA un „Maize”", "SIA 'Maize'",
    ])
    func `no other mark may stand there, and no second one`(text: String) {
        #expect(forms(in: text, of: .named("SIA Maize")) == [])
    }

    @Test(arguments: [("w Kinie „Malwa”", 1), ("w kinie „Malwa”", 0), ("w KINIE „MALWA”", 1)])
    func `the case that is asked for is that of the words`(text: String, count: Int) {
        let brand = Brand.named("Kino Malwa", inflect: [.polish], caseSensitive: true)
        #expect(forms(in: text, of: brand).count == count)
    }

    @Test func `a mark of the name's own is none of the quotation`() {
        #expect(
            forms(
                in: "Hotel „Z&K”, hotel „z&k”, Hotel Z&K",
                of: .named("Hotel Z&K", caseSensitive: true))
                == ["Hotel „Z&K", "Hotel Z&K"])
    }

    @Test func `a name that lies in another one's quotation marks gives way to it`() {
        let matcher = MentionMatcher(brands: [.named("Malwa"), .named("Kino Malwa")])
        #expect(
            matcher.mentions(in: EntryText(text: "Kino „Malwa”, Malwa")).map(\.form)
                == ["Kino „Malwa", "Malwa"])
    }

    @Test func `a name in quotation marks tells what it is a form of`() {
        let form = BrandForm.form(
            foundAs: "Kinie „Malwa", of: .named("Kino Malwa", inflect: [.polish]))
        #expect(form?.name == "Kino Malwa")
    }

    @Test func `a text of nothing but a name and marks takes no longer than it asks`() {
        let matcher = MentionMatcher(brands: [.named("SIA Maize")])
        #expect(
            ProcessorTime.growsEvenly(from: 2_000) { count in
                let text = "SIA " + String(repeating: "\" ", count: count)
                _ = matcher.mentions(in: EntryText(text: text))
            })
    }
}
