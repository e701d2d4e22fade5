import Model

/// The lists of Bluesky: what `app.bsky.feed.searchPosts` finds, and `app.bsky.feed.getAuthorFeed`.
enum BlueskyPosts {
    static func listing(_ root: JSONNode) -> PostListReader.Listing? {
        let next = root["cursor"]?.text.map { PostList.Next.query(name: "cursor", value: $0) }
        return PostListReader.Listing(root["posts"], of: isPost, next: next, post: post)
            ?? PostListReader.Listing(
                root["feed"], of: { $0["post"].map(isPost) ?? false }, next: next
            ) { $0["post"].flatMap(post) }
    }

    // MARK: - Private

    private static func isPost(_ node: JSONNode) -> Bool {
        node["uri"]?.text?.hasPrefix("at://") == true && node["record"] != nil
            && node["author"]?["handle"]?.text != nil
    }

    /// Its text has no markup; the last part of its address names it.
    private static func post(_ node: JSONNode) -> PostList.Post? {
        guard let uri = node["uri"]?.text, let record = node["record"],
            let handle = node["author"]?["handle"]?.text
        else { return nil }
        let profile = "https://bsky.app/profile/\(handle)"
        let link = uri.split(separator: "/").last.map { "\(profile)/post/\($0)" }
        return PostList.Post(
            offset: node.offset, id: uri, link: link,
            content: record["text"]?.text.map { HTMLFragment(lines: Array($0.utf8)[...]) },
            author: Person(name: "@\(handle)", uri: profile),
            published: record["createdAt"]?.date,
            language: record["langs"]?.elements.first?.text,
            commentCount: node["replyCount"]?.integer,
            inReplyTo: record["reply"]?["parent"]?["uri"]?.text)
    }
}
