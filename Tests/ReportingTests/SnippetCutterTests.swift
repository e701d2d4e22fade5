import Model
import TestSupport
import Testing

@testable import Reporting

struct SnippetCutterTests {
    private func snippet(
        _ text: String, title: String? = nil, as form: String = "Zefirnet",
        words: [(term: String, weight: Double)] = []
    ) -> Snippet {
        let saying = HeardEntry.Saying(of: "zefirnet", as: form, .negative, words: words)
        let entry = HeardEntry.sample(1, text, title: title, saying: [saying])
        return SnippetCutter(
            QuotedMention(entry: entry, brand: "zefirnet", places: entry.tags.mentions)
        ).snippet
    }

    private func marked(_ snippet: Snippet) -> [String] {
        let scalars = Array(snippet.text.unicodeScalars)
        return snippet.marks.map {
            String(String.UnicodeScalarView(scalars[$0.start..<$0.end]))
        }
    }

    @Test(arguments: [
        ("Ładny dzień. Zefirnet nie działa! Znowu.", "Zefirnet nie działa!"),
        ("Pierwsza linia\nZefirnet w drugiej\nTrzecia", "Zefirnet w drugiej"),
        ("Zefirnet napisał:\nprzepraszamy. I co?", "Zefirnet napisał:\nprzepraszamy."),
        ("Tylko tyle. Zefirnet:", "Zefirnet:"),
        ("Zefirnet", "Zefirnet"), ("  Nu, Zefirnet?  ", "Nu, Zefirnet?"),
    ])
    func `a snippet is the sentence around the mention`(text: String, sentence: String) {
        let snippet = snippet(text)
        #expect(snippet.text == sentence)
        #expect(!snippet.isCutAtStart && !snippet.isCutAtEnd)
    }

    @Test(arguments: [
        ("Nikt nie odbiera. I co?", "Nikt nie odbiera."),
        ("★☆☆☆☆\nNikt nie odbiera. I co?", "★☆☆☆☆\nNikt nie odbiera."), ("★☆☆☆☆", "★☆☆☆☆"),
    ])
    func `of a text that names the brand nowhere it is the first sentence, stars and all`(
        text: String, sentence: String
    ) {
        let entry = HeardEntry.sample(1, text, saying: [])
        let stars = SentimentEvidence(term: "★☆☆☆☆", range: 0..<5, weight: -3)
        let place = TaggedMention(
            mention: Mention(bySourceOf: "zefirnet"),
            sentiment: Sentiment(label: .negative, score: -0.6, evidence: [stars]))
        let snippet = SnippetCutter(
            QuotedMention(entry: entry, brand: "zefirnet", places: [place])
        ).snippet
        #expect(snippet.text == sentence)
        #expect(!snippet.marks.contains { $0.kind == .mention })
    }

    @Test func `marks lie on the name and on the words that counted`() {
        let snippet = snippet(
            "Dzień dobry 🙂. Z żalem: W Zefirnecie awaria, fatalna obsługa. Koniec",
            as: "Zefirnecie", words: [("awaria", -2), ("fatalna obsługa", -3), ("dobry", 1)])
        #expect(marked(snippet) == ["Zefirnecie", "awaria", "fatalna obsługa"])
        #expect(snippet.marks.map(\.kind) == [.mention, .tone, .tone])
        #expect(snippet.marks.map(\.weight) == [nil, -2, -3])
    }

    @Test(arguments: [
        (
            "Kto jadł chleb z Kawki? U mnie pleśń po dwóch dniach. Koniec.",
            "Kto jadł chleb z Kawki? U mnie pleśń po dwóch dniach.", ["Kawki", "pleśń"]
        ),
        (
            "U mnie pleśń.\nI to z Kawki. Koniec.", "U mnie pleśń.\nI to z Kawki.",
            ["pleśń", "Kawki"]
        ),
        (
            "Pleśń z Kawki. Mleko też: pleśń. Koniec.", "Pleśń z Kawki.", ["Pleśń", "Kawki"]
        ),
        ("Byłam w Kawce. Ładnie tam. Koniec.", "Byłam w Kawce.", ["Kawce"]),
    ])
    func `a snippet goes on to the sentence that says why it has its tone`(
        text: String, told: String, marks: [String]
    ) {
        let form = text.contains("Kawce") ? "Kawce" : "Kawki"
        let word = text.contains("Pleśń") ? "Pleśń" : text.contains("pleśń") ? "pleśń" : "Ładnie"
        let snippet = snippet(text, as: form, words: [(word, word == "Ładnie" ? 1 : -2)])
        #expect(snippet.text == told)
        #expect(marked(snippet) == marks)
        #expect(!snippet.isCutAtStart && !snippet.isCutAtEnd)
    }

    @Test func `a snippet stays with its sentence where the reason for its tone is far away`() {
        let between = String(repeating: "Jedno słowo więcej. ", count: 12)
        let snippet = snippet("Kto zna Zefirnet? " + between + "Fatalny.", words: [("Fatalny", -2)])
        #expect(snippet.text == "Kto zna Zefirnet?")
    }

    @Test func `a long sentence is cut between words`() {
        let snippet = snippet(
            String(repeating: "przed ", count: 60) + "Zefirnet"
                + String(repeating: " potem", count: 80))
        #expect(snippet.isCutAtStart && snippet.isCutAtEnd)
        #expect(snippet.text.hasPrefix("przed "))
        #expect(snippet.text.hasSuffix(" potem"))
        #expect(snippet.text.unicodeScalars.count <= 140 + 8 + 220)
        #expect(marked(snippet) == ["Zefirnet"])
    }

    @Test func `where only the title names the brand, the title is the snippet`() {
        let snippet = snippet("Bez nazwy.", title: "Znowu Zefirnet. I co dalej?")
        #expect(snippet.field == .title)
        #expect(snippet.text == "Znowu Zefirnet. I co dalej?")
        #expect(marked(snippet) == ["Zefirnet"])
    }

    @Test func `where only the title names the brand, the text's first sentence stands beside it`()
        throws
    {
        func opening(_ text: String, title: String?) -> Snippet? {
            let entry = HeardEntry.sample(
                1, text, title: title,
                saying: [.init(of: "zefirnet", as: "Zefirnet", .negative, words: [("umarł", -2)])])
            return SnippetCutter(
                openingOf: QuotedMention(
                    entry: entry, brand: "zefirnet", places: entry.tags.mentions))?.snippet
        }
        let snippet = try #require(opening("U mnie umarł. A u was?", title: "Zefirnet?"))
        #expect(snippet.field == .text)
        #expect(snippet.text == "U mnie umarł.")
        #expect(marked(snippet) == ["umarł"])
        #expect(opening("Zefirnet umarł.", title: "U mnie") == nil)
        #expect(opening(" ", title: "Zefirnet?") == nil)
    }

    @Test func `places outside a text that became shorter do no harm`() {
        let entry = HeardEntry.sample(1, "Krótko", saying: [])
        let place = TaggedMention(
            mention: Mention(brand: "zefirnet", form: "Zefirnet", range: 90..<98),
            sentiment: .neutral)
        let mention = QuotedMention(entry: entry, brand: "zefirnet", places: [place])
        #expect(SnippetCutter(mention).snippet.marks.isEmpty)
    }
}
