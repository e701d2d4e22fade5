import Testing
import Tokenizing

/// What holds for the words of any text.
struct WordsPropertyTests {
    private static let parts: [String] = [
        "Kawka", "ŁÓDŹ", "Ķekars", "z\u{301}le", "e\u{301}\u{323}", "ȺȺB", "\u{958}a", "5G", "a_b",
        "_", "a\u{AD}__", "__",
        "İst",
        "\u{212A}elwin", "ẞ", "\u{10D0}\u{10D1}", "👩‍👩‍👧", "👍🏽", "🇵🇱🇱🇻", "❤\u{FE0F}", "\u{AD}", "\u{200D}",
        "@", "#",
        "http://", "www.", ".pl", "a@b.pl", " ", " ", " ", "  ", "\n", "\u{A0}", ".", "…", "-", "’",
        "'", "!",
        ">", "m.in.", "godz.", "«", "ß", "\u{345}", "日本", "\u{1D7D8}",
    ]

    private func text(seed: Int) -> String {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        return (0..<next(below: 40)).map { _ in Self.parts[next(below: Self.parts.count)] }.joined()
    }

    @Test(arguments: 0..<500)
    func `words stand in order, apart, and slice the text by scalars as by bytes`(seed: Int) {
        let text = text(seed: seed)
        let words = Words(of: text)
        let scalars = Array(text.unicodeScalars)
        var end = 0
        for (index, word) in words.enumerated() {
            #expect(word.range.lowerBound >= end && !word.range.isEmpty)
            end = word.range.upperBound
            var slice = String.UnicodeScalarView()
            slice.append(contentsOf: scalars[word.range])
            #expect(Array(String(slice).utf8) == Array(words.string(index..<index + 1).utf8))
        }
    }

    @Test(arguments: 0..<500)
    func `a word is folded as the standard library would, and its hash is that of its folded bytes`(
        seed: Int
    ) {
        let words = Words(of: text(seed: seed))
        for (index, word) in words.enumerated() {
            #expect(word.hash == WordHash(words.foldedBytes[word.foldedRange]).value)
            guard word.kind == .word else { continue }
            let lowered = words.written(index).unicodeScalars.map { scalar in
                let mapping = scalar.properties.lowercaseMapping
                return mapping.unicodeScalars.count == 1 ? mapping : String(scalar)
            }
            #expect(words.folded(index) == lowered.joined())
        }
    }

    @Test(arguments: 0..<500)
    func `a text in front changes nothing but the places of the words behind it`(seed: Int) {
        let text = text(seed: seed)
        let alone = Words(of: text)
        let behind = Words(of: "Zażółć, \(String(repeating: "x", count: 80)).\n" + text)
        let offset = behind.count - alone.count
        #expect(offset == 4)
        for index in alone.indices where alone[index].kind != .link {
            let other = behind[index + offset]
            #expect(other.kind == alone[index].kind && other.hash == alone[index].hash)
            #expect(behind.folded(index + offset) == alone.folded(index))
            #expect(other.isCapitalized == alone[index].isCapitalized)
            #expect(other.isUppercase == alone[index].isUppercase)
        }
    }

    @Test(arguments: 0..<500)
    func `a term whose word stands in the text may be there`(seed: Int) {
        let text = text(seed: seed)
        let words = Words(of: text)
        for index in words.indices where words[index].kind != .mark {
            var trie = TermTrie()
            trie.insert(TermPattern(words.string(index..<index + 1)))
            #expect(trie.matches(in: words).isEmpty || trie.mayMatch(in: text))
            var stems = TermTrie()
            stems.insert(TermPattern(words.folded(index) + "*"))
            #expect(stems.matches(in: words).isEmpty || stems.mayMatch(in: text))
        }
    }
}
