import Model
import Testing

struct StarsTests {
    @Test(
        arguments: [
            ("1", "★☆☆☆☆"), ("5", "★★★★★"), ("4,4", "★★★★☆"), ("4.5", "★★★★★"), ("FOUR", "★★★★☆"),
            ("2/5", "★★☆☆☆"),
            ("8 / 10", "★★★★☆"), ("1/10", "★☆☆☆☆"), ("★★", "★★☆☆☆"), ("★★★★☆", "★★★★☆"),
            ("⭐⭐⭐", "★★★☆☆"), ("⭐\u{FE0F}⭐\u{FE0F}", "★★☆☆☆"), ("5 stars", "★★★★★"),
            ("1 Star", "★☆☆☆☆"),
        ])
    func `a rating is a line of stars`(text: String, line: String) {
        #expect(Stars(text)?.description == line)
    }

    @Test(arguments: [
        "", "0", "6", "-1", "nan", "inf", "5/0", "4/3/5", "dobra", "☆☆☆☆☆", "★★★★★★", "★ 1",
        "inf/inf", "5/inf", "1e400/1e400", "5/nan", "stars",
    ])
    func `what is none is no rating`(text: String) {
        #expect(Stars(text) == nil)
    }

    @Test func `the stars stand in a line before the words`() {
        #expect(Stars("2")?.above("Wolno działa.") == "★★☆☆☆\nWolno działa.")
        #expect(Stars("2")?.above(nil) == "★★☆☆☆")
    }

    @Test(arguments: 1...5, ["Wolno działa.\nBardzo.", nil])
    func `they are read from there again`(count: Int, words: String?) {
        let stars = Stars(rating: Double(count))
        #expect(stars?.above(words).isEmpty == false)
        #expect(stars.flatMap { Stars.standing(above: $0.above(words)) } == stars)
        #expect(stars.flatMap { Stars.standing(above: $0.above(words)) }?.count == count)
    }

    @Test(arguments: [
        "", "Wolno działa.", "★★", "★★★☆", "★★★★★★", "★★★☆☆☆", "☆☆☆☆☆", "☆☆★★★", "★☆★☆☆",
        "★★★★★ super", "★★★★★!", " ★★☆☆☆\nWolno", "Wolno\n★★☆☆☆", "Ocena: ★★☆☆☆", "⭐⭐⭐⭐⭐",
        "★★★★★\r\nSuper", "2/5\nWolno",
    ])
    func `stars that a writer typed are no rating`(text: String) {
        #expect(Stars.standing(above: text) == nil)
    }
}
