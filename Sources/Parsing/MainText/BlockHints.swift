/// What names, classes and roles of elements say of whether people come to a page for them.
struct BlockHints {
    /// Whether it is never part of a text, by what element it is.
    let isFurniture: Bool
    /// Whether its class, id or role say that it stands around a text.
    let isAround: Bool
    /// Whether they say that it is one, or part of one.
    let isText: Bool

    init(_ node: HTMLNode, name: String) {
        isFurniture =
            Self.furniture.contains(name)
            || name.hasPrefix("amp-") || node.attribute("hidden") != nil
            || node.attribute("aria-hidden") == "true"
            || node.attribute("style").map(Self.hides) == true
        let role = node.attribute("role")?.lowercased() ?? ""
        let words = Self.words(of: [node.attribute("class"), node.attribute("id")])
        let isNamedText = words.contains { Self.textWords.contains($0) }
        isText = isNamedText || role == "main" || role == "article"
        let isNamedAround =
            words.contains { word in Self.aroundStarts.contains { word.hasPrefix($0) } }
            || !isNamedText && words.contains { Self.aroundWords.contains($0) }
        isAround =
            !Self.texts.contains(name) && (isNamedAround || Self.aroundRoles.contains(role))
    }

    // MARK: - Private

    /// Elements that are never left out for what they are called.
    private static let texts: Set<String> = ["html", "body", "main", "article", "h1", "p"]

    private static let furniture: Set<String> = [
        "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "head",
        "nav", "footer", "aside", "dialog", "menu", "button", "select", "textarea", "label",
        "datalist", "video", "audio",
    ]

    private static let aroundRoles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
        "menu", "menubar", "toolbar", "alert",
    ]

    private static let textWords: Set<Substring> = [
        "article", "articlebody", "body", "column", "content", "entry", "hentry", "lead", "main",
        "page", "post", "story", "text", "tresc", "artykul", "raksts", "saturs",
    ]

    private static let aroundWords: Set<Substring> = [
        "ad", "ads", "banner", "byline", "footer", "login", "masthead", "menu", "meta", "nav",
        "navbar", "navigation", "pager", "popup", "print", "promo", "search", "skip", "subscribe",
        "tags", "toolbar", "toc", "topbar",
    ]

    private static let aroundStarts = [
        "advert", "breadcrumb", "comment", "consent", "cookie", "disqus", "gdpr", "komentar",
        "modal", "newsletter", "onetrust", "outbrain", "pagination", "paywall", "polecane",
        "powiazan", "recommend", "reklam", "related", "respond", "rodo", "saistit", "share",
        "sharing", "sidebar", "sidemenu", "social", "sponsor", "taboola", "udostepn",
    ]

    /// Blogs put what an entry is about into its class, where `tag-social` is no share bar.
    private static let topics = ["category-", "tag-", "cat-"]

    private static func words(of names: [String?]) -> [Substring] {
        names.compactMap { $0?.lowercased() }.flatMap { $0.split(whereSeparator: \.isWhitespace) }
            .filter { name in !topics.contains { name.hasPrefix($0) } }
            .flatMap { $0.split { !$0.isLetter } }
    }

    private static func hides(_ style: String) -> Bool {
        let style = style.lowercased().filter { !$0.isWhitespace }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }
}
