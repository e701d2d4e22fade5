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
        let recipes = isForum ? PageRecipe.forums : PageRecipe.pages
        for candidate in selectors.map({ [$0] }) ?? recipes {
            let paths = try Paths(candidate)
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
        let author: XPath?
        let date: XPath?
        let text: XPath?
        let link: XPath?
        let next: XPath?

        init(_ selectors: PageSelectors) throws(ParseError) {
            item = try XPath(selector: selectors.item)
            title = try Self.path(selectors.title)
            author = try Self.path(selectors.author)
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
    }

    private func page(
        _ posts: LimitedList<PageDocument.Post>, _ paths: Paths, isForum: Bool
    ) throws(ParseError) -> PageDocument {
        PageDocument(
            title: tree.nodes(try XPath(selector: "title")).first?.textOfTitle,
            language: tree.nodes(try XPath(selector: "html")).first?.attribute("lang"),
            base: tree.nodes(try XPath(selector: "base")).first?.attribute("href"),
            threadTitle: isForum ? try threadTitle() : nil,
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
        let text = paths.text.flatMap { item.nodes($0).first }
        let content = HTMLFragment((text ?? node).html(omitting: item.all))
        guard content.text != nil else { return nil }
        let inner = item.nodes(named).first
        return PageDocument.Post(
            line: node.line,
            anchor: node.attribute("id") ?? inner?.attribute("name") ?? inner?.attribute("id"),
            link: paths.link.flatMap { Self.link(item.nodes($0)) },
            title: Self.stated(paths.title, in: item),
            author: Self.stated(paths.author, in: item) ?? node.attribute("data-author"),
            dates: paths.date.map { Self.dates(item.nodes($0)) } ?? [], content: content,
            language: node.attribute("lang"))
    }

    /// What the first element found says: machines are given it in `content`.
    private static func stated(_ path: XPath?, in item: Item) -> String? {
        guard let path, let found = item.nodes(path).first else { return nil }
        return found.textLine ?? found.attribute("content")
    }

    private static func link(_ nodes: [HTMLNode]) -> String? {
        nodes.lazy.compactMap {
            $0.attribute("href") ?? $0.attribute("content") ?? $0.attribute("itemid")
        }.first
    }

    private static func dates(_ nodes: [HTMLNode]) -> [String] {
        nodes.compactMap { $0.attribute("datetime") } + nodes.compactMap { $0.attribute("content") }
            + nodes.compactMap { $0.attribute("title") } + nodes.compactMap(\.textLine)
    }
}

extension HTMLNode {
    /// The text of the page's `title`, which is hidden in the page itself.
    fileprivate var textOfTitle: String? { PlainText.line(ofHTML: html) }
}
