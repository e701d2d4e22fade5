import Model
import RuleLoading
import TestSupport
import Testing

/// What each preset makes of an address that a person copies from the browser.
struct PresetTests {
    @Test(
        arguments: [
            (
                "wordpress", "https://blog.example.org",
                ["https://blog.example.org/feed/", "https://blog.example.org/comments/feed/"]
            ),
            (
                "wordpress", "https://Example.org:8443/pl/blog/index.php?utm=1#top",
                [
                    "https://example.org:8443/pl/blog/feed/",
                    "https://example.org:8443/pl/blog/comments/feed/",
                ]
            ),
            (
                "wordpress", "https://example.org/blog/feed/",
                ["https://example.org/blog/feed/", "https://example.org/blog/comments/feed/"]
            ),
            (
                "wordpress", "https://example.org/blog/category/kawa/espresso/",
                ["https://example.org/blog/category/kawa/espresso/feed/"]
            ),
            (
                "wordpress", "https://example.org/blog/category/kawa/espresso/feed/",
                ["https://example.org/blog/category/kawa/espresso/feed/"]
            ),
            (
                "wordpress", "https://example.org/category/kawa/page/2/",
                ["https://example.org/category/kawa/feed/"]
            ),
            (
                "wordpress", "https://example.org/blog/page/3/",
                ["https://example.org/blog/feed/", "https://example.org/blog/comments/feed/"]
            ),
            (
                "wordpress", "https://example.org/tag/%C5%BC%C3%B3%C5%82w",
                ["https://example.org/tag/%C5%BC%C3%B3%C5%82w/feed/"]
            ),
            (
                "wordpress", "https://example.org/author/jan",
                ["https://example.org/author/jan/feed/"]
            ),

            ("discourse", "https://forum.example.org/", ["https://forum.example.org/posts.rss"]),
            (
                "discourse", "https://example.org/talk/latest.rss",
                ["https://example.org/talk/posts.rss"]
            ),
            ("discourse", "https://f.example.org/posts.rss", ["https://f.example.org/posts.rss"]),
            (
                "discourse", "https://example.org/talk/latest",
                ["https://example.org/talk/posts.rss"]
            ),
            (
                "discourse", "https://forum.example.org/c/news/riga/12/l/latest?order=created",
                ["https://forum.example.org/c/news/riga/12.rss"]
            ),
            ("discourse", "https://f.example.org/c/news/5", ["https://f.example.org/c/news/5.rss"]),
            (
                "discourse", "https://f.example.org/c/news/riga/12.rss",
                ["https://f.example.org/c/news/riga/12.rss"]
            ),
            ("discourse", "https://f.example.org/c/news.rss", ["https://f.example.org/c/news.rss"]),
            ("discourse", "https://f.example.org/tag/kawa", ["https://f.example.org/tag/kawa.rss"]),
            (
                "discourse", "https://f.example.org/tag/kawa.rss",
                ["https://f.example.org/tag/kawa.rss"]
            ),
            (
                "discourse", "https://example.org/talk/t/bad-coffee/123.rss",
                ["https://example.org/talk/t/bad-coffee/123.rss"]
            ),
            (
                "discourse", "https://forum.example.org/t/bad-coffee/123/45",
                ["https://forum.example.org/t/bad-coffee/123.rss"]
            ),

            (
                "phpbb", "https://board.example.org/phpBB3/index.php?sid=0",
                ["https://board.example.org/phpBB3/app.php/feed"]
            ),
            (
                "phpbb", "https://board.example.org/viewforum.php?f=12&sid=0",
                ["https://board.example.org/app.php/feed/forum/12"]
            ),

            (
                "vbulletin", "https://board.example.org/forum",
                ["https://board.example.org/forum/external.php?type=RSS2"]
            ),
            (
                "vbulletin", "http://board.example.org/forumdisplay.php?f=3",
                ["http://board.example.org/external.php?type=RSS2&forumids=3"]
            ),

            (
                "reddit", "https://old.reddit.com/r/coffee_talk/top?t=day",
                [
                    "https://www.reddit.com/r/coffee_talk/new/.rss",
                    "https://www.reddit.com/r/coffee_talk/comments/.rss",
                ]
            ),
            (
                "reddit", "https://reddit.com/u/someone/",
                [
                    "https://www.reddit.com/user/someone/submitted/.rss",
                    "https://www.reddit.com/user/someone/comments/.rss",
                ]
            ),

            ("hacker-news", "https://news.ycombinator.com", ["https://news.ycombinator.com/rss"]),
            (
                "hacker-news", "https://news.ycombinator.com/show",
                ["https://news.ycombinator.com/showrss"]
            ),

            (
                "stack-exchange", "https://stackoverflow.com/questions/tagged/swift?tab=Newest",
                ["https://stackoverflow.com/feeds/tag/swift"]
            ),
            (
                "stack-exchange", "https://gis.stackexchange.com/questions",
                ["https://gis.stackexchange.com/feeds"]
            ),

            ("mastodon", "https://m.example/tags/kawa", ["https://m.example/tags/kawa.rss"]),
            ("mastodon", "https://m.example/tags/kawa.rss", ["https://m.example/tags/kawa.rss"]),
            ("mastodon", "https://m.example/@someone.rss", ["https://m.example/@someone.rss"]),
            ("mastodon", "https://m.example/@someone", ["https://m.example/@someone.rss"]),

            ("lemmy", "https://l.example", ["https://l.example/feeds/all.xml?sort=New"]),
            (
                "lemmy", "https://l.example/c/coffee",
                ["https://l.example/feeds/c/coffee.xml?sort=New"]
            ),
            (
                "lemmy", "https://l.example/c/coffee@other.example?dataType=Post",
                ["https://l.example/feeds/c/coffee@other.example.xml?sort=New"]
            ),
            ("lemmy", "https://l.example/u/jan", ["https://l.example/feeds/u/jan.xml?sort=New"]),

            (
                "youtube", "https://m.youtube.com/channel/UCab-12_/videos",
                ["https://www.youtube.com/feeds/videos.xml?channel_id=UCab-12_"]
            ),
            (
                "youtube", "https://www.youtube.com/playlist?list=PL12&si=x",
                ["https://www.youtube.com/feeds/videos.xml?playlist_id=PL12"]
            ),

            (
                "google-alerts", "https://www.google.lv/alerts/feeds/0123/456",
                ["https://www.google.lv/alerts/feeds/0123/456"]
            ),

            (
                "medium", "https://medium.com/@someone/about?source=x",
                ["https://medium.com/feed/@someone"]
            ),
            ("medium", "https://medium.com/a-paper", ["https://medium.com/feed/a-paper"]),
            (
                "medium", "https://medium.com/a-paper/tagged/tea",
                ["https://medium.com/feed/a-paper/tagged/tea"]
            ),
            ("medium", "https://medium.com/tag/tea/latest", ["https://medium.com/feed/tag/tea"]),
            ("medium", "https://someone.medium.com/", ["https://someone.medium.com/feed"]),
            ("medium", "https://paper.example", ["https://paper.example/feed"]),
        ] as [(String, String, [String])])
    func `a page leads to its feeds`(preset: String, site: String, feeds: [String]) throws {
        let list = try load("extends: \(preset)\n    site: \"\(site)\"")
        #expect(list.feeds.map(\.address) == feeds.map { .url($0) })
    }

