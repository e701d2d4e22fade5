import Matching
import Model
import TestSupport
import Testing

/// How sure it is that a place names the brand.
struct MentionCertaintyTests {
    private static func brand(
        _ names: [String], isCaseSensitive: Bool = false, isStrict: Bool = false,
        isStandalone: Bool = false, query: Query? = nil, context: Brand.Context? = nil
    ) -> Brand {
        Brand(
            id: "sad", name: "Sad", names: names, inflections: [.polish],
            isCaseSensitive: isCaseSensitive, isStrictOnCase: isStrict,
            isStandalone: isStandalone, query: query, context: context, place: .sample)
    }

    private static let orchard = Brand.Context(anyOf: ["jabłko"], within: 8)

    private func confidences(in text: String, of brand: Brand) -> [Double] {
        MentionMatcher(brands: [brand]).mentions(in: EntryText(text: text)).map(\.confidence)
    }

    @Test func `a name that the rules take as it stands is certain in all its forms`() {
        let brand = Self.brand(["Zefirnet", "@zefirnet"])
        #expect(confidences(in: "W zefirnecie, @zefirnet i Zefirnet", of: brand) == [1, 1, 1])
    }

    @Test func `a name that needs its capitals may still be another word`() {
        let brand = Self.brand(["Sad", "@sad", "Sad Zielony"], isCaseSensitive: true)
        let text = "Byłam w Sadzie, w Sadzie Zielonym, dzięki @sad"
        #expect(confidences(in: text, of: brand) == [0.6, 0.85, 0.85])
    }

    @Test(arguments: ["Sad Zielony", "Sad\u{A0}Zielony", "Sad\nZielony", "Sad-Zielony"])
    func `a name of several words is one whatever parts them`(text: String) {
        let brand = Self.brand(["Sad Zielony"], isCaseSensitive: true)
        #expect(confidences(in: text, of: brand) == [0.85])
    }

    @Test func `words around a name and the query each halve the doubt`() {
        let near = Self.brand(["Sad"], context: Self.orchard)
        #expect(confidences(in: "Sad i jabłka", of: near) == [0.75])
        let asked = Self.brand(["Sad"], query: .phrase("jabłka"), context: Self.orchard)
        #expect(confidences(in: "Sad i jabłka", of: asked) == [0.88])
    }

    @Test func `how sure a name is comes with its reasons`() {
        let brand = Self.brand(
            ["Sad"], isCaseSensitive: true, isStrict: true, isStandalone: true,
            context: Self.orchard)
        let degree = MentionCertainty(of: brand).degree(of: "Sadzie")
        #expect(degree.confidence == 0.85)
        #expect(
            degree.reason
                == "its capital tells a name; no longer name around it; a context word stands near")
    }
}
