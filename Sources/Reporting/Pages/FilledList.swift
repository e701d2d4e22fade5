/// A list with something in it, for a part of a page that is not there otherwise.
struct FilledList<Item: Sendable>: Sendable {
    let items: [Item]

    /// `nil` where it is empty.
    init?(_ items: [Item]) {
        guard !items.isEmpty else { return nil }
        self.items = items
    }
}
