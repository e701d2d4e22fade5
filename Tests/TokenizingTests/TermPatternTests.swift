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

    @Test func `a term ends behind its last word`() {
        let words = Words(of: "słaba kawa z mlekiem")
        #expect(TermTrie(["kaw* z", "mlekiem i"]).matches(in: words).map(\.words) == [1..<3])
    }
}
