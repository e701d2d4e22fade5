import Foundation
import Model

/// What a page without a feed says, in its own terms.
struct PageDocument {
    struct Post {
        /// 1-based line where it starts.
        let line: Int
        /// The name by which an address leads to this place in the page.
        let anchor: String?
        let link: String?
        /// Whether links stand in it as its own would, but are those of who wrote it.
        let hasOnlyLinksOfOthers: Bool
        let title: String?
        let author: String?
        /// What may hold its date, the most exact first.
        let dates: [String]
        /// How its writer rates what it is about.
        let stars: Stars?
        /// How many answer it; `nil` where that is not said.
        var commentCount: Int?
        let content: HTMLFragment
        let language: String?
    }

    let title: String?
    let language: String?
    /// The address that the page wants to be known by.
    let canonical: String?
    /// What the page says its links are relative to.
    let base: String?
    /// Whether its posts are parts of one thread.
    let isThread: Bool
    /// What all of its posts are about, where they are of one thread.
    let threadTitle: String?
    /// Where the next page is.
    let next: String?
    /// Where a thread goes on by what HTML has for that, but not by the operator's selectors, which are
    /// not followed beyond what they say: it may be the next thread.
    let unreadNext: String?
    let posts: LimitedList<Post>
    /// Whether it seems to have come cut off: its last post may go on, and others follow.
    var isCutOff = false
    var format = FeedInfo.Format.html
}

extension PageDocument.Post: DatedElement {
    /// Its line: what a list of posts is told of is found by that.
    var offset: Int { line }
    var latestDate: Date? { dates.firstNonNil { FeedDate.date(within: $0) } }
}
