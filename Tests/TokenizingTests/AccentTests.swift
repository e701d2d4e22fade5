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
}
