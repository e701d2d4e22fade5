import Model
import Testing

struct SpreadsheetTextTests {
    @Test(arguments: [
        "@zefirnet", "=1", " -5", "\t=1", "＝1", "＠zefirnet", "'a'", "a", "=\u{301}", "",
    ])
    func `a text is taken back as it was`(text: String) {
        #expect(SpreadsheetText.unguarded(SpreadsheetText.guarded(text)) == text)
    }
}
