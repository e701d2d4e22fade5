import Model
import Parsing
import Testing

/// Posts of software that has what belongs to a post outside of it, or in comments below an article.
struct ForumPageTests {
    @Test func `a reply on bbPress has its date and address in the line before it`() throws {
        let replies = [(7, "ola", "Zefirnet is down."), (8, "jan", "Works for me.")].map {
            """
            <div id="post-\($0)" class="bbp-reply-header"><div class="bbp-meta">\
            <span class="bbp-reply-post-date">November \($0), 2026 at 10:15 am</span>\
            <a href="/topic/down/#post-\($0)" class="bbp-reply-permalink">#\($0)</a></div></div>
            <div class="post-\($0) reply hentry"><div class="bbp-reply-author">\
            <a class="bbp-author-link"><span class="bbp-author-name">\($1)</span></a></div>\
            <div class="bbp-reply-content"><p>\($2)</p></div></div>
            """
        }
        let page = """
            <body itemscope><ul><li class="bbp-header"><div class="bbp-reply-content">Posts</div></li>\
            <li class="bbp-body">\(replies.joined())</li></ul></body>
            """
        let posts = try Self.posts(page)
        #expect(posts.map(\.text) == ["Zefirnet is down.", "Works for me."])
        #expect(posts.map(\.author) == ["ola", "jan"])
        #expect(posts.map(\.date) == ["2026-11-07T10:15:00Z", "2026-11-08T10:15:00Z"])
        #expect(
            posts.map(\.link) == [
                "https://f.example/topic/down/#post-7", "https://f.example/topic/down/#post-8",
            ])
    }

    @Test func `comments on Drupal are told from the article above them`() throws {
        let page = """
            <article class="node"><h1>Remont mostu</h1><p>Most będzie zamknięty.</p><section>\
            <article id="comment-12" class="comment js-comment"><footer class="comment__meta">\
            <p class="comment__author"><span>Ola</span></p>\
            <p class="comment__time">czw., 26/11/2026 - 10:15</p></footer>\
            <div class="comment__content"><h3><a href="/comment/12#comment-12">Ile potrwa</a></h3>\
            <div class="field field--name-comment-body"><p>Znowu Zefirnet kopie.</p></div>\
            <ul class="links"><li><a href="/comment/reply/12">Odpowiedz</a></li></ul></div></article>\
            </section></article>
            """
        let posts = try Self.posts(page)
        #expect(posts.map(\.text) == ["Znowu Zefirnet kopie."])
        #expect(posts.map(\.author) == ["Ola"])
        #expect(posts.map(\.date) == ["2026-11-26T10:15:00Z"])
        #expect(posts.map(\.link) == ["https://f.example/comment/12#comment-12"])
    }

    @Test func `a note has neither its author for a title nor the words that it answers`() throws {
        let page = """
            <article class="h-entry"><a class="p-author h-card" href="/o"><b class="p-name">Ola</b></a>
            <a class="u-url" href="/n/1"><time datetime="2026-11-20">20.11</time></a>
            <div class="e-content">Zefirnet is down.</div></article>
            <article class="h-entry"><div class="u-in-reply-to h-cite"><b class="p-name">Down?</b>
            <a class="p-author h-card">Ola</a><a class="u-url" href="https://o.example/1">#</a>
            <div class="e-content">Is Zefirnet down?</div></div>
            <p class="p-author h-card"><a class="u-url p-name" href="https://j.example/">Jan</a></p>
            <div class="e-content">Works for me.</div><a class="u-url" href="/n/2">#</a></article>
            """
        let entries = try DocumentParser().parse(
            Array(page.utf8), url: "https://o.example/", kind: .page
        ).entries
        #expect(entries.map(\.title) == [nil, nil])
        #expect(entries.map(\.authors.first?.name) == ["Ola", "Jan"])
        #expect(entries.map(\.text) == ["Zefirnet is down.", "Works for me."])
        #expect(entries.map(\.link) == ["https://o.example/n/1", "https://o.example/n/2"])
    }

    @Test(arguments: ["hidden", "hidden=''", "aria-hidden='true'"])
    func `what is hidden beside posts that are shown is none`(hidden: String) throws {
        let page = """
            <article class="message"><h4 class="message-name">Ola</h4>\
            <div class="bbWrapper">Zefirnet is down.</div></article>
            <article class="message" \(hidden)><h4 class="message-name">Nobody</h4>\
            <div class="bbWrapper">Sample post.</div></article>
            <div \(hidden)><article class="message"><h4 class="message-name">Ola</h4>\
            <div class="bbWrapper">Zefirnet is down.</div></article></div>
            """
        #expect(try Self.posts(page).map(\.text) == ["Zefirnet is down."])
    }

    @Test func `questions and answers are posts, but for those that a site asks itself`() throws {
        let page = """
            <div itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Down?</h1>\
            <div itemprop="author" itemscope><b itemprop="name">Ola</b></div>\
            <div itemprop="text">Zefirnet is down.</div><div itemprop="acceptedAnswer" itemscope \
            itemtype="https://schema.org/Answer"><b itemprop="author">Jan</b>\
            <div itemprop="text">Works for me.</div></div></div>
            <section itemscope itemtype="https://schema.org/FAQPage"><div itemprop="mainEntity" \
            itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Prices?</h3>\
            <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">\
            <div itemprop="text">See above.</div></div></div></section>
            """
        let posts = try Self.posts(page)
        #expect(posts.map(\.text) == ["Zefirnet is down.", "Works for me."])
        #expect(posts.map(\.author) == ["Ola", "Jan"])
    }

    @Test func `what is hidden inside a post is no part of it`() throws {
        let page = """
            <article class="message"><article class="message" hidden>\
            <h4 class="message-name">Nobody</h4><time datetime="2026-01-01T08:00:00Z">then</time>\
            <div class="bbWrapper">Sample post.</div></article>\
            <h4 class="message-name">Ola</h4><div class="bbWrapper">Zefirnet is down.</div></article>
            """
        let posts = try Self.posts(page)
        #expect(posts.map(\.text) == ["Zefirnet is down."])
        #expect(posts.map(\.author) == ["Ola"])
        #expect(posts.map(\.date) == [nil])
    }

    @Test(arguments: ["aria-hidden='false'", "hidden='until-found'", "data-hidden='true'"])
    func `what readers can see is a post`(attribute: String) throws {
        let page = """
            <article class="message"><div class="bbWrapper">Zefirnet is down.</div></article>
            <article class="message" \(attribute)><div class="bbWrapper">Again.</div></article>
            """
        #expect(try Self.posts(page).map(\.text) == ["Zefirnet is down.", "Again."])
    }

    @Test func `an article has all the parts that are said to be of its body`() throws {
        let page = """
            <div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Awaria</h1>
            <p itemprop="articleBody">Zefirnet is down.</p><p>Advertisement</p>
            <p itemprop="articleBody">Works for <b itemprop="articleBody">me</b>.</p></div>
            """
        #expect(try Self.posts(page).map(\.text) == ["Zefirnet is down.\nWorks for me."])
    }

    @Test func `reviews at the side of posts are not what a page is there for`() throws {
        let page = """
            <article><h2>Awaria</h2><p>Zefirnet is down.</p></article>
            <aside><div class="jdgm-rev"><b class="jdgm-rev__author">Ola</b>
            <div class="jdgm-rev__body">Good coffee.</div></div></aside>
            """
        #expect(try Self.posts(page).map(\.text) == ["Awaria\nZefirnet is down."])
    }

    @Test func `below a mail that a post shows its writer speaks on`() throws {
        let page = """
            <article class="message"><div class="bbWrapper">See:<br>From: Zefirnet<br>Sent: Monday<br>
            No.<br>A shame!</div></article>
            """
        #expect(
            try Self.posts(page).map(\.text)
                == ["See:\nFrom: Zefirnet\nSent: Monday\nNo.\nA shame!"])
    }

    @Test func `what machines are told beside what readers see is not said twice`() throws {
        let page = """
            <article itemscope itemtype="https://schema.org/BlogPosting">
            <meta itemprop="articleBody" content="Zefirnet is down. It is.">
            <div itemprop="articleBody"><p>Zefirnet is down.</p><p>It is.</p></div></article>
            """
        #expect(try Self.posts(page).map(\.text) == ["Zefirnet is down.\nIt is."])
    }

    @Test func `posts that are all hidden are shown by a script`() throws {
        let page = """
            <main hidden><article class="message"><div class="bbWrapper">Zefirnet is down.</div>\
            </article></main>
            """
        #expect(try Self.posts(page).map(\.text) == ["Zefirnet is down."])
    }

    @Test func `posts in a block theme of WordPress are read`() throws {
        let page = """
            <ul class="wp-block-post-template"><li class="wp-block-post post-1 post hentry">\
            <h2 class="wp-block-post-title"><a href="/a/">Awaria</a></h2>\
            <div class="wp-block-post-date"><time datetime="2026-11-20T10:15:00Z">20.11</time></div>\
            <div class="wp-block-post-excerpt"><p>Zefirnet nie działa.</p>\
            <p class="wp-block-post-excerpt__more-text"><a href="/a/">Więcej</a></p></div></li>
            <li class="wp-block-post post-2 post hentry"><p class="wp-block-post-author-name">Jan</p>\
            <div class="entry-content wp-block-post-content"><p>Zefirnet działa.</p></div></li></ul>
            """
        let entries = try DocumentParser().parse(
            Array(page.utf8), url: "https://b.example/", kind: .page
        ).entries
        #expect(entries.map(\.title) == ["Awaria", nil])
        #expect(entries.map(\.text) == ["Zefirnet nie działa.", "Zefirnet działa."])
        #expect(entries.map(\.link) == ["https://b.example/a/", nil])
        #expect(entries.map(\.published) == [FeedDate.date("2026-11-20T10:15:00Z"), nil])
        #expect(entries.map(\.authors.first?.name) == [nil, "Jan"])
    }

    @Test(
        arguments: [
            (nil, true), ("a[rel~=next]", false), ("#more", false),
        ] as [(String?, Bool)])
    func `selectors that leave out the next page of a thread are told of it`(
        next: String?, isTold: Bool
    ) throws {
        let page = "<ul><li>x</li></ul><a rel=next href='?p=2'>2</a>"
        let problems = try DocumentParser().parse(
            Array(page.utf8), url: "https://f.example/t", kind: .forum,
            selectors: PageSelectors(item: "li", next: next)
        ).problems
        let message =
            "the page has a next one, https://f.example/t?p=2, which is not read; where that is the "
            + "same thread's, write next: 'a[rel~=next]' among the selectors"
        #expect(problems.map(\.message) == (isTold ? [message] : []))
    }

    // MARK: - Private

    private struct Post {
        let text: String?
        let author: String?
        let date: String?
        let link: String?
    }

    private static func posts(_ page: String) throws -> [Post] {
        try DocumentParser().parse(
            Array(page.utf8), url: "https://f.example/topic/down/", kind: .forum
        ).entries.map { entry in
            Post(
                text: entry.text, author: entry.authors.first?.name,
                date: entry.published.map(ContractJSON.timestamp), link: entry.link)
        }
    }
}
