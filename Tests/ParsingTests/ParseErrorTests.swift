import Model
import Parsing
import Testing

struct ParseErrorTests {
    @Test(arguments: [
        ("", "the document is empty; check the address"),
        (" \n ", "the document is empty; check the address"),
        (
            "just words",
            "line 1, column 1: this is text without any element, not a feed; check the address"
        ),
        (
            "<html><body>Hi</body></html>",
            "this is an HTML page, not a feed, and it offers none; listen to it as a page"
        ),
        (
            "<!DOCTYPE html><link rel=alternate type='application/rss+xml' href='/feed.xml'>",
            "this is an HTML page, not a feed; it offers a feed at https://b.example/feed.xml"
        ),
        (
            "<?xml version='1.0'?>\n<opml version='1.0'></opml>",
            "line 2, column 1: this is an OPML list of feeds, not a feed; import it"
        ),
        (
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>",
            "line 1, column 1: this is a sitemap, not a feed; look for a feed of the site"
        ),
        (
            "<redirect><newLocation>https://c.example/feed</newLocation></redirect>",
            "line 1, column 1: this is a note that the feed has moved, not a feed; take the address in it"
        ),
        (
            "<svg></svg>",
            "line 1, column 1: this is a document of 'svg', not a feed; check the address"
        ),
        (
            "<rss><channel>\n<item><title>half an art",
            "line 2, column 25: the document ends too early; tell the publisher if it does each time"
        ),
        (
            "\u{1}\u{8}x<q>\u{2}",
            "line 1, column 2: this is a document of 'q', not a feed; check the address"
        ),
        (
            "<svg><g>",
            "line 1, column 1: this is a document of 'svg', not a feed; check the address"
        ),
        (
            "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'><atom:entry>",
            "line 1, column 65: the document ends too early; tell the publisher if it does each time"
        ),
        (
            "<rss><channel><item><title>one</title></item>\n",
            "line 2, column 1: the document ends too early; tell the publisher if it does each time"
        ),
        (
            "<rss><channel><title><![CDATA[open</title></channel></rss>",
            "line 1, column 59: the document ends too early; tell the publisher if it does each time"
        ),
        (
            "<rss><!-- open </rss>",
            "line 1, column 22: the document ends too early; tell the publisher if it does each time"
        ),
        ("{}", "line 1, column 1: this is JSON of another kind, not a feed; check the address"),
        ("[1, 2]", "line 1, column 1: this is JSON of another kind, not a feed; check the address"),
        (
            "{\"items\": [\n{\"id\" 1}]}",
            "line 2, column 7: not JSON: a ':' is missing; tell the publisher"
        ),
        (
            "{\"items\": [",
            "line 1, column 12: the document ends too early; tell the publisher if it does each time"
        ),
        ("{\"a\": nul}", "line 1, column 7: not JSON: a value that is no JSON; tell the publisher"),
        ("{\"a\": 1 \"b\": 2}", "line 1, column 9: not JSON: a ',' is missing; tell the publisher"),
        ("%PDF-1.4", "this is a PDF file, not a feed; check the address"),
    ])
    func `a document that is no feed is refused with its reason`(text: String, message: String) {
        let error = #expect(throws: ParseError.self) {
            try DocumentParser().parse(Array(text.utf8), url: "https://b.example/x")
        }
        #expect(error?.description == message)
    }

    @Test func `a charset that nobody knows is refused`() {
        let bytes: [UInt8] = Array("<?xml version='1.0' encoding='own'?><rss>".utf8) + [0x81, 0x8D]
        let error = #expect(throws: ParseError.self) { try DocumentParser().parse(bytes) }
        #expect(error?.description == "unknown charset 'own'; ask the publisher for UTF-8")
    }

    @Test func `a document over the size limit is refused, not cut`() {
        let parser = DocumentParser(limits: ParseLimits(maximumSizeInBytes: 10))
        let error = #expect(throws: ParseError.self) {
            try parser.parse(Array("<rss></rss> ".utf8))
        }
        #expect(
            error?.description
                == "the document has 12 bytes, the limit is 10; ask for fewer entries")
    }

    @Test func `reading ends when its time is over`() {
        // What is flawless is read in one pass, whose time is bound by the size.
        let parser = DocumentParser(limits: ParseLimits(processorTime: .zero))
        let error = #expect(throws: ParseError.self) {
            try parser.parse(Array("<rss a=b></rss>".utf8))
        }
        #expect(
            error?.description
                == "line 1, column 16: reading took longer than 0.0 seconds; "
                + "documents like this are refused")
    }

    @Test(arguments: [
        ("li:hover", "selector 'li:hover': ':' at character 3 is not understood; "),
        ("", "selector '': its end is not understood; "),
        ("a >", "selector 'a >': its end is not understood; "),
        ("[x", "selector '[x': its end is not understood; "),
        ("div..x", "selector 'div..x': '.' at character 5 is not understood; "),
    ])
    func `a selector that is not understood is named`(selector: String, start: String) {
        let error = #expect(throws: ParseError.self) {
            try DocumentParser().parse(
                Array("<p>x</p>".utf8), kind: .page, selectors: PageSelectors(item: selector))
        }
        #expect(
            error?.description == start + "use tag, .class, #id, [attribute=value], > and ,")
    }

    @Test(arguments: ["//div[", "./p[1", "(//p", "descendant::"])
    func `an XPath that does not compile is named`(selector: String) {
        let error = #expect(throws: ParseError.self) {
            try DocumentParser().parse(
                Array("<p>x</p>".utf8), kind: .page, selectors: PageSelectors(item: selector))
        }
        #expect(
            error?.description
                == "selector '\(selector)': it is no XPath 1.0; see what stands in it")
    }

    @Test func `an XPath that would never end finds nothing`() {
        let page = Array(String(repeating: "<p>x</p>", count: 5_000).utf8)
        #expect(throws: ParseError.self) {
            try DocumentParser().parse(
                page, kind: .page,
                selectors: PageSelectors(item: "//p[//p[//p[. = 'y']]]"))
        }
    }

    @Test func `a page in which nothing is found says what was looked for`() {
        let page = Array("<p>x</p>".utf8)
        let plain = #expect(throws: ParseError.self) {
            try DocumentParser().parse(page, kind: .page)
        }
        #expect(
            plain?.description
                == "no posts were recognised in the page; describe them by selectors")
        let selected = #expect(throws: ParseError.self) {
            try DocumentParser().parse(
                page, kind: .page, selectors: PageSelectors(item: "div.post"))
        }
        #expect(
            selected?.description
                == "selector 'div.post' finds nothing in the page; "
                + "check it against the page's source")
    }
}
