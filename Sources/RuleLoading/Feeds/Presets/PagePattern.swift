/// A page that a kind of site has, and the feeds that belong to it.
///
/// In the path `{name}` stands for a part of one component, without `@`, `{name*}` for any number of
/// whole components, even none, and `{name?}` for one or none. In the feeds' addresses the names
/// stand for what was found, `{site}` for scheme, host and port.
struct PagePattern: Sendable {
    enum Host: Sendable {
        case any
        case one(of: [String])
        /// The domain and everything below it.
        case below([String])
        case other(than: [String])
        /// Of one owner under many top-level domains, with or without `www`.
        case named(String)
    }

    private let host: Host
    private let path: String
    /// The query item that must be there; its value goes by its name.
    private let query: String?
    private let templates: [Template]

    /// A feed whose address is still to be filled in.
    struct Template: Sendable {
        let part: Preset.Part
        let url: String
        let isUsual: Bool

        init(_ part: Preset.Part, _ url: String, isUsual: Bool = true) {
            self.part = part
            self.url = url
            self.isUsual = isUsual
        }
    }

    init(_ host: Host, _ path: String, query: String? = nil, feeds: Template...) {
        self.host = host
        self.path = path
        self.query = query
        templates = feeds
    }

    /// The feeds of a page, `nil` if it is another one.
    func feeds(of site: SiteAddress) -> [Preset.Feed]? {
        guard host.contains(site.host),
            var found = Self.names(in: site.path[...], by: path[...])
        else { return nil }
        if let query {
            guard let value = site.query(query) else { return nil }
            found[query] = value
        }
        found["site"] = site.origin
        return templates.map { template in
            Preset.Feed(
                part: template.part, url: Self.fill(template.url, with: found),
                isUsual: template.isUsual)
        }
    }

    // MARK: - Private

    private static func fill(_ template: String, with found: [String: String]) -> String {
        found.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// What the names of a pattern stand for in a text; `nil` if it does not fit.
    private static func names(in text: Substring, by pattern: Substring) -> [String: String]? {
        guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else {
            return text == pattern ? [:] : nil
        }
        let literal = pattern[..<open]
        guard text.hasPrefix(literal) else { return nil }
        let text = text.dropFirst(literal.count)
        let name = pattern[open..<close].dropFirst()
        for end in ends(of: name, in: text) {
            let rest = pattern[close...].dropFirst()
            guard var found = names(in: text[end...], by: rest) else { continue }
            found[name.filter { $0 != "*" && $0 != "?" }] = String(text[..<end])
            return found
        }
        return nil
    }

    /// Where what a name stands for may end, the likeliest end first.
    private static func ends(of name: Substring, in text: Substring) -> [Substring.Index] {
        switch name.last {
        case "*": endsOfPath(in: text)
        case "?": Array(endsOfPath(in: text).prefix(2))
        default: endsOfName(in: text)
        }
    }

    /// Where a run of whole components may end, the shortest run first.
    ///
    /// A script, `viewtopic.php`, is never the folder of a site.
    private static func endsOfPath(in text: Substring) -> [Substring.Index] {
        guard text.hasPrefix("/") else { return [text.startIndex] }
        let ends = text.indices.filter { text[$0] == "/" } + [text.endIndex]
        return ends.filter { !text[..<$0].contains(".php") }
    }

    /// Where a part of one component may end, the longest first.
    private static func endsOfName(in text: Substring) -> [Substring.Index] {
        let name = text.prefix { $0 != "/" && $0 != "@" }
        return name.indices.map { text.index(after: $0) }.reversed()
    }
}

extension PagePattern.Host {
    func contains(_ host: String) -> Bool {
        switch self {
        case .any: true
        case .one(let hosts): hosts.contains(host)
        case .below(let domains): domains.contains { host == $0 || host.hasSuffix(".\($0)") }
        case .other(let hosts): !hosts.contains(host)
        case .named(let name): host.hasPrefix("\(name).") || host.hasPrefix("www.\(name).")
        }
    }
}
