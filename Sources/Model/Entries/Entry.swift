package import Foundation

/// One item of a feed, after the feed's own format has been left behind (RFC 4287 names).
///
/// Absent is `nil` or an empty list, never an empty string.
package struct Entry: Hashable, Sendable, Codable, Identifiable {
    package typealias ID = Identifier<Entry>

    /// What the publisher calls it, unique within its feed; made from link or text where the
    /// publisher gives none.
    package var id: ID
    /// Absolute address of the entry's own page.
    package var link: String?
    /// The link without tracking parameters, AMP and mobile hosts, for comparing; see
    /// `CanonicalLink`.
    package var canonical: String?
    /// Plain text on one line.
    package var title: String?
    /// HTML as sent, relative links resolved.
    package var summary: String?
    /// HTML as sent, relative links resolved.
    package var content: String?
    /// What the later stages read: plain text of the content, or of the summary; blocks are lines.
    ///
    /// A lead that stands in the summary alone comes first.
    package var text: String?
    /// How many lines of the text are such a lead.
    package var leadLines = 0
    package var authors: [Person]
    package var published: Date?
    package var updated: Date?
    package var categories: [String]
    package var language: LanguageCode?
    package var enclosures: [Enclosure]
    /// Address of the page or feed of comments.
    package var comments: String?
    /// How many comments there are, as the publisher counts them.
    package var commentCount: Int?
    /// Id or address of the entry that this one answers (RFC 4685).
    package var inReplyTo: String?
    /// The place that it is about or was written at.
    package var point: GeoPoint?

    /// Inlined, as a call makes the entry once and hands over a copy.
    @inlinable
    package init(
        id: ID, link: String? = nil, title: String? = nil, summary: String? = nil,
        content: String? = nil, text: String? = nil, authors: [Person] = [],
        published: Date? = nil, updated: Date? = nil, categories: [String] = [],
        language: LanguageCode? = nil, enclosures: [Enclosure] = [], comments: String? = nil,
        commentCount: Int? = nil, inReplyTo: String? = nil, point: GeoPoint? = nil
    ) {
        self.id = id
        self.link = link
        self.title = title
        self.summary = summary
        self.content = content
        self.text = text
        self.authors = authors
        self.published = published
        self.updated = updated
        self.categories = categories
        self.language = language
        self.enclosures = enclosures
        self.comments = comments
        self.commentCount = commentCount
        self.inReplyTo = inReplyTo
        self.point = point
    }

    /// The text without its lead.
    package var textOfContent: Substring? {
        guard let text else { return nil }
        var rest = text.utf8[...]
        for _ in 0..<leadLines {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
            rest = rest[rest.index(after: end)...]
        }
        return Substring(rest)
    }

    /// All but what only the program needs to know.
    private enum CodingKeys: CodingKey {
        case id, link, canonical, title, summary, content, text, authors, published, updated
        case categories, language, enclosures, comments, commentCount, inReplyTo, point
    }
}

/// Who wrote an entry, as the publisher states it.
package struct Person: Hashable, Sendable, Codable {
    package var name: String?
    package var email: String?
    package var uri: String?

    package init(name: String? = nil, email: String? = nil, uri: String? = nil) {
        self.name = name
        self.email = email
        self.uri = uri
    }
}

/// A file that goes with an entry, such as a podcast's sound.
package struct Enclosure: Hashable, Sendable, Codable {
    package var url: String
    /// Media type.
    package var type: String?
    /// In bytes.
    package var length: Int?

    package init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}

/// A place on Earth, in degrees (WGS 84).
package struct GeoPoint: Hashable, Sendable, Codable {
    /// −90 … 90, north is positive.
    package var latitude: Double
    /// −180 … 180, east is positive.
    package var longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
