extension PageOutline {
    /// Takes teasers of other pages out of what is weighed, unless the page is made of them.
    ///
    /// A teaser is one of a row of elements in each of which a heading is a link, and a sentence or two
    /// tell what it leads to. What holds nothing but teasers and their common heading goes with them.
    mutating func dropTeasers() {
        let rows = rowsOfTeasers()
        let teasers = rows.flatMap(\.self)
        let weight = teasers.reduce(0) { $0 + elements[$1].weight }
        guard let all = elements.first?.weight, weight * 2 < all else { return }
        for teaser in teasers { drop(teaser) }
        for row in rows { row.first.map { dropWhatIsEmpty(around: $0) } }
    }

    // MARK: - Private

    /// In characters that are no links; a part of a text under a heading that is a link is longer.
    private static let longestTeaser = 240

    private static let shortestRow = 3

    private func rowsOfTeasers() -> [[Int]] {
        let headings = kept.filter(isLinkedHeading)
        guard headings.count >= Self.shortestRow else { return [] }
        var rows: [Int: [Int]] = [:]
        for place in headings.indices {
            let teaser = teaser(
                around: headings[place], behind: place > 0 ? headings[place - 1] : nil,
                before: place + 1 < headings.count ? headings[place + 1] : nil)
            if let parent = elements[teaser].parent { rows[parent, default: []].append(teaser) }
        }
        return rows.values.filter { row in
            // Headings alone stand over parts of a text: a ranking links what it ranks.
            row.count >= Self.shortestRow
                && !row.allSatisfy { Self.headings.contains(elements[$0].name) }
        }.sorted { $0[0] < $1[0] }
    }

    /// Whether an element is a heading, and one that leads to another page of the site.
    ///
    /// Places of a ranking are counted, and often lead to another site.
    private func isLinkedHeading(_ index: Int) -> Bool {
        guard Self.headings.contains(elements[index].name), elements[index].hasLinkLines else {
            return false
        }
        let inside = (index..<elements[index].end).first { elements[$0].name == "a" }
        guard let link = inside ?? elements[index].parent else { return false }
        guard let address = elements[link].node.attribute("href"), !address.hasPrefix("#") else {
            return false
        }
        let site = WebAddress(address)?.host
        return (site == nil || host == nil || site == host) && !isCounted(index)
    }

    /// Whether its text starts with a number and a full stop or bracket.
    private func isCounted(_ index: Int) -> Bool {
        guard let line = elements[index].node.textLine else { return false }
        let rest = line.drop(while: \.isNumber)
        return rest.count < line.count && [". ", ") "].contains(rest.prefix(2))
    }

    /// The outermost element around a heading that has neither the one before nor the next, and says
    /// little.
    private func teaser(around heading: Int, behind last: Int?, before next: Int?) -> Int {
        var teaser = heading
        while let parent = elements[teaser].parent,
            elements[parent].textLength - elements[parent].linkLength <= Self.longestTeaser,
            last.map({ $0 < parent }) ?? true, next.map({ $0 >= elements[parent].end }) ?? true
        {
            teaser = parent
        }
        return teaser
    }
}
