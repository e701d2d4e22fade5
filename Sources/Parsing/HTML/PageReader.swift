import Model

/// Reads the posts of a page into a `PageDocument`.
struct PageReader {
    let tree: HTMLTree
    private let maximumEntries: Int
    private let clock: ProcessorClock

    /// - Throws: what `HTMLTree` throws.
    init(_ source: [UInt8], limits: ParseLimits, maximumEntries: Int) throws(ParseError) {
        tree = try HTMLTree(source, limits: limits)
        self.maximumEntries = maximumEntries
        clock = ProcessorClock(limit: limits.processorTime * Self.shareOfPosts)
    }

    /// - Parameters:
    ///   - selectors: `nil` tries the built-in recipes.
    ///   - isForum: whether its posts are parts of one thread.
    /// - Throws: `.badSelector`, `.noEntries`, `.tooSlow`.
    func read(_ selectors: PageSelectors?, isForum: Bool) throws(ParseError) -> PageDocument {
        if let selectors {
            guard let page = try page(Paths(selectors), isForum: isForum) else {
                throw .noEntries(selector: selectors.item)
            }
            return page
        }
        for recipe in isForum ? PageRecipe.forums : PageRecipe.pages {
            if let page = try page(Paths(recipe), isForum: isForum) { return page }
        }
        let stated = try StatedPosts(in: tree)
        if stated.areWhatIsRead(isForum: isForum) { return try page(of: stated) }
        for recipe in PageRecipe.anyPage {
            if let page = try page(Paths(recipe), isForum: isForum) { return page }
        }
        guard !stated.isEmpty else { throw .noEntries(selector: nil) }
        return try page(of: stated)
    }

    // MARK: - Private

    /// The page as what its scripts state that people wrote, which it shows by scripts of its own.
    private func page(of stated: StatedPosts) throws(ParseError) -> PageDocument {
        let canonical = try canonical
        return try page(
            stated.posts(canonical: canonical, maximumEntries: maximumEntries),
            next: try XPath(selector: PageRecipe.related), isByOperator: false, isForum: false,
            threadTitle: stated.threadTitle)
    }

    /// `nil` where nothing is found.
    private func page(_ paths: Paths, isForum: Bool) throws(ParseError) -> PageDocument? {
        let posts = try posts(paths)
        guard !posts.elements.isEmpty else { return nil }
        return try page(
            posts, next: paths.next, isByOperator: !paths.isRecipe, isForum: isForum)
    }

    private var canonical: String? {
        get throws(ParseError) { try tree.first("link[rel~=canonical]")?.attribute("href") }
    }

    /// Posts may take so many times what libxml2 may: of those in one another, each is looked through.
    private static let shareOfPosts = 5

    /// `PageSelectors`, ready to be used.
    private struct Paths {
        let item: XPath
        let title: XPath?
        /// Each in the order of preference.
        let authors: [XPath]
        let dates: [XPath]
        let text: XPath?
        let link: XPath?
        let next: XPath?
        let furniture: XPath?
        let amongWords: XPath?
        let head: XPath?
        let rating: XPath?
        let bestRating: XPath?
        /// Whether an item has who wrote it, when, and its words set apart.
        let setsAllApart: Bool
        /// Whether they are ours, and may find what is another's: an operator's own find what is meant.
        let isRecipe: Bool

        init(_ recipe: PageRecipe) throws(ParseError) {
            try self.init(recipe.selectors, recipe: recipe)
        }

        init(_ selectors: PageSelectors, recipe: PageRecipe? = nil) throws(ParseError) {
            isRecipe = recipe != nil
            setsAllApart = recipe?.setsAllApart ?? false
            furniture = try Self.path(recipe?.furniture)
            amongWords = try Self.path(recipe?.amongWords)
            head = try Self.path(recipe?.head)
            rating = try Self.path(recipe?.rating)
            bestRating = try Self.path(recipe?.bestRating)
            item = try XPath(selector: selectors.item)
            title = try Self.path(selectors.title)
            authors = try selectors.author.map(XPath.list) ?? []
            dates = try selectors.date.map(XPath.list) ?? []
            text = try Self.path(selectors.text)
            link = try Self.path(selectors.link)
            next = try Self.path(selectors.next)
        }

        private static func path(_ selector: String?) throws(ParseError) -> XPath? {
            guard let selector else { return nil }
            return try XPath(selector: selector)
        }
    }

