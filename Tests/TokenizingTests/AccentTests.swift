import Testing
import Tokenizing

struct AccentTests {
    @Test(arguments: [
        ("źle", "zle"), ("ZAŻÓŁĆ gęślą jaźń", "ZAZOLC gesla jazn"), ("šķūņģēļi", "skungeli"),
        ("Ļoti ČĪKSTĒJA", "Loti CIKSTEJA"), ("naïve żółw", "naive zolw"), ("e\u{301}", "e"),
        ("😀 ź", "😀 z"), ("Søstren ØRE", "Sostren ORE"), ("Đak, đak", "Dak, dak"),
    ])
    func `letters lose their accents`(text: String, bare: String) {
        #expect(text.withoutAccents == bare)
    }

    @Test(arguments: ["", "plain", "😀", "straße", "слово"])
    func `a text without accents has nothing to lose`(text: String) {
        #expect(text.withoutAccents == nil)
    }

    @Test(
        arguments: [
            ("działa", "dziala"), ("działa*", "dziala*"), ("nie działa", "nie dziala"),
            ("że", nil), ("żal", nil), ("plain", nil),
        ] as [(String, String?)])
    func `a term of four letters and more has a bare spelling`(term: String, bare: String?) {
        #expect(term.bareSpelling == bare)
    }
}
