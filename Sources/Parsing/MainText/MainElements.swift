/// Chooses the elements of a page that hold its main text.
///
/// The one that holds most of the page's sentences, and as little else as may be, is looked for from
/// the outside in: what publishers mark themselves (schema.org, `main`, `article`) is believed where
/// sentences bear it out. On the way in, siblings that belong to the text are taken along.
struct MainElements {
    /// Their indexes, in document order; none lies in another.
    static func indexes(in outline: PageOutline) -> [Int] {
        let body = outline.elements.indices.first { outline.elements[$0].name == "body" }
        return body.map(MainElements(outline: outline).indexes) ?? []
    }

    // MARK: - Private

    private let outline: PageOutline
    private var heading: Int? { outline.heading }
    private var elements: [PageOutline.Element] { outline.elements }

    /// What share of the sentences an element must hold to stand for the one around it.
    private static let share = 0.7

    /// The same where the page's title and words below it are left behind.
    private static let shareWithoutTitle = 0.8

    /// The same for a single paragraph, which has little to lose but its neighbours.
    private static let shareOfParagraph = 0.9

    private func indexes(in body: Int) -> [Int] {
        let stated = articleBodies()
        let statedWeight = stated.reduce(0) { $0 + elements[$1].weight }
        if !stated.isEmpty, statedWeight * 3 >= elements[body].weight { return stated }

        var current = start(in: body)
        var chosen = [current]
        while let child = heaviestChild(of: current), standsFor(current, child) {
            chosen = chosen.flatMap { $0 == current ? beside(child, in: current) : [$0] }
            current = child
        }
        return chosen
    }

    /// What schema.org's `articleBody` marks, outermost.
    private func articleBodies() -> [Int] {
        var found: [Int] = []
        var index = 0
        while index < elements.count {
            let isOne = elements[index].isArticleBody && elements[index].weight > 0
            if isOne { found.append(index) }
            index = isOne ? elements[index].end : index + 1
        }
        return found
    }

    /// Where to look: in `main`, in the one `article`, if most is said in it; else in all of the page.
    private func start(in body: Int) -> Int {
        var current = body
        for isMarked in [Self.isMain, Self.isArticle] {
            let heaviest = (current..<elements[current].end).dropFirst()
                .filter { isMarked(elements[$0]) }
                .max { elements[$0].weight < elements[$1].weight }
            if let heaviest, elements[heaviest].weight > 0,
                elements[heaviest].weight * 2 >= elements[current].weight, !isOneOfMany(heaviest)
            {
                current = heaviest
            }
        }
        return titledArticle(in: current) ?? current
    }

    /// The article that the page's title stands in, where others beside it have titles of their own:
    /// pages that never end show the next story below.
    private func titledArticle(in outer: Int) -> Int? {
        guard let heading, elements[heading].name == "h1" else { return nil }
        let articles = (outer..<elements[outer].end).filter { Self.isArticle(elements[$0]) }
        guard let titled = articles.last(where: { holds($0, heading) }), elements[titled].weight > 0
        else { return nil }
        let isFollowed = articles.contains { other in
            elements[other].parent == elements[titled].parent && other != titled
                && (other..<elements[other].end).contains { elements[$0].name == "h1" }
        }
        return isFollowed ? titled : nil
    }

    private func holds(_ outer: Int, _ index: Int) -> Bool { outline.holds(outer, index) }

    private static func isMain(_ element: PageOutline.Element) -> Bool {
        element.name == "main" || element.node.attribute("role") == "main"
    }

    private static func isArticle(_ element: PageOutline.Element) -> Bool {
        element.name == "article"
    }

    private func heaviestChild(of parent: Int) -> Int? {
        outline.children(of: parent).max { elements[$0].weight < elements[$1].weight }
    }

    /// Whether a child holds so much of its parent's text that the rest is not missed.
    private func standsFor(_ parent: Int, _ child: Int) -> Bool {
        let element = elements[child]
        guard element.isBlock, element.weight > 0, !Self.lists.contains(element.name) else {
            return false
        }
        if Self.paragraphs.contains(element.name) {
            let hasHeadings = outline.children(of: parent).contains {
                Self.headings.contains(elements[$0].name)
            }
            return !hasHeadings && element.weight >= Self.shareOfParagraph * elements[parent].weight
        }
        let share = leavesTitle(parent, child) ? Self.shareWithoutTitle : Self.share
        return element.weight >= share * elements[parent].weight && !isOneOfMany(child)
    }

    /// Whether another child has the page's title, and says something.
    private func leavesTitle(_ parent: Int, _ child: Int) -> Bool {
        guard let heading, !holds(child, heading) else { return false }
        return outline.children(of: parent).contains {
            holds($0, heading) && elements[$0].weight >= Self.words
        }
    }

    /// An element and those of its siblings that belong to its text: sentences in blocks of their own,
    /// and what is called a text.
    private func beside(_ index: Int, in parent: Int) -> [Int] {
        let children = outline.children(of: parent)
        let title = heading.flatMap { heading in children.first { holds($0, heading) } }
        return children.flatMap { child in
            if isBeside(child, index, title: title) { return [child] }
            guard let title, title <= child, child < index else { return [] }
            return subtitles(in: child)
        }
    }

    /// The headings below the page's title that go on with it: "Twelve branches close by the end of the
    /// year".
    private func subtitles(in outer: Int) -> [Int] {
        guard let heading else { return [] }
        return (outer..<elements[outer].end).filter {
            $0 > heading && Self.headings.contains(elements[$0].name)
                && elements[$0].linkLength == 0 && elements[$0].textLength >= Self.subtitle
        }
    }

    /// - Parameter title: the child of the same parent that holds the page's title.
    private func isBeside(_ child: Int, _ index: Int, title: Int?) -> Bool {
        if child == index { return true }
        let sibling = elements[child]
        guard sibling.weight > 0, sibling.linkLength * 4 <= sibling.textLength else {
            return false
        }
        // A lead stands between title and text, or below the title in a place of its own.
        if let title, title <= child, child < index, sibling.weight >= Self.lead { return true }
        return Self.paragraphs.contains(sibling.name) || Self.lists.contains(sibling.name)
            || sibling.hints.isText && sibling.textLength >= Self.shortestText
    }

    /// In characters: what is called a text, and is shorter, says who wrote it and when.
    private static let shortestText = 60

    /// In characters: a shorter heading is a name, a date, a topic.
    private static let subtitle = 30

    /// The weight of a short sentence.
    private static let lead = 50.0

    /// The weight of a few words, more than those of a date and a name.
    private static let words = 30.0

    private static let paragraphs: Set<String> = ["p", "pre", "blockquote"]

    private static let lists: Set<String> = [
        "ul", "ol", "dl", "li", "figure", "header", "hgroup",
    ]

    /// Those inside a text; the first stands before it.
    private static let headings: Set<String> = ["h2", "h3", "h4", "h5", "h6"]

    /// Whether an element is one of several of a kind that all say something, as posts in a thread.
    private func isOneOfMany(_ index: Int) -> Bool {
        guard let parent = elements[index].parent else { return false }
        let kind = outline.kind(of: index)
        return outline.children(of: parent).contains {
            $0 != index && elements[$0].weight > 0 && elements[$0].name == elements[index].name
                && isAlike(outline.kind(of: $0), kind, name: elements[index].name)
        }
    }

    private func isAlike(_ one: Set<Substring>, _ other: Set<Substring>, name: String) -> Bool {
        if name == "article" { return true }
        return !one.isEmpty && one.intersection(other).count * 2 >= one.union(other).count
    }
}
