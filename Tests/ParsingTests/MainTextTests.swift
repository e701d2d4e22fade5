import Foundation
import Model
import Parsing
import TestSupport
import Testing

struct MainTextTests {
    /// A page, and beside it what people come to it for.
    ///
    /// The files are `name.html` and `name.txt` in `Fixtures/main-text`.
    struct Case: CustomTestStringConvertible {
        let name: String
        let page: [UInt8]
        let text: String

        var testDescription: String { name }

        func read() throws(ParseError) -> PageText {
            try DocumentParser().mainText(of: page, url: "https://b.example/a/", contentType: nil)
        }

        static let all: [Case] = {
            guard
                let folder = Bundle.module.url(
                    forResource: "Fixtures/main-text", withExtension: nil)
            else { preconditionFailure("the test bundle has no Fixtures/main-text") }
            do {
                return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                    .filter { $0.hasSuffix(".html") }
                    .map { file in
                        let name = String(file.dropLast(5))
                        let text = try String(
                            contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
                        return Case(
                            name: name,
                            page: Array(try Data(contentsOf: folder.appending(path: file))),
                            text: text)
                    }
            } catch {
                preconditionFailure("the main texts cannot be read: \(error)")
            }
        }()
    }

    private static func read(_ html: String, url: String? = "https://b.example/a/") throws
        -> PageText
    {
        try DocumentParser().mainText(of: Array(html.utf8), url: url, contentType: "text/html")
    }

    /// Pages whose text comes with some words that are not wanted: names and votes around answers.
    private static let inexact: Set<String> = ["questions"]

    @Test(arguments: Case.all.filter { !inexact.contains($0.name) })
    func `the main text of a page is what stands in the file beside it`(page: Case) throws {
        #expect((try page.read().text ?? "") + "\n" == page.text)
    }

    @Test(arguments: Case.all)
    func `little is found that is not wanted, and little is missed`(page: Case) throws {
        let score = Score(found: try page.read().text ?? "", wanted: page.text)
        #expect(score.precision > 0.8)
        #expect(score.recall > 0.95)
    }

    @Test func `numbers of notes are no part of the words before them`() throws {
        let words = String(
            repeating: "Nikt nie wie, kiedy prąd wróci do domów nad rzeką. ", count: 5)
        let page = """
            <title>Awaria</title><body><article><p>\(words)Od rana Zefirnet<sup><a href="#fn1">1</a></sup> stoi.</p>
            <p>\(words)</p></article>
            """
        #expect(try Self.read(page).text?.contains("Od rana Zefirnet stoi.") == true)
    }

    @Test func `the pages are found`() {
        #expect(Case.all.count >= 20)
    }

    @Test(
        arguments: [
            ("<title>A &amp; B</title>", "A & B"), ("<title>A | Site</title><h1>A</h1>", "A"),
            ("<meta property='og:title' content=' A '><title>B</title><h1>C</h1>", "A"),
            ("<h1>A</h1><h2 itemprop='headline'>B <i>b</i></h2>", "B b"), ("<p>x</p>", nil),
        ] as [(String, String?)])
    func `a page is called what it calls itself to machines`(html: String, title: String?) throws {
        #expect(try Self.read(html).title == title)
    }

    @Test(
        arguments: [
            ("<link rel=canonical href='/b'>", "https://b.example/b"),
            ("<base href='/c/'><link rel='canonical' href='d'>", "https://b.example/c/d"),
            ("<meta property='og:url' content='https://c.example/'>", "https://c.example/"),
            ("<link rel=canonical href='javascript:x'>", nil), ("<p>x</p>", nil),
        ] as [(String, String?)])
    func `a page has the address that it wants`(html: String, address: String?) throws {
        #expect(try Self.read(html).canonical == address)
    }

    @Test(
        arguments: [
            ("<html lang='pl-PL'><p>x</p>", "pl"),
            ("<meta http-equiv='Content-Language' content='lv'><p>x</p>", "lv"),
            ("<meta property='og:locale' content='en_US'><p>x</p>", "en"), ("<p>x</p>", nil),
        ] as [(String, String?)])
    func `a page says its language`(html: String, code: String?) throws {
        #expect(try Self.read(html).language?.rawValue == code)
    }

    @Test(arguments: [
        ("<meta name=robots content='noarchive'>", false),
        ("<meta name=ROBOTS content='index, NoAI'>", false),
        ("<meta name=robots content=index><meta name=robots content='nofollow,noarchive'>", false),
        ("<meta name='tdm-reservation' content='1'>", false),
        ("<meta name='tdm-reservation' content='0'>", true),
        ("<meta name=robots content='noindex, nofollow'>", true),
        ("<meta name=description content='noarchive'>", true), ("<p>x</p>", true),
    ])
    func `a page may ask not to be kept`(html: String, isArchivable: Bool) throws {
        #expect(try Self.read(html).isArchivable == isArchivable)
    }

    @Test(arguments: [
        ("author-box", false), ("post-author-bio", false), ("wide about-author", false),
        ("o-autorze", false), ("author-jan box", true), ("authority-info", true),
    ])
    func `what tells who wrote a text is no part of it`(name: String, isText: Bool) throws {
        let text = "Zefirnet is down in all of Warsaw, and nobody answers the telephone there."
        let other = "Jan Nowak has written of networks for years, and once worked for Baltfon."
        let page = """
            <main><h1>Down</h1><div class="entry-content"><p>\(text)</p></div>
            <div class="\(name)"><p>\(other)</p></div></main>
            """
        #expect(try Self.read(page).text == (isText ? "\(text)\n\(other)" : text))
    }

