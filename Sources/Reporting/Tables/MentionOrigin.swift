package import Model

/// Where a mention comes from.
///
/// Rows of tables have it, while a digest itself names no author.
package struct MentionOrigin: Hashable, Sendable, Encodable {
    /// `other` of a source that the feeds files do not have.
    package let channel: Source.Channel
    /// As the source states it.
    package let region: String?
    /// A pseudonym; `nil` where none is kept.
    package let author: String?
    /// Only where the source's setting allows it.
    package let authorName: String?

    package init(_ source: Source?, author: String?, authorName: String?) {
        channel = source?.channel ?? .other
        region = source?.region
        self.author = author
        self.authorName = authorName
    }
}

/// A mention and where it comes from, as one line of JSON.
package struct MentionLine: Encodable {
    private let mention: ListedMention
    private let origin: MentionOrigin?

    package init(_ mention: ListedMention, from origin: MentionOrigin?) {
        self.mention = mention
        self.origin = origin
    }

    /// Both make one object.
    package func encode(to encoder: any Encoder) throws {
        try mention.encode(to: encoder)
        try origin?.encode(to: encoder)
    }
}
