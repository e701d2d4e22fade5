import Testing
import Tokenizing

struct TermPatternTests {
    @Test(arguments: [
        ("Kawka'u", "w Kawka’u", 1), ("Kawka'u", "kawka-u", 1), ("Kawka'u", "kawka u nas", 0),
        ("Kawka'u", "kawka, u", 0),
    ])
    func `an ending stands close to its word`(term: String, text: String, count: Int) {
        let pattern = TermPattern(term, closeFrom: 1)
        let words = Words(of: text)
        #expect(words.indices.filter { pattern.end(in: words, from: $0) != nil }.count == count)
    }

    @Test func `a term ends behind its last word`() {
        let words = Words(of: "słaba kawa z mlekiem")
        #expect(TermPattern("kaw* z").end(in: words, from: 1) == 3)
        #expect(TermPattern("mlekiem i").end(in: words, from: 3) == nil)
        #expect(TermPattern("").end(in: words, from: 0) == nil)
    }
}
