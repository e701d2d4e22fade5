import Model

/// The lists of Discourse: threads in `/latest.json` and those of a category or tag, posts in `/posts.json`,
/// and a thread in `/t/ID.json`.
enum DiscoursePosts {
    static func listing(_ root: JSONNode) -> PostListReader.Listing? {
        if let topics = root["topic_list"]?["topics"] {
            let people = root["users"]?.elements ?? []
            let names = Dictionary(
                people.compactMap { person in person["id"]?.text.map { ($0, person) } },
                uniquingKeysWith: { first, _ in first })
            let more = root["topic_list"]?["more_topics_url"]?.text
            return PostListReader.Listing(
                topics, of: { $0["id"]?.text != nil }, next: more.map { .address(inJSON($0)) }
            ) { topic($0, by: names) }
        }
        if let posts = root["latest_posts"] {
            let first = posts.elements.compactMap { $0["id"]?.integer }.min()
            return PostListReader.Listing(
                posts, of: isPost, next: first.map { .query(name: "before", value: "\($0)") }
            ) { post($0, in: nil) }
        }
        guard let stream = root["post_stream"], let posts = stream["posts"] else { return nil }
        let title = root["title"]?.titleOfPlain
        return PostListReader.Listing(
            posts, of: isPost, title: title, count: stream["stream"]?.elements.count
        ) { post($0, in: root) }
    }

    // MARK: - Private

    /// The address for programs of a page that people read, such as `/latest?page=1`.
    private static func inJSON(_ address: String) -> String {
        let path = address.prefix { $0 != "?" }
        return path.hasSuffix(".json") ? address : path + ".json" + address[path.endIndex...]
    }

    private static func isPost(_ node: JSONNode) -> Bool { node["cooked"] != nil }

    /// Who opened a thread stands first among those who wrote in it.
    private static func topic(_ node: JSONNode, by people: [String: JSONNode]) -> PostList.Post? {
        guard let id = node["id"]?.text else { return nil }
        let opener = node["posters"]?.elements.first?["user_id"]?.text.flatMap { people[$0] }
        return PostList.Post(
            offset: node.offset, id: id,
            link: ["/t", node["slug"]?.text, id].compactMap(\.self).joined(separator: "/"),
            title: node["title"]?.titleOfPlain, content: node["excerpt"]?.html,
            author: opener.flatMap(author), published: node["created_at"]?.date,
            categories: (node["tags"]?.elements ?? []).compactMap { ($0["name"] ?? $0).text },
            commentCount: node["posts_count"]?.integer.flatMap { $0 > 0 ? $0 - 1 : nil })
    }

    /// - Parameter thread: what says what the posts of a thread do not say each.
    private static func post(_ node: JSONNode, in thread: JSONNode?) -> PostList.Post? {
        // "This topic was closed" is nobody's post.
        guard node["cooked"]?.text != nil, node["post_type"]?.integer != noteOfSystem else {
            return nil
        }
        let place = [
            "/t", (node["topic_slug"] ?? thread?["slug"])?.text,
            (node["topic_id"] ?? thread?["id"])?.text,
        ].compactMap(\.self).joined(separator: "/")
        let link = node["post_number"]?.text.map { "\(place)/\($0)" }
        return PostList.Post(
            offset: node.offset, id: node["id"]?.text, link: node["post_url"]?.text ?? link,
            title: (node["topic_title"] ?? thread?["title"])?.titleOfPlain,
            content: node["cooked"]?.html, author: author(node),
            published: node["created_at"]?.date, updated: node["updated_at"]?.date,
            inReplyTo: node["reply_to_post_number"]?.text.map { "\(place)/\($0)" })
    }

    private static let noteOfSystem = 3

    /// By the name that is theirs alone on the site.
    private static func author(_ node: JSONNode) -> Person? {
        node["username"]?.text.map { Person(name: $0, uri: "/u/\($0)") }
    }
}
