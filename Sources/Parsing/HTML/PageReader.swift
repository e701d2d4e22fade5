import Model

/// Reads the posts of a page into a `PageDocument`.
struct PageReader {
    private let tree: HTMLTree
    private let maximumEntries: Int

    /// - Throws: what `HTMLTree` throws.
    init(_ source: [UInt8], limits: ParseLimits, maximumEntries: Int) throws(ParseError) {
        tree = try HTMLTree(source, limits: limits)
        self.maximumEntries = maximumEntries
    }

    /// - Parameters:
    ///   - selectors: `nil` tries the built-in recipes.
    ///   - isForum: whether its posts are parts of one thread.
    /// - Throws: `.badSelector`, `.noEntries`.
    func read(_ selectors: PageSelectors?, isForum: Bool) throws(ParseError) -> PageDocument {
        var candidates: [Paths] = []
        if let selectors {
            candidates = [try Paths(selectors)]
        } else {
            for recipe in isForum ? PageRecipe.forums : PageRecipe.pages {
                candidates.append(try Paths(recipe))
            }
        }
        for paths in candidates {
            let posts = try posts(paths)
            if !posts.elements.isEmpty { return try page(posts, paths, isForum: isForum) }
        }
        throw .noEntries(selector: selectors?.item)
    }

    // MARK: - Private

    /// `PageSelectors`, ready to be used.
    private struct Paths {
        let item: XPath
        let title: XPath?
        /// In the order of preference.
        let authors: [XPath]
        let date: XPath?
        let text: XPath?
        let link: XPath?
        let next: XPath?
        let furniture: XPath?
        /// Whether they are ours, and may find what is another's: an operator's own find what is meant.
        let isRecipe: Bool

        init(_ recipe: PageRecipe) throws(ParseError) {
            try self.init(recipe.selectors, furniture: recipe.furniture, isRecipe: true)
        }

        init(_ selectors: PageSelectors, furniture: String? = nil, isRecipe: Bool = false)
            throws(ParseError)
        {
            self.isRecipe = isRecipe
            self.furniture = try Self.path(furniture)
            item = try XPath(selector: selectors.item)
            title = try Self.path(selectors.title)
            authors = try selectors.author.map(XPath.list) ?? []
            date = try Self.path(selectors.date)
            text = try Self.path(selectors.text)
            link = try Self.path(selectors.link)
            next = try Self.path(selectors.next)
        }

        private static func path(_ selector: String?) throws(ParseError) -> XPath? {
            guard let selector else { return nil }
            return try XPath(selector: selector)
        }
    }

    /// An item, and what tells it from those inside it, which speak for themselves.
    private struct Item {
        let node: HTMLNode
        /// The identities of all items of the page.
        let all: Set<UInt>

        /// The nodes that a path finds in the item, but in none inside it.
        func nodes(_ path: XPath) -> [HTMLNode] {
            node.nodes(path).filter { $0.closest(of: all) == node.identity }
        }

        /// Those of them that say something of the item itself.
        ///
        /// A property inside another thing's `itemscope`, such as its author's, is that thing's (HTML
        /// Standard §5.2.4); but the page that an item is on is where it is.
        func ownNodes(_ path: XPath) -> [HTMLNode] {
            nodes(path).filter { found in
                !found.isWithin(node) {
                    $0.has("itemscope")
                        && $0.attribute("itemprop")?.hasPrefix("mainEntity") != true
                }
            }
        }

        /// Those of them that lead to the item, not to who wrote it.
        func ownLinks(_ path: XPath, authors: [XPath]) -> [HTMLNode] {
            let people = Set(authors.flatMap { nodes($0) }.map(\.identity))
            return ownNodes(path).filter { $0.closest(of: people) == nil }
        }
    }

