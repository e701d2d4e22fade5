package import Model

/// What a page is there for: the text of an article, without what stands around it.
package struct PageText: Hashable, Sendable {
    /// On one line.
    package let title: String?
    /// A line for each block; `nil` if none was found.
    package let text: String?
    /// Whether the page has more text than is kept of one.
    package let isCut: Bool
    /// Whether the page seems to have come cut off, so that its text may go on.
    package let isCutOff: Bool
    /// The address that the page wants to be known by, absolute.
    package let canonical: String?
    /// As the page states it.
    package let language: LanguageCode?
    /// Whether the page leaves it to us to keep its text: it says neither `noarchive` nor `noai`, and
    /// does not reserve its rights (TDM Reservation Protocol).
    package let isArchivable: Bool
}

extension DocumentParser {
    /// The main text of a page, for entries whose feed has only their beginning.
    ///
    /// - Parameters:
    ///   - url: where the page was in the end; relative links start there.
    ///   - contentType: the Content-Type header, for the charset in it.
    /// - Throws: `.loginPage`, `.botWall` and the like, or when the page is over a limit.
    package func mainText(of page: [UInt8], url: String?, contentType: String?) throws(ParseError)
        -> PageText
    {
        var log = ProblemLog(maximumCount: 0)
        let source = try decoded(page, contentType: contentType, log: &log)
        if let refusal = PageKind.refusal(in: source) { throw refusal }
        let tree = try HTMLTree(source, limits: limits)
        let head = PageHead(of: tree, url: url)
        let host = (head.canonical ?? url).flatMap { WebAddress($0)?.host }
        let words = try MainText.text(of: tree, title: head.title, host: host, limits: limits)
        let stars = try StatedPosts(in: tree, named: StatedPosts.namesOfReviews).rating
        let text = words.map { stars?.above($0) ?? $0 }
        let cut = text?.cut(toBytes: FieldLimit.textSizeInBytes)
        return PageText(
            title: head.title, text: cut ?? text, isCut: cut != nil, isCutOff: tree.isCutOff,
            canonical: head.canonical, language: head.language, isArchivable: head.isArchivable)
    }
}
