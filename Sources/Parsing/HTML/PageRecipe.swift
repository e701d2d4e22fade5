import Model

/// How the software that most blogs and forums run on marks its posts, tried in this order where the
/// operator gives no selectors.
struct PageRecipe {
    let selectors: PageSelectors
    /// What stands around the words of an item, where the software gives these no element of their own.
    let furniture: String?
    /// What stands among the words of an item, or beside its date, and is none of them: buttons, and who
    /// edited it when.
    let amongWords: String?
    /// An XPath from an item to what stands before it and belongs to it; `nil` where that is nothing.
    let head: String?
    /// Whether the software sets apart who wrote an item, when, and the words: what has none of them is
    /// an advertisement between two.
    let setsAllApart: Bool

    static let pages = boards + blogs

    /// On a page of posts, what readers write below an article is what is listened to.
    static let forums =
        boards + [wordPressComments, bloggerComments, drupalComments] + blogs

    /// Where a thread's title stands: as each software marks it, else where any page has its own.
    static let threadTitles = [
        """
        .topic-title, .p-title-value, #top_subject, .threadtitle, #topic-title h1, h1.entry-title, \
        #punviewtopic .crumbs strong
        """,
        "h1",
    ]

    // MARK: - Private

    private static let boards = [
        phpBB, myBB, woltLab, xenForo, smf, vBulletin, vBulletin3, discourse, invision, fluxBB,
        punBB, nodeBB, vanilla, flarum, bbPress,
    ]

    private static let blogs = [
        microdata, microformats, wordPress, article, wordPressBlocks,
    ]

    /// What HTML itself has for the next page.
    private static let related = "link[rel~=next], a[rel~=next]"

    /// WordPress gives its page numbers no relation.
    private static let blogNext = "\(related), a.next.page-numbers"

    /// phpBB 3; blogs have `div.post`, too.
    private static let phpBB = PageRecipe(
        item: ".//div[\(word("post"))][@id][.//*[\(word("postbody"))]]",
        title: ".postbody h3, .postbody h2",
        author: ".author .username, .author .username-coloured, .author strong, .postprofile a",
        date: ".author time, p.author", text: ".content", link: ".postbody h3 a, p.author a",
        next: ".pagination .next a, \(related)")

    /// MyBB 1.8, whose `.post_date` tells of edits behind the date.
    private static let myBB = PageRecipe(
        item: ".//div[\(word("post"))][starts-with(@id, 'post_')][.//*[\(word("post_body"))]]",
        author: ".author_information a, .author_information .largetext, .author_information strong",
        date: ".post_date", text: ".post_body", link: ".post_head strong a, .post_head a",
        next: "a.pagination_next, \(related)", amongWords: ".post_edit, .edited_post")

    /// WoltLab Suite, whose posts are called as XenForo's are.
    private static let woltLab = PageRecipe(
        item: "article.wbbPost", author: ".messageAuthor .username, .messageAuthor",
        date: "time", text: ".messageText", link: "a.messagePublicationTime, a.permalink",
        next: related)

    /// XenForo 2 and 1.
    private static let xenForo = PageRecipe(
        item: "article.message, li.message", author: ".message-name, .username",
        date: "time, .DateTime", text: ".bbWrapper, .messageText",
        link: ".message-attribution-main a, a.datePermalink",
        next: "a.pageNav-jump--next, \(related)")

    /// Simple Machines Forum 2, where 2.0 says `rel="next"` of the next thread.
    private static let smf = PageRecipe(
        item: ".post_wrapper", title: ".keyinfo h5, .subject_title", author: ".poster h4",
        date: ".keyinfo time, .keyinfo .smalltext", text: ".post .inner", link: ".keyinfo a",
        next: """
            .//div[\(word("pagelinks"))]/strong[1]/following-sibling::a[1] \
            | .//link[@rel = 'next'][not(contains(@href, 'prev_next='))]
            """,
        amongWords: ".modified, .lastedit")

    /// vBulletin 4 and 5.
    private static let vBulletin = PageRecipe(
        item: "li.postcontainer, li.postbit, li.postbitlegacy, li.b-post",
        title: ".postbody h2.title, .b-post__title",
        author: ".username_container .username, .username, .b-userinfo .author, .author a",
        date: ".b-post__timestamp time, .b-post__timestamp, .postdate .date, .postdate, time",
        text: ".postcontent, .js-post__content-text",
        link: "a.postcounter, a.b-post__count", next: "\(related), .pagination_next a")

    /// vBulletin 3.
    private static let vBulletin3 = PageRecipe(
        item: "table[id^=post]", author: "a.bigusername, .bigusername", date: "td.thead",
        text: "div[id^=post_message_]", link: "a[id^=postcount]", next: related)

