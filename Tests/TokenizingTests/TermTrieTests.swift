import Testing
import Tokenizing

struct TermTrieTests {
    @Test(arguments: [
        ("nie działa", "U mnie NIE DZIAŁA nic", ["NIE DZIAŁA"]),
        ("nie działa", "Nie, działa świetnie", []),
        ("router*", "Routery i routerów, routing", ["Routery", "routerów"]),
        ("nie dział* internet*", "nie działał internetowy", ["nie działał internetowy"]),
        ("coca-cola", "Coca-Cola, coca cola i cocacola", ["Coca-Cola", "coca cola"]),
        ("c++", "C++ to nie c + +", ["C++"]),
        (":)", "ok :) tak: ) nie", [":)"]),
        ("don't", "I don't, I don’t, I do not", ["don't", "don’t"]),
        ("don't", "I don‘t, I don′t, I ‘don’ t", ["don‘t", "don′t"]),
        ("@kawka", "@Kawka @kawka_cafe kawka", ["@Kawka"]),
        ("#zefirnet*", "#ZefirnetAwaria", ["#ZefirnetAwaria"]),
        ("❤", "super ❤️", ["❤️"]),
        ("ķekars", "K\u{327}ekars", ["K\u{327}ekars"]),
    ])
    func `a term is found where its words stand`(
        term: String, text: String, expected: [String]
    ) {
        let words = Words(of: text)
        #expect(TermTrie([term]).matches(in: words).map { words.string($0.words) } == expected)
    }

    @Test func `terms are told by their numbers, by start, then by length`() {
        let trie = TermTrie(["no", "no problem", "problem*"])
        #expect(trie.matches(in: Words(of: "no problem, problems")).map(\.term) == [0, 1, 2, 2])
    }

    @Test func `terms that are alike are all told`() {
        let trie = TermTrie(["kawa", "KAWA", "kaw*"])
        #expect(trie.matches(in: Words(of: "Kawa")).map(\.term) == [0, 1, 2])
    }

    @Test func `a term without any word is turned away`() {
        var trie = TermTrie()
        let number = trie.insert(TermPattern("  "))
        #expect(number == nil)
    }

    @Test(arguments: [
        ("kawa", true), ("KAWA", true), ("kaw*", true), ("dobra kawa", true), ("dobra", false),
        ("kaw", false), ("kawa*", false), ("dobra kaw*", false), ("c++", true), ("c + +", false),
        ("  ", false),
    ])
    func `a trie holds the terms that were added, and no beginnings of them`(
        term: String, isHeld: Bool
    ) {
        let trie = TermTrie(["kawa", "kaw*", "dobra kawa", "c++"])
        #expect(trie.holds(TermPattern(term)) == isHeld)
    }

    @Test(arguments: [
        ("Nova", "Maksa i inni", false), ("Nova", "W NOVA jest", true), ("łąka", "ŁĄKA", true),
        ("łąka", "ląka", false), ("nov*", "Nowość", false), ("nov*", "noválo", true),
        ("@kawka", "u @Kawka", true), ("@kawka", "u Kawka", false), ("#nova", "to #NOVA!", true),
        ("#nov*", "to #NOVApadła", true), ("#nov*", "to nova", false),
        ("nova kawka", "nova, kawka", true), ("nova kawka", "nova, a kawka", false),
        ("e", "to é", false), ("", "nova", false),
    ])
    func `a look at the bytes tells whether a term may stand in a text`(
        term: String, text: String, may: Bool
    ) {
        #expect(TermTrie([term]).mayMatch(in: text) == may)
    }

    @Test(arguments: ["z\u{301}le", "no\u{AD}va", "\u{10D0}nova", "Ⱥ"])
    func `where a look at the bytes cannot tell, a term may stand`(text: String) {
        #expect(TermTrie(["kawka"]).mayMatch(in: text))
    }

    @Test(arguments: [":)", "❤", "c++*", "https://a.example", "\u{10D0}\u{10D1}"])
    func `terms that a look at the bytes does not know may stand anywhere`(term: String) {
        #expect(TermTrie([term]).mayMatch(in: term))
    }

    @Test func `many terms are found as few are`() {
        let terms = (0..<2_000).map { "term\($0) x\($0 % 7)" }
        let trie = TermTrie(terms)
        let words = Words(of: terms.joined(separator: ", "))
        #expect(trie.matches(in: words).map(\.term) == Array(terms.indices))
    }
}

extension TermTrie {
    init(_ terms: [String]) {
        self.init()
        for term in terms { insert(TermPattern(term)) }
    }
}

