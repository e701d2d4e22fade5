/// How the software of boards marks its posts.
extension PageRecipe {
    static let boards = [
        phpBB, myBB, woltLab, xenForo, smf, vBulletin, vBulletin3, discourse, invision, fluxBB,
        punBB, nodeBB, vanilla, flarum, bbPress, phpBB2, subsilver2,
    ]

    // MARK: - Private

    /// phpBB 3; blogs have `div.post`, too.
    private static let phpBB = PageRecipe(
        item: ".//div[\(word("post"))][@id][.//*[\(word("postbody"))]]",
        title: ".postbody h3, .postbody h2",
        author: ".author .username, .author .username-coloured, .author strong, .postprofile a",
        date: ".author time, p.author", text: ".content", link: ".postbody h3 a, p.author a",
        next: ".pagination .next a, \(related)")

    /// phpBB 2, and what Przemo made of it, on which many Polish boards still run.
    ///
    /// A quotation ends what is marked as a post's words, which go on in another such element behind
    /// it; the last may be a signature, below a line of `_`.
    private static let phpBB2 = PageRecipe(
        item: """
            .//tr[./td/a[@name > 0] or ./td/*[\(word("name"))]/a[@name > 0]]\
            [.//*[\(word("postbody"))]]
            """,
        author: "./td[1]//b", date: "./td[2]//*[\(word("postdetails"))]",
        text: "./td[2]//td[./*[\(word("postbody"))]]",
        link: "./td[2]//a[contains(@href, 'viewtopic')][contains(@href, '#')]",
        // By children, of which libxml2 compares none with others: with `//`, each with each.
        next: """
            .//*[\(word("gensmall"))]/b/a[\(pageBehindBold)] \
            | .//*[\(word("nav")) or \(word("gensmall"))]/a[\(pageBehindBold)]
            """,
        amongWords: """
            .//*[\(word("gensmall")) or \(word("postbody")) \
            and starts-with(normalize-space(text()[normalize-space(.)]), '_____')]
            """)

    /// The XPath for a link that stands behind the number of the page, which is bold.
    private static let pageBehindBold =
        "contains(@href, 'start=') and preceding-sibling::*[1]/self::b"

    /// phpBB 3 in the tables of phpBB 2, which was its other style up to 3.1.
    private static let subsilver2 = PageRecipe(
        item: """
            .//table[\(word("tablebg"))][.//*[\(word("postauthor"))]][.//*[\(word("postbody"))]]
            """,
        title: "td.gensmall a[href^='#p']", author: ".postauthor",
        date: ".//td[\(word("gensmall"))]/div[2]", text: "div.postbody",
        link: ".//td[\(word("gensmall"))]//a[contains(@href, 'viewtopic')][contains(@href, '#p')]",
        next: """
            .//td[\(word("gensmall"))]/b/a[contains(@href, 'start=')]\
            [preceding-sibling::*[1]/self::strong \
            or preceding-sibling::*[1]/self::span/preceding-sibling::*[1]/self::strong]
            """)

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
}
