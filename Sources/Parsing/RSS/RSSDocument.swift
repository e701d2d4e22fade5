import Foundation
import Model

/// What an RSS document says, in its own terms: RSS 0.90 … 0.94, 1.0 and 2.0, with their modules.
struct RSSDocument {
    struct Channel {
        /// `xml:base` of the channel, or of the document.
        var base: String?
        var title: ArraySlice<UInt8>?
        var link: String?
        var selfLink: String?
        var hub: String?
        var description: ArraySlice<UInt8>?
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
        /// Where podcasts say that they have moved to, and where in the source they say so.
        var newAddress: String?
        var newAddressOffset = 0
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
        var title: ArraySlice<UInt8>?
        var link: String?
        var alternateLink: String?
        var description: ArraySlice<UInt8>?
        /// Of two descriptions the one that is a few words beside the other.
        var briefDescription: ArraySlice<UInt8>?
        var encodedContent: ArraySlice<UInt8>?
        /// Texts of modules, which count where the item has none of its own.
        var moduleTexts = ModuleFields<ArraySlice<UInt8>>()
        var author: String?
        /// RSS allows for one author; some items have more.
        var otherAuthors: [String] = []
        var creators: [String] = []
        var iTunesAuthor: String?
        var categories: [String] = []
        var language: String?
        var pubDate: StatedDate?
        var dcDate: StatedDate?
        /// Dates of modules but for Dublin Core's.
        var moduleDates = ModuleFields<StatedDate>()
        var enclosures: [Enclosure] = []
        var comments: String?
        var commentFeed: String?
        var commentCount: Int?
        var inReplyTo: String?
        var place = StatedPlace()
        /// Of a review.
        var stars: Stars?
    }

    /// Values of elements that few items have, the first of each name: an item with a place for each
    /// would be twice as large.
    struct ModuleFields<Value> {
        private var fields: [(name: ElementName, value: Value)] = []

        subscript(name: ElementName) -> Value? {
            get { fields.first { $0.name == name }?.value }
            set {
                if let newValue, self[name] == nil { fields.append((name, newValue)) }
            }
        }
    }

    var format = FeedInfo.Format.rss20
    var channel = Channel()
    var items: LimitedList<Item>
}

extension RSSDocument.Item: DatedElement {
    var latestDate: Date? {
        let names: [ElementName] = [.dctermsIssued, .dctermsCreated, .dctermsModified]
        return ([pubDate, dcDate] + names.map { moduleDates[$0] }).latest
    }
}