    @Test(arguments: [
        ("discourse", "https://f.example", "topics", "https://f.example/latest.rss"),
        ("phpbb", "https://b.example/a", "topics", "https://b.example/a/app.php/feed/topics"),
        (
            "vbulletin", "https://b.example", "posts",
            "https://b.example/external.php?type=RSS2&lastpost=1"
        ),
        (
            "vbulletin", "https://b.example/forumdisplay.php?f=3", "posts",
            "https://b.example/external.php?type=RSS2&forumids=3&lastpost=1"
        ),
    ])
    func `a feed that repeats another is fetched only on request`(
        preset: String, site: String, part: String, url: String
    ) throws {
        let list = try load(
            "extends: \(preset)\n    site: \"\(site)\"\n    include: [\(part)]")
        #expect(list.feeds.map(\.address) == [.url(url)])
        #expect(list.feeds.map(\.id.value) == ["a/\(part)"])
    }

    @Test func `one source has several feeds, all on the same terms`() throws {
        let list = try load(
            """
            extends: wordpress
                site: https://blog.example.org/
                language: lv
                tags: [blog]
                full_text: true
                poll_every: 3h
                limits: {max_entries: 50}
                auth: {bearer: "secret:env:A"}
            """)
        let source = Source(
            id: "a", name: "A", language: .latvian, tags: ["blog"],
            site: "https://blog.example.org/", channel: .blog)
        var limits = Feed.Limits.standard
        limits.maximumEntries = 50
        let terms = Feed.Terms(
            pollEvery: .seconds(10_800), authorization: .bearer(.environment("A")),
            authorizationPlace: FileLocation(file: "feeds/a.yaml", line: 11, column: 11))
        let feeds = [
            Feed(
                id: "a", source: source, address: .url("https://blog.example.org/feed/"),
                limits: limits, terms: terms, wantsFullText: true),
            Feed(
                id: "a/comments", source: source,
                address: .url("https://blog.example.org/comments/feed/"), limits: limits,
                terms: terms, part: "comments"),
        ]
        #expect(list.feeds == feeds)
        #expect(list.feeds.map(\.name) == ["A", "A: comments"])
    }

