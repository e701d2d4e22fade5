import Model
import Parsing
import Testing

/// Every repair is told of, with its place.
struct RepairTests {
    @Test(arguments: [
        // The document's start and end.
        (" \n<?xml version='1.0'?><rss/>", "1:1 blanks before the XML declaration; left out"),
        ("<b>x</b><?xml version='1.0'?><rss/>", "1:1 text before the XML declaration; left out"),
        ("x <rss/>", "1:1 text before the first element; left out"),
        ("<?xml version='1.0'>\n<rss/>", "1:20 '<?' without '?>'; ended here"),
        ("<?a b>\n<rss/>", "1:6 '<?' without '?>'; ended here"),
        ("<!a>\n<rss/>", "1:1 '<' that starts no tag; left out"),
        ("<rss/>\n <x/>", "2:2 text after the end of the feed; left out"),
        // Tags.
        ("<rss><a></rss>", "1:9 '<a>' is not ended; ended here"),
        ("<rss>\n</a></rss>", "2:1 '</a>' without a start; left out"),
        ("<rss><Ab></aB></rss>", "1:10 '</aB>' for '<Ab>'; mended"),
        ("<rss><a>x</a b='1'></rss>", "1:10 '</a' with more than a name; mended"),
        ("<rss><a>x</a<b/></rss>", "1:10 '</a' with more than a name; mended"),
        ("<rss><a <b/></rss>", "1:6 '<a' without '>'; ended here"),
        ("<rss><title>a<link>b</link></rss>", "1:14 '<title>' is not ended; ended here"),
        (
            "<rss><link>a<description>b</description></rss>",
            "1:13 '<link>' is not ended; ended here"
        ),
        ("<rss><p><item/></p></rss>", "1:9 '<p>' is not ended; ended here"),
        ("<rss a='1' a='2'/>", "1:12 attribute 'a' twice; the first is kept"),
        ("<rss a=1/>", "1:6 attribute 'a' without quotes; mended"),
        ("<rss a/>", "1:6 attribute 'a' without quotes; mended"),
        ("<rss ='x'/>", "1:6 broken attribute; left out"),
        ("<rss a='<'/>", "1:9 '<' inside an attribute; read as text"),
        ("<rss><x:a/></rss>", "1:6 undeclared prefix 'x'; read as usual"),
        (
            "<!DOCTYPE rss><rss><b xmlns='relative'/></rss>",
            "1:20 namespace 'relative' is no absolute address; read as usual"
        ),
        (
            "<!DOCTYPE rss><rss><b xmlns='http://a b/'/></rss>",
            "1:20 namespace 'http://a b/' is no address; read as usual"
        ),
        (
            "<!DOCTYPE rss><rss><b xmlns:x='http://a b/'/></rss>",
            "1:20 namespace 'http://a b/' is no address; read as usual"
        ),
        // Text.
        ("<rss>a & b</rss>", "1:8 '&' that starts no reference; read as text"),
        ("<rss>\r\n&oacute;</rss>", "2:1 undeclared entity '&oacute;'; read as 'ó'"),
        ("<rss>&nope;</rss>", "1:6 unknown entity '&nope;'; read as text"),
        ("<rss>&#150;</rss>", "1:6 control character '&#150;'; read as '–'"),
        ("<rss>&#1;</rss>", "1:6 reference to a forbidden character; left out"),
        ("<rss>a < b</rss>", "1:8 '<' that starts no tag; read as text"),
        ("<rss>a <? b</rss>", "1:8 '<' that starts no tag; read as text"),
        ("<rss>a<b, c</rss>", "1:7 '<' that starts no tag; read as text"),
        ("<rss>]]></rss>", "1:6 ']]>' outside a CDATA section; read as text"),
        ("<rss>ł\u{1}</rss>", "1:7 control characters; left out"),
        ("<rss>\u{FFFE}</rss>", "1:6 forbidden characters; left out"),
        (
            "<rss><a><![CDATA[x</a><b><![CDATA[y]]></b></rss>",
            "1:19 a CDATA section that is not ended; ended here"
        ),
        ("<rss><feed></feed></rss>", "1:1 '<rss>' around a feed in Atom; left out"),
        // Entries.
        ("<rss><item/></rss>", "1:6 an item without title, text, link or guid; left out"),
        (
            "<rss><item><title>x</title><pubDate>never</pubDate></item></rss>",
            "1:28 'never' is not a date; left out"
        ),
        (
            "<rss><item><guid>1</guid></item>\n<item><guid>1</guid></item></rss>",
            "2:1 entry '1' comes twice; left out"
        ),
        (
            "<rss><item><description>&amp;lt;p&amp;gt;x&amp;lt;/p&amp;gt;</description></item></rss>",
            "1:6 HTML that is escaped twice; read as HTML"
        ),
    ])
    func `a repair of XML is listed with its place`(document: String, problem: String) throws {
        #expect(try Self.problems(Array(document.utf8)).contains(problem))
    }

