import Classifying
import Model
import Testing

struct ClassifierStartTests {
    private static let texts = [
        "The support was rude and slow", "nie działa, fatalna obsługa", "ļoti laba apkalpošana",
        "super sery, polecam", "rude", "Hoy no funciona nada en esta ciudad", "👍👍", "",
    ]

    @Test(arguments: texts)
    func `what is made ahead tags as what is made for the first text`(text: String) {
        let ahead = Classifier(rules: .sample)
        ahead.prepare()
        #expect(ahead.tags(text) == Classifier(rules: .sample).tags(text))
    }

    @Test func `texts of all languages may come at once, and be the first`() async {
        let classifier = Classifier(rules: .sample)
        let tags = await withTaskGroup(of: (Int, Tags).self) { group in
            for (number, text) in Self.texts.enumerated() {
                group.addTask { (number, classifier.tags(text)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for (number, text) in Self.texts.enumerated() {
            #expect(tags[number] == Classifier.sample.tags(text))
        }
    }
}
