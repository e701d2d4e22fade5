import Model
import Parsing
import TestSupport

/// Documents made to stop a parser: by time, by memory, or by a crash.
struct AdversarialDocument {
    let name: String
    let bytes: [UInt8]
    let kind: Source.Kind

    /// Reads it, its main text and its links; an error is as good an end as any.
    ///
    /// - Returns: the processor time that each took, in seconds.
    func times() -> [(what: String, seconds: Double)] {
        let url = "https://a.example/x"
        let entries = Self.time { _ = try? DocumentParser().parse(bytes, url: url, kind: kind) }
        guard kind != .feed else { return [("parsing", entries)] }
        let text = Self.time {
            _ = try? DocumentParser().mainText(of: bytes, url: url, contentType: nil)
        }
        let links = Self.time {
            _ = DocumentParser().feedLinks(in: bytes, url: url, contentType: nil)
        }
        return [("parsing", entries), ("the main text", text), ("the links", links)]
    }

    /// All of them, one at a time.
    ///
    /// - Parameter size: in bytes, of those that can be as large as one likes.
    static func forEach(size: Int, _ body: (AdversarialDocument) throws -> Void) rethrows {
        for (name, make) in feeds {
            try body(AdversarialDocument(name: name, bytes: Array(make(size).utf8), kind: .feed))
        }
        for (name, make) in rawFeeds {
            try body(AdversarialDocument(name: name, bytes: make(size), kind: .feed))
        }
        let nested = "\(repeating("<article><time>x</time>", 5_000))\(repeating("word ", size))"
        try body(
            AdversarialDocument(
                name: "items in items", bytes: Array(nested.utf8), kind: .page))
        for piece in pieces {
            let text = repeating(piece, size)
            let documents: [(String, String, Source.Kind)] = [
                ("in a feed", rss("<description>\(text)</description>"), .feed),
                ("in a section", rss("<description><![CDATA[\(text)]]></description>"), .feed),
                ("in a title", rss("<title><![CDATA[\(text)]]></title>"), .feed),
                ("in a page", "<article>words \(text)", .page),
                ("in a forum", "<div class='post' id='p'>words \(text)", .forum),
                ("alone", text, .feed),
            ]
            for (place, document, kind) in documents {
                try body(
                    AdversarialDocument(
                        name: "\(piece.debugDescription) \(place)", bytes: Array(document.utf8),
                        kind: kind))
            }
        }
    }

    // MARK: - Private

    private static func time(_ work: () -> Void) -> Double {
        let start = ProcessorTime.now
        work()
        return ProcessorTime.now - start
    }

    private static let pieces = [
        "<a>", "<p>", "<b><p>", "</p>", "<div>", "<table><tr><td>", "<blockquote>", "<pre><code>",
        "&", "<", "&amp;", "&amp;amp;", "&lt;p&gt;", "&#38;", "&nope;", "]]>", "<!---->", "<!--",
        "<?a?>", "<?", "<?a>", "<?xml >", "<!", "<a ", "<a b='", "<a b=\"", "\u{200D}", "😀\u{200D}",
        "e\u{301}",
        "\u{301}", "\r",
        "<sup>", "<sup><b>", "<a href='#a'>", "<b class=meta>", "<div class=gmail_quote></div>",
        "<div class=gmail_quote>",
        "<item>", "<item><title>x</title></item>", "<entry>", "<link>", "<title>",
    ]

    private static func repeating(_ text: String, _ size: Int) -> String {
        String(repeating: text, count: size / text.utf8.count)
    }

    private static func numbered(_ size: Int, _ make: (Int) -> String) -> String {
        (0..<max(1, size / make(100_000).utf8.count)).map(make).joined()
    }

    private static func rss(_ item: String, head: String = "") -> String {
        "\(head)<rss><channel><item><title>x</title>\(item)</item></channel></rss>"
    }

