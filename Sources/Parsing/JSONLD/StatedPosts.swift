import Model

/// What people wrote that a page or a document of JSON-LD states: reviews, threads and comments.
///
/// What is said of all reviews together, `AggregateRating`, is nobody's: readers' own are counted here.
struct StatedPosts {
    private let posts: [StatedPost]
    /// The line of each in the source.
    private let lines: [Int]

    var isEmpty: Bool { posts.isEmpty }

    /// Whether they are what the page is there for: a thread, or what customers wrote, one after another, as
    /// what a shop quotes on each of its pages seldom has dates.
    ///
    /// - Parameter isForum: whether it is there for comments, too, which may be below an article.
    func areWhatIsRead(isForum: Bool) -> Bool {
        posts.count { $0.kind == .review && $0.date != nil } > 1
            || posts.contains { $0.kind == .thread || isForum && $0.kind != .review }
    }

    /// What all posts are about; `nil` where these are several things, as beside reviews, or it is not said.
    var threadTitle: String? {
        posts.contains { $0.kind == .review } ? nil : thread?.title
    }

    /// How a page's own review rates what it is about; `nil` where it has several, or none of its own.
    var rating: Stars? {
        let reviews = posts.filter { $0.kind == .review }
        guard reviews.count == 1, let review = reviews.first, review.standsAlone else { return nil }
        return review.stars
    }

    /// - Parameter source: what the document was read from.
    init(_ root: JSONNode, in source: [UInt8]) {
        var said: Set<[String?]> = []
        posts = StatedPost.all(in: root, butFor: &said)
        var line = 1
        var offset = 0
        lines = posts.map { post in
            while offset < post.offset {
                if source[offset] == .lineFeed { line += 1 }
                offset += 1
            }
            return line
        }
    }

    /// - Parameter names: some of which each script has that is read.
    /// - Throws: what `XPath.init(selector:)` throws.
    init(in tree: HTMLTree, named names: [StaticString] = names) throws(ParseError) {
        // A charset may stand behind the type.
        let scripts = tree.nodes(try XPath(selector: "script[type^='application/ld+json']"))
            .prefix(Self.maximumScripts)
        var found: [(post: StatedPost, line: Int)] = []
        var said: Set<[String?]> = []
        for script in scripts {
            let text = Self.unwrapped(script.rawText)
            guard text.count <= Self.largestScript,
                names.contains(where: { text.offset(of: $0, from: 0) != nil })
            else { continue }
            var log = ProblemLog(maximumCount: 0)
            // What is no JSON states nothing.
            guard let root = try? JSONParser.parse(text, log: &log) else { continue }
            found += StatedPost.all(in: root, butFor: &said).map { ($0, script.line) }
        }
        posts = found.map(\.post)
        lines = found.map(\.line)
    }

    /// What each script has that states reviews.
    static let namesOfReviews: [StaticString] = ["eview"]

    /// - Parameter canonical: the page's own address, by which nothing is known but the thread it shows.
    func posts(canonical: String?, maximumEntries: Int) -> LimitedList<PageDocument.Post> {
        var uses: [String: Int] = [:]
        for post in posts { if let link = post.link { uses[link, default: 0] += 1 } }
        let thread = thread?.offset
        var list = LimitedList<PageDocument.Post>(maximumCount: maximumEntries)
        for (post, line) in zip(posts, lines) {
            let own = post.link.flatMap { uses[$0] == 1 && $0 != canonical ? $0 : nil }
            let isThread = post.kind == .thread && post.offset == thread
            list.appendAmongNewest(
                PageDocument.Post(
                    line: line, anchor: nil, link: own ?? (isThread ? post.link ?? canonical : nil),
                    hasOnlyLinksOfOthers: false, title: post.title, author: post.author,
                    dates: [post.date].compactMap(\.self), stars: post.stars,
                    commentCount: post.commentCount, content: post.content, language: post.language)
            )
        }
        list.keepNewest()
        return list
    }

    // MARK: - Private

    private static let names = namesOfReviews + ["DiscussionForumPosting", "Question", "omment"]
    private static let maximumScripts = 20
    /// In bytes.
    private static let largestScript = 512 * 1024

    /// A script without what hides it from old browsers, `<!--`, or from XML, `//<![CDATA[`; what stands behind
    /// the JSON is passed over.
    private static func unwrapped(_ script: [UInt8]) -> [UInt8] {
        let start = script.offsetPastSpaces(from: 0)
        if script.hasPrefix("<!--", at: start) { return Array(script[(start + 4)...]) }
        let isComment = script.hasPrefix("//", at: start) || script.hasPrefix("/*", at: start)
        guard isComment || script.hasPrefix("<!", at: start),
            let section = script.offset(of: "<![CDATA[", from: start), section - start <= 4
        else { return script }
        var end = script.offsetPastSpaces(from: section + 9)
        if script.hasPrefix("*/", at: end) { end += 2 }
        return Array(script[end...])
    }

    /// The only one.
    private var thread: StatedPost? {
        let threads = posts.filter { $0.kind == .thread }
        return threads.count == 1 ? threads.first : nil
    }
}

extension PageDocument {
    /// A document of what people wrote alone, as some shops, portals and forums have them in place of a feed.
    ///
    /// `nil` where there is none in it.
    init?(_ root: JSONNode, in source: [UInt8], maximumEntries: Int) {
        let stated = StatedPosts(root, in: source)
        guard !stated.isEmpty else { return nil }
        title = root["name"]?.text.flatMap { PlainText.title(ofPlain: Array($0.utf8)[...]) }
        language = root["inLanguage"]?.text
        canonical = root["url"]?.text
        base = nil
        isThread = false
        threadTitle = stated.threadTitle
        next = nil
        unreadNext = nil
        posts = stated.posts(canonical: canonical, maximumEntries: maximumEntries)
        format = .jsonLD
    }
}
