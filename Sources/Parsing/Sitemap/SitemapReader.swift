import Model

/// Reads a sitemap of news: what a publisher, with a feed or without, tells search engines of the last days.
///
/// It has the titles, dates and addresses of articles, and goes into the terms of RSS, which has them, too.
struct SitemapReader: FeedReader {
    private var document: RSSDocument
    /// The page that is being read.
    private var item: RSSDocument.Item?

    /// Whether a sitemap says that it is one of news, as it does where there are none just now.
    static func isOfNews(_ text: [UInt8]) -> Bool {
        text.offset(of: "/schemas/sitemap-news/", from: 0) != nil
    }

    init(maximumEntries: Int) {
        document = RSSDocument(
            format: .sitemap, items: LimitedList(maximumCount: maximumEntries))
    }

    mutating func start(_ element: XMLElement) -> ElementContent {
        switch element.name {
        case .urlset, .newsNews, .newsPublication: return .elements
        case .url:
            item = RSSDocument.Item(offset: element.offset)
            return .elements
        case .loc, .lastmod, .newsName, .newsLanguage, .newsDate, .newsTitle, .newsKeywords:
            return .text
        default: return .nothing
        }
    }

    mutating func end(_ name: ElementName, content: ArraySlice<UInt8>, offset: Int) {
        switch name {
        case .url:
            // Other pages of the site are no news.
            if let item, item.title != nil { document.items.appendAmongNewest(item) }
            item = nil
        case .loc: item?.link.keep(text: content)
        case .lastmod: item?.moduleDates[.dctermsModified].keep(date: content, at: offset)
        case .newsName: document.channel.title.keep(bytes: content)
        case .newsLanguage: item?.language.keep(text: content)
        case .newsDate: item?.pubDate.keep(date: content, at: offset)
        case .newsTitle: item?.title.keep(bytes: content)
        case .newsKeywords:
            let words = (content.trimmedText ?? "").split(separator: ",")
            item?.categories += words.map(String.init)
        default: break
        }
    }

    mutating func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument {
        document.parsedDocument(url: url, log: &log)
    }
}
