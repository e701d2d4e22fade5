import Foundation
import Model

/// What an Atom document says, in its own terms: Atom 0.3 and 1.0 (RFC 4287).
struct AtomDocument {
    /// A text construct (RFC 4287 §3.1), or Atom 0.3's content.
    struct Text {
        enum Kind {
            case plain, html, markup
        }

        var kind: Kind
        /// Whether it is HTML that its type does not say.
        var isUnstated = false
        let bytes: ArraySlice<UInt8>
        let base: String?
        let language: String?
    }

    struct Link {
        let relation: String
        let address: String
        let type: String?
        let length: Int?
        /// How many entries it leads to (RFC 4685 §4).
        let count: Int?
    }

    struct Entry {
        /// Where it starts in the source.
        let offset: Int
        var base: String?
        var language: String?
        var id: String?
        var title: Text?
        var links: [Link] = []
        var summary: Text?
        /// Of two summaries the one that is a few words beside the other.
        var briefSummary: Text?
        var content: Text?
        /// Where the content stands that is not in the document, if it is a page.
        var contentAddress: String?
        /// Where the entry is, as FeedBurner says where its links lead by way of itself.
        var originalLink: String?
        /// A text of the media module, which counts where the entry has none of its own.
        var mediaDescription: ArraySlice<UInt8>?
        var authors: [Person] = []
        /// Of the feed that the entry was taken from (RFC 4287 §4.2.11).
        var authorsOfSource: [Person] = []
        var categories: [String] = []
        var published: StatedDate?
        var created: StatedDate?
        var updated: StatedDate?
        /// What is said by the names of RSS, which counts where nothing is said by those of Atom.
        var namesOfRSS = NamesOfRSS()
        var commentCount: Int?
        var inReplyTo: String?
        var place = StatedPlace()
        /// Of a review in Apple's store.
        var stars: Stars?
    }

    struct NamesOfRSS {
        var guid: String?
        var description: Text?
        var pubDate: StatedDate?
    }

    var format = FeedInfo.Format.atom10
    var base: String?
    var language: String?
    var title: Text?
    var subtitle: Text?
    var links: [Link] = []
    var authors: [Person] = []
    var updated: StatedDate?
    var updates = UpdateSchedule()
    var isComplete = false
    var entries: LimitedList<Entry>
}

extension AtomDocument.Entry: DatedElement {
    var latestDate: Date? { [published, namesOfRSS.pubDate, created, updated].latest }
}
