/// Reads the lists of posts that platforms have for programs into a `PostList`.
enum PostListReader {
    /// `nil` for JSON of another kind.
    ///
    /// A list in which nothing stands is one: nobody has used the hashtag yet, or said what is searched for.
    static func read(_ root: JSONNode, maximumEntries: Int) -> PostList? {
        guard let listing = listings.firstNonNil({ $0(root) }) else { return nil }
        var list = PostList(posts: LimitedList(maximumCount: maximumEntries))
        for node in listing.nodes {
            if !listing.isOne(node) {
                list.strangers.append(node.offset)
            } else if let post = listing.post(node) {
                list.posts.appendAmongNewest(post)
            }
        }
        list.posts.keepNewest()
        list.title = listing.title
        list.next = listing.next
        list.unlisted = listing.count.flatMap {
            $0 > listing.nodes.count ? $0 - listing.nodes.count : nil
        }
        return list
    }

    /// Where the posts stand in a document, and how one of them is read.
    struct Listing {
        let nodes: [JSONNode]
        /// Whether a node is what the platform lists there.
        let isOne: (JSONNode) -> Bool
        let title: String?
        /// How many posts there are in all.
        let count: Int?
        let next: PostList.Next?
        /// `nil` where it is nothing that somebody wrote.
        let post: (JSONNode) -> PostList.Post?

        /// `nil` where nothing that stands in a list is what the platform lists.
        init?(
            _ list: JSONNode?, of isOne: @escaping (JSONNode) -> Bool, title: String? = nil,
            count: Int? = nil, next: PostList.Next? = nil,
            post: @escaping (JSONNode) -> PostList.Post?
        ) {
            guard case .array(let nodes) = list?.value,
                nodes.isEmpty || nodes.contains(where: isOne)
            else { return nil }
            self.nodes = nodes
            self.isOne = isOne
            self.title = title
            self.count = count
            self.next = next
            self.post = post
        }
    }

    // MARK: - Private

    /// What each platform makes of a document; `nil` where it is none of its.
    private static let listings: [@Sendable (JSONNode) -> Listing?] = [
        WordPressPosts.listing, DiscoursePosts.listing, MastodonPosts.listing, BlueskyPosts.listing,
    ]
}

extension JSONNode {
    /// A field of HTML.
    var html: HTMLFragment? { text.map { HTMLFragment(Array($0.utf8)) } }

    /// A field of HTML as a title.
    var titleOfHTML: String? { text.flatMap { PlainText.title(ofHTML: Array($0.utf8)[...]) } }

    /// A field of plain text as a title.
    var titleOfPlain: String? { text.flatMap { PlainText.title(ofPlain: Array($0.utf8)[...]) } }
}
