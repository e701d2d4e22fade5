package import Foundation

/// One fetched document, read: what `earshot parse` prints.
package struct ParsedDocument: Hashable, Sendable, Codable {
    package var feed: FeedInfo
    /// In document order.
    package var entries: [Entry]
    /// What was repaired or left out, in document order.
    package var problems: [ParseProblem]

    package init(feed: FeedInfo, entries: [Entry], problems: [ParseProblem] = []) {
        self.feed = feed
        self.entries = entries
        self.problems = problems
    }
}

/// What a feed says about itself.
package struct FeedInfo: Hashable, Sendable, Codable {
    package enum Format: String, Codable, Sendable, CaseIterable {
        case rss09x = "rss0.9x"
        case rss10 = "rss1.0"
        case rss20 = "rss2.0"
        case atom03 = "atom0.3"
        case atom10 = "atom1.0"
        case json10 = "json1.0"
        case json11 = "json1.1"
        case jsonLD = "json-ld"
        /// A list of posts in the terms of one platform, as programs ask it for them.
        case json
        /// A sitemap of news.
        case sitemap
        case html
    }

    package var format: Format
    package var title: String?
    /// Address of the site.
    package var link: String?
    /// Address of the feed, as it states it itself.
    package var `self`: String?
    package var description: String?
    package var language: LanguageCode?
    package var updated: Date?
    /// For how long the publisher asks not to be polled again.
    package var ttlSeconds: Int?
    /// WebSub hub.
    package var hub: String?
    /// For who polls the feed; no part of the JSON.
    package var hints = FeedHints()

    package init(
        format: Format, title: String? = nil, link: String? = nil, self selfLink: String? = nil,
        description: String? = nil, language: LanguageCode? = nil, updated: Date? = nil,
        ttlSeconds: Int? = nil, hub: String? = nil, hints: FeedHints = FeedHints()
    ) {
        self.format = format
        self.title = title
        self.link = link
        self.`self` = selfLink
        self.description = description
        self.language = language
        self.updated = updated
        self.ttlSeconds = ttlSeconds
        self.hub = hub
        self.hints = hints
    }

    private enum CodingKeys: String, CodingKey {
        case format, title, link, `self`, description, language, updated, ttlSeconds, hub
    }
}

/// What a feed says about when to poll it, and where the rest of it is.
package struct FeedHints: Hashable, Sendable {
    /// Hours in which nothing new is to be expected: 0 … 23, GMT.
    ///
    /// Never all of them.
    package var skipHours: Set<Int>
    /// Days of the same kind: 1 (Monday) … 7 (Sunday), GMT.
    ///
    /// Never all of them.
    package var skipDays: Set<Int>
    /// Absolute address of the page that follows, with older entries; never the document's own.
    package var next: String?
    /// Absolute address of the archive before this document (RFC 5005 §4).
    package var previousArchive: String?
    /// Whether an entry that is not in the document is no longer in the feed (RFC 5005 §2).
    package var isComplete: Bool
    /// Whether the document has more entries than were to be kept of it.
    package var isCut: Bool
    /// Whether the document seems to have come cut off, as a page can without being none: its last entry may go
    /// on, and others follow.
    package var isCutOff: Bool

    package init(
        skipHours: Set<Int> = [], skipDays: Set<Int> = [], next: String? = nil,
        previousArchive: String? = nil, isComplete: Bool = false,
        isCut: Bool = false, isCutOff: Bool = false
    ) {
        self.skipHours = skipHours
        self.skipDays = skipDays
        self.next = next
        self.previousArchive = previousArchive
        self.isComplete = isComplete
        self.isCut = isCut
        self.isCutOff = isCutOff
    }
}

/// Something in a document that had to be repaired, or could not be read.
package struct ParseProblem: Hashable, Sendable, Codable {
    /// 1-based, in the document as sent.
    package var line: Int
    /// 1-based.
    package var column: Int
    package var message: String

    package init(line: Int, column: Int, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
}
