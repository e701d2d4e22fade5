/// The elements of a page that surely hold its main text, so that no name of theirs speaks against
/// them.
///
/// Themes call what stands around text and sidebar `content-sidebar-wrap`, columns of opinion are
/// `commentary`, and a page under an open dialog is `aria-hidden`.
struct TextHolders {
    /// The page's; `nil` if it has none.
    let title: String?
    /// The element that says the page's title.
    let heading: HTMLNode?
    /// By identity: `main`, schema.org's `articleBody`, a part that is not free, what the page tells search
    /// engines is a part of its text, and the heading, and all that they are in.
    let identities: Set<UInt>

    /// - Parameter title: the page's; `nil` if it has none.
    /// - Throws: `.tooSlow`.
    init(in tree: HTMLTree, title: String?, _ clock: ProcessorClock) throws(ParseError) {
        self.title = title
        let headings = tree.nodes(try XPath(selector: "h1, h2, h3")).prefix(Self.maximumHeadings)
        let saying = title.map { title in headings.filter { Self.says(title, $0) } } ?? []
        heading = saying.first { $0.name == "h1" } ?? saying.first
        var identities: Set<UInt> = []
        let marked = tree.nodes(try XPath(selector: Self.marks))
        var told: [HTMLNode] = []
        for selector in try StatedParts.selectors(in: tree) {
            told += tree.nodes(selector).prefix(Self.maximumParts)
            if clock.isOver {
                throw .tooSlow(limit: clock.limit, at: TextPosition(line: 1, column: 1))
            }
        }
        for node in marked + told + [heading].compactMap(\.self) {
            node.forEachAround {
                // Those further out have been met before as well.
                identities.insert($0.identity).inserted
            }
        }
        self.identities = identities
    }

    // MARK: - Private

    private static let maximumHeadings = 50

    private static let marks = """
        main, [role=main], [itemprop~=articleBody], [itemprop~=hasPart] [itemprop~=isAccessibleForFree]
        """

    private static let maximumParts = 100

    /// The title of a page often goes on with the site's name, or begins with it.
    private static func says(_ title: String, _ heading: HTMLNode) -> Bool {
        guard let line = heading.textLine else { return false }
        return line == title || title.hasPrefix("\(line) ") || title.hasSuffix(" \(line)")
    }
}
