/// The feeds that a page leads to, in page order, each once.
///
/// No more are looked for once the addresses of links have made several times the page's bytes.
struct FeedLinks {
    /// `<link>` and `<a>` that are said to be feeds: by `rel="alternate"` and a feed's media type, or
    /// by `rel="feed"`.
    private(set) var declared: [FeedLink] = []
    /// Links on the page's own site whose address or text looks like a feed's.
    private(set) var similar: [FeedLink] = []

    init(in page: [UInt8], url: String?) {
        document = url.flatMap { WebAddress($0) }
        base = document
        room = page.count * 4 + FieldLimit.addressSizeInBytes
        var tokens = HTMLTokenizer(page)
        while room > 0, let token = tokens.next() {
            switch token {
            case .text(let range): anchor?.text.append(contentsOf: page[range])
            case .startTag(let name, let range):
                start(name, HTMLAttributes(page, range))
                if HTMLElement(name).isRaw { tokens.skipRawText(of: name) }
            case .endTag(name: "a"): endAnchor()
            case .endTag: break
            }
        }
        endAnchor()
        let addresses = Set(declared.map(\.url))
        similar.removeAll { addresses.contains($0.url) }
    }

    /// Addresses of declared feeds for a message: no more than anybody tries, and none that no run fetches.
    ///
    /// Of a page whose own address is unknown they are as they stand there.
    var worthNaming: [String] {
        let addresses = declared.lazy.map(\.url)
            .filter { WebAddress($0) != nil || document == nil && !$0.contains(":") }
        return Array(addresses.prefix(Self.mostNamed))
    }

    // MARK: - Private

    private static let mostNamed = 5

    /// A link whose text is being read.
    private struct Anchor {
        let address: String
        let type: String?
        let isDeclared: Bool
        let label: String?
        var text: [UInt8] = []
    }

    /// The page's own.
    private let document: WebAddress?
    /// What links are relative to.
    private var base: WebAddress?
    private var anchor: Anchor?
    private var known: Set<String> = []
    private var hasBase = false
    /// Bytes that addresses may still take.
    private var room: Int

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json",
        "application/rdf+xml",
    ]

    /// Some publishers call their feeds this; others everything else.
    private static let vagueTypes: Set<String> = [
        "text/xml", "application/xml", "text/rss+xml", "application/x-rss+xml",
    ]

    private mutating func start(_ name: ShortName, _ attributes: HTMLAttributes) {
        switch name {
        case "base" where !hasBase:
            base = WebAddress.base(attributes.value(of: "href"), within: document)
            hasBase = true
        case "link":
            guard let link = link(attributes), link.isDeclared else { return }
            guard let address = absolute(link.address),
                known.insert("declared \(address)").inserted
            else { return }
            declared.append(
                FeedLink(
                    url: address, title: link.label.flatMap(Self.line), type: link.type,
                    isDeclared: true))
        case "a":
            endAnchor()
            anchor = link(attributes)
        case "img":
            if let text = attributes.value(of: "alt") { anchor?.text.appendEscaped(text.utf8) }
        default:
            break
        }
    }

    private func link(_ attributes: HTMLAttributes) -> Anchor? {
        guard let address = attributes.value(of: "href")?.nonEmpty else { return nil }
        let relations = (attributes.value(of: "rel") ?? "").lowercased()
            .split(whereSeparator: \.isWhitespace)
        let type = attributes.value(of: "type")?.lowercased().nonEmpty
        let essence = type.map { $0.prefix { $0 != ";" }.trimmed }
        let isFeed =
            essence.map(Self.types.contains) == true
            || essence.map(Self.vagueTypes.contains) == true && FeedAddress.looksLikeFeed(address)
        return Anchor(
            address: address, type: type,
            isDeclared: relations.contains("feed") || relations.contains("alternate") && isFeed,
            label: attributes.value(of: "title") ?? attributes.value(of: "aria-label"))
    }

    private mutating func endAnchor() {
        guard let anchor = anchor.take(), let address = absolute(anchor.address) else { return }
        let title = PlainText.line(ofHTML: anchor.text)
        let label = anchor.label.flatMap(Self.line)
        guard
            anchor.isDeclared
                || isOnSite(address)
                    && (FeedAddress.looksLikeFeed(address)
                        || [title, label].contains { FeedAddress.names($0, linkTo: address) }),
            known.insert(anchor.isDeclared ? "declared \(address)" : address).inserted
        else { return }
        let link = FeedLink(
            url: address, title: title ?? label, type: anchor.type, isDeclared: anchor.isDeclared)
        if anchor.isDeclared { declared.append(link) } else { similar.append(link) }
    }

    private static func line(_ text: String) -> String? {
        PlainText.line(ofPlain: Array(text.utf8)[...])
    }

    /// `nil` for one that is longer than an address may be.
    private mutating func absolute(_ address: String) -> String? {
        guard address.utf8.count <= FieldLimit.addressSizeInBytes else { return nil }
        let address = FeedAddress.web(address)
        let absolute = WebAddress.link(address, base: base) ?? base?.resolve(address) ?? address
        room -= absolute.utf8.count
        return absolute.utf8.count <= FieldLimit.addressSizeInBytes ? absolute : nil
    }

    /// Whether an address is of the page's host, or of one above or below it.
    private func isOnSite(_ address: String) -> Bool {
        guard let host = WebAddress(address)?.host else { return false }
        guard let own = document?.host else { return true }
        return host == own || host.hasSuffix(".\(own)") || own.hasSuffix(".\(host)")
    }
}