    /// What Discourse shows to those who run no scripts.
    private static let discourse = PageRecipe(
        item: ".crawler-post[id]", author: ".creator [itemprop~=name], .creator",
        date: "time, [itemprop~=datePublished]", text: ".post",
        link: "link[itemprop~=url], link[itemprop~=mainEntityOfPage]", next: related)

    /// Invision Community 4 and 5.
    private static let invision = PageRecipe(
        item: "article.ipsComment, article[id^=elComment_]",
        author: ".ipsComment_author a, .ipsEntry__username, h3 a, h3", date: "time",
        text: "[data-role=commentContent], .ipsType_richText", link: "a[href*=findComment]",
        next: related, furniture: "h3, time, .ipsComment_author, .ipsComment_meta",
        amongWords: "[data-excludequote]")

    /// FluxBB, and PunBB before 1.3.
    private static let fluxBB = PageRecipe(
        item: "div.blockpost[id^=p]", title: ".postright h3", author: ".postleft dt",
        date: "h2 a", text: ".postmsg", link: "h2 a[href*='#p']", next: related,
        amongWords: ".postedit")

    /// PunBB since 1.3.
    private static let punBB = PageRecipe(
        item: ".//div[\(word("post"))][./*[\(word("posthead"))]][.//*[\(word("post-entry"))]]",
        author: ".post-byline strong, .post-author .username", date: ".post-link a",
        text: ".entry-content", link: ".post-link a", next: related, amongWords: ".sig-content")

    /// NodeBB since 1.
    private static let nodeBB = PageRecipe(
        item: "li[component=post]",
        author: "a[data-username][data-uid], [itemprop~=author], a[href*='/user/']",
        date: "[itemprop~=datePublished], .timeago", text: "[component='post/content']",
        link: "a[href*='/post/']", next: related)

    /// Vanilla 2 and 3.
    private static let vanilla = PageRecipe(
        item: ".ItemDiscussion, .ItemComment", author: ".Author .Username, .Author",
        date: ".DateCreated time, .DateCreated, time", text: ".Message, .userContent",
        link: "a.Permalink, .DateCreated a", next: related)

    /// What Flarum shows to those who run no scripts, without dates.
    private static let flarum = PageRecipe(
        item: ".//article[.//*[\(word("Post-body"))]]", author: ".PostUser-name", date: "time",
        text: ".Post-body", link: ".Post-header a[href*='/d/']", next: related)

    /// bbPress 2, which has who wrote a reply beside its words, and when in a line before both.
    private static let bbPress = PageRecipe(
        item: """
            .//*[./*[\(word("bbp-reply-content")) or \(word("bbp-topic-content"))]]\
            [not(\(word("bbp-header")) or \(word("bbp-footer")))]
            """,
        author: ".bbp-author-name, .bbp-author-link",
        date: ".bbp-reply-post-date, .bbp-topic-post-date",
        text: ".bbp-reply-content, .bbp-topic-content",
        link: ".bbp-reply-permalink, .bbp-topic-permalink",
        next: ".bbp-pagination-links a.next, \(related)",
        // In two steps: of one, libxml2 looks at all siblings before it takes the first.
        head: """
            ./preceding-sibling::*[1]\
            /self::*[\(word("bbp-reply-header")) or \(word("bbp-topic-header"))]
            """)

    /// Comments on Drupal 7 and later.
    private static let drupalComments = PageRecipe(
        item: """
            .//*[\(word("comment"))]\
            [.//*[\(word("field--name-comment-body")) or \(word("field-name-comment-body"))]]
            """,
        title: "h3 a", author: ".comment__author, .commenter-name, .username",
        date: "time, .comment__time, .comment-time, .submitted",
        text: ".field--name-comment-body, .field-name-comment-body",
        link: "h3 a[href*='#comment'], .comment__permalink a, a.permalink",
        next: ".pager__item--next a, .pager-next a, \(related)")

    /// Comments of blogs on Blogger.
    private static let bloggerComments = PageRecipe(
        item: ".//li[\(word("comment"))][./*[\(word("comment-block"))]]",
        author: ".comment-header .user", date: ".comment-header .datetime",
        text: ".comment-content", link: ".comment-header .datetime a", next: related)

