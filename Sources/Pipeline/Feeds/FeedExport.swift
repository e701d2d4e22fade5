import Model
import Parsing
import RuleLoading

/// Writes the list of feeds as other programs read it.
package enum FeedExport {
    /// All feeds with a web address as OPML 2.0, those that are switched off commented out, and the
    /// names of the others: pages, and files of the operator's own, mean nothing elsewhere.
    package static func opml(of workspace: Workspace) throws(RunError) -> (
        document: [UInt8], leftOut: [String]
    ) {
        let known = try workspace.load().feeds
        let feeds = known.feeds.map { ($0, false) } + known.disabled.map { ($0, true) }
        var leftOut: [String] = []
        let outlines = feeds.sorted { $0.0.id < $1.0.id }.compactMap { feed, isComment in
            let outline = outline(of: feed, isComment: isComment)
            if outline == nil { leftOut.append(feed.name.withoutControls) }
            return outline
        }
        let list = OPMLDocument(title: "Feeds of Earshot", outlines: outlines)
        return (OPMLWriter.document(list), leftOut)
    }

    // MARK: - Private

    private static func outline(of feed: Feed, isComment: Bool) -> OPMLDocument.Outline? {
        guard case .url(let url) = feed.address, feed.source.kind == .feed else { return nil }
        return OPMLDocument.Outline(
            text: feed.name, title: feed.name, type: "rss", xmlURL: url,
            htmlURL: feed.source.site, language: feed.source.language?.rawValue,
            categories: feed.source.tags, isComment: isComment)
    }
}
