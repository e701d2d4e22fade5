import Model

/// Which entries have a page of their own, where the whole of a text may stand that their feed begins.
///
/// Comments and posts of a thread share their page, and its text is not theirs.
struct OwnPages: Sendable {
    private var entriesByPage: [Substring: Int] = [:]

    mutating func note(_ entry: Entry) {
        guard let link = entry.link else { return }
        entriesByPage[Self.page(of: link), default: 0] += 1
    }

    /// - Parameter entry: one that was noted.
    func hasOne(_ entry: Entry) -> Bool {
        guard let link = entry.link else { return false }
        return entriesByPage[Self.page(of: link)] == 1 && !Self.leadsInto(link)
    }

    // MARK: - Private

    private static func page(of link: String) -> Substring {
        link.prefix { $0 != "#" }
    }

    /// Whether the link leads to one of several things on its page, as `#comment-93` and `#p5` do, but
    /// `#comments` does not, nor what is there to be counted, such as `#xtor=RSS-1`.
    private static func leadsInto(_ link: String) -> Bool {
        guard let mark = link.firstIndex(of: "#"), let last = link.last else { return false }
        return last.isNumber && !link[mark...].contains("=")
    }
}