    @Test(arguments: [
        "<a b='&quot;&#34;&apos;'/>", "<!-- a -->", "<?a b?>", "<![CDATA[a]]>", "&#34;&quot;",
    ])
    func `what XML allows is no repair, however often it stands`(piece: String) throws {
        // Not what is read straight from its bytes: that has no limit on repairs.
        let start = "<!DOCTYPE rss><rss><channel><item><title>a</title><x>"
        let pieces = String(repeating: piece, count: 20)
        let document = try DocumentParser(limits: ParseLimits(maximumRepairs: 10)).parse(
            Array("\(start)\(pieces)</x></item></channel></rss>".utf8))
        #expect(document.entries.count == 1)
        #expect(document.problems == [])
    }

    @Test(arguments: [
        "<x>& </x>", "<x a='<'/>", "<x a=b/>", "</y>", "<x>a<b, </x>",
    ])
    func `a document of nothing but repairs is refused`(piece: String) throws {
        let pieces = String(repeating: piece, count: 10)
        func parse(_ more: String) throws -> ParsedDocument {
            try DocumentParser(limits: ParseLimits(maximumRepairs: 10)).parse(
                Array(
                    "<rss><channel><item><title>a</title>\(pieces)\(more)</item></channel></rss>"
                        .utf8))
        }
        #expect(try parse("").problems.count == 10)
        let error = #expect(throws: ParseError.self) { try parse(piece) }
        #expect(error?.description.contains("more than 10 pieces are not as XML has them") == true)
    }

    @Test(arguments: [
        ("{\"items\": [1,], \(version)}", "1:13 a comma before the end of a list; left out"),
        ("{\(version)};", "1:48 text after the end of the JSON; left out"),
        ("{\"a\": \"\n\", \(version)}", "1:8 a line break or tab within a text; kept"),
        (
            "{\(version), \"items\": [\n{}]}",
            "2:1 an item without title, text, link or id; left out"
        ),
    ])
    func `a repair of JSON is listed with its place`(document: String, problem: String) throws {
        #expect(try Self.problems(Array(document.utf8)).contains(problem))
    }

    @Test(
        arguments: [
            ("<rss>ż</rss>", [0xBF], "iso-8859-2", "1:1 not iso-8859-2 as stated; read as utf-8"),
            ("<rss>ż ab@</rss>", [0xC5], nil, "1:10 bytes that are not utf-8; read as U+FFFD"),
            (
                "<rss>ż<a>@</a></rss>", [0xBF], nil,
                "1:10 text that is not utf-8; read as windows-1250"
            ),
            ("<rss>ż</rss>", [], "utf-16", "1:1 not utf-16 as stated; read as utf-8"),
            (
                "<rss>WieÅ›ci z Å\u{81}odzi, Å¼</rss>", [], "utf-8",
                "1:9 utf-8 that was encoded once more; undone"
            ),
            (
                "<rss><a>ż</a>\n<a>Å¼ Ã³ Ä™</a></rss>", [], nil,
                "2:4 fields of utf-8 that was encoded once more; undone"
            ),
            ("<rss>ż</rss>", [], "own", "1:1 unknown charset 'own'; read as utf-8"),
        ] as [(String, [UInt8], String?, String)])
    func `a repair of characters is listed with its place`(
        document: String, bytes: [UInt8], charset: String?, problem: String
    ) throws {
        let raw = document.utf8.flatMap { $0 == UInt8(ascii: "@") ? bytes : [$0] }
        let problems = try Self.problems(
            raw, contentType: charset.map { "text/xml; charset=\($0)" })
        #expect(problems == [problem])
    }

    private static let version = "\"version\": \"https://jsonfeed.org/version/1.1\""

    private static func problems(_ bytes: [UInt8], contentType: String? = nil) throws -> [String] {
        try DocumentParser().parse(bytes, contentType: contentType).problems.map {
            "\($0.line):\($0.column) \($0.message)"
        }
    }
}
