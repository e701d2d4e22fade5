import Classifying
import Testing
import Tokenizing

struct ElongationTests {
    @Test(arguments: [
        "suuuper", "SuUUper", "Łłłał", "мРррак", "ta\u{301}a\u{301}a\u{301}k",
        "su\u{AD}u\u{AD}uper",
    ])
    func `a text with a word drawn out is never passed over`(text: String) {
        #expect(Elongation(of: Words(of: text)) != nil)
        #expect(Elongation.mayDraw(text))
    }

    @Test(arguments: ["super book", "Łódź, łąka", "11111", "... !!!", "tea and", ""])
    func `most texts without a word drawn out are passed over`(text: String) {
        #expect(!Elongation.mayDraw(text))
    }

    @Test(arguments: [
        ("suuuper www.zefir.pl", "super www.zefir.pl"), ("WWW.zefir.pl coool", "WWW.zefir.pl col"),
        ("kto? www. wiiiem…", "kto? www. wiem…"), ("W III kwartale, xxx", "W III kwartale, xxx"),
        ("https://a.example/ooo #fajnieee", "https://a.example/ooo #fajnie"),
    ])
    func `runs are shortened in words, and nowhere else`(text: String, expected: String) {
        #expect(Words(of: text).text(shorteningRunsTo: 1) == expected)
    }
}
