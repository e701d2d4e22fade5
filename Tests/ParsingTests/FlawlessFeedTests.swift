import Model
import Parsing
import TestSupport
import Testing

/// Feeds without a flaw are read in a way of their own, and come to the same as by libxml2.
struct FlawlessFeedTests {
    /// Were it few of the fixtures, the tests below would compare little.
    @Test func `feeds of all formats are read without libxml2`() throws {
        let flawless = try Fixture.all.filter { try Self.isFlawless($0.input) }
        #expect(flawless.count > 90)
        let formats = Set(try flawless.map { try $0.parse().feed.format })
        #expect(formats.isSuperset(of: [.rss09x, .rss10, .rss20, .atom03, .atom10]))
    }

    @Test(arguments: Fixture.all)
    func `a feed is read alike by libxml2`(fixture: Fixture) throws {
        try Self.compare(fixture.input)
    }

    @Test func `a damaged feed is read alike by libxml2`() async throws {
        try await Fixture.forEachAtOnce { fixture in
            var mutator = Mutator(seed: UInt64(fixture.input.count) &+ 1)
            for _ in 0..<max(1, MutationTests.count / Fixture.all.count) {
                try Self.compare(mutator.damaged(fixture.input))
            }
        }
    }

    @Test(arguments: ["#", "#feed\n", "#rss\n", "x", "&", "<", "\n"])
    func `what stands before the first element is read alike by libxml2`(piece: String) throws {
        for feed in [
            "<rss><channel><item><title>a</title></item></channel></rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title></entry></feed>",
        ] {
            try Self.compare(Array((piece + feed).utf8))
        }
    }

    /// Each piece stands where text, a tag or an attribute of a plain feed may.
    @Test(arguments: [
        "<a:b/>", "<b xmlns:a='http://a.example/' a:c='1' a:d='2'/>", "<b c='1' c='2'/>",
        "<b xmlns:a='http://a.example/' xmlns:d='http://a.example/' a:c='1' d:c='2'/>",
        "<b xmlns='relative'/>", "<b xmlns=''/>", "<b xmlns:a=''/>", "<b xmlns:xml='http://a.b/'/>",
        "<b xmlns:a='http://www.w3.org/2000/xmlns/'/>", "<b xmlns:a='http://a b/'/>",
        "<b xml:space='maybe'/>", "<xml:b/>", "<b:c:d/>", "<b c:d:e='1'/>", "<b c='<'/>",
        "<b c='a&b'/>", "<b c='&nbsp;'/>", "<b c = 'd'/>", "<b c=d/>", "<b c/>", "<b c='1'd='2'/>",
        "<b>]]></b>", "<b>&nbsp;</b>", "<b>&#0;</b>", "<b>&#xD800;</b>", "<b>&#x41;</b>",
        "<b><title><link/></title></b>", "<b><item/></b>", "<item><title>in it</title></item>",
        "<b></c>", "<b></b >", "<b></B>", "<b", "<b/ >", "<ł/>", "<b ł='1'/>", "<!-- c -->",
        "<!-->", "<!-- - -- -->", "<?p i?>", "<?xml version='1.0'?>", "<![cdata[x]]>",
        "<![CDATA[x]]>", "<![CDATA[x]]><![CDATA[y]]>", "x<![CDATA[y]]>", "<![CDATA[x]]>y",
        "<![CDATA[]]>", "]]>", "&amp;", "&#38;lt;", "&#38;#60;", "&lt;b&gt;", "&bdquo;", "&",
        "a\rb",
        "a\r\nb", "\r", "&#13;", "<c>x</c>", "<title type='xhtml'><div>x</div></title>",
        "<title TYPE='XHTML'><div>x</div></title>", "<title type='XHTML'><div>x</div></title>",
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a<br/>b</div></content>",
        "<content type='xhtml' src='x'><div>x</div></content>", "\u{7F}1;", "\t", "<title/>",
        "<m:title xmlns:m='http://search.yahoo.com/mrss/'>x</m:title>",
        "<title xmlns='http://search.yahoo.com/mrss/'>x</title>", "<guid isPermaLink='&#10;x'/>",
        "<link href='a\nb'/>", "<link href='a\tb&amp;c&#38;d'/>", "<link href=\"a'b\"/>",
    ])
    func `what is not plain is read alike by libxml2`(piece: String) throws {
        let frames: [(before: String, after: String)] = [
            ("<rss><channel>", "<item><title>a</title></item></channel></rss>"),
            ("<rss><channel><item><title>a", "</title><guid>b</guid></item></channel></rss>"),
            ("<rss><channel><item><title>", "</title><guid>b</guid></item></channel></rss>"),
            ("<rss><channel><item><source>", "</source><guid>b</guid></item></channel></rss>"),
            ("<rss><channel><item><title>a</title>", "<guid>b</guid></item></channel></rss>"),
            ("<rss><channel><item><title>a</title></item></channel></rss>", ""),
            ("<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "<id>b</id></entry></feed>"),
            ("<feed><entry><title>a</title>", "<id>b</id></entry></feed>"),
            ("<feed><entry><id>b</id><content type='html'>", "</content></entry></feed>"),
            (
                "<feed><entry><id>b</id><content type='xhtml'><div>",
                "</div></content></entry></feed>"
            ),
            ("<feed><entry><id>b</id><content type='xhtml'>", "</content></entry></feed>"),
            ("<feed><entry><id>b</id><source>", "</source></entry></feed>"),
            ("<feed><entry><id>b</id><author>", "</author></entry></feed>"),
            ("<feed><entry><id>b</id><author><name>a</name>", "</author></entry></feed>"),
            ("<feed><entry><id>b</id><category>", "</category></entry></feed>"),
        ]
        for (before, after) in frames {
            try Self.compare(Array("\(before)\(piece)\(after)".utf8))
        }
    }

    /// Each element looks through all of them.
    @Test(arguments: [(48, true), (49, false)])
    func `a feed of very many prefixes is left to libxml2`(count: Int, isFlawless: Bool) throws {
        let prefixes = (0..<count).map { " xmlns:n\($0)='http://a.example/\($0)'" }.joined()
        let feed = "<rss\(prefixes)><channel><title>x</title></channel></rss>"
        #expect(try Self.isFlawless(Array(feed.utf8)) == isFlawless)
    }

    // MARK: - Private

    private static func isFlawless(_ bytes: [UInt8]) throws -> Bool {
        try readings(of: bytes) != nil
    }

    private static func compare(_ bytes: [UInt8]) throws {
        guard let (straight, byLibXML2) = try readings(of: bytes) else { return }
        #expect(straight == byLibXML2, "\(String(decoding: bytes, as: UTF8.self))")
    }

    /// A document read in both ways; `nil` if it is not flawless.
    private static func readings(of bytes: [UInt8]) throws
        -> (straight: ParsedDocument, byLibXML2: ParsedDocument)?
    {
        do {
            return try DocumentParser().bothReadings(of: bytes, url: "https://site.example/feed")
        } catch .notText, .unknownCharset, .empty, .tooLarge {
            // What is no text is no feed either, flawless or not.
            return nil
        }
    }
}
