/// A publisher or platform we listen to, as one item of `feeds/*.yaml` describes it.
package struct Source: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Source>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// A document in a feed format.
        case feed
        /// An HTML page read by selectors.
        case page
        /// An HTML page of posts, each an entry.
        case forum
    }

    /// Where people meet what it publishes, which reports compare.
    package enum Channel: String, Codable, Sendable, CaseIterable {
        case news, blog, forum, reviews, social
        /// Press releases.
        case press
        case other
    }

    package let id: ID
    /// What people call it in a digest.
    package let name: String
    package let kind: Kind
    package let channel: Channel
    /// Whether it speaks for an own brand, as a press office or a shop's blog does; nobody answers it.
    package let isOwn: Bool
    /// What the publisher writes in, where the operator knows it; texts are still looked at.
    package let language: LanguageCode?
    /// Free text, such as `PL` or `Riga`.
    package let region: String?
    /// An IANA name: of the clocks that dates without a zone are read by; `nil` takes UTC for feeds, and the
    /// zone of the rules for pages.
    package let timeZone: String?
    package let tags: [String]
    /// How to read a page; `nil` leaves it to the built-in recipes.
    package let selectors: PageSelectors?
    /// The address of the page that people read, as the operator wrote it.
    package let site: String?
    package let authors: AuthorPolicy

    package init(
        id: ID, name: String, kind: Kind = .feed, language: LanguageCode? = nil,
        region: String? = nil, tags: [String] = [], selectors: PageSelectors? = nil,
        site: String? = nil, authors: AuthorPolicy = .pseudonym,
        channel: Channel? = nil, isOwn: Bool = false, timeZone: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.channel = channel ?? (kind == .forum ? .forum : .other)
        self.isOwn = isOwn
        self.language = language
        self.region = region
        self.timeZone = timeZone
        self.tags = tags
        self.selectors = selectors
        self.site = site
        self.authors = authors
    }
}

/// What is kept of those who write at a source.
package enum AuthorPolicy: String, Codable, Sendable, CaseIterable {
    /// A keyed hash: the same for all entries of one author at the source.
    case pseudonym
    /// The name too, for publishers and others who write in public.
    case name
    case none
}

/// Where in a page without a feed its entries and their parts stand, as CSS selectors or XPath.
///
/// `item` and `next` are looked up in the page, the others inside each item.
package struct PageSelectors: Hashable, Sendable {
    package var item: String
    package var title: String?
    package var author: String?
    package var date: String?
    package var text: String?
    package var link: String?
    /// The link to the next page, of older items.
    package var next: String?

    package init(
        item: String, title: String? = nil, author: String? = nil, date: String? = nil,
        text: String? = nil, link: String? = nil, next: String? = nil
    ) {
        self.item = item
        self.title = title
        self.author = author
        self.date = date
        self.text = text
        self.link = link
        self.next = next
    }
}
