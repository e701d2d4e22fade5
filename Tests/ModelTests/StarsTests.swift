import Model
import Testing

struct StarsTests {
    @Test(
        arguments: [
            ("1", "★☆☆☆☆"), ("5", "★★★★★"), ("4,2", "★★★★☆"), ("4.8", "★★★★★"), ("FOUR", "★★★★☆"),
            ("2/5", "★★☆☆☆"),
            ("8 / 10", "★★★★☆"), ("1/10", "★☆☆☆☆"), ("★★", "★★☆☆☆"), ("★★★★☆", "★★★★☆"),
            ("⭐⭐⭐", "★★★☆☆"), ("⭐\u{FE0F}⭐\u{FE0F}", "★★☆☆☆"), ("5 stars", "★★★★★"),
            ("1 Star", "★☆☆☆☆"), ("4.5", "★★★★½"), ("4,3", "★★★★½"), ("7/10", "★★★½☆"),
            ("★★½", "★★½☆☆"), ("★½☆☆☆", "★½☆☆☆"), ("3½", "★★★½☆"), ("3 ½ / 5", "★★★½☆"),
            ("7 out of 10", "★★★½☆"), ("8 na 10", "★★★★☆"), ("6 no 10", "★★★☆☆"),
            ("4.0 out of 5 stars", "★★★★☆"), ("Rated 2 out of 5", "★★☆☆☆"),
            ("Ocena: 3/10", "★½☆☆☆"), ("4 z 5 gwiazdek", "★★★★☆"), ("Oceniono 5 na 5", "★★★★★"),
        ])
    func `a rating is a line of stars`(text: String, line: String) {
        #expect(Stars(text)?.description == line)
    }

    @Test(arguments: [
        "", "0", "0,0", "½", "0.5", "6", "-1", "-1/10", "nan", "inf", "5/0", "4/3/5", "dobra",
        "☆☆☆☆☆", "★★★★★★", "★ 1",
        "inf/inf", "5/inf", "1e400/1e400", "5/nan", "stars",
        "none", "na 10", "out of 5", "11 na 10", "ocena: dobra", "4 of 5 of 6",
    ])
    func `what is none is no rating`(text: String) {
        #expect(Stars(text) == nil)
    }

    @Test func `the stars stand in a line before the words`() {
        #expect(Stars("2")?.above("Wolno działa.") == "★★☆☆☆\nWolno działa.")
        #expect(Stars("2")?.above(nil) == "★★☆☆☆")
    }

    @Test(arguments: ["0/10", "0/5", "0 / 100", "1/10", "1/100"])
    func `the lowest of a scale that is said to begin at 0 is one star`(text: String) {
        #expect(Stars(text)?.count == 1)
    }

    @Test func `a 0 is none where nobody says that the scale begins there`() {
        #expect(Stars(rating: 0) == nil)
        #expect(Stars(rating: 0, of: 10) == nil)
        #expect(Stars(rating: 0, from: 0, of: 10)?.count == 1)
    }

    @Test(arguments: [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5], ["Wolno działa.\nBardzo.", nil])
    func `they are read from there again`(count: Double, words: String?) {
        let stars = Stars(rating: count)
        #expect(stars?.above(words).isEmpty == false)
        #expect(stars.flatMap { Stars.standing(above: $0.above(words)) } == stars)
        #expect(stars.flatMap { Stars.standing(above: $0.above(words)) }?.count == count)
    }

    @Test(arguments: [
        "", "Wolno działa.", "★★", "★★★☆", "★★★★★★", "★★★☆☆☆", "☆☆☆☆☆", "☆☆★★★", "★☆★☆☆",
        "★★★★★ super", "★★★★★!", " ★★☆☆☆\nWolno", "Wolno\n★★☆☆☆", "Ocena: ★★☆☆☆", "⭐⭐⭐⭐⭐",
        "★★★★★\r\nSuper", "2/5\nWolno", "½☆☆☆☆", "★★½½☆", "★½★☆☆", "★★★★★½", "★★★★½☆",
        "★★★★½ super",
    ])
    func `stars that a writer typed are no rating`(text: String) {
        #expect(Stars.standing(above: text) == nil)
    }
}
