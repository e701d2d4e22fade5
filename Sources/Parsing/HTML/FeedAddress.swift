import Foundation

/// What addresses of feeds have in common.
enum FeedAddress {
    /// Whether an address looks like one: `/feed/`, `/rss.xml`, `/feed.php`, `?format=atom`.
    static func looksLikeFeed(_ address: String) -> Bool {
        let (path, query) = parts(address)
        let segments = path.split(separator: "/")
        if let last = segments.last, let ending = ending(of: last) {
            if feedEndings.contains(ending) { return !last.contains("sitemap") }
            if otherEndings.contains(ending) { return false }
            if words.contains(String(last.dropLast(ending.count + 1))) { return true }
        }
        return segments.contains { words.contains(String($0)) } || asksForFeed(query)
    }

    /// Whether a link's text or title says that it leads to a feed: "RSS", "Atom feed".
    static func names(_ text: String?, linkTo address: String) -> Bool {
        guard let text = text?.lowercased(), text.utf8.count <= 60 else { return false }
        let words = text.split { !$0.isLetter && !$0.isNumber }
        let isNamed =
            words.count <= 5 && words.contains { $0 == "rss" || $0 == "atom" || $0 == "rss2" }
            || ["feed", "feeds", "web feed", "json feed", "news feed"].contains(text)
        guard isNamed else { return false }
        let (path, _) = parts(address)
        let ending = path.split(separator: "/").last.flatMap(ending)
        return !(ending.map(otherEndings.contains) ?? false)
    }

    /// `feed:` addresses, by which browsers called feed readers, as those they stand for.
    static func web(_ address: String) -> String {
        let address = address.trimmed
        guard address.lowercased().hasPrefix("feed:") else { return address }
        let rest = address.dropFirst(5)
        return rest.hasPrefix("//") ? "http:\(rest)" : String(rest)
    }

    // MARK: - Private

    private static let words: Set<String> = [
        "feed", "feeds", "rss", "rss1", "rss2", "rss20", "atom", "atom1", "rdf", "newsfeed",
        "jsonfeed", "rssfeed", "atomfeed",
    ]

    private static let feedEndings: Set<Substring> = ["rss", "atom", "rdf", "xml"]

    /// Of what is no feed, whatever it is called.
    private static let otherEndings: Set<Substring> = [
        "html", "htm", "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "pdf", "zip", "css", "js",
        "mp3", "mp4", "opml",
    ]

    /// Path and query in lower case.
    private static func parts(_ address: String) -> (path: Substring, query: Substring) {
        let address = address.lowercased().prefix { $0 != "#" }
        let start = address.range(of: "://").map(\.upperBound) ?? address.startIndex
        let rest = address[start...]
        let question = rest.firstIndex(of: "?") ?? rest.endIndex
        let path = rest[..<question]
        let isWhole = start > address.startIndex
        let slash = isWhole ? path.firstIndex(of: "/") ?? path.endIndex : path.startIndex
        return (path[slash...], rest[question...].dropFirst())
    }

    private static func ending(of segment: Substring) -> Substring? {
        segment.lastIndex(of: ".").map { segment[segment.index(after: $0)...] }
    }

    /// Whether a query has a field or value such as in `?feed=rss2`, `?alt=rss`, `?rss`.
    private static func asksForFeed(_ query: Substring) -> Bool {
        query.split(separator: "&").contains { field in
            let halves = field.split(separator: "=", maxSplits: 1)
            return halves.count == 2
                ? words.contains(String(halves[1])) && selectors.contains(halves[0])
                : halves.first.map { words.contains(String($0)) } ?? false
        }
    }

    private static let selectors: Set<Substring> = [
        "feed", "format", "type", "alt", "output", "mode", "view", "tempskin", "action", "_format",
    ]
}
