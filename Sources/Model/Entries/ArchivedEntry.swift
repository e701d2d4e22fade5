package import Foundation

/// An entry as one archive hands it to another: what was heard, and nothing that rules or other
/// entries made of it.
package struct ArchivedEntry: Hashable, Sendable, Codable {
    package let source: Feed.ID
    package let id: Entry.ID
    package let url: String?
    package let title: String?
    /// Whether the title is the entry's own, and not that of the thread it belongs to.
    package let hasOwnTitle: Bool
    package let text: String
    /// A pseudonym, not to be hashed again; names that a source's setting allowed are not exported.
    package let authorKey: String?
    /// As the publisher states it, or the list of sources.
    package let language: LanguageCode?
    package let published: Date
    package let heardAt: Date
    package let reportedAt: Date
    package let contentHash: String
    /// When it was last seen changed; `nil` for never.
    package let editedAt: Date?
    /// Oldest first; `nil` for none.
    package let earlier: [EarlierWording]?
    /// In the order in which they are to be taken; `nil` for none.
    package let corrections: [ArchivedCorrection]?

    package init(
        source: Feed.ID, id: Entry.ID, url: String?, title: String?, hasOwnTitle: Bool,
        text: String, authorKey: String?, language: LanguageCode?, published: Date, heardAt: Date,
        reportedAt: Date, contentHash: String, editedAt: Date?, earlier: [EarlierWording]?,
        corrections: [ArchivedCorrection]?
    ) {
        self.source = source
        self.id = id
        self.url = url
        self.title = title
        self.hasOwnTitle = hasOwnTitle
        self.text = text
        self.authorKey = authorKey
        self.language = language
        self.published = published
        self.heardAt = heardAt
        self.reportedAt = reportedAt
        self.contentHash = contentHash
        self.editedAt = editedAt
        self.earlier = earlier
        self.corrections = corrections
    }
}
