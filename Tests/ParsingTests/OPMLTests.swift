import Model
import Parsing
import TestSupport
import Testing

struct OPMLTests {
    private typealias Outline = OPMLDocument.Outline

    private static func read(_ body: String, head: String = "") throws -> OPMLDocument {
        try OPMLReader.read(
            Array("<opml version='2.0'><head>\(head)</head><body>\(body)</body></opml>".utf8))
    }

    @Test func `a list is read with its folders and all that it says`() throws {
        let document = try Self.read(
            """
            <outline text="Prasa">
              <outline text="Lokalna" title="x">
                <outline type="rss" text="Gazeta" title="Gazeta &amp; dom" xmlUrl="https://g.example/rss"
                  htmlUrl="https://g.example/" language="pl" description="Opis" version="RSS2"
                  category="/Prasa/Lokalna, miasto,," created="Mon, 02 Nov 2026 08:00:00 GMT"/>
              </outline>
              <outline text="Pusty"/>
            </outline>
            <outline XMLURL="https://l.example/atom" TEXT="Ziņas"/>
            """, head: "<title>Moje &lt;listy&gt;</title><dateCreated>2026</dateCreated>")
        #expect(document.title == "Moje <listy>")
        #expect(
            document.outlines == [
                Outline(
                    text: "Gazeta", title: "Gazeta & dom", type: "rss",
                    xmlURL: "https://g.example/rss", htmlURL: "https://g.example/", language: "pl",
                    description: "Opis", version: "RSS2", categories: ["/Prasa/Lokalna", "miasto"],
                    folder: ["Prasa", "Lokalna"],
                    otherAttributes: [
                        .init(name: "created", value: "Mon, 02 Nov 2026 08:00:00 GMT")
                    ]),
                Outline(text: "Pusty", folder: ["Prasa"]),
                Outline(text: "Ziņas", xmlURL: "https://l.example/atom"),
            ])
        #expect(document.problems == [])
    }

    @Test func `what is inside a comment is one`() throws {
        let document = try Self.read(
            """
            <outline text="a" isComment="TRUE"><outline text="b" isComment="false" xmlUrl="x"/></outline>
            <outline text="c" isComment="false" xmlUrl="y"/>
            """)
        #expect(document.outlines.map(\.isComment) == [true, false])
    }

    @Test func `a feed may hold others, and stays one`() throws {
        let document = try Self.read(
            "<outline text='a' xmlUrl='x'><outline><outline title='b' xmlUrl='y'/></outline></outline>"
        )
        #expect(document.outlines.map(\.xmlURL) == ["x", "y"])
        #expect(document.outlines.map(\.folder) == [[], ["a"]])
    }

    @Test func `a broken list is mended, and says so`() throws {
        let document = try OPMLReader.read(
            Array(
                """
                <?xml version="1.0"?>
                <OPML><body><Outline text="A & B" xmlUrl=https://a.example/?a=1&b=2 x:y="1">
                <outline text="C" xmlUrl="c"/>
                </body></OPML>
                """.utf8))
        #expect(document.outlines.map(\.text) == ["A & B", "C"])
        #expect(document.outlines.map(\.xmlURL) == ["https://a.example/?a=1&b=2", "c"])
        #expect(
            document.problems.map(\.message) == [
                "undeclared prefix 'x'; read as usual",
                "attribute 'x:y' of an extension; left out",
                "'&' that starts no reference; read as text",
                "attribute 'xmlUrl' without quotes; mended",
                "'&' that starts no reference; read as text",
                "'<Outline>' is not ended; ended here",
            ])
        #expect(document.problems.filter { $0.line < 2 }.isEmpty)
    }

    @Test func `an address that calls a feed reader is the one it stands for`() throws {
        let list = """
            <opml><body><outline xmlUrl="feed://a.example/rss"/>
            <outline xmlUrl=" feed:https://b.example/rss"/></body></opml>
            """
        #expect(
            try OPMLReader.read(Array(list.utf8)).outlines.map(\.xmlURL) == [
                "http://a.example/rss", "https://b.example/rss",
            ])
    }

    @Test func `a list of very many outlines is cut, and says so`() throws {
        let many = String(repeating: "<outline text='a' xmlUrl='x'/>", count: 12)
        let document = try OPMLReader.read(
            Array("<opml><body>\(many)</body></opml>".utf8), maximumOutlines: 10)
        #expect(document.outlines.count == 10)
        #expect(
            document.problems.map(\.message) == [
                "12 outlines, the limit is 10; the rest is left out"
            ])
    }

    @Test func `outlines inside outlines cost no more than beside them`() throws {
        let depth = 200
        let nested =
            String(
                repeating: "<outline text='\(String(repeating: "n", count: 500))'>", count: depth)
            + String(repeating: "<outline xmlUrl='x'/>", count: 15_000)
            + String(repeating: "</outline>", count: depth)
        let document = try Self.read(nested)
        #expect(document.outlines.count == 15_000)
        #expect(document.outlines.last?.folder.count == depth)
    }

    @Test(arguments: [
        ("", "the document is empty; check the address"),
        (
            "words",
            "line 1, column 1: this is text without any element, not an OPML list of feeds; check the file"
        ),
        (
            "\n<rss></rss>",
            "line 2, column 1: this is a feed, not an OPML list of feeds; check the file"
        ),
        (
            "<html></html>",
            "line 1, column 1: this is an HTML page, not an OPML list of feeds; check the file"
        ),
        (
            "<a:x></a:x>",
            "line 1, column 1: this is a document of 'x', not an OPML list of feeds; check the file"
        ),
        (
            "<opml><body>",
            "line 1, column 13: the document ends too early; tell the publisher if it does each time"
        ),
    ])
    func `what is no list is refused with its reason`(text: String, message: String) {
        let error = #expect(throws: ParseError.self) { try OPMLReader.read(Array(text.utf8)) }
        #expect(error?.description == message)
    }

    @Test func `a list is written sorted, with standard attributes first`() {
        let outlines = [
            Outline(text: "b", xmlURL: "2", folder: ["F", "G"]),
            Outline(
                text: "a", title: "A", type: "rss", xmlURL: "1", htmlURL: "h", language: "lv",
                description: "d", version: "RSS2", categories: ["x,y", "/z"], folder: ["F"],
                isComment: true,
                otherAttributes: [
                    .init(name: "zeta", value: "1"), .init(name: "created", value: "2"),
                    .init(name: "TEXT", value: "no"), .init(name: "a:b", value: "no"),
                    .init(name: "x y", value: "no"), .init(name: "zeta", value: "no"),
                ]),
            Outline(xmlURL: "https://c.example/"),
        ]
        let document = OPMLDocument(title: "T<", outlines: outlines)
        let bytes = OPMLWriter.document(document)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>T&lt;</title>
                  </head>
                  <body>
                    <outline text="https://c.example/" xmlUrl="https://c.example/"/>
                    <outline text="F">
                      <outline text="a" title="A" type="rss" xmlUrl="1" htmlUrl="h" language="lv" \
                description="d" version="RSS2" category="x y,/z" isComment="true" created="2" zeta="1"/>
                      <outline text="G">
                        <outline text="b" xmlUrl="2"/>
                      </outline>
                    </outline>
                  </body>
                </opml>

                """)
        let reversed = OPMLDocument(title: "T<", outlines: outlines.reversed())
        #expect(OPMLWriter.document(reversed) == bytes)
    }

    @Test(arguments: 0..<200)
    func `a list that was written is read as it was`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let document = OPMLDocument(
            title: Self.text(using: &random),
            outlines: (0..<Int.random(in: 0...8, using: &random)).map { _ in
                Self.outline(using: &random)
            })
        let bytes = OPMLWriter.document(document)
        let again = try OPMLReader.read(bytes)
        #expect(again.problems == [])
        #expect(again.title == document.title)
        #expect(
            Self.counts(again.outlines.map(Self.sortingAttributes))
                == Self.counts(document.outlines.map(Self.sortingAttributes)))
        #expect(OPMLWriter.document(again) == bytes)
    }

    @Test(arguments: [
        "\"/><outline xmlUrl=\"evil\"/>", "]]>", "<![CDATA[x", "<!--", "&amp;lt;", "&#0;", "&nope;",
        "a\nb\tc\r\nd", "'\"'", "</opml>", "<?xml ?>", "\u{2028}\u{85}", "😀 e\u{301}", "%20&",
    ])
    func `whatever is written stays where it is`(text: String) throws {
        let outline = Outline(
            text: text, title: text, type: text, xmlURL: text, htmlURL: text, language: text,
            description: text, version: text, folder: [text],
            otherAttributes: [.init(name: "other", value: text)])
        let bytes = OPMLWriter.document(OPMLDocument(title: text, outlines: [outline]))
        let document = try OPMLReader.read(bytes)
        #expect(document == OPMLDocument(title: text, outlines: [outline]))
    }

    @Test func `characters that XML has no place for are left out`() throws {
        let outline = Outline(text: "a\u{0}\u{1}b\u{FFFE}\u{FFFF}\u{1B}c")
        let document = try OPMLReader.read(
            OPMLWriter.document(OPMLDocument(outlines: [outline])))
        #expect(document.outlines == [Outline(text: "abc")])
    }

    // MARK: - Private

    private static let pieces = [
        "a", "Ł", "ņ", "<", ">", "&", "\"", "'", "&amp;", "]]>", "\n", " ", ";", "/", "😀", "{",
        "\t",
    ]

    private static func text(using random: inout SeededGenerator) -> String {
        let middle = (0..<Int.random(in: 0...12, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }
        // Blanks at the ends are nobody's.
        return "x\(middle.joined())y"
    }

    private static func some(using random: inout SeededGenerator) -> String? {
        Bool.random(using: &random) ? text(using: &random) : nil
    }

    private static func outline(using random: inout SeededGenerator) -> Outline {
        Outline(
            text: text(using: &random), title: some(using: &random), type: some(using: &random),
            xmlURL: some(using: &random), htmlURL: some(using: &random),
            language: some(using: &random), description: some(using: &random),
            version: some(using: &random),
            categories: [some(using: &random), some(using: &random)].compactMap(\.self),
            folder: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                ["F", "G<", "\"H"].randomElement(using: &random) ?? ""
            },
            isComment: Bool.random(using: &random),
            otherAttributes: ["created", "url"].compactMap { name in
                some(using: &random).map { .init(name: name, value: $0) }
            })
    }

    private static func sortingAttributes(_ outline: Outline) -> Outline {
        var outline = outline
        outline.otherAttributes.sort { $0.name < $1.name }
        return outline
    }

    private static func counts(_ outlines: [Outline]) -> [Outline: Int] {
        outlines.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