/// What is remembered of words saves looking for them again, and changes nothing.
struct RememberedTermsTests {
    private static let parts = [
        "no", "nova", "Nova", "novat", "kawka", "kawki", "KAWKA", "problem", "problems", "not",
        "działa", "działało", "@kawka", "#nova", "https://kawka.example", ":)", "❤️", ",", ".", "!",
        "niewyobrażalnie", "antykonstytucyjny", "c++", "wi-fi", "e\u{301}t\u{E9}", "1", "12",
    ]
    private static let terms = [
        "no", "no problem*", "nova", "nov*", "nova kawk*", "kawka", "kaw*", "k*", "ka*", "kawk*",
        "problem*", "nie*", "niewyobrażal*", "nie dział*", "działa", "dział*", "not", "@kaw*",
        "#nova", ":)", "c++", "wi-fi", "!", "❤", "été", "1*", "antykonstytucyjny", "KAWKA",
        "nova k*", "nova ka*", "nova kaw*", "!nov*", "!kawka", ", no problem* nova",
    ]

    private func texts(count: Int) -> [Words] {
        var state: UInt64 = 20_261_126
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        return (0..<count).map { _ in
            let parts = (0..<next(below: 20)).map { _ in Self.parts[next(below: Self.parts.count)] }
            return Words(of: parts.joined(separator: next(below: 3) == 0 ? "" : " "))
        }
    }

    @Test(arguments: [4, 64, 1_024])
    func `the same terms are found, in the same order`(capacity: Int) {
        let trie = TermTrie(Self.terms)
        let index = WordIndex(capacity: capacity)
        let reader = TermReader(trie, index: index)
        for words in texts(count: 400) {
            #expect(matches(in: words, reader) == trie.matches(in: words))
            let numbered = Words(of: words.text, numberedIn: index)
            #expect(matches(in: numbered, reader) == trie.matches(in: words))
            for position in words.indices {
                #expect(
                    reader.hasMatch(in: words, at: position)
                        == trie.hasMatch(in: words, at: position))
            }
        }
    }

    @Test func `across a gap the terms are found that would be there without it`() {
        let trie = TermTrie(["a b", "a b c", "b c", "a*", "b x", "c", "a b c a", "bc"])
        let reader = TermReader(trie, index: WordIndex(capacity: 64))
        for text in ["a b c a", "b c a b", "a a b c", "c b x a"] {
            let parts = text.split(separator: " ").map(String.init)
            for at in 0...parts.count {
                let gapped = parts[..<at] + ["Kawka", "Sp"] + parts[at...]
                var found: [TermTrie.Match] = []
                reader.addMatches(
                    in: Words(of: gapped.joined(separator: " ")), across: at..<at + 2, within: 4,
                    to: &found)
                let closed = found.map { match in
                    TermTrie.Match(
                        words: match.words.lowerBound..<match.words.upperBound - 2,
                        term: Int(reader.numbersInTrie[match.term]))
                }
                let expected = trie.matches(in: Words(of: text)).filter {
                    $0.words.lowerBound < at && $0.words.upperBound > at
                }
                #expect(Set(closed) == Set(expected))
            }
        }
    }

    @Test func `a term that begins too far before a gap does not go on over it`() {
        let reader = TermReader(TermTrie(["a b c"]), index: WordIndex(capacity: 64))
        var found: [TermTrie.Match] = []
        reader.addMatches(in: Words(of: "a b Kawka c"), across: 2..<3, within: 1, to: &found)
        #expect(found.isEmpty)
        reader.addMatches(in: Words(of: "a b Kawka c"), across: 2..<3, within: 2, to: &found)
        #expect(found.map(\.words) == [0..<4])
    }

    @Test func `many tasks at once find the same terms, in the same order`() async {
        let trie = TermTrie(Self.terms)
        let reader = TermReader(trie, index: WordIndex(capacity: 64))
        let texts = texts(count: 400)
        let differences = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    texts.count { matches(in: $0, reader) != trie.matches(in: $0) }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(differences == 0)
    }

    @Test func `where nothing but other words stand, that is told without looking for terms`() {
        let trie = TermTrie(["kawka", "wi-fi", ":)", "#nova"])
        for words in texts(count: 400) where !trie.matches(in: words).isEmpty {
            #expect(trie.mayMatch(in: words))
        }
        #expect(!trie.mayMatch(in: Words(of: "nothing of interest")))
    }

    /// With the numbers that the terms have in the trie.
    private func matches(in words: Words, _ reader: TermReader) -> [TermTrie.Match] {
        var found: [TermTrie.Match] = []
        reader.addMatches(in: words, to: &found)
        return found.map {
            TermTrie.Match(words: $0.words, term: Int(reader.numbersInTrie[$0.term]))
        }
    }
}
