import Model

/// What a page says about itself to machines.
struct PageHead {
    let title: String?
    let canonical: String?
    let language: LanguageCode?
    let isArchivable: Bool

    init(of tree: HTMLTree, url: String?) {
        var properties: [String: String] = [:]
        var robots: [String] = []
        for meta in Self.nodes("meta", in: tree) {
            guard let content = meta.attribute("content"),
                let name =
                    (meta.attribute("property") ?? meta.attribute("name")
                    ?? meta.attribute("http-equiv"))?.lowercased()
            else { continue }
            if name == "robots" { robots.append(content) }
            if properties[name] == nil { properties[name] = content }
        }
        title =
            properties["og:title"].flatMap { PlainText.line(ofPlain: Array($0.utf8)[...]) }
            ?? ["[itemprop~=headline]", "h1", "title"].firstNonNil {
                Self.first($0, in: tree)?.textLine
            }
        let document = url.flatMap { WebAddress($0) }
        let base = WebAddress.base(
            Self.first("base", in: tree)?.attribute("href"), within: document)
        canonical =
            WebAddress.link(
                Self.first("link[rel~=canonical]", in: tree)?.attribute("href"), base: base)
            ?? WebAddress.link(properties["og:url"], base: base)
        language =
            [
                Self.first("html", in: tree)?.attribute("lang"), properties["content-language"],
                properties["og:locale"],
            ].compactMap(\.self).firstNonNil { LanguageCode(tag: $0) }
        let wishes = robots.flatMap {
            $0.lowercased().split { !$0.isLetter && $0 != "-" }
        }
        isArchivable =
            !wishes.contains("noarchive") && !wishes.contains("noai")
            && properties["tdm-reservation"] != "1"
    }

    // MARK: - Private

    private static func nodes(_ selector: String, in tree: HTMLTree) -> [HTMLNode] {
        // What is no selector is a mistake of ours, not of the page.
        guard let path = try? XPath(selector: selector) else {
            preconditionFailure("'\(selector)' is a selector of ours")
        }
        return tree.nodes(path)
    }

    private static func first(_ selector: String, in tree: HTMLTree) -> HTMLNode? {
        nodes(selector, in: tree).first
    }
}
