import Model

/// How the software that most blogs and forums run on marks its posts, tried in this order where the
/// operator gives no selectors.
enum PageRecipe {
    static let pages = [phpBB, xenForo, smf, vBulletin, vBulletin3, discourse] + blogs

    /// On a page of posts, what readers write below an article is what is listened to.
    static let forums =
        [phpBB, xenForo, smf, vBulletin, vBulletin3, discourse, wordPressComments] + blogs

    /// Where a thread's title stands: as each software marks it, else where any page has its own.
    static let threadTitles = [
        ".topic-title, .p-title-value, #top_subject, .threadtitle, #topic-title h1, h1.entry-title",
        "h1",
    ]

    // MARK: - Private

    private static let blogs = [microdata, microformats, article]

    /// What HTML itself has for the next page.
    private static let related = "link[rel~=next], a[rel~=next]"

    /// WordPress gives its page numbers no relation.
    private static let blogNext = "\(related), a.next.page-numbers"

    /// phpBB 3.
    private static let phpBB = PageSelectors(
        item: "div.post[id]", title: ".postbody h3, .postbody h2",
        author: ".author .username, .author .username-coloured, .author strong, .postprofile a",
        date: ".author time, p.author", text: ".content", link: ".postbody h3 a, p.author a",
        next: ".pagination .next a, \(related)")

    /// XenForo 2 and 1.
    private static let xenForo = PageSelectors(
        item: "article.message, li.message", author: ".message-name, .username",
        date: "time, .DateTime", text: ".bbWrapper, .messageText",
        link: ".message-attribution-main a, a.datePermalink",
        next: "a.pageNav-jump--next, \(related)")

    /// Simple Machines Forum 2.
    private static let smf = PageSelectors(
        item: ".post_wrapper", title: ".keyinfo h5", author: ".poster h4",
        date: ".keyinfo time, .keyinfo .smalltext", text: ".post .inner", link: ".keyinfo a",
        next: related)

    /// vBulletin 4 and 5.
    private static let vBulletin = PageSelectors(
        item: "li.postcontainer, li.postbit, li.postbitlegacy, li.b-post",
        title: ".postbody h2.title, .b-post__title",
        author: ".username_container .username, .username, .b-userinfo .author, .author a",
        date: "time, .postdate .date, .postdate, .b-post__timestamp",
        text: ".postcontent, .js-post__content-text",
        link: "a.postcounter, a.b-post__count", next: "\(related), .pagination_next a")

    /// vBulletin 3.
    private static let vBulletin3 = PageSelectors(
        item: "table[id^=post]", author: "a.bigusername, .bigusername", date: "td.thead",
        text: "div[id^=post_message_]", link: "a[id^=postcount]", next: related)

    /// What Discourse shows to those who run no scripts.
    private static let discourse = PageSelectors(
        item: ".crawler-post[id]", author: ".creator [itemprop~=name], .creator",
        date: "time, [itemprop~=datePublished]", text: ".post",
        link: "link[itemprop~=url], link[itemprop~=mainEntityOfPage]", next: related)

    /// WordPress, as its themes have marked comments since 2013.
    private static let wordPressComments = PageSelectors(
        item: ".comment-body", author: ".comment-author .fn, .comment-author cite",
        date: "time, .comment-metadata a, .comment-meta a", text: ".comment-content",
        link: ".comment-metadata a[href*='#comment'], .comment-meta a[href*='#comment']",
        next: "a.next.page-numbers, .comment-navigation .nav-next a, \(related)")

    /// schema.org in attributes, which many blogs and forums show to search engines.
    private static let microdata = PageSelectors(
        item: """
            [itemtype$="/DiscussionForumPosting"], [itemtype$="/Comment"], [itemtype$="/BlogPosting"], \
            [itemtype$="/NewsArticle"], [itemtype$="/Review"]
            """,
        title: "[itemprop~=headline], [itemprop~=name]",
        author: "[itemprop~=author] [itemprop~=name], [itemprop~=author]",
        date: "[itemprop~=datePublished], [itemprop~=dateCreated], time",
        text: "[itemprop~=articleBody], [itemprop~=text], [itemprop~=reviewBody]",
        link: "[itemprop~=url], [itemprop~=mainEntityOfPage]", next: blogNext)

    /// h-entry (microformats2).
    private static let microformats = PageSelectors(
        item: ".h-entry", title: ".p-name", author: ".p-author", date: ".dt-published, time",
        text: ".e-content, .p-summary", link: ".u-url", next: blogNext)

    /// HTML's own mark-up for something that stands alone.
    private static let article = PageSelectors(
        item: "article", title: "h1, h2, h3", author: "[rel=author], .author", date: "time",
        link: "h1 a, h2 a, h3 a, a[rel=bookmark]", next: blogNext)
}
