/// The elements of a page in one list, in document order, with what their texts weigh.
///
/// A block is an element that starts a line. Its text is that of the elements in its lines, and weighs
/// as much as it is long, less what are links, and short texts less still: sentences weigh, menus and
/// labels do not.
struct PageOutline {
    struct Element {
        let node: HTMLNode
        let name: String
        /// `nil` for the outermost.
        let parent: Int?
        let hints: BlockHints
        let isBlock: Bool
        let isArticleBody: Bool
        /// The index past the last element inside it.
        var end = 0
        var lines = BlockLines()
        /// What it says that is no text of the page's own.
        var signs: BlockSigns = []
        /// Whether most of its own lines is links that stand in no sentence.
        var hasLinkLines = false
        /// Characters in its own lines, then of all inside it.
        var textLength = 0
        /// Characters of them that are in such links.
        var linkLength = 0
        var weight = 0.0
        /// Whether it is not of the page's text for what it says: it leads to another page, or readers
        /// write there.
        var isDropped = false
    }

    var elements: [Element] = []
    /// The element that says the page's title.
    private(set) var heading: Int?
    /// The site that the page is on; `nil` if nobody knows.
    let host: String?
    /// What is not looked at, by identity.
    private(set) var omitted: Set<UInt> = []

    /// Which elements are left out for what they are called.
    enum Trust {
        /// None.
        case none
        /// What readers write in.
        case readers
        /// Those and all others around a text, but some, by identity.
        case all(but: Set<UInt>)

        func leavesOut(_ node: HTMLNode, _ hints: BlockHints) -> Bool {
            switch self {
            case .none: false
            case .readers: hints.isOfReaders
            case .all(let exceptions):
                hints.isAround && (hints.isOfReaders || !exceptions.contains(node.identity))
            }
        }
    }

    /// - Parameter host: the site that the page is on.
    /// - Throws: `.tooSlow`.
    init(
        of root: HTMLNode, host: String?, _ holders: TextHolders, _ trust: Trust,
        _ clock: ProcessorClock
    ) throws(ParseError) {
        self.host = host
        var lateNode: HTMLNode?
        var open: [Int] = []
        var blocks: [Int] = []
        var links = 0
        root.walk { step in
            switch step {
            case .start(let node):
                if elements.count % 256 == 255, lateNode == nil, clock.isOver { lateNode = node }
                guard lateNode == nil else { return false }
                let name = node.name
                let hints = BlockHints(
                    node, name: name, isHolder: holders.identities.contains(node.identity))
                if hints.isFurniture || trust.leavesOut(node, hints) {
                    omitted.insert(node.identity)
                    if let outer = open.last, hints.isFurniture {
                        elements[outer].signs.formUnion(BlockSigns(ofFurniture: node))
                    }
                    return false
                }
                if node.identity == holders.heading?.identity { heading = elements.count }
                let element = Element(
                    node: node, name: name, parent: open.last, hints: hints,
                    isBlock: HTMLElement(ShortName(name)).layout != .inline,
                    isArticleBody: node.attribute("itemprop")?.lowercased().contains("articlebody")
                        ?? false)
                if element.isBlock { blocks.append(elements.count) }
                open.append(elements.count)
                elements.append(element)
                if isLink(elements.count - 1) { links += 1 }
            case .text(let text):
                guard let block = blocks.last else { return false }
                elements[block].lines.append(text, isLinked: links > 0)
                if let inner = open.last { elements[inner].signs.formUnion(BlockSigns(in: text)) }
            case .end:
                guard let index = open.popLast() else { return false }
                elements[index].end = elements.count
                if elements[index].isBlock { blocks.removeLast() }
                if isLink(index) { links -= 1 }
            }
            return true
        }
        if let lateNode {
            throw .tooSlow(
                limit: clock.limit, at: TextPosition(line: lateNode.line, column: 1))
        }
        weigh()
    }

    /// Those called as if they stood around a text though nearly all of the page's is in them, and
    /// what a text that is paid for is called though it is no offer, by identity.
    var misnamed: Set<UInt> {
        let all = elements.first?.weight ?? 0
        let misnamed = kept.lazy.map { elements[$0] }.filter { element in
            element.hints.isAround
                && (element.weight > Self.shareOfMisnamed * all
                    || element.hints.isPaywall && element.weight > Self.longestOffer)
        }
        return Set(misnamed.map(\.node.identity))
    }

    /// Whether any other element is called so.
    func holdsAround(but misnamed: Set<UInt>) -> Bool {
        elements.contains { $0.hints.isAround && !misnamed.contains($0.node.identity) }
    }

    /// The elements that stand directly in another, or outermost.
    func children(of parent: Int) -> [Int] {
        var children: [Int] = []
        var index = parent + 1
        while index < elements[parent].end {
            children.append(index)
            index = elements[index].end
        }
        return children
    }

    // MARK: - Private

    /// Some sidebars say more than the text that they stand beside.
    private static let shareOfMisnamed = 0.8

    /// The weight of a few sentences, more than it takes to sell a subscription.
    private static let longestOffer = 400.0

    /// What the text of a label weighs, of what a sentence would.
    private static let shareOfLabel = 0.3

    /// From this length on a block's text weighs as much as it is long.
    private static let sentence = 100.0

    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// So many labels say something together.
    private static let fewestOfMany = 4

    /// Where people write what is no sentence, and mean it.
    private static let namesWithLabels: Set<String> = ["dd", "dt", "li", "pre", "td", "th"]

    private mutating func weigh() {
        for index in elements.indices {
            let lines = elements[index].lines
            let isHeading = Self.headings.contains(elements[index].name)
            elements[index].textLength = lines.length
            elements[index].linkLength =
                lines.areSentenceWithLinks && !isHeading ? 0 : lines.linkLength
            let said = Double(lines.length - elements[index].linkLength)
            elements[index].hasLinkLines = elements[index].linkLength * 2 > lines.length
            guard !isHeading, !elements[index].hasLinkLines else { continue }
            elements[index].weight = said * min(1, said / Self.sentence)
        }
        weighLabels()
        // Those inside have a greater index, and have been added up by then.
        for index in elements.indices.reversed() {
            guard let parent = elements[index].parent else { continue }
            elements[parent].weight += elements[index].weight
            elements[parent].textLength += elements[index].textLength
            elements[parent].linkLength += elements[index].linkLength
            // An answer is asked for in the innermost element alone.
            elements[parent].signs.formUnion(elements[index].signs.subtracting([.reply, .quote]))
        }
        dropNotices()
        dropReplies()
        dropRowsBeside()
        dropTeasers()
    }

    /// Makes labels light, but for those of which there are so many in a place that they are what it is
    /// there for, as the lines of a poem and the hours of a programme.
    private mutating func weighLabels() {
        var labels: [Int: [Int]] = [:]
        for index in elements.indices {
            let element = elements[index]
            guard element.lines.areLabel, !Self.namesWithLabels.contains(element.name),
                let parent = element.parent
            else { continue }
            labels[parent, default: []].append(index)
        }
        for group in labels.values where group.count < Self.fewestOfMany {
            for label in group { elements[label].weight *= Self.shareOfLabel }
        }
    }

    /// Whether it leads elsewhere: many headings are links to themselves.
    private func isLink(_ index: Int) -> Bool {
        guard elements[index].name == "a" else { return false }
        let isInHeading = elements[index].parent.map { Self.headings.contains(elements[$0].name) }
        return isInHeading != true
            || elements[index].node.attribute("href")?.hasPrefix("#") != true
    }
}
