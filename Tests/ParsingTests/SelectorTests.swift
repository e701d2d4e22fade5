import Model
import Parsing
import Testing

struct SelectorTests {
    private static let page = Array(
        """
        <div id="a" class="post first"><p>one</p></div>
        <div class="posted"><p>two</p></div>
        <section><div class="post" data-kind="x-y"><span><p>three</p></span></div></section>
        <p lang="it's">four</p>
        """.utf8)

    @Test(arguments: [
        ("div", ["one", "two", "three"]),
        (".post", ["one", "three"]),
        ("div.post.first", ["one"]),
        ("#a", ["one"]),
        ("div > p", ["one", "two"]),
        ("div p", ["one", "two", "three"]),
        ("section div > span p", ["three"]),
        ("*[data-kind]", ["three"]),
        ("[data-kind=x-y]", ["three"]),
        ("[data-kind^='x']", ["three"]),
        ("[data-kind$=\"-y\"]", ["three"]),
        ("[data-kind*='-']", ["three"]),
        ("[class~=first], section", ["one", "three"]),
        ("P[lang=\"it's\"]", ["four"]),
        ("#a > p , .posted", ["one", "two"]),
        ("//div", ["one", "two", "three"]),
        ("./html/body/div[2]", ["two"]),
        ("//p[@lang]", ["four"]),
        ("(//div)[last()]", ["three"]),
        ("descendant::p[contains(., 'o')]", ["one", "two", "four"]),
        ("//div/@id", ["one"]),
        ("//section//span/p/text()", ["three"]),
    ])
    func `selectors find what they find in a browser`(selector: String, texts: [String]) throws {
        let document = try DocumentParser().parse(
            Self.page, kind: .page, selectors: PageSelectors(item: selector))
        #expect(document.entries.map(\.text) == texts)
    }

    @Test(arguments: [
        ("article", ["one", "two"]), ("body > main > article", ["one", "two"]),
        ("./html/body/main/article", ["one", "two"]), ("head > title", ["Blog"]),
        ("head article", []), ("body", ["one\ntwo\nthree four\nfive"]),
    ])
    func `a page that leaves out the tags of head and body has both`(
        selector: String, texts: [String]
    ) throws {
        let page = """
            <!doctype html><title>Blog</title><main><article><p>one</article>
            <article><p>two</article></main><our-line><b>three</b></our-line> \
            <our-line>four</our-line><p>five
            """
        let selectors = PageSelectors(item: selector)
        let read = {
            try DocumentParser().parse(Array(page.utf8), kind: .page, selectors: selectors)
        }
        guard !texts.isEmpty else {
            #expect(throws: ParseError.noEntries(selector: selector)) { try read() }
            return
        }
        #expect(try read().entries.map(\.text) == texts)
    }

    @Test(arguments: [
        "<body><p>one</p></body></html><p>two</p>", "<p>one</p></HTML\n><!-- cached --><p>two",
        "<p>one</p></body><p>two</p></body></html>",
        "<html><body><p>one</p></body></html><html><head><title>x</title></head><body><p>two</p></body>",
        "<p>one</p><div></body a='<'><p>two</p></div>", "<p>one</p></body></html>two",
    ])
    func `a page goes on behind a tag that ends it`(page: String) throws {
        let read = { (selector: String) in
            try DocumentParser().parse(
                Array(page.utf8), kind: .page, selectors: PageSelectors(item: selector)
            ).entries.map(\.text)
        }
        #expect(try read("body") == ["one\ntwo"])
    }

    @Test func `a selector that ends in an attribute gives its value`() throws {
        let page = """
            <div class="post" data-by="Ola &amp; Jan"><h2 title="Kasa">Post 1</h2>
            <time datetime="2026-03-05T14:05:00Z" title="2026-03-06">rano</time>
            <a href="/p/1">#</a><img alt="Kolejka do &lt;drzwi&gt;"><p>Zdjęcie</p></div>
            """
        let selectors = PageSelectors(
            item: ".post", title: "//h2/@title", author: "@data-by", date: ".//time/@datetime",
            text: "//img/@alt", link: "//a/@href")
        let document = try DocumentParser().parse(
            Array(page.utf8), url: "https://b.example/", kind: .page, selectors: selectors)
        let entry = try #require(document.entries.first)
        #expect(entry.title == "Kasa")
        #expect(entry.authors.map(\.name) == ["Ola & Jan"])
        #expect(entry.published == FeedDate.date("2026-03-05T14:05:00Z"))
        #expect(entry.text == "Kolejka do <drzwi>")
        #expect(entry.link == "https://b.example/p/1")
    }

    @Test func `a date in an attribute is not looked for in another`() throws {
        let page = "<p>a <time datetime='2026-03-05' title='2026-03-06'>7.03.2026</time></p>"
        let document = try DocumentParser().parse(
            Array(page.utf8), kind: .page,
            selectors: PageSelectors(item: "p", date: "//time/@title"))
        #expect(document.entries.first?.published == FeedDate.date("2026-03-06"))
    }

    @Test(arguments: [
        ("p", "Lead.\nOne and two.\nThree."),
        (".lead", "Lead."),
        (".body, .lead", "Lead.\nOne and two."),
        (".body, p", "Lead.\nOne and two.\nThree."),
        ("b, i", "two\nThree"),
        ("//div/p/text()", "One and\n."),
        ("blockquote, p", "Lead.\n> Quoted.\nOne and two.\nThree."),
        (".none", "Post 1\nLead.\n> Quoted.\nOne and two.\nThree."),
    ])
    func `all that a selector finds in an item is its text, once and in order`(
        selector: String, text: String
    ) throws {
        let page = """
            <article><h2>Post 1</h2><p class="lead">Lead.</p><blockquote>Quoted.</blockquote>
            <div class="body"><p>One and <b>two</b>.</p></div><p><i>Three</i>.</p></article>
            """
        let document = try DocumentParser().parse(
            Array(page.utf8), kind: .page,
            selectors: PageSelectors(item: "article", title: "h2, p", text: selector))
        #expect(document.entries.map(\.text) == [text])
        #expect(document.entries.map(\.title) == ["Post 1"])
    }

    @Test(arguments: [
        ("time", "2026-03-05"), (".posted", "2026-03-07"), (".posted, time", "2026-03-07"),
        (".none, time", "2026-03-05"), ("time, .posted", "2026-03-05"),
    ])
    func `of selectors in a list for a date, the first that finds one counts`(
        selector: String, date: String
    ) throws {
        let page = """
            <p>Joined <time datetime="2026-03-05">then</time>, said on <b class="posted">7.03.2026</b></p>
            """
        let document = try DocumentParser().parse(
            Array(page.utf8), kind: .page, selectors: PageSelectors(item: "p", date: selector))
        #expect(document.entries.first?.published == FeedDate.date(date))
    }
}
