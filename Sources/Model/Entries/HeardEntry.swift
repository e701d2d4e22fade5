package import Foundation

/// An entry as the store keeps it, with its tags and its story.
package struct HeardEntry: Hashable, Sendable {
    /// Grows by one with each entry stored; never used twice.
    package let sequence: Int64
    package let feed: Feed.ID
    package let id: Entry.ID
    package let link: String?
    package let title: String?
    /// Whether the title is the entry's own, and not that of the thread it belongs to.
    package let hasOwnTitle: Bool
    package let text: String
    /// A pseudonym.
    package let author: String?
    /// Only where the source's setting allows it.
    package let authorName: String?
    /// As the publisher states it, or the list of sources.
    package let language: LanguageCode?
    /// When it was said: the publisher's date, but never later than `heardAt`; `heardAt` where there is
    /// no date.
    package let date: Date
    /// When we first stored it.
    package let heardAt: Date
    /// The moment at which digests count it.
    ///
    /// That is `date` for what a feed held when it was first polled, and `heardAt` afterwards, so that
    /// an entry with an old date is in the next digest and not in none.
    ///
    /// `reportedNever` for what a feed held at first without a date.
    package let reportedAt: Date
    /// When it was last seen to say something else than before; `nil` for never.
    package let editedAt: Date?
    package let story: StoryMembership
    package let tags: Tags

    package init(
        sequence: Int64, feed: Feed.ID, id: Entry.ID, link: String?, title: String?,
        hasOwnTitle: Bool = true, text: String,
        author: String?, authorName: String? = nil, language: LanguageCode? = nil, date: Date,
        heardAt: Date, reportedAt: Date, editedAt: Date? = nil, story: StoryMembership,
        tags: Tags
    ) {
        self.sequence = sequence
        self.feed = feed
        self.id = id
        self.link = link
        self.title = title
        self.hasOwnTitle = hasOwnTitle
        self.text = text
        self.author = author
        self.authorName = authorName
        self.language = language
        self.date = date
        self.heardAt = heardAt
        self.reportedAt = reportedAt
        self.editedAt = editedAt
        self.story = story
        self.tags = tags
    }
}

extension HeardEntry {
    /// In no digest and no trend: nobody knows when it was said.
    package static let reportedNever = Date(timeIntervalSince1970: 0)

    /// The same entry with its tags as people corrected them.
    package func corrected(by corrections: [Correction]) -> HeardEntry {
        HeardEntry(
            sequence: sequence, feed: feed, id: id, link: link, title: title,
            hasOwnTitle: hasOwnTitle, text: text, author: author, authorName: authorName,
            language: language, date: date, heardAt: heardAt, reportedAt: reportedAt,
            editedAt: editedAt, story: story, tags: tags.corrected(by: corrections))
    }
}

extension EntryText {
    /// What the stored entry was tagged by.
    package init(_ entry: HeardEntry) {
        self.init(
            title: entry.hasOwnTitle ? entry.title : nil, text: entry.text, link: entry.link,
            language: entry.language, author: entry.authorName ?? entry.author,
            source: entry.feed.source)
    }
}

/// Which story an entry tells: reprints, reposts and near-copies tell the same one.
package struct StoryMembership: Hashable, Sendable, Codable {
    package enum Reason: String, Codable, Sendable, CaseIterable {
        /// The first entry to tell it.
        case first
        case sameLink = "same_link"
        case sameText = "same_text"
        case similarText = "similar_text"
    }

    /// The `sequence` of the first entry that told it.
    package let id: Int64
    package let reason: Reason
    /// Share of word triples in common with the first entry, 0 … 1, two decimals.
    package let similarity: Double

    package init(id: Int64, reason: Reason, similarity: Double) {
        self.id = id
        self.reason = reason
        self.similarity = similarity
    }
}
