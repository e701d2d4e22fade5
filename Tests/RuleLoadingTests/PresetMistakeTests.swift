import RuleLoading
import Testing

/// Every mistake in a source that extends a preset, with the line an operator reads.
struct PresetMistakeTests {
    @Test(arguments: [
        (
            "wordpress", "https://example.org/wp-login.php",
            "the blog, or of a category, tag or author of it", "https://blog.example.org/"
        ),
        (
            "discourse", "https://forum.example.org/u/jan",
            "the forum, or of a category, tag or topic of it",
            "https://forum.example.org/c/news/5"
        ),
        (
            "phpbb", "https://board.example.org/viewtopic.php?t=1",
            "the board or of one forum of it", "https://board.example.org/viewforum.php?f=2"
        ),
        (
            "vbulletin", "https://board.example.org/showthread.php?t=1",
            "the board or of one forum of it", "https://board.example.org/forumdisplay.php?f=2"
        ),
        (
            "reddit", "https://www.reddit.com/",
            "a subreddit or user", "https://www.reddit.com/r/NAME"
        ),
        (
            "reddit", "https://notreddit.com/r/a",
            "a subreddit or user", "https://www.reddit.com/r/NAME"
        ),
        (
            "hacker-news", "https://news.ycombinator.com/newcomments",
            "the front page or the Show page", "https://news.ycombinator.com/"
        ),
        (
            "stack-exchange", "https://example.org/questions",
            "a site of the network or of a tag there",
            "https://stackoverflow.com/questions/tagged/swift"
        ),
        (
            "mastodon", "https://m.example/@jan@other.example",
            "a tag, or of a profile on its own server",
            "https://mastodon.example/tags/coffee"
        ),
        (
            "lemmy", "https://l.example/post/12",
            "the server, or of a community or user there", "https://lemmy.example/c/coffee"
        ),
        (
            "youtube", "https://www.youtube.com/@jan",
            "a channel by its id, not its @name, or of a playlist",
            "https://www.youtube.com/channel/UC…"
        ),
        (
            "google-alerts", "https://www.google.com/alerts",
            "the alert's feed, from its RSS sign", "https://www.google.com/alerts/feeds/1/2"
        ),
        (
            "medium", "https://medium.com/",
            "an author, publication or tag, or of a site that Medium runs",
            "https://medium.com/@name"
        ),
    ])
    func `an address that is none of the preset's pages`(
        preset: String, site: String, wants: String, example: String
    ) throws {
        let text = """
            sources:
              - id: a
                name: A
                extends: \(preset)
                site: "\(site)"
            """
        let expected =
            "feeds/a.yaml:5:11: '\(site)' does not fit \(preset); "
            + "write the address of \(wants), such as \(example)"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == [expected])
    }

    @Test(arguments: [
        (
            "extends: wordpres\n    site: https://example.org",
            "4:14: unknown preset 'wordpres'; did you mean 'wordpress'?"
        ),
        (
            "extends: blog\n    site: https://example.org",
            "4:14: unknown preset 'blog'; write wordpress, discourse, phpbb, vbulletin, reddit, "
                + "hacker-news, stack-exchange, mastodon, lemmy, youtube, google-alerts or medium"
        ),
        ("extends: wordpress", "2:5: key 'site' is missing; write 'site: …'"),
        (
            "extends: wordpress\n    site: example.org",
            "5:11: 'example.org' is not a web address; write one such as https://…"
        ),
        (
            "url: https://example.org\n    site: example.org",
            "5:11: 'example.org' is not a web address; write one such as https://…"
        ),
        (
            "extends: wordpress\n    url: https://example.org",
            "5:10: both 'extends' and an address; write 'site' for it, or remove 'extends'"
        ),
        (
            "extends: wordpress\n    path: a.xml",
            "5:11: both 'extends' and an address; write 'site' for it, or remove 'extends'"
        ),
        (
            "extends: phpbb\n    site: https://example.org\n    kind: forum",
            "6:11: 'extends' fetches feeds; remove 'kind', or remove 'extends'"
        ),
        (
            "url: https://example.org\n    include: [posts]",
            "5:14: 'include' chooses among the feeds of a preset; remove it, "
                + "or write 'extends: …'"
        ),
        (
            "extends: wordpress\n    site: https://example.org\n    include: [posts, topics]",
            "6:22: the site has no feed 'topics'; write posts or comments"
        ),
        (
            "extends: hacker-news\n    site: https://news.ycombinator.com\n"
                + "    include: [comments]",
            "6:15: the site has no feed 'comments'; write posts"
        ),
        (
            "extends: wordpress\n    site: https://example.org\n    include: []",
            "6:14: the list is empty; write an item or remove the key"
        ),
        (
            "extends: wordpress\n    site: http://example.org\n"
                + "    auth: {bearer: \"secret:env:A\"}",
            "6:11: a secret would cross the net in the open; write an https address"
        ),
    ])
    func `a preset that cannot be followed`(lines: String, message: String) throws {
        let text = "sources:\n  - id: a\n    name: A\n    \(lines)\n"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml:" + message])
    }

    @Test func `a feed that a preset leads to may not be given twice`() throws {
        let first = """
            sources:
              - {id: a, name: A, url: "https://example.org/comments/feed/"}
              - {id: b, name: B, extends: medium, site: "https://b.example"}
            """
        let second = """
            sources:
              - {id: c, name: C, extends: wordpress, site: "https://Example.org"}
              - {id: d, name: D, url: "https://b.example/feed"}
            """
        let expected = [
            "feeds/2.yaml:2:48: the site's feed https://example.org/comments/feed/ stands already "
                + "at feeds/1.yaml:2:27; remove one of the two sources",
            "feeds/2.yaml:3:27: this address stands already at feeds/1.yaml:3:45; "
                + "remove one of the two sources",
        ]
        let found = try Complaints.ofFeeds(["feeds/1.yaml": first, "feeds/2.yaml": second])
        #expect(found == expected)
    }
}
