extension PageOutline {
    /// Takes out rows of alike elements that each lead to another page in few words, where they stand
    /// beside what holds the page's title and says something: a short text is no less a text for the
    /// longer ones that it is shown with.
    mutating func dropRowsBeside() {
        guard let story else { return }
        var index = 0
        while index < elements.count {
            if index == story {
                index = elements[index].end
                continue
            }
            for row in rows(in: index, but: story) {
                for teaser in row { drop(teaser) }
                row.first.map { dropWhatIsEmpty(around: $0) }
            }
            index = elements[index].isDropped ? elements[index].end : index + 1
        }
    }

    /// What an element is called, by which others of its kind are known.
    ///
    /// Software that numbers its posts, or paints them in turns, does so by another class.
    func kind(of index: Int) -> Set<Substring> {
        let classes = elements[index].node.attribute("class")?.lowercased() ?? ""
        return Set(
            classes.split(whereSeparator: \.isWhitespace).filter {
                !["odd", "even", "first", "last"].contains($0) && $0.last?.isNumber == false
            })
    }

    // MARK: - Private

    /// The weight of a very short sentence; a date and a name, which are none, weigh less.
    private static let said = 20.0

    private static let shortestRow = 3

    /// In characters that are no links.
    private static let longestTeaser = 300

    /// One has a picture, a heading, a line or two.
    private static let mostElements = 60

    private static let mostAddresses = 3

    private struct Kind: Hashable {
        let name: String
        let classes: Set<Substring>
    }

    /// The innermost element that holds the title and says something, or the article that it is in;
    /// `nil` where that is all of the page, or the head of a text that is told in rows.
    private var story: Int? {
        var index = heading
        while let current = index, elements[current].weight < Self.said {
            index = elements[current].parent
        }
        guard let inner = index else { return nil }
        var article: Int? = inner
        while let current = article, elements[current].name != "article" {
            article = elements[current].parent
        }
        let story = article ?? inner
        return Self.pages.contains(elements[story].name) || isHead(story) ? nil : story
    }

    private func isHead(_ index: Int) -> Bool {
        let name = elements[index].node.attribute("class")?.lowercased() ?? ""
        return elements[index].name == "header" || Self.headNames.contains { name.contains($0) }
    }

    private static let headNames = ["head", "hero", "intro"]

    /// The rows that stand directly in an element.
    private func rows(in parent: Int, but story: Int) -> [[Int]] {
        let children = children(of: parent)
        guard children.count >= Self.shortestRow else { return [] }
        var order: [Kind] = []
        var rows: [Kind: [Int]] = [:]
        for child in children where !elements[child].isDropped && !holds(child, story) {
            let kind = Kind(name: elements[child].name, classes: kind(of: child))
            if rows[kind] == nil { order.append(kind) }
            rows[kind, default: []].append(child)
        }
        return order.compactMap { rows[$0] }.filter { row in
            row.count >= Self.shortestRow && row.allSatisfy(isTeaser)
        }
    }

    private func isTeaser(_ index: Int) -> Bool {
        let element = elements[index]
        guard element.isBlock, element.name != "p", element.end - index <= Self.mostElements,
            element.textLength - element.linkLength <= Self.longestTeaser
        else { return false }
        let inside = index..<element.end
        let addresses = Set(
            inside.compactMap {
                elements[$0].name == "a" ? elements[$0].node.attribute("href") : nil
            })
        return (1...Self.mostAddresses).contains(addresses.count)
            && addresses.contains { !$0.hasPrefix("#") }
            && inside.contains { elements[$0].hasLinkLines }
    }
}
