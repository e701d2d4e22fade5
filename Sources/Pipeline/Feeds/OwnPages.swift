import Model

/// Which entries have a page of their own, where the whole text may stand of which the feed has the
/// beginning.
///
/// Comments and posts of a thread share a page, so its text is not theirs.
struct OwnPages: Sendable {
    private var entriesByPage: [Substring: Int] = [:]

    mutating func note(_ entry: Entry) {
        guard let page = entry.page else { return }
        entriesByPage[page.prefix { $0 != "#" }, default: 0] += 1
    }

    /// A canonical address has a fragment only where that leads to one of several posts of the page, or
    /// to what a script alone shows (`#!/a`).
    ///
    /// - Parameter entry: one that was noted.
    func hasOne(_ entry: Entry) -> Bool {
        guard let page = entry.page else { return false }
        return entriesByPage[page[...]] == 1 && !page.contains("#")
    }
}
