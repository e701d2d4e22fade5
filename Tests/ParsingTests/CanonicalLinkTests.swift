import Model
import TestSupport
import Testing

struct CanonicalLinkTests {
    @Test(arguments: [
        ("https://a.example/1", "https://a.example/1"),
        ("https://a.example/1?utm_source=x&b=2#top", "https://a.example/1?b=2"),
        ("https://a.example/1#p10", "https://a.example/1#p10"),
        ("https://m.a.example/1/amp/?amp=1", "https://a.example/1"),
        ("HTTP://A.example:80/B", "http://a.example/B"),
        ("https://a.example/1;jsessionid=7?a=1", "https://a.example/1?a=1"),
        ("https://a.example/1/amp;jsessionid=7", "https://a.example/1"),
        ("https://a.example/1?a=1&amp;utm_source=x&amp;b=2", "https://a.example/1?a=1&b=2"),
        ("https://a.example/1?a=1&amp;b=2", "https://a.example/1?a=1&amp;b=2"),
        ("https://a.example/1?ref=12&ref=top&&", "https://a.example/1?ref=12"),
        ("https://a.example/1?source=rss-8f2c51d0a7be------2", "https://a.example/1"),
        (
            "https://a.example/1?source=used-cars&from=home",
            "https://a.example/1?source=used-cars&from=home"
        ),
        ("https://a.example/1?from=rss&src=app", "https://a.example/1?src=app"),
        (
            "https://a.example/?p=7&mibextid=Zx&ns_campaign=y&ns_id=3",
            "https://a.example/?p=7&ns_id=3"
        ),
        ("https://a.example/1?WT.mc_id=a&WT.page=2&itm_source=b", "https://a.example/1?WT.page=2"),
        (
            "https://a.example/?id=7&page=2&mbid=3&cid=4",
            "https://a.example/?id=7&page=2&mbid=3&cid=4"
        ),
        ("https://a.example/1?#a=1", "https://a.example/1"),
        (
            "https://x-example.cdn.ampproject.org/c/s/x.example/1.amp.html",
            "https://x.example/1.html"
        ),
        (
            "https://forum-example.cdn.ampproject.org/v/s/forum.example/t.php?t=12&amp_js_v=0.1&usqp=m",
            "https://forum.example/t.php?t=12"
        ),
        (
            "https://www.google.com/amp/s/forum.example/t.php;a=1?t=13#p4",
            "https://forum.example/t.php;a=1?t=13"
        ),
        ("https://Żubr.example/Żubr", "https://żubr.example/Żubr"),
        ("https://m.a.mobile.b.example/m.", "https://a.b.example/m."),
        (
            "https://www.google.com/url?rct=j&sa=t&url=https://a.example/1%3Fb%3D2&usg=AOvV",
            "https://a.example/1?b=2"
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fm.a.example%2F1&h=x", "https://a.example/1"),
        (
            "http://www.bing.com/news/apiclick.aspx?ref=FexRss&tid=1&url=https%3a%2f%2fa.example%2f1&c=2",
            "https://a.example/1"
        ),
        (
            "https://www.bing.com/search?url=https%3a%2f%2fa.example",
            "https://www.bing.com/search?url=https%3a%2f%2fa.example"
        ),
        ("https://www.google.com/url?usg=AOvV", "https://www.google.com/url?usg=AOvV"),
        ("https://m.com.pl/a?", "https://m.com.pl/a"),
        ("https://m.sklep.com.pl/a?", "https://sklep.com.pl/a"),
        ("https://a.example./1", "https://a.example/1"),
        ("http://A.example.:80", "http://a.example"),
        ("https://a.example:8443/1", "https://a.example:8443/1"),
        ("https://a.example/amp/amp/", "https://a.example/amp"),
        ("https://a.example/1/amp/amp/", "https://a.example/1"),
        ("https://a.example/1.amp.amp.html", "https://a.example/1.html"),
        (
            "https://www.google.com/url?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fa.example%252F1",
            "https://a.example/1"
        ),
        ("https://a.example/%c4%85/%7Ea", "https://a.example/%c4%85/%7Ea"),
        ("mailto:ola@a.example?subject=x", "mailto:ola@a.example?subject=x"),
        ("", ""),
    ])
    func `ways to one page have one address`(link: String, canonical: String) {
        #expect(CanonicalLink.canonical(link) == canonical)
        #expect(CanonicalLink.canonical(canonical) == canonical)
    }

    /// Of pieces that mean something, put together at random.
    @Test func `whatever an address is, its canonical link is its own`() {
        let pieces = [
            "https://", "HTTP://", "a.example", "m.", "mobile.", "amp.", "www.", "google.com", ".",
            "/", "/amp", "/amp/", ".amp", ".amp.html", ".html", "/url?q=", "/l.php?u=",
            "l.facebook.com", "https%3a%2f%2f", "%3F", "%26", "?", "&", "&amp;", ";", "#", "#p1",
            "#!/a", "utm_source=x", "amp=1", "phpsessid=1", "=", ":80", ":443", ":", "@", "Ż",
            "%c4%85", "%7e", "com.pl", "ref=", "rss", "1",
        ]
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let length = Int.random(in: 1...9, using: &generator)
            let link = (0..<length).reduce(into: "https://") { link, _ in
                link += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            let canonical = CanonicalLink.canonical(link)
            #expect(CanonicalLink.canonical(canonical) == canonical, "\(link)")
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: ["/amp", ".amp", "/amp/x.amp.html"])
    func `an address of very many marks is read in time`(mark: String) {
        let marks = String(repeating: mark, count: 200_000)
        let canonical = CanonicalLink.canonical("https://a.example/1\(marks)")
        #expect(CanonicalLink.canonical(canonical) == canonical)
    }

    @Test(.timeLimit(.minutes(5)))
    func `of a host with many labels all that are mobile are left out`() {
        let labels = String(repeating: "m.", count: 200_000)
        #expect(CanonicalLink.canonical("https://\(labels)a.example/") == "https://a.example/")
    }

    @Test(arguments: [
        (
            "https://www.google.com/url?sa=t&url=https://a.example/1%3Futm_source%3Drss%23p4&usg=A",
            "https://a.example/1?utm_source=rss#p4"
        ),
        ("https://m.a.example/amp/1?utm_source=rss", "https://m.a.example/amp/1?utm_source=rss"),
        ("https://a.example/1", "https://a.example/1"),
    ])
    func `what leads on to another's page gives that one's address as it is`(
        link: String, target: String
    ) {
        #expect(CanonicalLink.target(of: link) == target)
    }

    @Test func `of a page's own places the fragment stays`() {
        let link = "https://a.example/1?utm_source=x#uwagi"
        #expect(
            CanonicalLink.canonical(link, keepsFragment: true) == "https://a.example/1#uwagi")
    }

    @Test(arguments: Fixture.all)
    func `a canonical link is its own`(fixture: Fixture) throws {
        for canonical in try fixture.parse().entries.compactMap(\.canonical) {
            #expect(CanonicalLink.canonical(canonical, keepsFragment: true) == canonical)
        }
    }
}
