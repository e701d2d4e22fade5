package import Foundation

/// An entry that has been through every stage and waits to be stored.
package struct TaggedEntry: Sendable {
    /// Stands before a content hash while the entry's full text is still to be had.
    ///
    /// Whatever comes next counts as changed.
    package static let putOffMark = "later:"

    /// Stands before the hash of an edit whose full text is still to be had: what is stored is what the
    /// entry said before, whole.
    package static let putOffEditMark = "edited:"

    /// Whether the entry's own page is still to be read.
    package static func isPutOff(_ contentHash: String) -> Bool {
        feedHash(contentHash).startIndex != contentHash.startIndex
    }

    /// The hash of what a feed says, whether or not the entry's own page is still to be read.
    package static func feedHash(_ contentHash: String) -> Substring {
        for mark in [putOffMark, putOffEditMark] where contentHash.hasPrefix(mark) {
            return contentHash.dropFirst(mark.count)
        }
        return contentHash[...]
    }

    package let entry: Entry
    /// Whether the title is the entry's own, and not that of the thread it belongs to.
    package let hasOwnTitle: Bool
    /// Hash of what readers see of it: another one means that it was edited.
    package let contentHash: String
    /// A pseudonym.
    package let author: String?
    /// Only where the source's setting allows it.
    package let authorName: String?
    package let date: Date
    package let heardAt: Date
    package var reportedAt: Date
    package let signature: StorySignature
    package let tags: Tags
    package let rulesHash: String
    /// What it said before, oldest first, where it comes from another archive.
    package let earlier: [EarlierWording]
    /// When it was last seen changed before it came here.
    package let editedAt: Date?

    package init(
        entry: Entry, hasOwnTitle: Bool = true, contentHash: String, author: String?,
        authorName: String? = nil, date: Date, heardAt: Date, reportedAt: Date,
        signature: StorySignature, tags: Tags, rulesHash: String,
        earlier: [EarlierWording] = [], editedAt: Date? = nil
    ) {
        self.entry = entry
        self.hasOwnTitle = hasOwnTitle
        self.contentHash = contentHash
        self.author = author
        self.authorName = authorName
        self.date = date
        self.heardAt = heardAt
        self.reportedAt = reportedAt
        self.signature = signature
        self.tags = tags
        self.rulesHash = rulesHash
        self.earlier = earlier
        self.editedAt = editedAt
    }
}