    @Test func `what is only in places for furniture is found all the same`() throws {
        let text = "The comments are all that this page has, and they are what people read here."
        let page = try Self.read("<div class=comments><p>\(text)</p></div>")
        #expect(page.text == text)
        #expect(try Self.read("<nav>Menu</nav><script>x</script>").text == nil)
    }

    @Test(arguments: [
        "<!doctype html><title>Down</title><article><p>TEXT</p></article>",
        "<title>Down</title><header><h1>Down</h1></header><main><p>TEXT</main>",
        "<head><title>Down</title></head><main><p>TEXT</main>",
        "<head><title>Down</title><header>Menu</header></head><body><main><p>TEXT</main></body>",
        "<title>Down</title><section><h1>Down</h1></section><p>TEXT",
        "<title>Down</title><our-page><body><p>TEXT</p></body></our-page>",
        "<title>Down</title><script>x</script><noscript><img src=a></noscript><main>TEXT</main>",
        "<title>Down</title><amp-story><amp-story-page><p>TEXT</amp-story-page></amp-story>",
    ])
    func `a page may leave out the tags of its head and body`(page: String) throws {
        let text = "Zefirnet is down in all of Warsaw, and nobody answers the telephone there."
        let told = "<link rel=canonical href=/b><meta name=robots content=noarchive>"
        for page in [told + page, page + told] {
            let read = try Self.read(page.replacing("TEXT", with: text))
            #expect(read.text == text)
            #expect(read.title == "Down")
            #expect(read.canonical == "https://b.example/b")
            #expect(!read.isArchivable)
        }
    }

    @Test func `walls have no text`() {
        let page = "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"
        #expect(throws: ParseError.botWall(name: "Cloudflare")) { try Self.read(page) }
    }

    @Test(arguments: [
        "<p>", "<b><p>", "<div>", "<div class='post'>x", "<a href='", "<table><tr><td>x", "</p>",
        "<ul><li><a>x</a>", "<article>x", "<span class='comment share nav'>", "<!--", "&",
        "<blockquote>", "</body>x", "</html><p>", "</body <",
    ])
    func `a page of any repeated piece ends`(piece: String) {
        let size = 200_000
        let page = "<main>words \(String(repeating: piece, count: size / piece.utf8.count))"
        do {
            let text = try Self.read(page).text
            #expect((text?.utf8.count ?? 0) <= 4 * size)
        } catch let error as ParseError {
            #expect(!error.description.isEmpty)
        } catch {
            Issue.record(error)
        }
    }

    @Test(arguments: [
        """
        <article><h1>Awaria</h1><p>Zefirnet ma awarię od rana.</p><amp-accordion><section>
        <p>Zapowiada naprawę do wieczora.</p></section></amp-accordion>
        <amp-ad><p>Kup nowy router w sklepie za rogiem.</p></amp-ad></article>
        """,
        """
        <amp-story><amp-story-page><amp-story-grid-layer><h1>Awaria</h1>
        <p>Zefirnet ma awarię od rana.</p></amp-story-grid-layer></amp-story-page><amp-story-page>
        <amp-story-grid-layer><p>Zapowiada naprawę do wieczora.</p></amp-story-grid-layer>
        </amp-story-page></amp-story>
        """,
        """
        <article><h1>Awaria</h1><amp-live-list><button update>Nowe</button><div items>
        <p>Zefirnet ma awarię od rana.</p><p>Zapowiada naprawę do wieczora.</p></div></amp-live-list>
        </article>
        """,
    ])
    func `what AMP lays out is of the text, what it embeds is not`(page: String) throws {
        let text = "Zefirnet ma awarię od rana.\nZapowiada naprawę do wieczora."
        #expect(try Self.read(page).text == text)
    }

    @Test func `a page is given no more time than others`() {
        let parser = DocumentParser(limits: ParseLimits(processorTime: .zero))
        let error = #expect(throws: ParseError.self) {
            try parser.mainText(of: Array("<p>x</p>".utf8), url: nil, contentType: nil)
        }
        #expect(error?.description.contains("reading took longer than") == true)
    }

    @Test func `a page is read no slower for what its elements are called`() {
        func time(ofWords count: Int) -> Double {
            let names = String(repeating: "a b ", count: count)
            let page = String(repeating: "<div class='\(names)'>Nie działa.</div>", count: 40)
            let start = ProcessorTime.now
            #expect(throws: Never.self) { try Self.read(page) }
            return ProcessorTime.now - start
        }
        #expect(time(ofWords: 6_000) < 3 * time(ofWords: 1_000) + 0.05)
    }

    // MARK: - Private

    /// How much of what was found was wanted, and of what was wanted found, in words.
    private struct Score {
        let precision: Double
        let recall: Double

        init(found: String, wanted: String) {
            let found = Self.counts(found)
            let wanted = Self.counts(wanted)
            let both = found.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
            precision = Double(both) / Double(max(1, found.values.reduce(0, +)))
            recall = Double(both) / Double(max(1, wanted.values.reduce(0, +)))
        }

        private static func counts(_ text: String) -> [Substring: Int] {
            text.split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) {
                $0[$1, default: 0] += 1
            }
        }
    }
}
