import Model

/// How the software that most blogs and forums run on marks its posts, tried in this order where the
/// operator gives no selectors.
enum PageRecipe {
    static let all = [phpBB, xenForo, smf, microdata, microformats, article]

    // MARK: - Private

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

    /// schema.org in attributes, which Discourse shows to machines and many blogs to search engines.
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