    private func page(
        _ posts: LimitedList<PageDocument.Post>, _ paths: Paths, isForum: Bool
    ) throws(ParseError) -> PageDocument {
        PageDocument(
            title: tree.nodes(try XPath(selector: "title")).first?.textOfTitle,
            language: tree.nodes(try XPath(selector: "html")).first?.attribute("lang"),
            canonical: tree.nodes(try XPath(selector: "link[rel~=canonical]")).first?
                .attribute("href"),
            base: tree.nodes(try XPath(selector: "base")).first?.attribute("href"),
            isThread: isForum, threadTitle: isForum ? try threadTitle() : nil,
            next: paths.next.flatMap { Self.link(tree.nodes($0)) }, posts: posts)
    }

    private func threadTitle() throws(ParseError) -> String? {
        for selector in PageRecipe.threadTitles {
            if let title = tree.nodes(try XPath(selector: selector)).firstNonNil(\.textLine) {
                return title
            }
        }
        return nil
    }

    private func posts(_ paths: Paths) throws(ParseError) -> LimitedList<PageDocument.Post> {
        let named = try XPath(selector: "a[name], [id]")
        var posts = LimitedList<PageDocument.Post>(maximumCount: maximumEntries)
        let nodes = tree.nodes(paths.item)
        let items = Set(nodes.map(\.identity))
        for node in nodes {
            if posts.isFull {
                posts.leaveOut(at: node.line)
            } else if let post = post(Item(node: node, all: items), paths, named: named) {
                posts.append(post)
            }
        }
        return posts
    }

    /// `nil` if nothing is said in it.
    private func post(_ item: Item, _ paths: Paths, named: XPath) -> PageDocument.Post? {
        let node = item.node
        let nodes = { paths.isRecipe ? item.ownNodes($0) : item.nodes($0) }
        let content = content(of: item, paths.text.flatMap { nodes($0).first }, paths)
        guard content.text != nil else { return nil }
        let inner = item.nodes(named).first
        let author = paths.authors.firstNonNil { item.nodes($0).firstNonNil(Self.stated) }
        let links = paths.link.map(item.nodes) ?? []
        let ownLinks =
            paths.isRecipe
            ? paths.link.map { item.ownLinks($0, authors: paths.authors) } ?? [] : links
        return PageDocument.Post(
            line: node.line,
            anchor: node.attribute("id") ?? inner?.attribute("name") ?? inner?.attribute("id"),
            link: Self.link(ownLinks), hasOnlyLinksOfOthers: ownLinks.isEmpty && !links.isEmpty,
            title: paths.title.map(nodes)?.firstNonNil(Self.stated),
            author: author ?? node.attribute("data-author"),
            dates: paths.date.map { Self.dates(nodes($0)) } ?? [], content: content,
            language: node.attribute("lang"))
    }

    private func content(of item: Item, _ text: HTMLNode?, _ paths: Paths) -> HTMLFragment {
        var omitted = item.all
        if text == nil, let furniture = paths.furniture {
            omitted.formUnion(item.nodes(furniture).map(\.identity))
        }
        return HTMLFragment((text ?? item.node).html(omitting: omitted))
    }

    /// What an element says: machines are given it in `content`.
    private static func stated(_ node: HTMLNode) -> String? {
        node.textLine ?? node.attribute("content")
    }

    private static func link(_ nodes: [HTMLNode]) -> String? {
        nodes.lazy.compactMap {
            $0.attribute("href") ?? $0.attribute("content") ?? $0.attribute("itemid")
        }.first
    }

    /// What may be dates, the likeliest first.
    ///
    /// A `title` that is a date and nothing else is more exact than "yesterday"; any other, as SMF has
    /// it, tells what a link leads to.
    private static func dates(_ nodes: [HTMLNode]) -> [String] {
        let titles = nodes.compactMap { $0.attribute("title") }
        let areDates = titles.map { FeedDate.date($0) != nil }
        let dates = zip(titles, areDates).filter(\.1).map(\.0)
        let others = zip(titles, areDates).filter { !$1 }.map(\.0)
        return nodes.compactMap { $0.attribute("datetime") }
            + nodes.compactMap { $0.attribute("content") } + dates + nodes.compactMap(\.textLine)
            + others
    }
}

extension HTMLNode {
    /// The text of the page's `title`, which is hidden in the page itself.
    fileprivate var textOfTitle: String? { PlainText.line(ofHTML: html) }
}
