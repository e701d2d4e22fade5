import Model

/// An item, and what tells it from those inside it, which speak for themselves.
struct PageItem {
    let node: HTMLNode
    /// What stands before it and belongs to it.
    let head: HTMLNode?
    /// The identities of all items of the page.
    let all: Set<UInt>

    /// What a path finds in the item, but in none inside it, and in its head.
    func finds(_ path: XPath) -> [HTMLFind] {
        node.finds(path).filter { $0.node.closest(of: all) == node.identity }
            + (head?.finds(path) ?? [])
    }

    /// Those of them that say something of the item itself.
    ///
    /// A property inside another thing's `itemscope`, such as its author's, is that thing's (HTML
    /// Standard §5.2.4); but the page that an item is on is where it is. So is what stands in the
    /// `h-card` of a person, or in what is cited (microformats2).
    func ownFinds(_ path: XPath) -> [HTMLFind] {
        finds(path).filter { found in
            !isWithinOther(found) {
                $0.has("itemscope")
                    && $0.attribute("itemprop")?.hasPrefix("mainEntity") != true
                    || $0.hasClass("h-card") || $0.hasClass("h-cite")
            }
        }
    }

    /// Those that tell who wrote it: what is cited has an author of its own.
    func authors(_ path: XPath) -> [HTMLFind] {
        finds(path).filter { found in !isWithinOther(found) { $0.hasClass("h-cite") } }
    }

    private func isWithinOther(_ found: HTMLFind, where isOne: (HTMLNode) -> Bool) -> Bool {
        let isInHead = found.node.closest(of: all) != node.identity
        return found.node.isWithin(isInHead ? head ?? node : node, where: isOne)
    }

    /// Those of them that lead to the item, not to who wrote it.
    func ownLinks(_ path: XPath, authors: [XPath]) -> [HTMLFind] {
        let people = identities(authors)
        return ownFinds(path).filter { $0.node.closest(of: people) == nil }
    }

    func identities(_ paths: [XPath]) -> Set<UInt> {
        Set(paths.flatMap(finds).map(\.node.identity))
    }

    /// How its writer rates what it is about; `nil` where that is not said, or by no number.
    ///
    /// - Parameter best: what leads to the highest that can be given, which is 5 where nothing does.
    func stars(_ rating: XPath, best: XPath?) -> Stars? {
        guard let rating = Self.number(in: finds(rating)) else { return nil }
        if rating.hasSuffix("%") {
            return Double(rating.dropLast().trimmed).flatMap { Stars(rating: $0, of: 100) }
        }
        let best = best.flatMap { Self.number(in: finds($0)) }.flatMap(Self.onlyNumber)
        if let best, let rating = Double(rating) { return Stars(rating: rating, of: best) }
        return Stars(rating)
    }

    /// Some write words around the highest: "/ 10", "out of 5 stars".
    private static func onlyNumber(in text: String) -> Double? {
        let numbers = text.split { !$0.isWholeNumber && $0 != "." }.compactMap { Double($0) }
        return numbers.count == 1 ? numbers[0] : nil
    }

    /// What machines are told is more exact than what readers see: `4` than "4 out of 5".
    private static func number(in finds: [HTMLFind]) -> String? {
        finds.firstNonNil { $0.attribute("content")?.nonEmpty ?? $0.textLine }?
            .replacing(",", with: ".")
    }
}
