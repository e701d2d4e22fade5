import Testing
import Tokenizing

struct ForeignAccentTests {
    @Test(arguments: [
        ("Citroënā", "Citroenā"), ("Kawką Café", "Kawką Cafe"), ("ŻÓŁĆ ÜBER", "ŻÓŁĆ UBER"),
        ("e\u{301}z\u{301}", "ez\u{301}"), ("😀 ñ", "😀 n"),
    ])
    func `letters lose the accents that neither Polish nor Latvian has`(
        text: String, bare: String
    ) {
        #expect(text.withoutForeignAccents == bare)
    }

    @Test(arguments: ["", "plain", "zażółć", "šķūņģēļi", "z\u{301}", "😀", "слово"])
    func `a text with no such accents has nothing to lose`(text: String) {
        #expect(text.withoutForeignAccents == nil)
    }
}
