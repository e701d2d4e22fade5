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
        /// Whether most of its own lines is links.
        var hasLinkLines = false
        /// Characters in its own lines, then of all inside it.
        var textLength = 0
        /// Characters of them that are in links.
        var linkLength = 0
        var weight = 0.0
        /// Whether it leads to another page: a linked heading, and a few words.
        var isTeaser = false
    }

    var elements: [Element] = []
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

    /// - Throws: `.tooSlow`.
    init(of root: HTMLNode, _ holders: TextHolders, _ trust: Trust, _ clock: ProcessorClock)
        throws(ParseError)
    {
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
                    return false
                }
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
                let length = Self.length(of: text)
                elements[block].textLength += length
                if links > 0 { elements[block].linkLength += length }
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

    /// Those called as if they stood around a text though nearly all of the page's is in them, by
    /// identity.
    var misnamed: Set<UInt> {
        let all = elements.first?.weight ?? 0
        return Set(
            elements.lazy.filter { $0.hints.isAround && $0.weight > Self.shareOfMisnamed * all }
                .map(\.node.identity))
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

    /// From this length on a block's text weighs as much as it is long.
    private static let sentence = 100.0

    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

    private mutating func weigh() {
        for index in elements.indices {
            let said = Double(elements[index].textLength - elements[index].linkLength)
            elements[index].hasLinkLines =
                elements[index].linkLength * 2 > elements[index].textLength
            let isHeading = Self.headings.contains(elements[index].name)
            if !isHeading, !elements[index].hasLinkLines {
                elements[index].weight = said * min(1, said / Self.sentence)
            }
        }
        // Those inside have a greater index, and have been added up by then.
        for index in elements.indices.reversed() {
            guard let parent = elements[index].parent else { continue }
            elements[parent].weight += elements[index].weight
            elements[parent].textLength += elements[index].textLength
            elements[parent].linkLength += elements[index].linkLength
        }
        dropTeasers()
    }

    /// Whether it leads elsewhere: many headings are links to themselves.
    private func isLink(_ index: Int) -> Bool {
        guard elements[index].name == "a" else { return false }
        let isInHeading = elements[index].parent.map { Self.headings.contains(elements[$0].name) }
        return isInHeading != true
            || elements[index].node.attribute("href")?.hasPrefix("#") != true
    }

    /// Characters, blanks run together.
    private static func length(of text: [UInt8]) -> Int {
        var length = 0
        var isBlank = true
        for byte in text where byte & 0xC0 != 0x80 {
            if !byte.isASCIISpace || !isBlank { length += 1 }
            isBlank = byte.isASCIISpace
        }
        return length
    }
}
