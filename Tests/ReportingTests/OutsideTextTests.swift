import Model
import TestSupport
import Testing

@testable import Reporting

/// What of a text from outside stands in a page.
struct OutsideTextTests {
    @Test(
        arguments: PageTests.payloads
            + ["//evil.example", "ftp://evil.example/x", "https://", "file:///x"])
    func `what is no web address is no link`(payload: String) {
        #expect(OutsideLink(payload) == nil)
    }

    @Test(arguments: [
        ("https://www.example.org/a?b=1&c=2", "https://www.example.org/a?b=1&c=2", "example.org"),
        ("HTTP://example.org", "HTTP://example.org", "example.org"),
        ("https://example.org/\"onclick=x", "https://example.org/%22onclick=x", "example.org"),
        (
            "https://example.org/list?filter[0]=%C5%82&b=ł",
            "https://example.org/list?filter%5B0%5D=%C5%82&b=%C5%82", "example.org"
        ),
        ("https://example.org/100%/%2f#a#b", "https://example.org/100%25/%2f#a%23b", "example.org"),
        ("https://example.org?q=a b", "https://example.org?q=a%20b", "example.org"),
    ])
    func `a link shows its host`(address: String, href: String, host: String) throws {
        let link = try #require(OutsideLink(address))
        #expect(link.href == href)
        #expect(link.host == host)
    }

    @Test(arguments: [
        "https://user:secret@example.org/", "https://example.org@evil.example/", "javascript:1",
        " https://example.org/", "mailto:a@example.org", "",
    ])
    func `an address with a user, another scheme or none is no link`(address: String) {
        #expect(OutsideLink(address) == nil)
    }

    @Test(arguments: [
        ("a<b>\"c\"'d'`e`&", "a&lt;b&gt;&quot;c&quot;&#39;d&#39;&#96;e&#96;&amp;"),
        ("\"\u{301}", "&quot;\u{301}"), ("e\u{301}", "\u{E9}"), ("a\r\nb\tc", "a  b c"),
        ("x\u{202E}y\u{200B}z\u{FEFF}", "xyz"), ("a\u{200D}b", "ab"),
        ("👩\u{200D}🔧", "👩\u{200D}🔧"), ("\u{0}\u{7F}\u{9B}", ""),
        ("\u{200E}\u{2068}נ\u{2069}\u{2069}: 5", "\u{200E}\u{2068}נ\u{2069}: 5"),
        ("\u{2068}נ\u{2069}: 5", "נ: 5"), ("\u{200E}\u{2068}נ: 5", "נ: 5"),
        ("\u{200E}\u{2068}a\u{2068}b\u{2069}\u{2069}", "ab"), ("\u{200E}a\u{2069}", "a"),
    ])
    func `text is escaped by scalars and cleaned of what turns it round`(
        text: String, escaped: String
    ) {
        #expect(OutsideText().escapeText(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
    }

    @Test func `what is no character stands in no page, and so in no XML`() {
        // U+FFFF, U+FFFE and U+FDD0.
        let bytes: [UInt8] = [0x61, 0xEF, 0xBF, 0xBF, 0x62, 0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90]
        #expect(OutsideText().escapeText(String(decoding: bytes, as: UTF8.self)) == "ab")
    }

    @Test func `a long text is cut and says by how much`() {
        #expect(OutsideText.limited("abcdef", to: 4) == "abcd… (+2)")
        #expect(OutsideText.limited("abcd", to: 4) == "abcd")
        // A woman, a joiner and a wrench are one character, as are a letter and its marks.
        let joined = "ab👩\u{200D}🔧c"
        #expect(OutsideText.limited(joined, to: 5) == "ab👩\u{200D}🔧… (+1)")
        #expect(OutsideText.limited(joined, to: 4) == "ab… (+4)")
        #expect(OutsideText.limited("z\u{301}\u{323}\u{330}", to: 2) == "… (+4)")
    }
}
