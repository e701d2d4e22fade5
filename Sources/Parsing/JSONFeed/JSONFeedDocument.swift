import Foundation

/// What a JSON Feed says, in its own terms: versions 1 and 1.1 (jsonfeed.org).
///
/// Fields of another type than they should have are taken for absent, but for authors that are a text, one
/// author where several may stand, and tags in one text.
struct JSONFeedDocument {
    struct Author {
        let name: String?
        let url: String?
    }

    struct Attachment {
        let url: String?
        let mimeType: String?
        let sizeInBytes: Int?
    }

    struct Hub {
        let type: String?
        let url: String?
    }

    struct Item {
        /// Where it starts in the source.
        let offset: Int
        let id: String?
        let url: String?
        let externalURL: String?
        let title: String?
        let contentHTML: String?
        let contentText: String?
        let summary: String?
        let datePublished: StatedDate?
        let dateModified: StatedDate?
        let authors: [Author]
        let tags: [String]
        let language: String?
        let attachments: [Attachment]
    }

    let version: String
    let title: String?
    let homePageURL: String?
    let feedURL: String?
    let nextURL: String?
    let description: String?
    let language: String?
    let authors: [Author]
    let hubs: [Hub]
    let items: LimitedList<Item>
    /// Where items stand in the source that are no objects.
    let strangers: [Int]
}

extension JSONFeedDocument.Item: DatedElement {
    var latestDate: Date? { [datePublished, dateModified].latest }
}
