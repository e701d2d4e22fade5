/// Finds the main text of a page, by what its elements are called and by how its texts weigh.
struct MainText {
    /// The text, a line for each block; `nil` if there is none.
    ///
    /// - Parameter title: left out of the text where it is one of its headings.
    /// - Throws: `.tooSlow`.
    static func text(of tree: HTMLTree, title: String?, limits: ParseLimits) throws(ParseError)
        -> String?
    {
        let root = tree.nodes(try XPath(selector: "html")).first
        guard let root else { return nil }
        let clock = ProcessorClock(limit: limits.processorTime)
        let strict = MainText(try PageOutline(of: root, trustsHints: true, clock))
            .text(title: title)
        if let strict, strict.utf8.count >= enough { return strict }
        // What looks like comments or a sidebar by its name may be all that there is.
        let lenient = MainText(try PageOutline(of: root, trustsHints: false, clock))
            .text(title: title)
        return (lenient?.utf8.count ?? 0) > 2 * (strict?.utf8.count ?? 0) ? lenient : strict
    }

    // MARK: - Private

    private let outline: PageOutline
    private var elements: [PageOutline.Element] { outline.elements }

    /// In bytes: a text shorter than this is looked for once more.
    private static let enough = 140

    private init(_ outline: PageOutline) {
        self.outline = outline
    }

    private func text(title: String?) -> String? {
        let chosen = MainElements.indexes(in: outline)
        var omitted = outline.omitted
        for index in chosen { omitted.formUnion(links(in: index)) }
        if let heading = heading(saying: title) { omitted.insert(heading) }
        var html: [UInt8] = []
        for element in chosen.map({ elements[$0] }) where !omitted.contains(element.node.identity) {
            // With its own tags, as they say how its text is set.
            html.append(contentsOf: "<\(element.name)>".utf8)
            html.append(contentsOf: element.node.html(omitting: omitted))
            html.append(contentsOf: "</\(element.name)>".utf8)
        }
        return PlainText.text(ofHTML: html)
    }

    /// What is links more than words, inside a chosen element: related stories, topics, a line that
    /// leads to the comments.
    private func links(in chosen: Int) -> Set<UInt> {
        var found: Set<UInt> = []
        var length = 0
        var index = chosen
        while index < elements[chosen].end {
            let element = elements[index]
            if index > chosen, element.isBlock, element.linkLength * 2 > element.textLength {
                found.insert(element.node.identity)
                length += element.textLength
                index = element.end
                continue
            }
            if element.name == "a", let parent = element.parent, elements[parent].hasLinkLines {
                found.insert(element.node.identity)
            }
            index += 1
        }
        // A page that is a list of links is nothing else.
        return length * 2 > elements[chosen].textLength ? [] : found
    }

    private func heading(saying title: String?) -> UInt? {
        guard let title else { return nil }
        let headings = elements.lazy.filter { ["h1", "h2", "h3"].contains($0.name) }.prefix(10)
        return headings.first {
            // The title of a page often goes on with the site's name, or begins with it.
            guard let line = $0.node.textLine else { return false }
            return line == title || title.hasPrefix("\(line) ") || title.hasSuffix(" \(line)")
        }?.node.identity
    }
}
