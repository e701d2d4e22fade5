/// What names, classes and roles of elements say of whether people come to a page for them.
struct BlockHints {
    /// Whether it is never part of a text, by what element it is.
    let isFurniture: Bool
    /// Whether its class, id or role say that it stands around a text.
    let isAround: Bool
    /// Whether they say that it is one, or part of one.
    let isText: Bool
    /// Whether they say that readers write there.
    let isOfReaders: Bool
    /// Whether its class is what Google has publishers call the part of a text that is paid for, and
    /// some call what asks for the money.
    let isPaywall: Bool

    /// - Parameter isHolder: whether it surely holds the text, whatever it is called.
    init(_ node: HTMLNode, name: String, isHolder: Bool) {
        let role = node.attribute("role")?.lowercased() ?? ""
        let words = Self.words(of: [node.attribute("class"), node.attribute("id")])
        let isNamedText = words.contains { Self.textWords.contains($0) }
        let mayBeAround = !isHolder && !Self.texts.contains(name)
        isText = isNamedText || role == "main" || role == "article"
        isPaywall =
            node.attribute("class")?.lowercased().split(whereSeparator: \.isWhitespace)
            .contains("paywall") ?? false
        isOfReaders = mayBeAround && words.contains(where: Self.isOfReaders)
        let isNamedAround =
            words.contains { word in Self.aroundStarts.contains { word.hasPrefix($0) } }
            || !isNamedText && words.contains { Self.aroundWords.contains($0) }
            || words.contains { Self.authorWords.contains($0) } && Self.isOfAuthor(node)
        isAround =
            mayBeAround && (isOfReaders || isNamedAround || Self.aroundRoles.contains(role))
        // Many pages show the rest of a text to whoever asks for more; some show nothing of
        // themselves before their scripts have run.
        let mayBeHidden =
            !isHolder && !Self.pages.contains(name)
            && (isAround || !words.contains(where: Self.isRest))
        isFurniture =
            Self.furniture.contains(name)
            || name.hasPrefix("amp-") && !Self.layoutsOfAMP.contains(name)
            || mayBeHidden && Self.isHidden(node)
    }

    // MARK: - Private

    private static let pages: Set<String> = ["html", "body"]

    /// Elements that are never left out for what they are called.
    private static let texts: Set<String> = ["html", "body", "main", "article", "h1", "p"]

    private static let furniture: Set<String> = [
        "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "head",
        "title", "nav", "footer", "aside", "dialog", "menu", "button", "select", "textarea",
        "label", "datalist", "video", "audio",
    ]

    /// Elements of AMP that hold what publishers write; all others embed something, or are pressed.
    private static let layoutsOfAMP: Set<String> = [
        "amp-accordion", "amp-fit-text", "amp-layout", "amp-live-list", "amp-script", "amp-story",
        "amp-story-grid-layer", "amp-story-page", "amp-truncate-text",
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
        "navbar", "navigation", "pager", "paywall", "popup", "print", "promo", "search", "skip",
        "subscribe",
        "tags", "toolbar", "toc", "topbar", "foot", "stopka", "kajene", "izvelne", "ciasteczka",
    ]

    private static let aroundStarts = [
        "advert", "breadcrumb", "consent", "cookie", "gdpr", "modal", "newsletter", "onetrust",
        "outbrain", "pagination", "polecane", "powiazan", "recommend", "reklam",
        "related", "rodo", "saistit", "share", "sharing", "sidebar", "sidemenu", "signup",
        "social", "sponsor", "subscri", "taboola", "udostepn",
    ]

    /// What tells who wrote a text is called `author-box`, `post-author-bio`, `o-autorze`.
    private static let authorWords: Set<Substring> = [
        "author", "authors", "autor", "autora", "autorze", "autors", "autoru",
    ]

    private static let placesOfAuthors: Set<Substring> = [
        "about", "bio", "biography", "box", "boxes", "description", "info", "o", "par", "profile",
    ]

    private static let readersStarts = [
        "atsauksm", "comment", "disqus", "dyskus", "koment", "respond", "wypowiedz",
    ]

    /// What is written under a name of the trade, not below an article.
    private static let columns: Set<Substring> = ["commentary", "commentaries", "commentator"]

    private static let restWords: Set<Substring> = ["more", "rest", "vairak", "wiecej"]

    private static let restStarts = ["collaps", "expand", "rozwi"]

    /// Blogs put what an entry is about into its class, where `tag-social` is no share bar.
    private static let topics = ["category-", "tag-", "cat-"]

    private static func isRest(_ word: Substring) -> Bool {
        restWords.contains(word) || restStarts.contains { word.hasPrefix($0) }
    }

    private static func isOfReaders(_ word: Substring) -> Bool {
        readersStarts.contains { word.hasPrefix($0) } && !columns.contains(word)
    }

    /// Whether one of its names has both, for what somebody wrote may be called `author-jan box`.
    private static func isOfAuthor(_ node: HTMLNode) -> Bool {
        [node.attribute("class"), node.attribute("id")].compactMap(\.self)
            .flatMap { $0.lowercased().split(whereSeparator: \.isWhitespace) }
            .contains { name in
                let words = name.split { !$0.isLetter }
                return words.contains { authorWords.contains($0) }
                    && words.contains { placesOfAuthors.contains($0) }
            }
    }

    /// The words that names are put together from, as they are written and where `camelCase` parts
    /// them.
    private static func words(of names: [String?]) -> [Substring] {
        let names = names.compactMap(\.self).map { $0.cut(toBytes: longestNames) ?? $0 }
        let plain = names.flatMap { $0.lowercased().split(whereSeparator: \.isWhitespace) }
            .filter { name in !topics.contains { name.hasPrefix($0) } }
            .flatMap { $0.split { !$0.isLetter } }
        return plain + names.lazy.filter(isInCamelCase).flatMap(partsOfCamelCase)
    }

    /// In bytes, of one attribute: each word is compared with many, and no software writes as much.
    private static let longestNames = 2_048

    /// Whether a small letter stands before a capital.
    private static func isInCamelCase(_ names: String) -> Bool {
        var isBehindSmall = false
        for byte in names.utf8 {
            if isBehindSmall, (0x41...0x5A).contains(byte) { return true }
            isBehindSmall = (0x61...0x7A).contains(byte)
        }
        return false
    }

    /// The parts of its words, in small letters.
    ///
    /// Short ones may as well be letters that software drew by lot.
    private static func partsOfCamelCase(_ names: String) -> [Substring] {
        var parts: [Substring] = []
        var part: [UInt8] = []
        for byte in names.utf8 {
            let isCapital = (0x41...0x5A).contains(byte)
            if isCapital || !byte.isASCIILetter {
                if part.count >= shortestPart { parts.append(part.text(part.indices)[...]) }
                part.removeAll(keepingCapacity: true)
            }
            if byte.isASCIILetter { part.append(byte.lowercasedASCII) }
        }
        if part.count >= shortestPart { parts.append(part.text(part.indices)[...]) }
        return parts
    }

    private static let shortestPart = 4

    private static func isHidden(_ node: HTMLNode) -> Bool {
        let isHiddenForNow = node.attribute("hidden")?.lowercased() == "until-found"
        return node.has("hidden") && !isHiddenForNow || node.attribute("aria-hidden") == "true"
            || node.attribute("style").map(hides) == true
    }

    private static func hides(_ style: String) -> Bool {
        let style = style.lowercased().filter { !$0.isWhitespace }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }
}
