import Model

/// The reviews that a page or a document of JSON-LD states.
///
/// What is said of all reviews together, `AggregateRating`, is nobody's: readers' own are counted here.
struct StatedReviews {
    private let reviews: [StatedReview]
    /// The line of each in the source.
    private let lines: [Int]

    var isEmpty: Bool { reviews.isEmpty }

    /// Whether they are what customers wrote, one after another: what a shop quotes on each of its pages
    /// seldom has dates.
    var areOfCustomers: Bool { reviews.count { $0.date != nil } > 1 }

    /// How a page's own review rates what it is about; `nil` where it has several, or none of its own.
    var rating: Stars? {
        guard reviews.count == 1, let review = reviews.first, review.standsAlone else { return nil }
        return review.stars
    }

    /// - Parameter source: what the document was read from.
    init(_ root: JSONNode, in source: [UInt8]) {
        var said: Set<[String?]> = []
        reviews = StatedReview.all(in: root, butFor: &said)
        var line = 1
        var offset = 0
        lines = reviews.map { review in
            while offset < review.offset {
                if source[offset] == .lineFeed { line += 1 }
                offset += 1
            }
            return line
        }
    }

    /// - Throws: what `XPath.init(selector:)` throws.
    init(in tree: HTMLTree) throws(ParseError) {
        let scripts = tree.nodes(try XPath(selector: "script[type='application/ld+json']"))
            .prefix(Self.maximumScripts)
        var found: [(review: StatedReview, line: Int)] = []
        var said: Set<[String?]> = []
        for script in scripts {
            let text = script.rawText
            guard text.count <= Self.largestScript, text.offset(of: Self.name, from: 0) != nil
            else { continue }
            var log = ProblemLog(maximumCount: 0)
            // What is no JSON states nothing.
            guard let root = try? JSONParser.parse(text, log: &log) else { continue }
            found += StatedReview.all(in: root, butFor: &said).map { ($0, script.line) }
        }
        reviews = found.map(\.review)
        lines = found.map(\.line)
    }

    /// - Parameter canonical: the page's own address, by which no review is known.
    func posts(canonical: String?, maximumEntries: Int) -> LimitedList<PageDocument.Post> {
        var uses: [String: Int] = [:]
        for review in reviews { if let link = review.link { uses[link, default: 0] += 1 } }
        var posts = LimitedList<PageDocument.Post>(maximumCount: maximumEntries)
        for (review, line) in zip(reviews, lines) {
            let own = review.link.flatMap { uses[$0] == 1 && $0 != canonical ? $0 : nil }
            posts.appendAmongNewest(
                PageDocument.Post(
                    line: line, anchor: nil, link: own, hasOnlyLinksOfOthers: false,
                    title: review.title, author: review.author,
                    dates: [review.date].compactMap(\.self),
                    stars: review.stars, content: review.content, language: review.language))
        }
        posts.keepNewest()
        return posts
    }

    // MARK: - Private

    private static let name: StaticString = "eview"
    private static let maximumScripts = 20
    /// In bytes.
    private static let largestScript = 512 * 1024
}

extension PageDocument {
    /// A document of reviews alone, as some shops and portals have them in place of a feed.
    ///
    /// `nil` where there is none in it.
    init?(_ root: JSONNode, in source: [UInt8], maximumEntries: Int) {
        let reviews = StatedReviews(root, in: source)
        guard !reviews.isEmpty else { return nil }
        title = root["name"]?.text.flatMap { PlainText.title(ofPlain: Array($0.utf8)[...]) }
        language = root["inLanguage"]?.text
        canonical = root["url"]?.text
        base = nil
        isThread = false
        threadTitle = nil
        next = nil
        unreadNext = nil
        posts = reviews.posts(canonical: canonical, maximumEntries: maximumEntries)
        format = .jsonLD
    }
}
