/// Finds the main text of a page, by what its elements are called and by how its texts weigh.
struct MainText {
    /// The text, a line for each block; `nil` if there is none.
    ///
    /// - Parameters:
    ///   - title: left out of the text where it is one of its headings.
    ///   - host: the site that the page is on.
    /// - Throws: `.tooSlow`.
    static func text(of tree: HTMLTree, title: String?, host: String?, limits: ParseLimits)
        throws(ParseError) -> String?
    {
        let root = tree.nodes(try XPath(selector: "html")).first
        guard let root else { return nil }
        let clock = ProcessorClock(limit: limits.processorTime)
        let holders = try TextHolders(in: tree, title: title, clock)
        let outline = { (trust: PageOutline.Trust) throws(ParseError) in
            MainText(try PageOutline(of: root, host: host, holders, trust, clock), holders)
        }
        let withAround = try outline(.readers)
        let misnamed = withAround.outline.misnamed
        let withoutAround =
            withAround.outline.holdsAround(but: misnamed)
            ? try outline(.all(but: misnamed)) : withAround
        let strict = withoutAround.text()
        let isEnough = withoutAround.isTitled ? least : enough
        if let strict, strict.utf8.count >= isEnough { return strict }
        // What looks like a sidebar by its name may be all that there is.
        let lenient = withAround.text()
        let best = (lenient?.utf8.count ?? 0) > 2 * (strict?.utf8.count ?? 0) ? lenient : strict
        if let best, best.utf8.count >= least { return best }
        // And so may comments.
        return try outline(.none).text() ?? best
    }

    // MARK: - Private

    private let outline: PageOutline
    private let holders: TextHolders
    private let chosen: [Int]
    private var elements: [PageOutline.Element] { outline.elements }

    /// In bytes: a text shorter than this is looked for once more.
    private static let enough = 140

    /// The same for one below the page's title, and for one that is not of comments.
    private static let least = 40

    private init(_ outline: PageOutline, _ holders: TextHolders) {
        self.outline = outline
        self.holders = holders
        chosen = MainElements.indexes(in: outline)
    }

    /// Whether the page's title stands in or beside what was chosen, and that is less than the page.
    private var isTitled: Bool {
        guard let heading = holders.heading else { return false }
        return chosen.contains { index in
            [index, elements[index].parent].compactMap(\.self).contains {
                elements[$0].name != "body"
                    && heading.closest(of: [elements[$0].node.identity]) != nil
            }
        }
    }

    private func text() -> String? {
        var omitted = outline.omitted
        for index in chosen { omitted.formUnion(links(in: index)) }
        if let heading = holders.heading { omitted.insert(heading.identity) }
        omitted.formUnion(Datelines.identities(in: chosen, of: outline, title: holders.title))
        var html: [UInt8] = []
        for element in chosen.map({ elements[$0] }) where !omitted.contains(element.node.identity) {
            // With its own tags, as they say how its text is set.
            html.append(contentsOf: "<\(element.name)>".utf8)
            html.append(contentsOf: element.node.html(omitting: omitted))
            html.append(contentsOf: "</\(element.name)>".utf8)
        }
        // What is hidden for good is left out already.
        return PlainText.text(ofHTML: html, showsHidden: true)
    }

    /// Whether a heading stands over sentences, so that it is of the text though it leads elsewhere.
    private func isHeadingOfText(_ index: Int) -> Bool {
        let next = elements[index].end
        guard PageOutline.headings.contains(elements[index].name), next < elements.count,
            elements[next].parent == elements[index].parent
        else { return false }
        return elements[next].weight >= Self.fewWords || elements[next].lines.endSentence
    }

    /// Whether an item of a list or a cell of a table is one link, where most of the others are words.
    private func isOfMixedRow(_ index: Int) -> Bool {
        guard let parent = elements[index].parent,
            Self.rows[elements[index].name]?.contains(elements[parent].name) == true,
            elements[parent].linkLength * 2 <= elements[parent].textLength
        else { return false }
        return (index..<elements[index].end).count { elements[$0].name == "a" } == 1
    }

    /// Items and cells, and what holds them.
    private static let rows: [String: Set<String>] = [
        "li": ["ul", "ol"], "dt": ["dl"], "dd": ["dl"], "td": ["tr"], "th": ["tr"],
    ]

    /// The weight of less than a sentence.
    private static let fewWords = 30.0

    /// What is links more than words, inside a chosen element: related stories, topics, a line that
    /// leads to the comments.
    private func links(in chosen: Int) -> Set<UInt> {
        var found: Set<UInt> = []
        var length = 0
        var index = chosen
        while index < elements[chosen].end {
            let element = elements[index]
            if index > chosen, element.isDropped {
                found.insert(element.node.identity)
                index = element.end
                continue
            }
            if index > chosen, element.isBlock, element.linkLength * 2 > element.textLength,
                !isOfText(index)
            {
                found.insert(element.node.identity)
                length += element.textLength
                index = element.end
                continue
            }
            if element.name == "a", let parent = element.parent, elements[parent].hasLinkLines,
                !isOfText(parent)
            {
                found.insert(element.node.identity)
            }
            index += 1
        }
        // A page that is a list of links is nothing else.
        return length * 2 > elements[chosen].textLength ? [] : found
    }

    /// Whether a block is read with the text around it though it is a link.
    private func isOfText(_ index: Int) -> Bool { isHeadingOfText(index) || isOfMixedRow(index) }
}
