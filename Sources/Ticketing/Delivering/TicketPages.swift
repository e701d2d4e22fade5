/// A list that a system hands over page by page.
enum TicketPages {
    static let size = 100

    /// What asks for the page of a number, by the names that most systems have for it.
    static func query(_ number: Int) -> [(String, String)] {
        [("per_page", String(size)), ("page", String(number))]
    }

    /// Reads from page 1 on, until a page is not full.
    ///
    /// The list must be in an order that no change affects. In the order of the last change, a ticket
    /// that is changed meanwhile moves to the end, and the first one of the next page takes its place
    /// unseen.
    ///
    /// - Parameters:
    ///   - isKept: which items are wanted.
    ///   - page: the items of a page, by its number.
    /// - Throws: what `page` does, and `unsent` for a list that does not end, since a part of it would
    ///   look like the whole.
    static func all(
        where isKept: (JSON) -> Bool = { _ in true },
        of page: (_ number: Int) throws(DeliveryFault) -> [JSON]
    ) throws(DeliveryFault) -> [JSON] {
        var found: [JSON] = []
        for number in 1...mostPages {
            let items = try page(number)
            found += items.filter(isKept)
            if items.count < size { return found }
        }
        throw .unsent("the list has more than \(mostPages) pages of \(size)")
    }

    /// Reads a list whose pages say how it goes on, until one does not.
    ///
    /// - Parameters:
    ///   - isKept: which items are wanted.
    ///   - page: the items of a page and the cursor of the next one; the first page has none.
    /// - Throws: what `page` does, and `unsent` for a list that goes round in a circle or does not end.
    static func byCursor(
        where isKept: (JSON) -> Bool = { _ in true },
        of page: (_ cursor: String?) throws(DeliveryFault) -> (items: [JSON], next: String?)
    ) throws(DeliveryFault) -> [JSON] {
        var found: [JSON] = []
        var cursors: Set<String> = []
        var emptyPages = 0
        var cursor: String?
        for _ in 1...mostPages {
            let (items, next) = try page(cursor)
            found += items.filter(isKept)
            guard let next else { return found }
            guard cursors.insert(next).inserted else {
                throw .unsent("a page leads back to an earlier one: the list goes in a circle")
            }
            // Tickets that we may not see can leave a page empty; many empty pages in a row lead
            // nowhere.
            emptyPages = items.isEmpty ? emptyPages + 1 : 0
            guard emptyPages < mostEmptyPages else {
                throw .unsent("the list goes on after \(mostEmptyPages) pages with nothing in them")
            }
            cursor = next
        }
        throw .unsent("the list has more than \(mostPages) pages")
    }

    /// Reads a list by the place of a page's first item, until as many are read as it has in all.
    ///
    /// A page may have fewer items than were asked for, and a system that knows no places hands over
    /// everything at once.
    ///
    /// - Parameter page: the items from a place on, and how many the list has; `nil` where that is not
    ///   said, and it ends with a page that is not full.
    /// - Throws: what `page` does, and `unsent` for a list that goes on and on.
    static func byPlace(
        of page: (_ start: Int) throws(DeliveryFault) -> (items: [JSON], total: Int?)
    ) throws(DeliveryFault) -> [JSON] {
        var found: [JSON] = []
        for _ in 1...mostPages {
            let (items, total) = try page(found.count)
            found += items
            let isMore = total.map { found.count < $0 } ?? (items.count >= size)
            if items.isEmpty || !isMore { return found }
        }
        throw .unsent("the list has more than \(mostPages) pages")
    }

    // MARK: - Private

    private static let mostPages = 1_000
    private static let mostEmptyPages = 10
}
