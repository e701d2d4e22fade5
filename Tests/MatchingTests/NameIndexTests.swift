import Matching
import Model
import TestSupport
import Testing

/// The index of names as bytes, and back.
struct NameIndexTests {
    @Test(arguments: 0..<200)
    func `an index read back finds what the one that was written finds`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let brands = Self.brands(&random)
        let written = NameIndex(brands: brands)
        let read = try #require(
            NameIndex(bytes: written.bytes[...], brandCount: brands.count))
        let one = MentionMatcher(brands: brands, index: written)
        let other = MentionMatcher(brands: brands, index: read)
        for _ in 0..<20 {
            let entry = EntryText(text: Self.text(&random))
            #expect(other.findings(in: entry) == one.findings(in: entry))
            #expect(other.mayFind(in: entry) == one.mayFind(in: entry))
        }
        #expect(read.bytes == written.bytes)
    }

    @Test func `bytes that end too soon are no index`() {
        var random = SeededGenerator(seed: 7)
        let brands = Self.brands(&random)
        let bytes = NameIndex(brands: brands).bytes
        for length in bytes.indices {
            #expect(NameIndex(bytes: bytes[..<length], brandCount: brands.count) == nil)
        }
        #expect(NameIndex(bytes: (bytes + [0])[...], brandCount: brands.count) == nil)
    }

    @Test func `whatever bytes are read as an index can be looked through`() {
        var random = SeededGenerator(seed: 11)
        let brands = Self.brands(&random)
        let bytes = NameIndex(brands: brands).bytes
        var isAlwaysAnIndex = true
        for offset in bytes.indices {
            var flipped = bytes
            flipped[offset] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            guard let index = NameIndex(bytes: flipped[...], brandCount: brands.count) else {
                isAlwaysAnIndex = false
                continue
            }
            let matcher = MentionMatcher(brands: brands, index: index)
            let text = Self.text(&random)
            for finding in matcher.findings(in: EntryText(text: text)) {
                #expect(brands.contains { $0.id == finding.mention.brand })
            }
        }
        #expect(!isAlwaysAnIndex)
    }

    @Test func `an index of more brands than there are is none`() {
        var random = SeededGenerator(seed: 3)
        let brands = Self.brands(&random)
        let bytes = NameIndex(brands: brands).bytes
        #expect(NameIndex(bytes: bytes[...], brandCount: brands.count - 1) == nil)
    }

    // MARK: - Private

    private static let words = [
        "Kawka", "Zefirnet", "Źle", "Žagars", "ķekars", "Orzech", "łąka", "ZKP", "5G", "C++",
        "wi-fi",
        "@kawka", "#kawka", "Nova*", "Maksa", "🍕", "Ziarenko",
        "#ZefirnetMaksa",
    ]

    private static func brands(_ random: inout SeededGenerator) -> [Brand] {
        (0..<Int.random(in: 2...8, using: &random)).map { number in
            let names = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                (0..<Int.random(in: 1...2, using: &random)).map { _ in
                    words.randomElement(using: &random) ?? ""
                }.joined(separator: " ")
            }
            return Brand(
                id: Brand.ID("brand-\(number)"), name: "", names: names,
                inflections: [[], [.polish], [.latvian], [.polish, .latvian]]
                    .randomElement(using: &random) ?? [],
                isCaseSensitive: Bool.random(using: &random), place: .sample)
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let endings = ["", "i", "u", "a", "em", "ā", "'u", ","]
        return (0..<12).map { _ in
            (words.randomElement(using: &random) ?? "")
                + (endings.randomElement(using: &random) ?? "")
        }.joined(separator: " ")
    }
}