    private static func json(_ items: String) -> String {
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[\(items)]}"
    }

    private static let laughs = (1...9).map { number in
        "<!ENTITY l\(number) \"\(String(repeating: "&l\(number - 1);", count: 10))\">"
    }.joined()

    private static let feeds: [(String, @Sendable (Int) -> String)] = [
        ("16,000 attributes", { _ in rss("<a\((0..<16_000).map { " a\($0)=''" }.joined())/>") }),
        ("a page of nothing but a title", { "<html><title>\(repeating("a ", $0))</title>" }),
        ("attributes", { rss("<a\(numbered($0) { " a\($0)=''" })/>") }),
        ("one attribute again and again", { rss("<a\(repeating(" a=''", $0))/>") }),
        ("namespaces in one tag", { rss("<a\(numbered($0) { " xmlns:n\($0)='u'" })/>") }),
        (
            "namespaces one inside the other",
            { rss(numbered(min($0, 6_000)) { "<a xmlns:n\($0)='u\($0)'>" }) }
        ),
        (
            "attribute defaults",
            {
                rss(
                    "",
                    head: "<!DOCTYPE rss [\(numbered($0) { "<!ATTLIST item a\($0) CDATA 'x'>" })]>")
            }
        ),
        (
            "declarations of entities",
            {
                rss("", head: "<!DOCTYPE rss [\(numbered($0) { "<!ENTITY e\($0) 'x'>" })]>")
            }
        ),
        (
            "a billion laughs",
            { _ in rss("&l9;", head: "<!DOCTYPE rss [<!ENTITY l0 'ha'>\(laughs)]>") }
        ),
        (
            "a large entity often",
            { size in
                let entity = "<!ENTITY a '\(repeating("x", 50_000))'>"
                return rss(repeating("&a;", size), head: "<!DOCTYPE rss [\(entity)]>")
            }
        ),
        (
            "a small entity often",
            { size in
                let entity = "<!ENTITY a '\(repeating("x", 255))'>"
                return rss(repeating("&a;", size), head: "<!DOCTYPE rss [\(entity)]>")
            }
        ),
        (
            "entities of elsewhere",
            { _ in
                rss(
                    "&a;",
                    head: "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/' "
                        + "[<!ENTITY a SYSTEM 'file:///etc/hostname'>]>")
            }
        ),
        ("prefixes that nobody declared", { rss(numbered($0) { "<p\($0):a/>" }) }),
        ("end tags without end", { rss(repeating("</a", $0)) }),
        (
            "XHTML in XHTML that is flawed at its end",
            { size in
                let starts = repeating("<content type='xhtml'>", 22 * 200)
                return "<feed><entry><id>1</id>\(starts)\(repeating("<p>x</p>", size))</b></feed>"
            }
        ),
        (
            "links below a long base",
            { size in
                let base = "http://a.example/\(repeating("a/", 14_000))"
                let links = repeating("&lt;img src='b'&gt;", size)
                return "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='\(base)'><entry>"
                    + "<id>1</id><content type='html'>\(links)</content></entry></feed>"
            }
        ),
        ("end tags of nothing", { rss(numbered($0) { "</e\($0)>" }) }),
        (
            "elements without end, then end tags",
            { size in
                let starts = (100..<300).map { "<e\($0)>" }.joined()
                return rss(starts + repeating("</ex01></ex02>", size))
            }
        ),
        (
            "items of one id",
            { size in
                "<rss><channel>"
                    + numbered(size) { "<item><guid>1</guid><title>\($0)</title></item>" }
                    + "</channel></rss>"
            }
        ),
        (
            "a long description, then short ones",
            { size in
                let first = "<description>\(repeating("&lt;b>", size / 2))</description>"
                return rss(first + repeating("<description>x</description>", size / 2))
            }
        ),
        (
            "elements that are never closed around a mail",
            { size in
                let lists = repeating("<li>", size / 2) + repeating("</td>", size / 2)
                return rss(
                    "<description><![CDATA[<p>a:</p><div>-----Original Message-----<br>b\(lists)]]>"
                        + "</description>")
            }
        ),
        (
            "footers of lists",
            {
                rss(
                    "<description><![CDATA[\(repeating("<p>--<p>unsubscribe: http<p>a", $0))]]></description>"
                )
            }
        ),
        ("categories", { rss(numbered($0) { "<category>\($0)</category>" }) }),
        ("enclosures", { rss(repeating("<enclosure url='https://a.example/1'/>", $0)) }),
        ("a long date", { rss("<pubDate>\(repeating("19 Nov ", $0))</pubDate>") }),
        (
            "a long link",
            { rss("<link>https://a.example/\(repeating("../a?utm_x=1&amp;", $0))</link>") }
        ),
        ("a long name", { rss("<\(repeating("a", $0))/>") }),
        (
            "a long section",
            { rss("<description><![CDATA[\(repeating("word ", $0))]]></description>") }
        ),
        (
            "sections without end",
            { rss(repeating("<b><![CDATA[x</b>", $0) + "<description><![CDATA[y]]></description>") }
        ),
        (
            "letters encoded twice",
            { rss("<link>ł</link><description>\(repeating("Ã³", $0))</description>") }
        ),
        ("JSON arrays", { repeating("[", $0) }),
        ("JSON objects", { repeating("{\"a\":", $0) }),
        ("JSON items", { json(numbered($0) { "{\"id\":\($0),\"title\":\"x\"}," } + "{}") }),
        ("JSON fields", { json("{" + numbered($0) { "\"f\($0)\":1," } + "\"id\":\"1\"}") }),
        ("JSON escapes", { json("{\"id\":\"1\",\"title\":\"\(repeating("\\u0142", $0))\"}") }),
        (
            "JSON line breaks in a text",
            { json("{\"id\":\"1\",\"title\":\"\(repeating("\n", $0))\"}") }
        ),
        ("JSON numbers", { json(repeating("1,", $0) + "1") }),
        ("one word", { repeating("word ", $0) }),
        ("blanks", { repeating(" ", $0) }),
    ]

    private static let rawFeeds: [(String, @Sendable (Int) -> [UInt8])] = [
        ("zeros", { [UInt8](repeating: 0, count: $0) }),
        ("bytes of no charset", { [UInt8](repeating: 0x80, count: $0) }),
        (
            "stray bytes in a feed",
            { size in
                Array(rss("<description>@</description>").utf8).flatMap {
                    $0 == UInt8(ascii: "@") ? [UInt8](repeating: 0xB3, count: size) : [$0]
                }
            }
        ),
        (
            "pieces in two charsets",
            { size in
                let piece: [UInt8] =
                    Array("<a>ł".utf8) + [UInt8(ascii: "<"), 0xB3, UInt8(ascii: ">")]
                return Array("<rss>".utf8)
                    + repeatElement(piece, count: size / piece.count).joined()
            }
        ),
        (
            "UTF-16",
            { size in
                [0xFF, 0xFE]
                    + rss(repeating("ł", size / 2)).utf16.flatMap {
                        [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                    }
            }
        ),
        (
            "half pairs of UTF-16",
            { size in
                [0xFF, 0xFE] + repeatElement([0x3D, 0xD8] as [UInt8], count: size / 2).joined()
            }
        ),
    ]
}
