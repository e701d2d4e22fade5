import Testing
import Tokenizing

struct TermPatternTests {
    @Test(arguments: [
        ("Kawka'u", "w Kawka’u", 1), ("Kawka'u", "kawka-u", 1), ("Kawka'u", "kawka u nas", 0),
        ("Kawka'u", "kawka, u", 0),
    ])
    func `an ending stands close to its word`(term: String, text: String, count: Int) {
        var trie = TermTrie()
        trie.insert(TermPattern(term, closeFrom: 1))
        #expect(trie.matches(in: Words(of: text)).count == count)
    }

    @Test(arguments: [("+48*", "+48600", 1), ("+48*", "+ 48600", 0), ("+48*", "48600", 0)])
    func `a stem stands close to the mark before it`(term: String, text: String, count: Int) {
        #expect(TermTrie([term]).matches(in: Words(of: text)).count == count)
    }

    @Test(arguments: [
        ("K&T", "w K&T", 1), ("K&T", "w K & T", 1), ("K&T", "w K& T", 1), ("K & T", "w K&T", 1),
        ("K&T", "K i T", 0), ("K&T", "K & M", 0), ("c++", "c + +", 0), ("Kawka&", "Kawka &", 0),
    ])
    func `what & joins may stand with spaces around it or without`(
        term: String, text: String, count: Int
    ) {
        let trie = TermTrie([term])
        #expect(trie.matches(in: Words(of: text)).count == count)
        #expect(trie.mayMatch(in: text) || count == 0)
    }

    @Test func `a term ends behind its last word`() {
        let words = Words(of: "słaba kawa z mlekiem")
        #expect(TermTrie(["kaw* z", "mlekiem i"]).matches(in: words).map(\.words) == [1..<3])
    }

    @Test(arguments: [
        "zasięg", "BRAK zasięg*", "nie działa", "neko nevar sasniegt*", "5g", "snake_case",
        "straße",
        "https", "www", "wyborny* żurek*", "ŁÓDŹ",
    ])
    func `a plain term is cut as a text is`(term: String) {
        #expect(TermPattern.isPlain(term))
        #expect(TermPattern(term) == TermPattern(Words(of: term)))
    }

    @Test func `every letter of two bytes is cut as a text is`() {
        for value in UInt32(0x80)..<0x800 {
            guard let letter = Unicode.Scalar(value) else { continue }
            let term = "a\(Character(letter))b* c"
            let pattern = TermPattern(term)
            #expect(pattern == TermPattern(Words(of: term)), "U+\(String(value, radix: 16))")
            if TermPattern.isPlain(term) { #expect(pattern.steps.count == 2) }
        }
    }

    @Test(arguments: [
        "", " ", "a  b", " a", "a ", "*", "*a", "a**", "a*b", "a * b", "c++", ":)", "@kawka",
        "#zefirnet", "kawka'u", "wi-fi", "a, b", "www.example.org", "kaw\u{301}a", "👍", "日本",
        "_kawka_", "_a b", "a_", "a b_*", "__",
    ])
    func `what is more than words and stems is left to the text's own cutting`(term: String) {
        #expect(!TermPattern.isPlain(term))
        #expect(TermPattern(term) == TermPattern(Words(of: term)))
    }
}
