import Classifying
import Model
import Testing

/// What was expected, and what it was instead.
struct ExpectedToneTests {
    @Test(
        arguments: [
            ("Myślałam, że plan jest fatalny, a tu świetny", ["fataln* -0.6", "świetn* 2.8"]),
            ("Miał być świetny hotel, a jest fatalny", ["świetn* 0.56", "fataln* -3.0"]),
            ("Bałam się, że będzie drogo, a wyszło tanio", ["drog* -0.32", "tani* 1.4"]),
            ("Myślałam, że będzie fatalny, a działa", ["fataln* -0.6", "działa 1.2"]),
            ("Niby fajne, a przy kasie drogo", ["fajn* 0.36", "drog* -1.6"]),
            (
                "Wszyscy mówią, że plan jest fatalny, a jest świetny",
                ["fataln* -0.6", "świetn* 2.8"]
            ),
            // The contrast counts, too: 0.2 · 0.6 · 1.8, and 1.5 · −1.6.
            ("Niby fajne, ale drogo", ["fajn* 0.216", "drog* -2.4"]),
        ])
    func `what was expected counts little where it turned out otherwise`(
        text: String, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, .polish) == expected)
    }

    @Test(
        arguments: [
            ("Wszyscy narzekają na awarie, a kawa jest świetna", ["awari* -1.8", "świetn* 2.8"]),
            (
                "Myślałam, że plan jest fatalny. A tu świetny hotel",
                ["fataln* -3.0", "świetn* 2.8"]
            ),
            ("Myślałam, że plan jest fatalny", ["fataln* -3.0"]),
            (
                "Nie spodziewałam się, że plan jest świetny, a tu tani",
                ["świetn* 2.8", "tani* 1.4"]
            ),
            ("Plan jest fatalny, a tu świetny hotel", ["fataln* -3.0", "świetn* 2.8"]),
        ])
    func `it counts in full where nothing else came of it`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text, .polish) == expected)
    }

    @Test(
        arguments: [
            (
                "Domāju, ka būs lieliski, bet sanāca slikti", .latvian,
                ["lielisk* 0.336", "slikt* -3.3"]
            ),
            (
                "domaju, ka bus lieliski, bet sanaca slikti", .latvian,
                ["lielisk* 0.336", "slikt* -3.3"]
            ),
            ("Likās dārgi, bet izrādījās lēti", .latvian, ["dārg* -0.192", "lēt* 2.1"]),
            (
                "Baidījos, ka maize būs briesmīga, izrādījās lieliska", .latvian,
                ["briesmīg* -0.6", "lielisk* 2.8"]
            ),
            (
                "Visi saka, ka maize ir briesmīga, bet ir lieliska", .latvian,
                ["briesmīg* -0.36", "lielisk* 4.2"]
            ),
            (
                "People say it is terrible, but it is great", .english,
                ["terrible -0.384", "great 4.2"]
            ),
            (
                "I thought it would be terrible, but it was great", .english,
                ["terrible -0.384", "great 4.2"]
            ),
            (
                "It was supposed to be great, turned out awful", .english,
                ["great 0.56", "awful -3.0"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `Latvian and English tell it so, too`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "I was hoping for a great room, the staff were awful, but the bed was nice",
                .english,
                ["great 0.336", "awful -1.8", "nice 2.7"]
            ),
            (
                "Liczyłam na świetny pokój, obsługa była fatalna, ale plan tani", .polish,
                ["świetn* 0.336", "fataln* -1.8", "tani* 2.1"]
            ),
            (
                "Cerēju uz lielisku istabu, apkalpošana bija briesmīga, bet maize bija laba",
                .latvian,
                ["lielisk* 0.336", "briesmīg* -1.8", "laba 3.0"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `blame behind what was hoped for is of what came`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "Cerēju uz lielisku maizi. Bet tā ir slikta", .latvian,
                ["lielisk* 2.8", "slikt* -2.2"]
            ),
            ("Domāju, ka ir labi, bet dārgi", .latvian, ["labi 1.08", "dārg* -2.4"]),
            ("I think it is good, but slow", .english, ["good 1.2", "slow -2.7"]),
            (
                "Solīja salabot, briesmīga attieksme, bet laipna meitene", .latvian,
                ["briesmīg* -1.8", "laipn* 3.0"]
            ),
            (
                "It was supposed to be here by noon, terrible manners, but a nice driver", .english,
                ["terrible -1.92", "nice 2.7"]
            ),
            (
                "I never expected it to be so great, but it is cheap", .english,
                ["great 2.016", "cheap 2.1"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `what is thought now, came after a promise or unexpectedly counts as any other`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }
}