    /// WordPress: its themes since 2013, those before, which do not set the words themselves apart or
    /// have who wrote them outside, its block themes, and Astra.
    private static let wordPressComments = PageRecipe(
        item: """
            .//*[\(word("comment-body"))][not(../*[\(word("comment-author"))])] \
            | .//*[./*[\(word("comment-author"))]][./*[\(word("comment-body"))]] \
            | .//*[\(word("wp-block-comment-template"))]//li[starts-with(@id, 'comment-')] \
            | .//*[\(word("ast-comment"))][.//*[\(word("ast-comment-content"))]]
            """,
        author: """
            .comment-author .fn, .comment-author cite, .wp-block-comment-author-name, \
            .ast-comment-author .fn, .comment_postinfo .fn
            """,
        date: "time, .comment-metadata a, .comment-meta a, .comment_date",
        text: """
            .comment-content, .wp-block-comment-content, .ast-comment-content, .comment-body
            """,
        link: """
            .comment-metadata a[href*='#comment'], .comment-meta a[href*='#comment'], \
            .wp-block-comment-date a[href*='#comment'], .ast-comment-time a[href*='#comment']
            """,
        next: "a.next.page-numbers, .comment-navigation .nav-next a, \(related)",
        furniture: """
            .comment-author, .comment-meta, .comment-metadata, .comment-awaiting-moderation, .reply
            """,
        amongWords: ".reply, .reply-container, .comment-reply-link")

    /// schema.org in attributes, which many blogs and forums show to search engines.
    ///
    /// Frequent questions are asked and answered by whose site it is, beside what the page is there for.
    private static let microdata = PageRecipe(
        item: """
            .//*[@itemtype][\(type("DiscussionForumPosting")) or \(type("Comment")) \
            or \(type("BlogPosting")) or \(type("NewsArticle")) or \(type("Review")) \
            or (\(type("Question")) or \(type("Answer"))) \
            and not(ancestor::*[contains(@itemtype, '/FAQPage')])]
            """,
        title: "[itemprop~=headline], [itemprop~=name]",
        author: "[itemprop~=author] [itemprop~=name], [itemprop~=author]",
        date: "[itemprop~=datePublished], [itemprop~=dateCreated], time",
        text: "[itemprop~=articleBody], [itemprop~=text], [itemprop~=reviewBody]",
        link: "[itemprop~=url], [itemprop~=mainEntityOfPage]", next: blogNext)

    /// h-entry (microformats2).
    private static let microformats = PageRecipe(
        item: ".h-entry", title: ".p-name", author: ".p-author", date: ".dt-published, time",
        text: ".e-content, .p-summary", link: ".u-url", next: blogNext)

    /// WordPress, whose themes have used `article` since 2013.
    private static let wordPress = PageRecipe(
        item: """
            div.hentry, article.hentry, div.post[id^=post-], article.post[id^=post-]
            """,
        title: ".entry-title, h1, h2, h3",
        author: ".author .fn, .author, [rel=author]",
        date: "time, .entry-date, .published, .date, .postdate, small",
        text: ".entry-content, .entry-summary, .entry, .post-content",
        link: ".entry-title a, h1 a, h2 a, h3 a, a[rel=bookmark]", next: blogNext)

    /// HTML's own mark-up for something that stands alone; beside what the page is there for, it is a
    /// teaser or somebody's comment elsewhere.
    private static let article = PageRecipe(
        item: ".//article[not(ancestor::aside)]", title: "h1, h2, h3",
        author: "[rel=author], .author", date: "time",
        link: "h1 a, h2 a, h3 a, a[rel=bookmark]", next: blogNext)

    /// Lists of posts in WordPress's block themes, which have no `article`; behind it, as any theme can
    /// have such a list at its side.
    private static let wordPressBlocks = PageRecipe(
        item: "li.wp-block-post", title: ".wp-block-post-title",
        author: ".wp-block-post-author-name, .wp-block-post-author__name", date: "time",
        text: ".wp-block-post-content, .wp-block-post-excerpt",
        link: ".wp-block-post-title a, .wp-block-post-date a",
        next: "a.wp-block-query-pagination-next, \(related)",
        amongWords: ".wp-block-post-excerpt__more-text")

    /// The XPath for a class among others.
    private static func word(_ name: String) -> String {
        "contains(concat(' ', normalize-space(@class), ' '), ' \(name) ')"
    }

    /// The XPath for a type of schema.org, whose address ends in it.
    private static func type(_ name: String) -> String {
        "substring(@itemtype, string-length(@itemtype) - \(name.count)) = '/\(name)'"
    }

    private init(
        item: String, title: String? = nil, author: String, date: String, text: String? = nil,
        link: String, next: String, furniture: String? = nil, amongWords: String? = nil,
        head: String? = nil
    ) {
        selectors = PageSelectors(
            item: item, title: title, author: author, date: date, text: text, link: link, next: next
        )
        self.furniture = furniture
        self.amongWords = amongWords
        self.head = head
        setsAllApart = text != nil
    }
}
