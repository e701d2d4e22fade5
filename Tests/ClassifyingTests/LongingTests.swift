import Classifying
import Model
import Testing

struct LongingTests {
    @Test(
        arguments: [
            ("I really miss Kawka", .english, "kawka positive"),
            ("We're going to miss our Kawka", .english, "kawka positive"),
            ("I don't miss Kawka at all", .english, "kawka negative"),
            ("Tęsknię za Kawką", .polish, "kawka positive"),
            ("Stęskniłam się za Kawką", .polish, "kawka positive"),
            ("Brakuje mi Kawki", .polish, "kawka positive"),
            ("Będzie nam brakowało Kawki", .polish, "kawka positive"),
            ("Wcale nie tęsknię za Kawką", .polish, "kawka negative"),
            ("Nie brakuje mi Kawki", .polish, "kawka negative"),
            ("Man ļoti pietrūkst Kawkas", .latvian, "kawka positive"),
            ("Ilgojos pēc Kawkas", .latvian, "kawka positive"),
            ("Man nemaz nepietrūkst Kawkas", .latvian, "kawka negative"),
        ] as [(String, LanguageCode, String)])
    func `who misses a brand praises it, and who does not blames it`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            ("I never miss Kawka on Monday", .english), ("Don't miss Kawka on Monday", .english),
            ("I don't want to miss Kawka", .english),
            ("My cup is missing, Kawka", .english), ("I miss the old Kawka", .english),
            ("Brakuje mi w Kawce krzeseł", .polish), ("Ciasno i brakuje Kawce ciast", .polish),
            ("Kawkā man pietrūkst krēslu", .latvian),
        ] as [(String, LanguageCode)])
    func `what is missed at a brand, or not to be missed there, says nothing of the brand`(
        text: String, language: LanguageCode
    ) {
        #expect(Classifier.sample.brandTones(text, language) == "kawka neutral")
    }
}
