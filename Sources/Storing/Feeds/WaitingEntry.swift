import Foundation
package import Model

/// An entry as its row, and the rows beside it, will hold it.
///
/// Hundreds wait in memory until they share a transaction. Their tags, most of which are reasons, take
/// a tenth of that packed.
package struct WaitingEntry: Sendable {
    let id: Entry.ID
    let link: String?
    let title: String?
    let hasOwnTitle: Bool
    let text: String
    let language: LanguageCode?
    let contentHash: String
    let author: String?
    let authorName: String?
    let date: Date
    let heardAt: Date
    var reportedAt: Date
    let signature: StorySignature
    let tags: PackedTags
    let rulesHash: String
    let earlier: [EarlierWording]
    let editedAt: Date?
    /// Whether its feed has told it before, as another entry, so that nobody needs to answer it.
    let isRetold: Bool

    package init(_ tagged: TaggedEntry, isRetold: Bool = false) {
        self.isRetold = isRetold
        id = tagged.entry.id
        link = tagged.entry.link
        title = tagged.entry.title
        hasOwnTitle = tagged.hasOwnTitle
        text = tagged.entry.text ?? ""
        language = tagged.entry.language
        contentHash = tagged.contentHash
        author = tagged.author
        authorName = tagged.authorName
        date = tagged.date
        heardAt = tagged.heardAt
        reportedAt = tagged.reportedAt
        signature = tagged.signature
        tags = PackedTags(tagged.tags)
        rulesHash = tagged.rulesHash
        earlier = tagged.earlier
        editedAt = tagged.editedAt
    }

    /// When it was first heard as it is now, here or in the archive that it comes from.
    var changedAt: Date { editedAt ?? heardAt }
}

/// Tags as they are stored: all in one column, and what searches and counts go by beside it.
struct PackedTags: Sendable {
    /// Of the table `mention`.
    struct MentionRow: Sendable {
        let field: TextField
        let start: Int
        let brand: Brand.ID
        let form: String
        let label: Sentiment.Label
        let score: Double
    }

    /// The column `tags`.
    let column: Data
    let mentions: [MentionRow]
    /// Of the table `entry_category`.
    let topics: [String]
    let isSpam: Bool

    init(_ tags: Tags) {
        column = TagsColumn.encode(tags)
        mentions = tags.mentions.map { tagged in
            MentionRow(
                field: tagged.mention.field, start: tagged.mention.range.lowerBound,
                brand: tagged.mention.brand, form: tagged.mention.form,
                label: tagged.sentiment.label, score: tagged.sentiment.score)
        }
        topics = tags.topics
        isSpam = tags.isSpam
    }

    var isMention: Bool { !mentions.isEmpty }
}
