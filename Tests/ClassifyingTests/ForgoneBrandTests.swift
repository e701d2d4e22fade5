import Classifying
import Model
import Testing

struct ForgoneBrandTests {
    @Test(
        arguments: [
            (
                "I took Zefirnet instead of Baltfon and it is great", .english,
                "zefirnet positive, baltfon neutral"
            ),
            (
                "I took Zefirnet rather than Baltfon and it is great", .english,
                "zefirnet positive, baltfon neutral"
            ),
            (
                "I use pigeons instead of Baltfon and they are great", .english, "baltfon neutral"
            ),
            (
                "Siedzimy w Kawce zamiast w Ziarenku i jest super", .polish,
                "kawka positive, ziarenko neutral"
            ),
            (
                "Man ir Zefirnet Baltfon vietā un tas ir lielisks", .latvian,
                "zefirnet positive, baltfon neutral"
            ),
            (
                "Zefirnet is not Baltfon and it is great", .english,
                "zefirnet positive, baltfon neutral"
            ),
            ("Kawka to nie Ziarenko, tu jest super", .polish, "kawka positive, ziarenko neutral"),
            (
                "Zefirnet nav Baltfon un tas ir lielisks", .latvian,
                "zefirnet positive, baltfon neutral"
            ),
        ] as [(String, LanguageCode, String)])
    func `praise is not of the brand that something else was taken instead of`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Kawka has great cakes instead of bread", .english, "kawka positive"),
            (
                "Instead of Kawka's cakes I took the great bread there", .english,
                "kawka positive"
            ),
            (
                "Terrible idea to use pigeons instead of Baltfon", .english, "baltfon negative"
            ),
            ("We went instead to Kawka and it was great", .english, "kawka positive"),
            (
                "W Kawce na Rynku, zamiast w Kawce na dworcu, było super", .polish,
                "kawka positive"
            ),
            ("Šajā Kawkas vietā ir lielisks prieks", .latvian, "kawka positive"),
        ] as [(String, LanguageCode, String)])
    func `praise and blame of a brand that is named elsewhere stay its own`(
        text: String, language: LanguageCode, expected: String
    ) {
        #expect(Classifier.sample.brandTones(text, language) == expected)
    }
}
