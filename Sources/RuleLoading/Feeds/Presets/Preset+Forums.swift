extension Preset {
    /// `posts.rss` has every post, and so the first one of each topic too.
    ///
    /// `latest.rss` repeats those, reaching further back. A category or tag has its topics only.
    static let discoursePages: [PagePattern] = {
        let posts = PagePattern.Template(.posts, "{site}{folder}/posts.rss")
        let topics = PagePattern.Template(.topics, "{site}{folder}/latest.rss", isUsual: false)
        let category = PagePattern.Template(.topics, "{site}{folder}/c/{name}{rest}.rss")
        let tag = PagePattern.Template(.topics, "{site}{folder}/tag/{tag}.rss")
        let topic = PagePattern.Template(.posts, "{site}{folder}/t/{name}/{topic}.rss")
        return [
            PagePattern(.any, "{folder?}/c/{name}{rest*}/l/{order}", feeds: category),
            PagePattern(
                .any, "{folder?}/c/{name}{rest*}/{last}.rss",
                feeds: .init(.topics, "{site}{folder}/c/{name}{rest}/{last}.rss")),
            PagePattern(
                .any, "{folder?}/c/{name}.rss",
                feeds: .init(.topics, "{site}{folder}/c/{name}.rss")),
            PagePattern(.any, "{folder?}/c/{name}{rest*}", feeds: category),
            PagePattern(.any, "{folder?}/tag/{tag}.rss", feeds: tag),
            PagePattern(.any, "{folder?}/tag/{tag}", feeds: tag),
            PagePattern(.any, "{folder?}/t/{name}/{topic}.rss", feeds: topic),
            PagePattern(.any, "{folder?}/t/{name}/{topic}{rest*}", feeds: topic),
            PagePattern(.any, "{folder?}/posts.rss", feeds: posts, topics),
            PagePattern(.any, "{folder?}/latest.rss", feeds: posts, topics),
            PagePattern(.any, "{folder?}/latest", feeds: posts, topics),
            PagePattern(.any, "{folder?}/categories", feeds: posts, topics),
            PagePattern(.any, "{folder?}", feeds: posts, topics),
        ]
    }()

    /// Since phpBB 3.1 `feed.php` only redirects to `app.php/feed`, which has posts, replies too;
    /// `feed/topics` has the first posts among them, where the board has it switched on.
    static let phpbbPages: [PagePattern] = [
        PagePattern(
            .any, "{path*}/viewforum.php", query: "f",
            feeds: .init(.posts, "{site}{path}/app.php/feed/forum/{f}")),
        PagePattern(
            .any, "{path*}", feeds: .init(.posts, "{site}{path}/app.php/feed"),
            .init(.topics, "{site}{path}/app.php/feed/topics", isUsual: false)),
    ]

    /// As vBulletin 3 and 4 have it: new topics with their first posts.
    ///
    /// With `lastpost` it is the topics last answered, each with its latest post alone.
    static let vbulletinPages: [PagePattern] = {
        let feed = "{site}{path}/external.php?type=RSS2"
        return [
            PagePattern(
                .any, "{path*}/forumdisplay.php", query: "f",
                feeds: .init(.topics, feed + "&forumids={f}"),
                .init(.posts, feed + "&forumids={f}&lastpost=1", isUsual: false)),
            PagePattern(
                .any, "{path*}", feeds: .init(.topics, feed),
                .init(.posts, feed + "&lastpost=1", isUsual: false)),
        ]
    }()

    /// The questions of a site, or of a tag, or of several tags joined as on the site: `swift+linux`.
    static let stackExchangePages: [PagePattern] = {
        let network = PagePattern.Host.below([
            "stackexchange.com", "stackoverflow.com", "serverfault.com", "superuser.com",
            "askubuntu.com", "mathoverflow.net", "stackapps.com",
        ])
        return [
            PagePattern(
                network, "/questions/tagged/{tag}",
                feeds: .init(.posts, "{site}/feeds/tag/{tag}")),
            PagePattern(network, "/tags/{tag}", feeds: .init(.posts, "{site}/feeds/tag/{tag}")),
            PagePattern(network, "/questions", feeds: .init(.posts, "{site}/feeds")),
            PagePattern(network, "", feeds: .init(.posts, "{site}/feeds")),
        ]
    }()
}
