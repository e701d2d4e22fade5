import Matching
import Model
import TestSupport
import Testing

/// Brands that a source is about, whether or not an entry names them.
struct BrandSourceTests {
    private let matcher = MentionMatcher(brands: [
        Brand(
            id: "kawka", name: "Kawka", names: ["Kawka"], inflections: [.polish],
            sources: ["opinie", "listy", "opinie"], place: .sample),
        Brand(id: "orbite", name: "Orbite", names: ["Orbite"], sources: ["listy"], place: .sample),
    ])

    private func mentions(_ text: String, title: String? = nil, in source: Source.ID?) -> [String] {
        matcher.mentions(in: EntryText(title: title, text: text, source: source)).map {
            "\($0.brand) '\($0.form)' \($0.field) \($0.range)"
        }
    }

    @Test(
        arguments: [
            ("Czekałam godzinę", "opinie", ["kawka '' text 0..<0"]),
            ("Czekałam godzinę w Kawce", "opinie", ["kawka 'Kawce' text 19..<24"]),
            (
                "Lepiej niż w Orbite", "opinie",
                ["kawka '' text 0..<0", "orbite 'Orbite' text 13..<19"]
            ),
            ("Czekałam godzinę", "listy", ["kawka '' text 0..<0", "orbite '' text 0..<0"]),
            ("Czekałam godzinę", "forum", []), ("Czekałam godzinę", nil, []),
        ] as [(String, Source.ID?, [String])])
    func `an entry of a brand's source mentions the brand though it does not name it`(
        text: String, source: Source.ID?, expected: [String]
    ) {
        #expect(mentions(text, in: source) == expected)
        let entry = EntryText(text: text, source: source)
        #expect(expected.isEmpty || matcher.mayFind(in: entry))
    }

    @Test func `what the title names comes before what goes without saying`() {
        #expect(
            mentions("Godzina czekania", title: "Orbite", in: "opinie")
                == ["orbite 'Orbite' title 0..<6", "kawka '' text 0..<0"])
    }

    @Test func `an entry that is all title mentions the brand of its source there`() {
        #expect(
            mentions("", title: "Lepiej niż w Orbite", in: "opinie")
                == ["kawka '' title 0..<0", "orbite 'Orbite' title 13..<19"])
    }

    @Test func `each of several feeds is of its source`() {
        #expect(Feed.ID("blog/comments").source == "blog")
        #expect(Feed.ID("blog").source == "blog")
    }
}
