import Model
import Parsing
import Testing

struct FeedHintsTests {
    private static let url = "https://b.example/feed"
    private static let atomAddress = "http://www.w3.org/2005/Atom"
    private static let history = "<fh:complete xmlns:fh='http://purl.org/syndication/history/1.0'/>"

    private static func rss(_ channel: String) -> String {
        "<rss version='2.0' xmlns:atom='\(atomAddress)'><channel>\(channel)</channel></rss>"
    }

    private static func atom(_ feed: String) -> String {
        "<feed xmlns='\(atomAddress)'>\(feed)</feed>"
    }

    private static func json(_ fields: String) -> String {
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [], \(fields)}"
    }

    @Test(arguments: [
        (
            rss("<skipHours><hour>0</hour><hour> 7 </hour><hour>23</hour></skipHours>"),
            FeedHints(skipHours: [0, 7, 23])
        ),
        (
            rss("<skipHours><hour>24</hour><hour>5</hour></skipHours>"),
            FeedHints(skipHours: [0, 5])
        ),
        (
            rss("<skiphours><hour>-1</hour><hour>25</hour><hour>x</hour><hour/></skiphours>"),
            FeedHints()
        ),
        (
            rss(
                "<skipHours>\((1...24).map { "<hour>\($0)</hour>" }.joined())</skipHours>"),
            FeedHints()
        ),
        (
            rss("<skipDays><day>Saturday</day><day>SUN</day><day>sobota</day></skipDays>"),
            FeedHints(skipDays: [6, 7])
        ),
        (rss("<skipDays><day>monday</day></skipDays>"), FeedHints(skipDays: [1])),
        (
            rss("<atom:link rel='next' href='/feed?page=2'/>"),
            FeedHints(next: "https://b.example/feed?page=2")
        ),
        (
            rss("<atom:link rel='Prev-Archive' href='old.xml'/>\(history)"),
            FeedHints(previousArchive: "https://b.example/old.xml", isComplete: true)
        ),
        // Of the document, and not of the site that the channel is of.
        (
            rss("<link>https://www.b.example/blog/</link><atom:link rel='next' href='?page=2'/>"),
            FeedHints(next: "https://b.example/feed?page=2")
        ),
        (
            "<rss version='2.0' xml:base='https://c.example/a/' xmlns:atom='\(atomAddress)'><channel>"
                + "<link>/blog/</link><atom:link rel='prev-archive' href='1.xml'/></channel></rss>",
            FeedHints(previousArchive: "https://c.example/a/1.xml")
        ),
        (rss("<item><title>x</title><atom:link rel='next' href='/2'/></item>"), FeedHints()),
        (
            atom("<link rel='next' href='?page=2'/><link rel='prev-archive' href='/2025'/>"),
            FeedHints(
                next: "https://b.example/feed?page=2", previousArchive: "https://b.example/2025")
        ),
        (
            atom(
                """
                <link rel='next' type='text/html' href='/page/2'/>
                <link rel='next' type='application/atom+xml' href='/page/2.atom'/>\(history)
                """),
            FeedHints(next: "https://b.example/page/2.atom", isComplete: true)
        ),
        (atom("<entry><id>1</id>\(history)<link rel='next' href='/2'/></entry>"), FeedHints()),
        (
            json("\"next_url\": \"https://b.example/feed?2\""),
            FeedHints(next: "https://b.example/feed?2")
        ),
        (json("\"next_url\": 7"), FeedHints(next: "https://b.example/7")),
        (json("\"title\": \"x\""), FeedHints()),
    ])
    func `a feed says when to poll it and where it goes on`(text: String, hints: FeedHints) throws {
        let document = try DocumentParser().parse(Array(text.utf8), url: Self.url)
        #expect(document.feed.hints == hints)
    }

    @Test(arguments: [
        atom("<link rel='next' href=''/><link rel='next' href='/feed'/>"),
        atom("<link rel='next' href='#top'/>"), rss("<atom:link rel='next' href='feed'/>"),
        rss("<atom:link rel='next' href='javascript:more()'/>"),
        json("\"next_url\": \"https://b.example/feed\""),
    ])
    func `no document is its own next page`(text: String) throws {
        let document = try DocumentParser().parse(Array(text.utf8), url: Self.url)
        #expect(document.feed.hints.next == nil)
    }

    @Test(arguments: [
        ("<ttl>60</ttl>", 3_600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 3_600),
        ("<sy:updatePeriod> Daily </sy:updatePeriod>", 86_400),
        (
            "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            21_600
        ),
        (
            "<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>",
            604_800
        ),
        ("<sy:updatePeriod>monthly</sy:updatePeriod>", 2_592_000),
        ("<sy:updatePeriod>yearly</sy:updatePeriod><ttl>5</ttl>", 31_536_000),
        ("<ttl>1440</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 86_400),
        ("<ttl>0</ttl>", nil), ("<ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod>", nil),
        ("<sy:updateFrequency>4</sy:updateFrequency>", nil),
    ])
    func `the longest wait that a feed asks for counts`(channel: String, seconds: Int?) throws {
        let document = try DocumentParser().parse(Array(Self.rss(channel).utf8))
        #expect(document.feed.ttlSeconds == seconds)
    }

    @Test func `hints are no part of the JSON`() throws {
        let feed = FeedInfo(
            format: .rss20, self: Self.url, ttlSeconds: 60,
            hints: FeedHints(skipHours: [1], next: Self.url))
        let json = try ContractJSON.encode(feed)
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"format":"rss2.0","self":"https://b.example/feed","ttl_seconds":60}"#)
        #expect(
            try ContractJSON.decode(FeedInfo.self, from: json)
                == FeedInfo(format: .rss20, self: Self.url, ttlSeconds: 60))
    }

    @Test(
        arguments: [
            (
                "<link rel='next' href='?p=2'><article>x</article>", nil,
                "https://b.example/feed?p=2"
            ),
            (
                "<article>x</article><a rel='nofollow next' href='/2'>2</a>", nil,
                "https://b.example/2"
            ),
            (
                "<article>x</article><a class='next page-numbers' href='/2'>2</a>", nil,
                "https://b.example/2"
            ),
            ("<article>x</article><a rel='prev' href='/2'>2</a>", nil, nil),
            (
                "<div class=post id=p1><div class=postbody><div class=content>x</div></div></div>"
                    + "<div class=pagination><ul><li class='arrow next'><a href='t?start=10'>»</a></ul></div>",
                nil, "https://b.example/t?start=10"
            ),
            (
                "<article class=message><div class=bbWrapper>x</div></article>"
                    + "<a class='pageNav-jump pageNav-jump--next' href='/t/page-2'>Next</a>", nil,
                "https://b.example/t/page-2"
            ),
            (
                "<li>x</li><a id=more href='/2'>2</a>", PageSelectors(item: "li", next: "#more"),
                "https://b.example/2"
            ),
            ("<li>x</li><a rel=next href='/2'>2</a>", PageSelectors(item: "li"), nil),
            (
                "<li>x</li><a id=more href='#'>2</a>", PageSelectors(item: "li", next: "#more"), nil
            ),
        ] as [(String, PageSelectors?, String?)])
    func `a page says where it goes on`(html: String, selectors: PageSelectors?, next: String?)
        throws
    {
        let document = try DocumentParser().parse(
            Array(html.utf8), url: Self.url, kind: .page, selectors: selectors)
        #expect(document.feed.hints.next == next)
    }
}
