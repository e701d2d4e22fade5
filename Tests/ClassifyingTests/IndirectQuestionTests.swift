import Classifying
import Model
import Testing

/// What is told of a question: "she asked if it was good".
struct IndirectQuestionTests {
    @Test(
        arguments: [
            ("My sister asked if Kawka was good", .english, ["good 0.7"]),
            ("I wonder whether Kawka is good", .english, ["good 0.7"]),
            ("Siostra pytała, czy Kawka jest dobra", .polish, ["dobra 0.7"]),
            ("Ktoś pytał czy Kawka jest dobra", .polish, ["dobra 0.7"]),
            ("Māsa jautāja, vai Kawka ir laba", .latvian, ["laba 0.7"]),
            ("Nezinu vai Kawka ir laba", .latvian, ["laba 0.7"]),
        ] as [(String, LanguageCode, [String])])
    func `praise in it is asked, and not said`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("She asked if it was good and it was great", .english, ["good 0.7", "great 2.8"]),
            ("She asked if it was slow", .english, ["slow -1.8"]),
            ("She said that Kawka is good", .english, ["good 2.0"]),
            ("Dobra, nie wiem czy pójdę", .polish, ["dobra 2.0"]),
            ("Kafija vai tēja ir laba", .latvian, ["laba 2.0"]),
        ] as [(String, LanguageCode, [String])])
    func `what is blamed, or stands elsewhere, is said`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }
}
