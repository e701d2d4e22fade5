import Model

/// A line at the end of an entry that is nothing but a link to the entry itself, "Read full topic",
/// "Weiterlesen", in whatever language the site has: readers of the entry are there already.
enum SelfLink {
    /// The text without such a line; `nil` where there is none, or nothing else.
    ///
    /// - Parameter html: what the text was read from.
    static func removed(from text: String, of html: String, leadingTo link: String) -> String? {
        guard let anchor = lastAnchor(in: html),
            anchor.label.split(separator: " ").count <= mostWords,
            !anchor.label.contains("://"), text.hasSuffix("\n\(anchor.label)"),
            leads(anchor.address, to: link)
        else { return nil }
        return String(text.dropLast(anchor.label.count + 1)).trimmed.nonEmpty
    }

    // MARK: - Private

    /// Whether it is the same page, and the same place in it: a comment that links to what it comments says
    /// so, as does a post that links to one of its headings.
    private static func leads(_ address: String, to link: String) -> Bool {
        // WordPress, where the rest begins.
        let rest = address.ranges(of: "#more-").last?.lowerBound ?? address.endIndex
        return CanonicalLink.canonical(String(address[..<rest]), keepsFragment: true)
            == CanonicalLink.canonical(link, keepsFragment: true)
    }

    private static let mostWords = 5

    /// In bytes, with the address and what ends behind it.
    private static let longest = 1_024

    /// The link that HTML ends in.
    private static func lastAnchor(in html: String) -> (address: String, label: String)? {
        let bytes = html.utf8.span
        // Hardly any entry ends in a link.
        guard endsInAnchor(bytes), let start = startOfLastAnchor(bytes) else { return nil }
        var tokens = HTMLTokenizer(Array(html.utf8.dropFirst(start)))
        guard case .startTag("a", let range) = tokens.next(),
            let address = HTMLAttributes(tokens.bytes, range).value(of: "href")
        else { return nil }
        let end = tokens.offsetOfEndTag(of: "a")
        return PlainText.line(ofHTML: Array(tokens.bytes[tokens.position..<end]))
            .map { (address, $0) }
    }

    /// Where the last tag of a link starts, near the end.
    private static func startOfLastAnchor(_ bytes: Span<UInt8>) -> Int? {
        var start = bytes.count - 3
        while start >= max(0, bytes.count - longest) {
            if bytes[start] == .lessThan, bytes[start + 1] | 0x20 == UInt8(ascii: "a"),
                bytes[start + 2].isASCIISpace
            {
                return start
            }
            start -= 1
        }
        return nil
    }

    /// Whether nothing but blanks and tags stands behind an `</a>`.
    private static func endsInAnchor(_ bytes: Span<UInt8>) -> Bool {
        var end = bytes.count
        while end > 0 {
            while end > 0, bytes[end - 1].isASCIISpace { end -= 1 }
            guard end > 3, bytes[end - 1] == .greaterThan else { return false }
            if bytes[end - 4] == .lessThan, bytes[end - 3] == .slash {
                if bytes[end - 2] | 0x20 == UInt8(ascii: "a") { return true }
            }
            end -= 1
            while end > 0, bytes[end - 1] != .lessThan {
                guard bytes.count - end < longest else { return false }
                end -= 1
            }
            end -= 1
        }
        return false
    }
}