    @Test(arguments: [
        ("wordpress", "https://example.org", [true, false]),
        ("medium", "https://medium.com/@name", [true]),
        ("hacker-news", "https://news.ycombinator.com/", [true]),
        ("discourse", "https://forum.example.org/", [false]),
        ("phpbb", "https://board.example.org/", [false]),
        ("mastodon", "https://mastodon.example/@name", [false]),
    ])
    func `full text is for feeds that may begin their entries only`(
        preset: String, site: String, wantsFullText: [Bool]
    ) throws {
        let list = try load("extends: \(preset)\n    site: \(site)\n    full_text: true")
        #expect(list.feeds.map(\.wantsFullText) == wantsFullText)
    }

    @Test(arguments: [
        ("[posts]", ["a"]), ("[comments]", ["a/comments"]),
        ("[comments, posts, comments]", ["a", "a/comments"]),
    ])
    func `what is included changes no feed's id`(include: String, ids: [String]) throws {
        let list = try load(
            "extends: wordpress\n    site: https://example.org\n    include: \(include)")
        #expect(list.feeds.map(\.id.value) == ids)
    }

    @Test func `feeds of all sources stand by id, and a source is switched off as a whole`() throws
    {
        let list = try TemporaryFolder.with([
            "feeds/a.yaml": """
            sources:
              - {id: b, name: B, extends: wordpress, site: "https://b.example"}
              - {id: a-2, name: A2, url: "https://a.example"}
              - {id: a, name: A, extends: reddit, site: "https://www.reddit.com/r/a"}
              - {id: c, name: C, extends: wordpress, site: "https://c.example", enabled: false}
            """
        ]) { folder in
            try FeedListLoader.load(workspace: folder.path)
        }
        #expect(list.feeds.map(\.id.value) == ["a", "a-2", "a/comments", "b", "b/comments"])
        #expect(list.disabled.map(\.id.value) == ["c", "c/comments"])
    }

    private func load(_ lines: String) throws -> FeedList {
        let text = "sources:\n  - id: a\n    name: A\n    \(lines)\n"
        return try TemporaryFolder.with(["feeds/a.yaml": text]) { folder in
            try FeedListLoader.load(workspace: folder.path)
        }
    }
}
