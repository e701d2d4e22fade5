import Testing
import Tokenizing

struct TermIndexTests {
    @Test(arguments: [
        ("nie działa", "U mnie NIE DZIAŁA nic", ["NIE DZIAŁA"]),
        ("nie działa", "Nie, działa świetnie", []),
        ("router*", "Routery i routerów, routing", ["Routery", "routerów"]),
        ("nie dział* internet*", "nie działał internetowy", ["nie działał internetowy"]),
        ("coca-cola", "Coca-Cola, coca cola i cocacola", ["Coca-Cola", "coca cola"]),
        ("c++", "C++ to nie c + +", ["C++"]),
        (":)", "ok :) tak: ) nie", [":)"]),
        ("don't", "I don't, I don’t, I do not", ["don't", "don’t"]),
        ("@kawka", "@Kawka @kawka_cafe kawka", ["@Kawka"]),
        ("#zefirnet*", "#ZefirnetAwaria", ["#ZefirnetAwaria"]),
        ("❤", "super ❤️", ["❤️"]),
        ("ķekars", "K\u{327}ekars", ["K\u{327}ekars"]),
    ])
    func `a term is found where its words stand`(
        term: String, text: String, expected: [String]
    ) {
        let words = Words(of: text)
        let index = TermIndex([(term: term, value: 1)])
        #expect(index.matches(in: words).map { words.string($0.words) } == expected)
    }

    @Test func `the longest term wins where only one may`() {
        let index = TermIndex([
            (term: "no", value: "no"), (term: "no problem", value: "no problem"),
            (term: "problem*", value: "problem*"),
        ])
        let words = Words(of: "no problem, problems")
        #expect(index.longestMatches(in: words).map(\.value) == ["no problem", "problem*"])
        #expect(
            index.matches(in: words).map(\.value)
                == ["no", "no problem", "problem*", "problem*"])
    }

    @Test func `a term without any word is turned away`() {
        var index = TermIndex<Int>()
        let isUsable = index.insert("  ", 1)
        #expect(!isUsable)
        #expect(index.count == 0)
    }
}
