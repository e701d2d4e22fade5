/// A feed that a page leads to, or what looks like one.
package struct FeedLink: Hashable, Sendable {
    /// Absolute, where the page's own address is known.
    package let url: String
    /// What the page calls it.
    package let title: String?
    /// The media type that the page states, in lower case.
    package let type: String?
    /// Whether the page says that it is a feed; the others only look like it.
    package let isDeclared: Bool

    package init(url: String, title: String? = nil, type: String? = nil, isDeclared: Bool) {
        self.url = url
        self.title = title
        self.type = type
        self.isDeclared = isDeclared
    }
}

extension DocumentParser {
    /// The feeds that a page offers, those it declares first, then links on the same site that look
    /// like feeds; each once and absolute, at most 50.
    ///
    /// What is found is worth asking for, and no more than that: an address says little.
    ///
    /// - Parameters:
    ///   - url: where the page was in the end; without it only absolute addresses are found.
    ///   - contentType: the Content-Type header, for the charset in it.
    package func feedLinks(in page: [UInt8], url: String?, contentType: String?) -> [FeedLink] {
        var log = ProblemLog(maximumCount: 0)
        // A page that cannot be read offers nothing that could be.
        guard let text = try? decoded(page, contentType: contentType, log: &log) else { return [] }
        let found = FeedLinks(in: text, url: url)
        let links = (found.declared + found.similar).filter { WebAddress($0.url) != nil }
        return Array(links.prefix(50))
    }
}
