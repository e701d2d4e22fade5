import Model
import Testing

struct AppraisalTests {
    @Test(arguments: [
        ("0", 0), ("9", 9), (" 10 ", 10), ("9.0", 9), ("7,0", 7), ("9/10", 9), ("0 / 10", 0),
        ("10 - Extremely likely", 10), ("0 – wcale", 0), ("10 (ļoti ticami)", 10),
        ("0=Not at all likely", 0),
    ])
    func `an answer is a whole number from 0 to 10, with what it means`(text: String, points: Int) {
        #expect(Recommendation(text)?.points == points)
    }

    @Test(arguments: [
        "", "11", "-1", "9.5", "8,5", "9/5", "90%", "yes", "likely", "9-10", "7 8", "٩", "1e1",
        "99999999999999999999",
    ])
    func `what is none is no answer`(text: String) {
        #expect(Recommendation(text) == nil)
    }

    @Test(arguments: [nil, 1, 3.5, 5], [nil, 0, 7, 10])
    func `stars and an answer stand above the words, and are read from there again`(
        stars: Double?, points: Int?
    ) {
        let given = Appraisal(
            stars: stars.flatMap { Stars(rating: $0) },
            recommendation: points.flatMap { Recommendation(points: $0) })
        let text = given.above("Wolno działa.\nBardzo.") ?? ""
        #expect(Appraisal(standingAbove: text) == given)
        let words = text.unicodeScalars.dropFirst(given.length)
        #expect(String(String.UnicodeScalarView(words)) == "Wolno działa.\nBardzo.")
        #expect(Appraisal(standingAbove: given.above(nil) ?? "") == given)
    }

    @Test func `they are a line each`() {
        let given = Appraisal(
            stars: Stars(rating: 4.5), recommendation: Recommendation(points: 9))
        #expect(given.above("Szybko.") == "★★★★½\nNPS 9/10\nSzybko.")
        #expect(Appraisal(stars: nil, recommendation: nil).above(nil) == nil)
    }

    @Test(arguments: [
        "NPS 11/10", "NPS 9/10!", "NPS 9", "nps 9/10", "NPS  9/10", "NPS 09/10", "NPS +9/10",
        "Ocena: NPS 9/10", "Wolno.\nNPS 9/10", "NPS 9/10\r\nWolno", "NPS ", "NPS /10", "9/10",
        "NPS 10/10 super",
    ])
    func `what a writer typed is no answer`(text: String) {
        #expect(Appraisal(standingAbove: text).recommendation == nil)
    }
}
