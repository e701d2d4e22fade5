extension Preset {
    /// Every listing of a WordPress blog has its entries at `feed/` below its own address.
    ///
    /// Comments have a feed for the whole blog and one for each entry, but none for a category.
    static let wordpressPages: [PagePattern] = {
        let blog = [
            PagePattern.Template(.posts, "{site}{path}/feed/"),
            PagePattern.Template(.comments, "{site}{path}/comments/feed/"),
        ]
        return listing("category") + listing("tag") + listing("author")
            + (["/comments/feed"] + endings).map { ending in
                PagePattern(.any, "{path*}" + ending, feeds: blog[0], blog[1])
            }
    }()

    /// `feed` stands before the path.
    ///
    /// A domain of its own, or `name.medium.com`, is one author or publication.
    static let mediumPages: [PagePattern] = {
        let medium = ["medium.com", "www.medium.com"]
        let feed = "https://medium.com/feed"
        return [
            PagePattern(
                .one(of: medium), "/@{user}{rest*}", feeds: .init(.posts, feed + "/@{user}")),
            PagePattern(
                .one(of: medium), "/tag/{tag}{rest*}", feeds: .init(.posts, feed + "/tag/{tag}")),
            PagePattern(
                .one(of: medium), "/{publication}/tagged/{tag}",
                feeds: .init(.posts, feed + "/{publication}/tagged/{tag}")),
            PagePattern(
                .one(of: medium), "/{publication}", feeds: .init(.posts, feed + "/{publication}")),
            PagePattern(
                .other(than: medium), "/tagged/{tag}",
                feeds: .init(.posts, "{site}/feed/tagged/{tag}")),
            PagePattern(.other(than: medium), "", feeds: .init(.posts, "{site}/feed")),
        ]
    }()

    /// The address of a video says nothing of its channel, and that of an `@name` not its id.
    static let youtubePages: [PagePattern] = {
        let feed = "https://www.youtube.com/feeds/videos.xml"
        return [
            PagePattern(
                .below(["youtube.com"]), "/channel/UC{id}{rest*}",
                feeds: .init(.posts, feed + "?channel_id=UC{id}")),
            PagePattern(
                .below(["youtube.com"]), "/playlist", query: "list",
                feeds: .init(.posts, feed + "?playlist_id={list}")),
        ]
    }()

    /// The address holds keys that only Google knows; it is the feed's already.
    static let googleAlertsPages: [PagePattern] = [
        PagePattern(
            .named("google"), "/alerts/feeds/{user}/{alert}",
            feeds: .init(.posts, "{site}/alerts/feeds/{user}/{alert}"))
    ]

    // MARK: - Private

    /// Behind the address of a listing: of its feed, of its older entries, and none.
    private static let endings = ["/feed", "/page/{number}", ""]

    /// A listing of some of a blog's entries, whose categories may stand in one another.
    private static func listing(_ kind: String) -> [PagePattern] {
        endings.map { ending in
            PagePattern(
                .any, "{path*}/\(kind)/{name}{rest*}" + ending,
                feeds: .init(.posts, "{site}{path}/\(kind)/{name}{rest}/feed/"))
        }
    }
}
