import Model

/// The lists of Mastodon and its kin: `/api/v1/timelines/tag/TAG`, `/api/v1/accounts/ID/statuses`, and the
/// `statuses` that a search finds.
enum MastodonPosts {
    static func listing(_ root: JSONNode) -> PostListReader.Listing? {
        // What a search finds goes on by another parameter.
        let last = root.elements.last { $0["id"] != nil }?["id"]?.text
        return PostListReader.Listing(
            root["statuses"] ?? root, of: isPost,
            next: last.map { .query(name: "max_id", value: $0) }, post: post)
    }

    // MARK: - Private

    private static func isPost(_ node: JSONNode) -> Bool {
        node["account"]?["acct"]?.text != nil && node["content"] != nil
    }

    private static func post(_ node: JSONNode) -> PostList.Post? {
        // Who passes something on has said nothing.
        let node = node["reblog"].flatMap { $0.isObject ? $0 : nil } ?? node
        let account = node["account"]
        // What the network's feeds have as the id, too.
        let link = node["url"]?.text ?? node["uri"]?.text
        return PostList.Post(
            offset: node.offset, id: link ?? node["id"]?.text, link: link,
            content: content(of: node),
            author: account.flatMap(author), published: node["created_at"]?.date,
            updated: node["edited_at"]?.date,
            categories: (node["tags"]?.elements ?? []).compactMap { $0["name"]?.text },
            language: node["language"]?.text,
            enclosures: (node["media_attachments"]?.elements ?? []).compactMap { file in
                file["url"]?.text.map { Enclosure(url: $0) }
            },
            commentCount: node["replies_count"]?.integer)
    }

    /// What its writer says above it, to be read before the rest is shown, and the rest.
    private static func content(of node: JSONNode) -> HTMLFragment? {
        guard let warning = node["spoiler_text"]?.text else { return node["content"]?.html }
        var html = Array("<p>".utf8)
        html.appendEscaped(Array(warning.utf8))
        html += Array("</p>\(node["content"]?.text ?? "")".utf8)
        return HTMLFragment(html)
    }

    /// As `Person.account(of:)` names those of the network's feeds.
    private static func author(_ account: JSONNode) -> Person? {
        guard let name = account["acct"]?.text else { return nil }
        let url = account["url"]?.text
        let host = url.flatMap { WebAddress($0) }?.host
        let isWhole = name.contains("@") || host == nil
        return Person(name: isWhole ? "@\(name)" : "@\(name)@\(host ?? "")", uri: url)
    }
}
