/// A list that a system hands over page by page.
enum TicketPages {
    static let size = 100

    /// Reads from page 1 on, until one is not full.
    ///
    /// The list must be in an order that no change moves: in that of the last change, a ticket that is
    /// changed meanwhile goes to the end, and the first of the next page takes its place unseen.
    ///
    /// - Parameters:
    ///   - isKept: what of it is wanted.
    ///   - page: the items of a page, by its number.
    /// - Throws: what `page` does, and `unsent` for a list that goes on and on: a part of it would look
    ///   like the whole.
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

    // MARK: - Private

    private static let mostPages = 1_000
}
