import Model

/// The lists of WordPress, `/wp-json/wp/v2/posts` and `/comments`, and of the shop in it,
/// `/wp-json/wc/store/v1/products/reviews`.
enum WordPressPosts {
    static func listing(_ root: JSONNode) -> PostListReader.Listing? {
        PostListReader.Listing(root, of: isPost, post: post)
            ?? PostListReader.Listing(root, of: isReview, post: review)
    }

    // MARK: - Private

    private static func isPost(_ node: JSONNode) -> Bool {
        (node["content"] ?? node["title"])?["rendered"] != nil
    }

    private static func isReview(_ node: JSONNode) -> Bool {
        node["review"]?.text != nil && node["reviewer"] != nil
    }

    /// A post, a page, or a comment, which has its writer in it; that of a post is a number but for `?_embed`.
    private static func post(_ node: JSONNode) -> PostList.Post? {
        let embedded = node["_embedded"]
        let name = node["author_name"] ?? embedded?["author"]?.elements.first?["name"]
        let terms = embedded?["wp:term"]?.elements.flatMap(\.elements) ?? []
        let parent = node["parent"]?.text
        return PostList.Post(
            // As feeds of WordPress have it, so that who changes over hears nothing twice.
            offset: node.offset, id: node["guid"]?["rendered"]?.titleOfHTML ?? node["id"]?.text,
            link: node["link"]?.text, title: node["title"]?["rendered"]?.titleOfHTML,
            summary: node["excerpt"]?["rendered"]?.html,
            content: node["content"]?["rendered"]?.html,
            author: name?.text.map { Person(name: $0, uri: node["author_url"]?.text) },
            published: date(node, "date"), updated: date(node, "modified"),
            categories: terms.compactMap { $0["name"]?.titleOfHTML },
            // That of a page is a page above it.
            inReplyTo: node["author_name"] != nil && parent != "0" ? parent : nil)
    }

    private static func review(_ node: JSONNode) -> PostList.Post? {
        let id = node["id"]?.text
        let goods = node["product_permalink"]?.text
        return PostList.Post(
            offset: node.offset, id: id,
            link: goods.map { goods in id.map { "\(goods)#comment-\($0)" } ?? goods },
            title: node["product_name"]?.titleOfHTML, content: node["review"]?.html,
            author: node["reviewer"]?.text.map { Person(name: $0) },
            published: date(node, "date_created"),
            stars: node["rating"]?.text.flatMap { Double($0) }.flatMap { Stars(rating: $0) })
    }

    /// In UTC, which it seldom says; else as the clocks of the site show it.
    private static func date(_ node: JSONNode, _ name: String) -> StatedDate? {
        let inUTC = node["\(name)_gmt"]?.date.map { stated in
            FeedDate.reading(stated.text, order: nil)?.namesZone == false
                ? StatedDate(text: "\(stated.text)Z", offset: stated.offset) : stated
        }
        return inUTC ?? node[name]?.date
    }
}
