import Model
import Testing

@testable import Ticketing

struct TicketMarkupTests {
    @Test(arguments: [
        (TicketMarkup.plain, "a *b* @c #1 <i>", "a *b* @c #1 <i>"),
        (.markdown, "a *b* @c #1", "a \\*b\\* @\u{200B}c #\u{200B}1"),
        (.markdown, "a\n/close\n\t/move b/c", "a\n\u{200B}/close\n\t\u{200B}/move b/c"),
        (.textile, "{{x}} #1", "&#123;&#123;x&#125;&#125; &#35;1"),
        (.html, "<b> & \"", "&lt;b&gt; &amp; &quot;"),
        (.wiki, "{code}!a!", "\\{code\\}\\!a\\!"),
        (.markdown, "https://a.b WWW.a.b", "https:\u{200B}//a.b WWW\u{200B}.a.b"),
        (
            .markdown, "user:jan commit:c0ffee version:\"1\" r12 GH-12 o 12:30, nr: 7, 3-4",
            "user:\u{200B}jan commit:\u{200B}c0ffee version:\u{200B}\"1\" r\u{200B}12 "
                + "GH-\u{200B}12 o 12:30, nr: 7, 3-4"
        ),
        (
            .markdown, "Aż 50 % i 30%25, %\"a b\", %v1",
            "Aż 50 % i 30%\u{200B}25, %\u{200B}\"a b\", %\u{200B}v1"
        ),
        (.markdown, "{{toc}} {a}", "{\u{200B}{toc}} {a}"),
        (.wiki, "h1. a\nbq. b\nc h2. d", "h\u{200B}1. a\nb\u{200B}q. b\nc h2. d"),
        (.wiki, "http://a.b", "http:\u{200B}//a.b"),
        (.textile, "p(x). a\nnotextile. b", "p\u{200B}(x). a\nn\u{200B}otextile. b"),
        (.textile, "www.a.b r12 for12", "www\u{200B}.a.b r\u{200B}12 for12"),
        (.plain, "https://a.b www.a.b", "https://a.b www.a.b"),
    ])
    func `text of strangers formats nothing and calls nobody`(
        markup: TicketMarkup, text: String, expected: String
    ) {
        #expect(markup.escaped(text) == expected)
    }

    /// By characters, each of these would be another than what the mark-up's reader sees.
    @Test(arguments: [
        (TicketMarkup.html, "<>&\"'", "&"), (.textile, "*_@#{}[]!|\"+^~%?=<>&-:", "&"),
        (.wiki, "*_{}[]!|+^~-?\\#@", "\\"), (.markdown, "\\`*_[]<>|~&$", "\\"),
    ])
    func `a mark that joins a sign does not hide it`(
        markup: TicketMarkup, signs: String, escape: Unicode.Scalar
    ) {
        for sign in signs.unicodeScalars {
            for text in ["a\u{600}\(sign)b", "a\(sign)\u{301}b"] {
                let escaped = Array(markup.escaped(text).unicodeScalars)
                #expect(escaped.contains(escape), "\(text)")
                #expect(
                    escape != "&" || sign == "&" || !escaped.dropFirst().contains(sign)
                        || "#".unicodeScalars.contains(sign), "\(text)")
            }
        }
    }

    @Test func `a text is cut by the units that systems count, between characters`() {
        let family = "👨‍👩‍👧‍👦"
        #expect(String(repeating: family, count: 40).cut(to: 255).utf16.count <= 255)
        #expect((family + "abc").cut(to: 5) == "…")
        #expect("abcdef".cut(to: 4) == "abc…")
        #expect("abcd".cut(to: 4) == "abcd")
        #expect("a bcd".cut(to: 3) == "a…")
    }

    @Test func `what is invisible or turns the direction of reading is left out`() {
        #expect(TicketMarkup.plain.escaped("a\u{202E}b\u{7}c\r\nd") == "abc\nd")
        #expect(TicketMarkup.plain.escaped("a\u{61C}b\u{2060}c") == "abc")
    }

    @Test(arguments: [
        ("https://a.example/x_y", "<https://a.example/x_y>"),
        ("javascript:alert(1)", "javascript:\u{200B}alert(1)"),
        ("https://b.example@a.example/", "https:\u{200B}//b.example@\u{200B}a.example/"),
        ("https://a.example/<b>", "https:\u{200B}//a.example/\\<b\\>"),
    ])
    func `only addresses of the web become links`(address: String, expected: String) {
        #expect(TicketMarkup.markdown.link(address) == expected)
    }
}
