/// What a page without a feed says, in its own terms.
struct PageDocument {
    struct Post {
        /// 1-based line where it starts.
        let line: Int
        /// The name by which an address leads to this place in the page.
        let anchor: String?
        let link: String?
        let title: String?
        let author: String?
        /// What may hold its date, the most exact first.
        let dates: [String]
        let content: HTMLFragment
        let language: String?
    }

    let title: String?
    let language: String?
    /// What the page says its links are relative to.
    let base: String?
    /// What all of its posts are about, where it is a forum's.
    let threadTitle: String?
    /// Where the next page is.
    let next: String?
    let posts: LimitedList<Post>
}
