import Model

/// What an RSS document says, in its own terms: RSS 0.90 … 0.94, 1.0 and 2.0, with their modules.
struct RSSDocument {
    struct Channel {
        /// `xml:base` of the channel, or of the document.
        var base: String?
        var title: [UInt8]?
        var link: String?
        var selfLink: String?
        var hub: String?
        var description: [UInt8]?
        var language: String?
        var ttlInMinutes: Int?
        var updates = UpdateSchedule()
        /// As stated: 0 … 23, or 24 for midnight.
        var skipHours: [String] = []
        /// English names.
        var skipDays: [String] = []
        var nextPage: String?
        var previousArchive: String?
        var isComplete = false
        var lastBuildDate: StatedDate?
        var pubDate: StatedDate?
        var dcDate: StatedDate?
    }

    struct Item {
        /// Where it starts in the source.
        let offset: Int
        var base: String?
        /// `rdf:about`, an item's identifier in RSS 1.0.
        var about: String?
        var guid: String?
        /// What the attribute says; RSS 2.0 takes a guid for a link unless it says no.
        var isPermaLink = true
        var title: [UInt8]?
        var link: String?
        var alternateLink: String?
        var description: [UInt8]?
        var encodedContent: [UInt8]?
        /// Texts of modules that count where the item has none of its own, best first.
        var otherTexts = OtherTexts()
        var author: String?
        var creators: [String] = []
        var iTunesAuthor: String?
        var categories: [String] = []
        var language: String?
        var pubDate: StatedDate?
        var dcDate: StatedDate?
        var issued: StatedDate?
        var created: StatedDate?
        var modified: StatedDate?
        var enclosures: [Enclosure] = []
        var comments: String?
        var commentFeed: String?
        var commentCount: Int?
        var inReplyTo: String?
        var place = StatedPlace()
    }

    struct OtherTexts {
        var dcDescription: [UInt8]?
        var iTunesSummary: [UInt8]?
        var mediaDescription: [UInt8]?
        var mediaText: [UInt8]?
        var mediaTitle: [UInt8]?
    }

    var format = FeedInfo.Format.rss20
    var channel = Channel()
    var items: LimitedList<Item>
}
