import Parsing
import Testing

struct FeedLinkTests {
    private static func links(_ html: String, url: String? = "https://b.example/blog/")
        -> [FeedLink]
    {
        DocumentParser().feedLinks(in: Array(html.utf8), url: url, contentType: "text/html")
    }

    @Test(
        arguments: [
            ("type='application/rss+xml' href='/f' rel=alternate", "https://b.example/f"),
            (
                "rel='ALTERNATE home' type='Application/Atom+XML; charset=utf-8' href=a",
                "https://b.example/blog/a"
            ),
            (
                "rel=alternate type='application/feed+json' href='//c.example/j'",
                "https://c.example/j"
            ),
            ("rel=alternate type='text/xml' href='/rss.php'", "https://b.example/rss.php"),
            ("rel=feed href='/news'", "https://b.example/news"),
            (
                "rel=alternate type='application/rss+xml' href='feed://b.example/f'",
                "http://b.example/f"
            ),
            (
                "rel=alternate type='application/rss+xml' href='feed:https://b.example/f'",
                "https://b.example/f"
            ),
            ("rel=alternate type='application/json' href='/wp-json/1'", nil),
            ("rel=alternate type='text/xml+oembed' href='/oembed'", nil),
            ("rel=alternate type='text/xml' href='/data'", nil),
            ("rel=alternate hreflang=pl href='/pl'", nil),
            ("rel=stylesheet type='application/rss+xml' href='/f'", nil),
            ("rel=alternate type='application/rss+xml' href='ftp://b.example/f'", nil),
            ("rel=alternate type='application/rss+xml' href=''", nil),
        ] as [(String, String?)])
    func `a page declares its feeds in links`(attributes: String, url: String?) {
        let links = Self.links("<head><link \(attributes)></head><p>x</p>")
        #expect(links.map(\.url) == [url].compactMap(\.self))
        #expect(links.filter { !$0.isDeclared } == [])
    }

    @Test(arguments: [
        ("/feed/", "x"), ("/rss", "x"), ("/rss.xml", "x"), ("/feeds/posts/default", "x"),
        ("/news.atom", "x"), ("/feed.php?f=3", "x"), ("/?feed=rss2", "x"),
        ("/export?format=atom", "x"),
        ("/index.rdf", "x"), ("/feed.json", "x"), ("/a?rss", "x"),
        ("https://news.b.example/RSS/", "x"),
        ("https://www.b.example:443/feed", "x"), ("/subscribe", "RSS"), ("/subscribe", "Atom feed"),
        ("/subscribe", "<img src=i.png alt='RSS 2.0'>"), ("/s\" title=\"RSS", "<i></i>"),
    ])
    func `links that look like feeds are found too`(address: String, text: String) {
        let links = Self.links("<p>See <a href=\"\(address)\">\(text)</a>.</p>")
        #expect(links.count == 1)
        #expect(links.allSatisfy { !$0.isDeclared && $0.url.contains("b.example") })
    }

    @Test(arguments: [
        ("/sitemap.xml", "x"), ("/feedback", "x"), ("/animal-feed", "Animal feed"),
        ("/rss.html", "RSS"),
        ("/rss.png", "x"), ("https://c.example/feed", "x"), ("https://bb.example/feed", "x"),
        ("/a", "how we write about RSS and other old ways to follow blogs"), ("/a?q=rss", "x"),
        ("mailto:feed@b.example", "feed"), ("javascript:feed()", "RSS"), ("#rss", "x"),
        ("/atomic", "x"),
    ])
    func `other links are not`(address: String, text: String) {
        #expect(Self.links("<a href='\(address)'>\(text)</a>") == [])
    }

    @Test func `declared feeds come first, each once, with what the page calls them`() {
        let links = Self.links(
            """
            <base href="https://b.example/pl/"><a href="rss">Kanał <b>RSS</b></a>
            <link rel=alternate type="application/rss+xml" href="feed" title="Wpisy &amp; nowości">
            <a href="feed">RSS</a> <a href="rss">RSS</a><!-- <a href="/feed/2"> -->
            <a rel="feed" href="all">Wszystko</a><script>"<a href='/feed/3'>"</script>
            """)
        #expect(
            links == [
                FeedLink(
                    url: "https://b.example/pl/feed", title: "Wpisy & nowości",
                    type: "application/rss+xml", isDeclared: true),
                FeedLink(url: "https://b.example/pl/all", title: "Wszystko", isDeclared: true),
                FeedLink(url: "https://b.example/pl/rss", title: "Kanał RSS", isDeclared: false),
            ])
    }

    @Test func `no more than fifty are listed`() {
        let many = (1...80).map { "<a href='/feed/\($0)'>x</a>" }.joined()
        #expect(Self.links(many).map(\.url) == (1...50).map { "https://b.example/feed/\($0)" })
    }

    @Test func `an address that is longer than one may be is left out`() {
        let long = String(repeating: "x", count: 2_048)
        let html = "<a rel=feed href='/\(long)'>x</a><a rel=feed href='/news'>x</a>"
        #expect(Self.links(html).map(\.url) == ["https://b.example/news"])
    }

    @Test func `links are read until their addresses are several times as long as the page`() {
        let base = "https://b.example/\(String(repeating: "x", count: 1_000))/"
        let links = (0..<1_000).map { "<a href='\($0)'>x</a>" }.joined()
        #expect(Self.links("<base href='\(base)'>\(links)<a rel=feed href=/f>x</a>").isEmpty)
        #expect(Self.links("\(links)<a rel=feed href=/f>x</a>").count == 1)
    }

    @Test func `without the page's address only whole addresses are found`() {
        let html = "<a href='/feed'>x</a><a href='https://c.example/feed'>x</a>"
        #expect(Self.links(html, url: nil).map(\.url) == ["https://c.example/feed"])
    }

    @Test(arguments: ["", "%PDF-1.4", "<a href='/feed'", "<a href='/feed'>x"])
    func `what is no page, or half of one, offers what it can`(text: String) {
        #expect(Self.links(text).count == (text.contains("href") ? 1 : 0))
    }
}
