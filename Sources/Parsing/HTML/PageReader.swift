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
        for node in tree.nodes(paths.item) {
            if posts.isFull {
                posts.leaveOut(at: node.line)
            } else if let post = post(node, paths, named: named) {
                posts.append(post)
            }
        }
        return posts
    }

    /// `nil` if nothing is said in it.
    private func post(_ node: HTMLNode, _ paths: Paths, named: XPath) -> PageDocument.Post? {
        let texts = paths.text.map { node.nodes($0) } ?? []
        let content = HTMLFragment((texts.first ?? node).html)
        guard content.text != nil else { return nil }
        let inner = node.nodes(named).first
        return PageDocument.Post(
            line: node.line,
            anchor: node.attribute("id") ?? inner?.attribute("name") ?? inner?.attribute("id"),
            link: paths.link.flatMap { Self.link(node.nodes($0)) },
            title: Self.stated(paths.title, in: node),
            author: Self.stated(paths.author, in: node) ?? node.attribute("data-author"),
            dates: paths.date.map { Self.dates(node.nodes($0)) } ?? [], content: content,
            language: node.attribute("lang"))
    }

    /// What the first element found says: machines are given it in `content`.
    private static func stated(_ path: XPath?, in node: HTMLNode) -> String? {
        guard let path, let found = node.nodes(path).first else { return nil }
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
