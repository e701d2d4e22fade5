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

    @Test(arguments: [
        ("Ocena: 3/10", 1.5), ("ocena 4/5. Szybko i miło.", 4), ("Moja ocena – 4,5 / 5", 4.5),
        ("3/10 nie polecam", 1.5), ("10/10, polecam każdemu!", 5), ("👎 1/10. Odradzam.", 1),
        ("4/5 gwiazdek, bo drogo", 4), ("9/10 would recommend", 4.5), ("Vērtējums: 2/5", 2),
        ("Net rwie co wieczór.\nOcena: 2/10", 1), ("Pyszna kawa, moja ocena: 9/10 ☕", 4.5),
        ("Net rwie co wieczór. 2/10 nie polecam!", 1), ("Rating: 0/10", 1),
    ])
    func `a rating that a post begins or ends with is its writer's`(text: String, stars: Double) {
        #expect(Appraisal(saidIn: text).stars?.count == stars)
    }

    @Test(arguments: [
        "3/10", "Wątek 3/10", "3/10 klientów nie ma sieci", "Od 3/10 nie działa",
        "3/10/2026 awaria",
        "Ocena: 3/10/2026", "Ocena: 12/10", "Ocena: 3/8", "Net leży.\n> Ocena: 3/10",
        "> Ocena: 3/10",
        "Ocena 3/10-letnich umów", "Przecena: 3/10", "Mieszkam przy Długiej 4/5", "1/5",
        "Odpowiedź 3/10: polecam restart routera i telefon do nich, a potem jeszcze raz to samo",
    ])
    func `what may be a date, a fraction or a number of posts is no rating`(text: String) {
        #expect(Appraisal(saidIn: text).stars == nil)
    }

    @Test func `stars above the words come before what these say`() {
        let text = "★★★★☆\nOcena: 3/10"
        #expect(Appraisal(saidIn: text).stars?.count == 4)
        #expect(Appraisal(standingAbove: "Ocena: 3/10").isEmpty)
    }

    @Test func `they are a line each`() {
        let given = Appraisal(
            stars: Stars(rating: 4.5), recommendation: Recommendation(points: 9))
        #expect(given.above("Szybko.") == "★★★★½\nNPS 9/10\nSzybko.")
        #expect(Appraisal(stars: nil, recommendation: nil).above(nil) == nil)
        let all = Appraisal(
            stars: Stars(rating: 4.5), recommendation: Recommendation(points: 9),
            effort: CustomerEffort(points: 6))
        #expect(all.above("Szybko.") == "★★★★½\nNPS 9/10\nCES 6/7\nSzybko.")
        #expect(Appraisal(standingAbove: "★★★★½\nNPS 9/10\nCES 6/7\nSzybko.") == all)
        #expect(all.length == "★★★★½\nNPS 9/10\nCES 6/7\n".unicodeScalars.count)
        #expect(Appraisal(standingAbove: "CES 1/7").effort?.points == 1)
    }

    @Test(arguments: [
        "CES 8/7", "CES 0/7", "CES 6/7!", "CES 6", "ces 6/7", "Wolno.\nCES 6/7", "CES 6/7 dobrze",
        "CES  6/7",
    ])
    func `what a writer typed is no answer of effort`(text: String) {
        #expect(Appraisal(standingAbove: text).effort == nil)
    }

    @Test(
        arguments: [
            ("6", 6), ("6/7", 6), ("7 - Strongly agree", 7), ("5.0", 5), ("0", nil), ("8", nil),
            ("6/10", nil), ("4.5", nil), ("easy", nil),
        ] as [(String, Int?)])
    func `an answer of effort is read as survey tools write it`(text: String, points: Int?) {
        #expect(CustomerEffort(text)?.points == points)
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
