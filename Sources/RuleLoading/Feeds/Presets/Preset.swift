/// A kind of site whose feeds stand at known places, so that a source need only name the site.
///
/// What each knows is a table: see `Preset+Blogs`, `Preset+Forums` and `Preset+Networks`.
enum Preset: String, CaseIterable, Sendable {
    case wordpress, discourse, phpbb, vbulletin, reddit
    case hackerNews = "hacker-news"
    case stackExchange = "stack-exchange"
    case mastodon, lemmy, youtube
    case googleAlerts = "google-alerts"
    case medium

    /// What a feed of a site holds; the words that `include` takes.
    enum Part: String, CaseIterable, Sendable {
        /// What is published: the entries of a blog, or all posts of a forum, replies among them.
        case posts
        /// What readers answer.
        case comments
        /// The first posts of a forum's topics.
        case topics
    }

    /// A feed that a site of this kind has.
    struct Feed: Hashable, Sendable {
        let part: Part
        let url: String
        /// Whether it is fetched where `include` does not say.
        let isUsual: Bool
    }

    /// The feeds of the page at an address, the main one first; `nil` if it is no page of such a
    /// site.
    func feeds(of site: SiteAddress) -> [Feed]? {
        for page in pages {
            if let feeds = page.feeds(of: site) { return feeds }
        }
        return nil
    }

    /// Whether a feed may give no more than the beginning of its entries, so that the rest stands on
    /// pages of their own.
    ///
    /// Comments, and posts of forums and networks, are whole in their feeds, and share their pages.
    func mayAbridge(_ part: Part) -> Bool {
        switch self {
        case .wordpress: part == .posts
        case .medium, .hackerNews, .googleAlerts: true
        case .discourse, .phpbb, .vbulletin, .reddit, .stackExchange, .mastodon, .lemmy, .youtube:
            false
        }
    }

    /// Which pages an address may lead to, in the words of a message, and one such address.
    var expectation: (wants: String, example: String) {
        switch self {
        case .wordpress:
            ("the blog, or of a category, tag or author of it", "https://blog.example.org/")
        case .discourse:
            (
                "the forum, or of a category, tag or topic of it",
                "https://forum.example.org/c/news/5"
            )
        case .phpbb:
            ("the board or of one forum of it", "https://board.example.org/viewforum.php?f=2")
        case .vbulletin:
            ("the board or of one forum of it", "https://board.example.org/forumdisplay.php?f=2")
        case .reddit: ("a subreddit or user", "https://www.reddit.com/r/NAME")
        case .hackerNews: ("the front page or the Show page", "https://news.ycombinator.com/")
        case .stackExchange:
            (
                "a site of the network or of a tag there",
                "https://stackoverflow.com/questions/tagged/swift"
            )
        case .mastodon:
            ("a tag, or of a profile on its own server", "https://mastodon.example/tags/coffee")
        case .lemmy:
            ("the server, or of a community or user there", "https://lemmy.example/c/coffee")
        case .youtube:
            (
                "a channel by its id, not its @name, or of a playlist",
                "https://www.youtube.com/channel/UC…"
            )
        case .googleAlerts:
            ("the alert's feed, from its RSS sign", "https://www.google.com/alerts/feeds/1/2")
        case .medium:
            (
                "an author, publication or tag, or of a site that Medium runs",
                "https://medium.com/@name"
            )
        }
    }

    // MARK: - Private

    private var pages: [PagePattern] {
        switch self {
        case .wordpress: Self.wordpressPages
        case .discourse: Self.discoursePages
        case .phpbb: Self.phpbbPages
        case .vbulletin: Self.vbulletinPages
        case .reddit: Self.redditPages
        case .hackerNews: Self.hackerNewsPages
        case .stackExchange: Self.stackExchangePages
        case .mastodon: Self.mastodonPages
        case .lemmy: Self.lemmyPages
        case .youtube: Self.youtubePages
        case .googleAlerts: Self.googleAlertsPages
        case .medium: Self.mediumPages
        }
    }
}
