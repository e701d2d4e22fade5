import Model
import Parsing
import Testing

struct CutOffPageTests {
    @Test(arguments: [
        ("<html><body><article><p>Awaria trwa od", true), ("<div><p>Awaria trwa", true),
        ("<article><p>Awaria trwa</article><script>var a =", true),
        ("<article><p>Awaria trwa</article><footer>Kontakt", true),
        // A whole page may leave out the end tags of these.
        ("<html><body><article><p>Awaria trwa</article>", false), ("<p>Awaria trwa", false),
        ("<main><ul><li>Awaria<li>trwa</ul></main>", false),
        // Sloppy, but it says that it ends.
        ("<html><body><div><article><p>Awaria trwa</article></BODY>", false),
        ("<html><div><p>Awaria trwa</html>", false),
        // An end tag too many closes nothing.
        ("</div></div><div><p>Awaria trwa", true),
    ])
    func `a page is cut off where it neither says that it ends nor ends what it began`(
        page: String, isCutOff: Bool
    ) throws {
        let text = try DocumentParser().mainText(
            of: Array(page.utf8), url: nil, contentType: nil)
        #expect(text.isCutOff == isCutOff)
    }

    @Test func `posts of a page that is cut off are read, and it is told`() throws {
        let page = """
            <html><body><main>
            <article id="p1"><p>Awaria na Długiej.</p></article>
            <article id="p2"><p>U mnie nie działa od
            """
        let document = try Self.parse(page)
        #expect(document.entries.map(\.text) == ["Awaria na Długiej.", "U mnie nie działa od"])
        #expect(document.feed.hints.isCutOff)
        let end = "; what may be missing is read when it comes whole; "
        #expect(
            document.problems == [
                ParseProblem(
                    line: 3, column: 41,
                    message: "the page ends too early\(end)tell its owner if it ends so each time")
            ])
        let whole = try Self.parse(page + " rana.</p></article></main></body></html>")
        #expect(!whole.feed.hints.isCutOff)
        #expect(whole.problems == [])
    }

    @Test func `a page that is cut off before its first post is told to end too early`() {
        #expect(throws: ParseError.truncated(at: TextPosition(line: 1, column: 25))) {
            try Self.parse("<html><body><div><nav><a")
        }
    }

    // MARK: - Private

    private static func parse(_ page: String) throws -> ParsedDocument {
        try DocumentParser().parse(
            Array(page.utf8), url: "https://blog.example/", kind: .page,
            selectors: PageSelectors(item: "article"))
    }
}