    /// - Parameter isByOperator: whether it is read by an operator's selectors, so that it goes on where
    ///   these say, and nowhere else.
    private func page(
        _ posts: LimitedList<PageDocument.Post>, next: XPath?, isByOperator: Bool, isForum: Bool,
        threadTitle: String? = nil
    ) throws(ParseError) -> PageDocument {
        PageDocument(
            title: try tree.first("title")?.textLine,
            language: try tree.first("html")?.attribute("lang"), canonical: try canonical,
            base: try tree.first("base")?.attribute("href"), isThread: isForum,
            threadTitle: isForum ? try shownTitle() : threadTitle,
            next: next.flatMap { Self.link(tree.finds($0)) },
            unreadNext: isForum && isByOperator && next == nil
                ? try tree.first(PageRecipe.related)?.attribute("href") : nil, posts: posts,
            isCutOff: tree.isCutOff)
    }

    private func shownTitle() throws(ParseError) -> String? {
        for selector in PageRecipe.threadTitles {
            if let title = tree.nodes(try XPath(selector: selector)).firstNonNil(\.textLine) {
                return title
            }
        }
        return nil
    }

    private func posts(_ paths: Paths) throws(ParseError) -> LimitedList<PageDocument.Post> {
        var posts = LimitedList<PageDocument.Post>(maximumCount: maximumEntries)
        let found = tree.nodes(paths.item)
        // Of most recipes, a page has none.
        guard !found.isEmpty else { return posts }
        let named = try XPath(selector: "a[name], [id]")
        // What a script makes posts from is none (HTML Standard §4.12.3), whatever the selectors say.
        let templates = Set(tree.nodes(try XPath(selector: "template")).map(\.identity))
        let all = found.filter { $0.closest(of: templates) == nil }
        let nodes = paths.isRecipe ? try shown(all) : all
        // What is hidden inside one that is shown is no part of it either.
        let items = Set(all.map(\.identity))
        let readPost = { (node: HTMLNode) throws(ParseError) -> PageDocument.Post? in
            if clock.isOver {
                throw .tooSlow(limit: clock.limit, at: TextPosition(line: node.line, column: 1))
            }
            let head = paths.head.flatMap { node.finds($0).first?.node }
            return post(PageItem(node: node, head: head, all: items), paths, named: named)
        }
        // Of more than there is room for those at both ends: threads grow at one, news at the other.
        var rest = nodes[...]
        while posts.elements.count < (maximumEntries + 1) / 2, let node = rest.popFirst() {
            if let post = try readPost(node) { posts.append(post) }
        }
        var last: [PageDocument.Post] = []
        while posts.elements.count + last.count < maximumEntries, let node = rest.popLast() {
            if let post = try readPost(node) { last.append(post) }
        }
        if let node = rest.first { posts.leaveOutMiddle(rest.count, at: node.line) }
        for post in last.reversed() { posts.append(post) }
        return posts
    }

    /// Those that readers see (HTML Standard §6.1, WAI-ARIA 1.2 §6.6 `aria-hidden`): what is hidden beside
    /// them is what a script makes others from, or one once more.
    ///
    /// Where all are hidden, a script shows them.
    private func shown(_ nodes: [HTMLNode]) throws(ParseError) -> [HTMLNode] {
        let hidden = tree.nodes(try XPath(selector: "[hidden], [aria-hidden=true]")).filter {
            // Readers find it by its words.
            $0.attribute("hidden")?.lowercased() != "until-found"
                || $0.attribute("aria-hidden") == "true"
        }
        guard !hidden.isEmpty else { return nodes }
        let identities = Set(hidden.map(\.identity))
        let shown = nodes.filter { $0.closest(of: identities) == nil }
        return shown.isEmpty ? nodes : shown
    }

    /// `nil` if nothing is said in it.
    private func post(_ item: PageItem, _ paths: Paths, named: XPath) -> PageDocument.Post? {
        let node = item.node
        let finds = { paths.isRecipe ? item.ownFinds($0) : item.finds($0) }
        let texts = paths.text.map(finds) ?? []
        let others = paths.amongWords.map { item.identities([$0]) } ?? []
        let content = content(of: item, texts, omitting: others, paths)
        let authors = { paths.isRecipe ? item.authors($0) : item.finds($0) }
        let author = paths.authors.firstNonNil { authors($0).firstNonNil(\.stated) }
        let dates = paths.dates.flatMap { Self.dates(finds($0), omitting: others) }
        let title = paths.title.map(finds)?.firstNonNil(\.stated)
        let isSetApart = !texts.isEmpty || author != nil || !dates.isEmpty || title != nil
        guard content.text != nil, isSetApart || !paths.setsAllApart else { return nil }
        let inner = item.finds(named).first?.node
        let links = paths.link.map(item.finds) ?? []
        let ownLinks =
            paths.isRecipe
            ? paths.link.map { item.ownLinks($0, authors: paths.authors) } ?? [] : links
        return PageDocument.Post(
            line: node.line,
            anchor: node.attribute("id") ?? item.head?.attribute("id") ?? inner?.attribute("name")
                ?? inner?.attribute("id"),
            link: Self.link(ownLinks), hasOnlyLinksOfOthers: ownLinks.isEmpty && !links.isEmpty,
            title: title, author: author ?? node.attribute("data-author"), dates: dates,
            stars: paths.rating.flatMap { item.stars($0, best: paths.bestRating) },
            content: content, language: node.attribute("lang"))
    }

