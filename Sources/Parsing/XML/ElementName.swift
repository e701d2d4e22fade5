/// The elements that mean something to us, of all feed formats and their extensions.
///
/// Raw values are `namespace:local` in lower case; the elements of RSS have no namespace. Publishers
/// get the case of names wrong, and prefixes, and even the namespaces, so all of these are forgiven.
enum ElementName: String, CaseIterable {
    case other = ""

    // RSS 0.9x and 2.0, and RSS 1.0, whose names are the same.
    case rss, channel, item, items, image, title, link, description, language, ttl, author
    case category, comments, enclosure, guid, source, hour, day
    case skipHours = "skiphours"
    case skipDays = "skipdays"
    case textInput = "textinput"
    case pubDate = "pubdate"
    case lastBuildDate = "lastbuilddate"
    case managingEditor = "managingeditor"
    // Not of RSS, and in feeds all the same.
    case content, encoded, summary, published, updated
    case rating
    case fullText = "fulltext"
    case fullTextOfYandex = "yandex:full-text"
    case contentOfTurbo = "turbo:content"
    case lead
    case rdf = "rdf:rdf"

    // OPML.
    case opml, head, body, outline

    // Atom 0.3 and 1.0.
    case atomFeed = "atom:feed"
    case atomEntry = "atom:entry"
    case atomID = "atom:id"
    case atomTitle = "atom:title"
    case atomLink = "atom:link"
    case atomSubtitle = "atom:subtitle"
    case atomTagline = "atom:tagline"
    case atomSummary = "atom:summary"
    case atomContent = "atom:content"
    case atomAuthor = "atom:author"
    case atomName = "atom:name"
    case atomEmail = "atom:email"
    case atomURI = "atom:uri"
    case atomURL = "atom:url"
    case atomCategory = "atom:category"
    case atomPublished = "atom:published"
    case atomIssued = "atom:issued"
    case atomCreated = "atom:created"
    case atomUpdated = "atom:updated"
    case atomModified = "atom:modified"
    case atomSource = "atom:source"
    // Of RSS, and in Atom all the same.
    case atomPubDate = "atom:pubdate"
    case atomDescription = "atom:description"
    case atomGUID = "atom:guid"

    // Sitemaps, and those of news.
    case urlset, url, loc, lastmod
    case newsNews = "news:news"
    case newsPublication = "news:publication"
    case newsName = "news:name"
    case newsLanguage = "news:language"
    case newsDate = "news:publication_date"
    case newsTitle = "news:title"
    case newsKeywords = "news:keywords"

    // Extensions.
    case contentEncoded = "content:encoded"
    case xhtmlBody = "xhtml:body"
    case dcTitle = "dc:title"
    case dcCreator = "dc:creator"
    case dcDate = "dc:date"
    case dcSubject = "dc:subject"
    case dcLanguage = "dc:language"
    case dcDescription = "dc:description"
    case dctermsAbstract = "dcterms:abstract"
    case dctermsIssued = "dcterms:issued"
    case dctermsCreated = "dcterms:created"
    case dctermsModified = "dcterms:modified"
    case iTunesTitle = "itunes:title"
    case iTunesAuthor = "itunes:author"
    case iTunesSummary = "itunes:summary"
    case iTunesSubtitle = "itunes:subtitle"
    case iTunesNewFeedURL = "itunes:new-feed-url"
    case storeRating = "im:rating"
    case mediaGroup = "media:group"
    case mediaContent = "media:content"
    case mediaTitle = "media:title"
    case mediaDescription = "media:description"
    case mediaText = "media:text"
    case updatePeriod = "sy:updateperiod"
    case updateFrequency = "sy:updatefrequency"
    case historyComplete = "fh:complete"
    case commentRSS = "wfw:commentrss"
    case slashComments = "slash:comments"
    case feedBurnerLink = "feedburner:origlink"
    case threadReply = "thr:in-reply-to"
    case threadTotal = "thr:total"
    case geoRSSPoint = "georss:point"
    case geoRSSWhere = "georss:where"
    case gmlPoint = "gml:point"
    case gmlPosition = "gml:pos"
    case geoPoint = "geo:point"
    case geoLatitude = "geo:lat"
    case geoLongitude = "geo:long"
}

/// The namespaces of the elements we know.
enum Namespace: String {
    case rss = ""
    case rdf, atom, content, dc, dcterms, fh, im, itunes, media, sy, wfw, thr, slash
    case georss, gml, geo, yandex, turbo, feedburner, news
    case xhtml
    case unknown

    /// - Parameters:
    ///   - uri: what the prefix is declared as; `nil` if it is not.
    ///   - prefix: believed where the namespace is not declared, or not a known one.
    init(uri: String?, prefix: String?) {
        if let uri, let known = Self.byUsualAddress[uri] ?? Self.byAddress[Self.normalized(uri)] {
            self = known
        } else if let prefix {
            self = Self(rawValue: prefix.lowercased()) ?? .unknown
        } else {
            // A default namespace we do not know is somebody's own name for RSS.
            self = .rss
        }
    }

    // MARK: - Private

    /// Without scheme, `www.`, trailing `/` and `#`, in lower case.
    private static func normalized(_ uri: String) -> String {
        var text = Substring(uri.trimmed.lowercased())
        for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) {
            text = text.dropFirst(prefix.count)
        }
        while let last = text.last, last == "/" || last == "#" { text = text.dropLast() }
        return String(text)
    }

    private static let byAddress: [String: Namespace] = [
        "": .rss,
        "purl.org/rss/1.0": .rss,
        "my.netscape.com/rdf/simple/0.9": .rss,
        "channel.netscape.com/rdf/simple/0.9": .rss,
        "backend.userland.com/rss": .rss,
        "backend.userland.com/rss2": .rss,
        "blogs.law.harvard.edu/tech/rss": .rss,
        "w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "w3.org/2005/atom": .atom,
        "purl.org/atom/ns": .atom,
        "purl.org/rss/1.0/modules/content": .content,
        "purl.org/dc/elements/1.0": .dc,
        "purl.org/dc/elements/1.1": .dc,
        "purl.org/dc/terms": .dcterms,
        "itunes.apple.com/rss": .im,
        "itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "search.yahoo.com/mrss": .media,
        "purl.org/rss/1.0/modules/syndication": .sy,
        "wellformedweb.org/commentapi": .wfw,
        "purl.org/syndication/thread/1.0": .thr,
        "purl.org/syndication/history/1.0": .fh,
        "purl.org/rss/1.0/modules/slash": .slash,
        "georss.org/georss": .georss,
        "opengis.net/gml": .gml,
        "w3.org/2003/01/geo/wgs84_pos": .geo,
        "news.yandex.ru": .yandex,
        "turbo.yandex.ru": .turbo,
        "w3.org/1999/xhtml": .xhtml,
        "rssnamespace.org/feedburner/ext/1.0": .feedburner,
        "google.com/schemas/sitemap-news/0.9": .news,
    ]

    /// The same as most documents write them, lest each has to be normalized for each document.
    private static let byUsualAddress: [String: Namespace] = {
        let inCapitals = [
            "w3.org/2005/Atom": Namespace.atom, "wellformedweb.org/CommentAPI": .wfw,
        ]
        var usual: [String: Namespace] = [:]
        for (address, namespace) in Array(byAddress) + Array(inCapitals) where !address.isEmpty {
            for start in ["http://", "http://www."] {
                for end in ["", "/", "#"] { usual[start + address + end] = namespace }
            }
        }
        return usual
    }()
}
