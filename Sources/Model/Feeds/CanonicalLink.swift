/// What all addresses of one page have in common; for comparing, not for fetching.
///
/// Publishers and platforms add to an address where a reader comes from, and have a second address for
/// phones. Nothing that tells one page from another is removed: of `ref` and `source`, which some sites
/// use for pages of their own, only the values that are known to say where a reader comes from.
package enum CanonicalLink {
    /// The address without tracking and session parameters and without AMP and mobile hosts, with
    /// scheme, host and port in their usual spelling.
    ///
    /// Percent-encoding stays as it is written, although `%c4%85` and `%C4%85` mean the same (RFC 3986
    /// §6.2.2): the archive recognises stored entries by this form where their feed renews ids, and
    /// erased pages by its hash.
    ///
    /// A fragment is a place in the page and is removed, unless it leads to somebody's post, in which
    /// case it ends in the post's number (`#p10`, `#comment-7`), or is the page itself (`#!/a`, `#/a`).
    ///
    /// - Parameter keepsFragment: for entries of a page, which only their fragments tell apart.
    package static func canonical(_ link: String, keepsFragment: Bool = false) -> String {
        guard mayDiffer(link), var parts = LinkParts(Array(link.utf8)) else { return link }
        parts.dropHostEnd()
        for _ in 0..<mostWrappers {
            guard let page = parts.redirectTarget ?? parts.cachedPage else { break }
            parts = page
            parts.dropHostEnd()
        }
        parts.dropAMP()
        if !keepsFragment, !parts.hasTellingFragment { parts.dropFragment() }
        return parts.canonicalText { $0.isTracking || $0.isSession || $0.isAMP }
    }

    /// The address without what changes from visit to visit, and otherwise as it is.
    ///
    /// Of an address that a search engine wraps around another one, everything but that other one
    /// changes.
    package static func withoutVisit(_ link: String) -> String {
        guard mayHaveParameters(link) else { return link }
        let target = LinkParts(Array(link.utf8))?.redirectTarget?.text
        return withoutParameters(target ?? link) { $0.isTracking || $0.isSession }
    }

    /// The address that a search engine's or network's own leads on to, as those of news alerts do, or
    /// else the address itself.
    package static func target(of link: String) -> String {
        guard mayHaveParameters(link) else { return link }
        return LinkParts(Array(link.utf8))?.redirectTarget?.text ?? link
    }

    /// The address without the session that a server gave to whoever asked for the page.
    package static func withoutSession(_ link: String) -> String {
        withoutParameters(link) { $0.isSession }
    }

    /// Whether a parameter says whence a reader comes: `utm_source=rss`.
    package static func isTracking(_ parameter: Substring) -> Bool {
        LinkParameter(Array(parameter.utf8)[...]).isTracking
    }

    // MARK: - Private

    /// How many addresses around a page's own are unwrapped; more than that do not occur.
    private static let mostWrappers = 4

    private static func withoutParameters(
        _ link: String, _ isLeftOut: (LinkParameter) -> Bool
    ) -> String {
        guard mayHaveParameters(link), let parts = LinkParts(Array(link.utf8)) else { return link }
        return parts.text(without: isLeftOut) ?? link
    }

    private static func mayHaveParameters(_ link: String) -> Bool {
        let bytes = link.utf8.span
        for index in bytes.indices {
            let byte = unsafe bytes[unchecked: index]
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";") { return true }
        }
        return false
    }

    /// Whether anything might have to be removed; a look at the bytes rules that out for most
    /// addresses.
    private static func mayDiffer(_ link: String) -> Bool {
        let bytes = link.utf8.span
        var slashes = 0
        var last: UInt8 = 0
        for index in bytes.indices {
            let byte = unsafe bytes[unchecked: index]
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "#"):
                return true
            case UInt8(ascii: "/"):
                if slashes == 2, last == UInt8(ascii: ".") { return true }
                slashes += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where slashes < 3,
                0x80... where slashes < 3:
                return true
            case UInt8(ascii: ":") where slashes == 2:
                return true
            case UInt8(ascii: "a"), UInt8(ascii: "m"):
                // `amp`, or a host such as `m.` or `mobile.`.
                let startsName = last == UInt8(ascii: "/") || last == UInt8(ascii: ".")
                let isMobile = byte == UInt8(ascii: "m") && slashes == 2
                if startsName, isMobile || startsAMP(bytes.extracting(index...)) { return true }
            default:
                break
            }
            last = byte
        }
        return slashes == 2 && last == UInt8(ascii: ".")
    }

    private static func startsAMP(_ text: Span<UInt8>) -> Bool {
        text.count >= 3 && text[0] == UInt8(ascii: "a") && text[1] == UInt8(ascii: "m")
            && text[2] == UInt8(ascii: "p")
    }
}
