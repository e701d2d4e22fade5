/// Reads JSON Feed 1 and 1.1 into a `JSONFeedDocument`.
enum JSONFeedReader {
    /// `nil` for JSON of another kind.
    static func read(_ root: JSONNode, maximumEntries: Int) -> JSONFeedDocument? {
        guard let version = root["version"]?.text, version.contains("jsonfeed.org/version/") else {
            return nil
        }
        var items = LimitedList<JSONFeedDocument.Item>(maximumCount: maximumEntries)
        let nodes = listed(root["items"])
        for node in nodes where node.isObject { items.appendAmongNewest(item(node)) }
        items.keepNewest()
        return JSONFeedDocument(
            version: version, title: root["title"]?.text, homePageURL: root["home_page_url"]?.text,
            feedURL: root["feed_url"]?.text, nextURL: root["next_url"]?.text,
            description: root["description"]?.text,
            language: root["language"]?.text, authors: authors(root),
            hubs: (root["hubs"]?.elements ?? []).map {
                JSONFeedDocument.Hub(type: $0["type"]?.text, url: $0["url"]?.text)
            },
            items: items, strangers: nodes.filter { !$0.isObject }.map(\.offset))
    }

    // MARK: - Private

    /// The elements of a list, or of an object of numbers, which PHP makes of a list that it left some out of.
    private static func listed(_ node: JSONNode?) -> [JSONNode] {
        guard case .object(let fields) = node?.value else { return node?.elements ?? [] }
        return fields.allSatisfy { Int($0.name) != nil } ? fields.map(\.value) : []
    }

    private static func item(_ node: JSONNode) -> JSONFeedDocument.Item {
        JSONFeedDocument.Item(
            offset: node.offset, id: node["id"]?.text, url: node["url"]?.text,
            externalURL: node["external_url"]?.text, title: node["title"]?.text,
            contentHTML: node["content_html"]?.text, contentText: node["content_text"]?.text,
            summary: node["summary"]?.text, datePublished: node["date_published"]?.date,
            dateModified: node["date_modified"]?.date, authors: authors(node),
            tags: tags(node["tags"]),
            language: node["language"]?.text,
            attachments: (node["attachments"]?.elements ?? []).map {
                JSONFeedDocument.Attachment(
                    url: $0["url"]?.text, mimeType: $0["mime_type"]?.text,
                    sizeInBytes: $0["size_in_bytes"]?.integer)
            })
    }

    /// A list, or all of them in one text: `news, sport`.
    private static func tags(_ node: JSONNode?) -> [String] {
        node?.text?.split(separator: ",").map(String.init) ?? node?.elements.compactMap(\.text)
            ?? []
    }

    /// Version 1.1 has a list of authors where version 1 has one; some have one where the list should be,
    /// and some are nothing but a name.
    private static func authors(_ node: JSONNode) -> [JSONFeedDocument.Author] {
        let listed = node["authors"]?.oneOrMore ?? []
        return (listed.isEmpty ? [node["author"]].compactMap(\.self) : listed).map {
            JSONFeedDocument.Author(name: $0["name"]?.text ?? $0.text, url: $0["url"]?.text)
        }
    }
}
