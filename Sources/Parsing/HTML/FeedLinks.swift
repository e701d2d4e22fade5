/// The feeds that a page offers: `<link rel="alternate">` with a feed's media type.
enum FeedLinks {
    /// Absolute addresses, in page order, each once.
    static func links(in page: [UInt8], url: String?) -> [String] {
        let base = url.flatMap { WebAddress($0) }
        var tokens = HTMLTokenizer(page)
        var found: [String] = []
        while let token = tokens.next() {
            guard case .startTag(let name, let range) = token else { continue }
            if HTMLElement(name).isRaw { tokens.skipRawText(of: name) }
            guard name == "link" else { continue }
            let attributes = HTMLAttributes(page, range)
            guard attributes.value(of: "rel")?.lowercased().contains("alternate") == true,
                let type = attributes.value(of: "type")?.lowercased(), types.contains(type.trimmed),
                let link = attributes.value(of: "href")?.nonEmpty
            else { continue }
            let address = base?.resolve(link) ?? link
            if !found.contains(address) { found.append(address) }
        }
        return found
    }

    // MARK: - Private

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json",
        "application/rdf+xml",
    ]
}
