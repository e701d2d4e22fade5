import Classifying
import Model
import Testing

/// What Polish news quote somebody as saying, where no brand is named.
struct ReportedToneTests {
    @Test(
        arguments: [
            ("– To fatalny plan – mówi Jan Nowak.", ["fataln* -0.9"]),
            ("„to świetny plan” – powiedziała w piątek Anna Nowak.", ["świetn* 0.84"]),
            ("– Plan jest fatalny – dodał.", ["fataln* -0.9"]),
            ("Plan jest fatalny – mówi Nowak.", ["fataln* -0.9"]),
            ("Plan jest fatalny – mówi Anna Nowak", ["fataln* -0.9"]),
            ("– Plan jest fatalny – mówi Nowak", ["fataln* -0.9"]),
            ("„to świetny plan” – powiedziała Nowak", ["świetn* 0.84"]),
            ("Plan jest fatalny – ocenia prof. Nowak.", ["fataln* -0.9"]),
            (
                "– Plan jest fatalny – mówi Jan Nowak. Fatalny był i stary.",
                ["fataln* -0.9", "fataln* -3.0"]
            ),
            (
                "Fatalny plan „jest fatalny” – mówi Jan Nowak, hotel fatalny – mówi Anna Nowak.",
                ["fataln* -3.0", "fataln* -0.9", "fataln* -0.9"]
            ),
        ])
    func `it counts less`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text, .polish) == expected)
    }

    @Test(arguments: [
        "Fatalny lekarz – wyjaśnia jak dziecku", "Plan fatalny – mówi, że tak ma zostać",
        "Plan fatalny – zdaniem Jana", "Fatalny plan – powiedziała Pani doktor",
        "Fatalny plan, mówi Jan Nowak", "Plan fatalny – mówi Anna",
        "– Plan Zefirnetu jest fatalny – mówi Jan Nowak.",
    ])
    func `what people tell, or a report says of a brand, counts in full`(text: String) {
        #expect(Classifier.sample.weights(text, .polish) == ["fataln* -3.0"])
    }
}
