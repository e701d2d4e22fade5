import Matching
import Model
import TestSupport
import Testing

/// Two brands whose names only their capitals tell apart.
struct NamesByCaseTests {
    @Test(
        arguments: [
            ("Zora gra", "zora"), ("ZORA drożeje", "abc"), ("zora wieczorna", nil),
        ] as [(String, Brand.ID?)])
    func `of two brands the one whose name is written so goes before`(
        text: String, brand: Brand.ID?
    ) {
        let brands = [Self.brand("abc", "ZORA"), Self.brand("zora", "Zora")]
        #expect(Self.brands(in: text, among: brands) == [brand].compactMap(\.self))
        let others = [Self.brand("abc", "Zora"), Self.brand("zora", "ZORA")]
        let other: Brand.ID? = brand.map { $0 == "abc" ? "zora" : "abc" }
        #expect(Self.brands(in: text, among: others) == [other].compactMap(\.self))
    }

    // MARK: - Private

    private static func brand(_ id: Brand.ID, _ name: String) -> Brand {
        Brand(id: id, name: name, names: [name], isCaseSensitive: true, place: .sample)
    }

    private static func brands(in text: String, among brands: [Brand]) -> [Brand.ID] {
        MentionMatcher(brands: brands).mentions(in: EntryText(text: text)).map(\.brand)
    }
}
