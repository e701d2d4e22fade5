extension Preset {
    /// Listings and comments each have `.rss`; `new` is by time, unlike the page one first sees.
    static let redditPages: [PagePattern] = {
        let reddit = PagePattern.Host.below(["reddit.com"])
        let group = "https://www.reddit.com/r/{name}"
        let user = "https://www.reddit.com/user/{name}"
        let ofGroup = [
            PagePattern.Template(.posts, group + "/new/.rss"),
            PagePattern.Template(.comments, group + "/comments/.rss"),
        ]
        let ofUser = [
            PagePattern.Template(.posts, user + "/submitted/.rss"),
            PagePattern.Template(.comments, user + "/comments/.rss"),
        ]
        return [
            PagePattern(reddit, "/r/{name}", feeds: ofGroup[0], ofGroup[1]),
            PagePattern(reddit, "/r/{name}/{order}", feeds: ofGroup[0], ofGroup[1]),
            PagePattern(reddit, "/user/{name}", feeds: ofUser[0], ofUser[1]),
            PagePattern(reddit, "/u/{name}", feeds: ofUser[0], ofUser[1]),
        ]
    }()

    /// The site itself has feeds of its front page and its Show page.
    ///
    /// None has comments: those who want them need a service of somebody else's, whose address is a
    /// source of its own.
    static let hackerNewsPages: [PagePattern] = {
        let site = PagePattern.Host.one(of: ["news.ycombinator.com"])
        let feed = "https://news.ycombinator.com/rss"
        return [
            PagePattern(site, "", feeds: .init(.posts, feed)),
            PagePattern(site, "/news", feeds: .init(.posts, feed)),
            PagePattern(
                site, "/show", feeds: .init(.posts, "https://news.ycombinator.com/showrss")),
        ]
    }()

    /// A server has the feeds of its own profiles only, and of tags what it has seen.
    static let mastodonPages: [PagePattern] = [
        PagePattern(.any, "/tags/{tag}.rss", feeds: .init(.posts, "{site}/tags/{tag}.rss")),
        PagePattern(.any, "/@{name}.rss", feeds: .init(.posts, "{site}/@{name}.rss")),
        PagePattern(.any, "/tags/{tag}", feeds: .init(.posts, "{site}/tags/{tag}.rss")),
        PagePattern(.any, "/@{name}", feeds: .init(.posts, "{site}/@{name}.rss")),
    ]

    /// The page of a community of another server is `/c/name@server`.
    ///
    /// No feed has a community's comments.
    static let lemmyPages: [PagePattern] = [
        PagePattern(
            .any, "/c/{name}@{server}",
            feeds: .init(.posts, "{site}/feeds/c/{name}@{server}.xml?sort=New")),
        PagePattern(.any, "/c/{name}", feeds: .init(.posts, "{site}/feeds/c/{name}.xml?sort=New")),
        PagePattern(.any, "/u/{name}", feeds: .init(.posts, "{site}/feeds/u/{name}.xml?sort=New")),
        PagePattern(.any, "", feeds: .init(.posts, "{site}/feeds/all.xml?sort=New")),
    ]
}
