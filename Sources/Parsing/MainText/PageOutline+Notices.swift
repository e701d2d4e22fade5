extension PageOutline {
    /// Takes an element out of what is weighed.
    mutating func drop(_ index: Int) {
        guard !isWithinDropped(index) else { return }
        let dropped = elements[index]
        elements[index].isDropped = true
        for inner in index..<dropped.end {
            elements[inner].weight = 0
            elements[inner].textLength = 0
            elements[inner].linkLength = 0
        }
        var outer = dropped.parent
        while let current = outer {
            elements[current].weight -= dropped.weight
            elements[current].textLength -= dropped.textLength
            elements[current].linkLength -= dropped.linkLength
            outer = elements[current].parent
        }
    }

    /// The elements that have not been taken out, nor any that they are in.
    var kept: [Int] {
        var kept: [Int] = []
        var index = 0
        while index < elements.count {
            if !elements[index].isDropped { kept.append(index) }
            index = elements[index].isDropped ? elements[index].end : index + 1
        }
        return kept
    }

    /// Takes out what an element stands in, as far as that says nothing else.
    mutating func dropWhatIsEmpty(around index: Int) {
        var inner = index
        while let parent = elements[inner].parent, elements[parent].weight < Self.nothing,
            !elements[parent].isDropped, !Self.pages.contains(elements[parent].name)
        {
            drop(parent)
            inner = parent
        }
    }

    /// Takes out what every page of a site says: that it has cookies, and that it is theirs.
    ///
    /// Only beside the page's title, as there are articles on such matters.
    mutating func dropNotices() {
        guard let heading else { return }
        var index = 0
        while index < elements.count {
            guard !holds(index, heading), elements[index].isBlock, isNotice(index, heading) else {
                index += 1
                continue
            }
            drop(index)
            index = elements[index].end
        }
    }

    func holds(_ outer: Int, _ index: Int) -> Bool {
        (outer..<elements[outer].end).contains(index)
    }

    static let pages: Set<String> = ["html", "body", "main"]

    // MARK: - Private

    /// Whether an element, or one that it is in, has been taken out.
    private func isWithinDropped(_ index: Int) -> Bool {
        var outer: Int? = index
        while let current = outer {
            if elements[current].isDropped { return true }
            outer = elements[current].parent
        }
        return false
    }

    /// The weight of less than a word: nothing is said.
    private static let nothing = 0.5

    /// In characters.
    private static let longestNotice = 800
    private static let longestClaim = 300

    private func isNotice(_ index: Int, _ heading: Int) -> Bool {
        let element = elements[index]
        if index > heading {
            let isClaim = element.signs.contains(.rights) && element.textLength <= Self.longestClaim
            let isAsking = element.signs.isSuperset(of: [.cookies, .policy, .button])
            return isClaim || isAsking && element.textLength <= Self.longestNotice
        }
        return element.signs.isSuperset(of: [.cookies, .policy])
            && element.textLength <= Self.longestNotice
    }
}
