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
    /// What an item says of how many stars its writer gives, and of how many; `nil` where it says nothing.
    let rating: String?
    let bestRating: String?
    /// Whether the software sets apart who wrote an item, when, and the words: what has none of them is
    /// an advertisement between two.
    let setsAllApart: Bool

    /// Beside the posts of a blog, reviews are what it quotes of itself.
    static let pages = boards + shops + blogs + reviews

    /// On a page of posts, what readers write below an article is what is listened to.
    static let forums =
        boards + [wordPressComments, bloggerComments, drupalComments] + shops + blogs + reviews

    /// What any page may have for something else than what it is there for, tried last.
    static let anyPage = [article, wordPressBlocks]

    /// Where a thread's title stands: as each software marks it, else where any page has its own.
    static let threadTitles = [
        """
        .topic-title, .p-title-value, #top_subject, .threadtitle, #topic-title h1, h1.entry-title, \
        #punviewtopic .crumbs strong, a.maintitle, a.titles
        """,
        "h1",
    ]

    /// What HTML itself has for the next page.
    static let related = "link[rel~=next], a[rel~=next]"

    init(
        item: String, title: String? = nil, author: String, date: String, text: String? = nil,
        link: String, next: String, furniture: String? = nil, amongWords: String? = nil,
        head: String? = nil, rating: String? = nil, bestRating: String? = nil
    ) {
        selectors = PageSelectors(
            item: item, title: title, author: author, date: date, text: text, link: link, next: next
        )
        self.furniture = furniture
        self.amongWords = amongWords
        self.head = head
        self.rating = rating
        self.bestRating = bestRating
        setsAllApart = text != nil
    }

    /// The XPath for a class, or a word of another attribute, among others.
    static func word(_ name: String, in attribute: String = "class") -> String {
        "contains(concat(' ', normalize-space(@\(attribute)), ' '), ' \(name) ')"
    }

    // MARK: - Private

    private static let blogs = [
        microdata, microformats, wordPress,
    ]

    /// WordPress gives its page numbers no relation.
    private static let blogNext = "\(related), a.next.page-numbers"

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
        date: "[itemprop~=datePublished], [itemprop~=dateCreated], time, .date",
        // Many shops write reviews into `description`, which other things have beside their words.
        text: """
            .//*[\(property("articleBody")) or \(property("text")) or \(property("reviewBody")) \
            or \(property("description")) and not(self::meta) \
            and ancestor::*[@itemtype][1][\(type("Review"))]]
            """,
        link: "[itemprop~=url], [itemprop~=mainEntityOfPage]", next: blogNext,
        rating: """
            .//*[\(property("ratingValue")) and ancestor::*[\(property("reviewRating"))] \
            or \(property("reviewRating")) and not(@itemscope)]
            """,
        bestRating: ".//*[\(property("bestRating"))][ancestor::*[\(property("reviewRating"))]]")

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
        // Some themes have a summary above the whole.
        text: """
            .//*[\(word("entry-content")) or \(word("entry")) or \(word("post-content")) \
            or \(word("entry-summary")) \
            and not(following-sibling::*[\(word("entry-content"))])]
            """,
        link: ".entry-title a, h1 a, h2 a, h3 a, a[rel=bookmark]", next: blogNext)

    /// HTML's own mark-up for something that stands alone; beside what the page is there for, it is a
    /// teaser or somebody's comment elsewhere.
    private static let article = PageRecipe(
        item: ".//article[not(ancestor::aside)]", title: "h1, h2, h3",
        author: "[rel=author], .author", date: "time",
        link: "h1 a, h2 a, h3 a, a[rel=bookmark]", next: blogNext,
        amongWords: ".//article[ancestor::aside]")

    /// Lists of posts in WordPress's block themes, which have no `article`; behind it, as any theme can
    /// have such a list at its side.
    private static let wordPressBlocks = PageRecipe(
        item: "li.wp-block-post", title: ".wp-block-post-title",
        author: ".wp-block-post-author-name, .wp-block-post-author__name", date: "time",
        text: ".wp-block-post-content, .wp-block-post-excerpt",
        link: ".wp-block-post-title a, .wp-block-post-date a",
        next: "a.wp-block-query-pagination-next, \(related)",
        amongWords: ".wp-block-post-excerpt__more-text")

    /// The XPath for a property of microdata among others.
    private static func property(_ name: String) -> String {
        word(name, in: "itemprop")
    }

    /// The XPath for a type of schema.org, whose address ends in it.
    private static func type(_ name: String) -> String {
        "substring(@itemtype, string-length(@itemtype) - \(name.count)) = '/\(name)'"
    }
}