    /// - Parameter texts: what holds the words of the item. Of a recipe, whose selectors are one for each
    ///   version of the software, only the first counts, or the body that it is a part of.
    private func content(
        of item: PageItem, _ texts: [HTMLFind], omitting others: Set<UInt>, _ paths: Paths
    ) -> HTMLFragment {
        let isWhole = texts.isEmpty
        let furniture = paths.furniture.flatMap { isWhole ? item.identities([$0]) : nil } ?? []
        let omitted = OmittedElements(item.all, others.union(furniture))
        let parts = paths.isRecipe ? Self.body(of: texts) : Self.outermost(texts)
        if parts.count > 1 { return HTMLFragment(Self.joined(parts, omitting: omitted)) }
        return HTMLFragment(
            parts.first?.html(omitting: omitted) ?? item.node.html(omitting: omitted))
    }

    /// The first; or all, where each paragraph is said to be of the article's body.
    ///
    /// A description counts where nothing else is there, and what only machines are told where readers are
    /// not told it, too.
    private static func body(of texts: [HTMLFind]) -> [HTMLFind] {
        let bodies = texts.preferably { $0.attribute("itemprop") != "description" }
        let texts = bodies.preferably { $0.node.name != "meta" }
        let name = "articleBody"
        guard texts.first?.attribute("itemprop") == name else { return Array(texts.prefix(1)) }
        return outermost(texts.filter { $0.attribute("itemprop") == name })
    }

    /// Those that do not stand in another one, whose words are in that one's already.
    private static func outermost(_ texts: [HTMLFind]) -> [HTMLFind] {
        let elements = Set(texts.filter { $0.words == nil }.map(\.node.identity))
        return texts.filter { text in
            let outer = text.words == nil ? text.node.parent : text.node
            return outer?.closest(of: elements) == nil
        }
    }

    /// In the order of the page, each starting a line; a block with its own tags, as they say how its text
    /// is set.
    private static func joined(_ texts: [HTMLFind], omitting omitted: OmittedElements)
        -> [UInt8]
    {
        texts.reduce(into: []) { html, text in
            let layout = HTMLElement(ShortName(text.node.name)).layout
            let isBlock = text.words == nil && (layout == .block || layout == .preformatted)
            let name = isBlock ? text.node.name : "div"
            html.append(contentsOf: "<\(name)>".utf8)
            html.append(contentsOf: text.html(omitting: omitted))
            html.append(contentsOf: "</\(name)>".utf8)
        }
    }

    private static func link(_ finds: [HTMLFind]) -> String? {
        finds.lazy.compactMap {
            $0.words?.nonEmpty ?? $0.attribute("href") ?? $0.attribute("content")
                ?? $0.attribute("itemid")
        }.first
    }

    /// So many are read for a date: each that is never closed has all that follows.
    private static let mostDates = 16

    /// What may be dates, the likeliest first.
    ///
    /// A `title` that is a date and nothing else is more exact than "yesterday"; any other, as SMF has
    /// it, tells what a link leads to.
    ///
    /// - Parameter omitted: the identities of elements whose dates are others.
    private static func dates(_ finds: [HTMLFind], omitting omitted: Set<UInt>) -> [String] {
        let finds = finds.filter { $0.node.closest(of: omitted) == nil }
        let titles = finds.compactMap { $0.attribute("title") }
        let areDates = titles.map { FeedDate.date($0) != nil }
        let dates = zip(titles, areDates).filter(\.1).map(\.0)
        let others = zip(titles, areDates).filter { !$1 }.map(\.0)
        return finds.compactMap { $0.attribute("datetime") }
            + finds.compactMap { $0.attribute("content") } + dates
            + finds.prefix(mostDates).compactMap { $0.textLine(omitting: omitted) }
            + others
    }
}

extension [HTMLFind] {
    /// Those of some kind, or all where there is none.
    fileprivate func preferably(_ isOne: (HTMLFind) -> Bool) -> [HTMLFind] {
        let some = filter(isOne)
        return some.isEmpty ? self : some
    }
}
