import Model
import Testing

@testable import Ticketing

struct TicketMarkupTests {
    @Test(arguments: [
        (TicketMarkup.plain, "a *b* @c #1 <i>", "a *b* @c #1 <i>"),
        (.markdown, "a *b* @c #1", "a \\*b\\* @\u{200B}c #\u{200B}1"),
        (.textile, "{{x}} #1", "&#123;&#123;x&#125;&#125; &#35;1"),
        (.html, "<b> & \"", "&lt;b&gt; &amp; &quot;"),
        (.wiki, "{code}!a!", "\\{code\\}\\!a\\!"),
    ])
    func `text of strangers formats nothing and calls nobody`(
        markup: TicketMarkup, text: String, expected: String
    ) {
        #expect(markup.escaped(text) == expected)
    }

    @Test func `what is invisible or turns the direction of reading is left out`() {
        #expect(TicketMarkup.plain.escaped("a\u{202E}b\u{7}c\r\nd") == "abc\nd")
    }

    @Test(arguments: [
        ("https://a.example/x_y", "<https://a.example/x_y>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a.example/<b>", "https://a.example/\\<b\\>"),
    ])
    func `only addresses of the web become links`(address: String, expected: String) {
        #expect(TicketMarkup.markdown.link(address) == expected)
    }
}
