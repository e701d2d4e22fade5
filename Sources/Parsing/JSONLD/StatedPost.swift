import Model

/// What somebody wrote, as a site states it to search engines in JSON-LD: a review, what opens a thread of a
/// forum, or a comment, in the terms of schema.org.
struct StatedPost {
    enum Kind {
        case review
        /// A `DiscussionForumPosting` or a `Question`.
        case thread
        case answer, comment
    }

    let kind: Kind
    /// Where it starts in the source.
    let offset: Int
    /// Whether it stands by itself, and not as one of those of some goods or firm.
    let standsAlone: Bool
    /// An address of its own, as it states it.
    let link: String?
    let title: String?
    let author: String?
    let date: String?
    let stars: Stars?
    /// How many answer it, as the site counts them.
    let commentCount: Int?
    /// Empty where a question is all in its title.
    let content: HTMLFragment
    let language: String?
}

extension StatedPost {
    /// The posts of a document in document order.
    ///
    /// - Parameter said: what those before it say, as plugins state one post in several scripts.
    static func all(in root: JSONNode, butFor said: inout Set<[String?]>) -> [StatedPost] {
        var found: [StatedPost] = []
        collect(root, Surroundings(), into: &found)
        return found.filter { said.insert($0.saying).inserted }
    }

    // MARK: - Private

    /// What is known of a place before what stands there is read.
    private struct Surroundings {
        var standsAlone = true
        /// What it is where it does not say so.
        var kind: Kind?
        /// Whether it is about a review.
        var isOfReview = false
    }

    private static let kinds: [Substring: Kind] = [
        "Review": .review, "UserReview": .review, "CriticReview": .review,
        "EmployerReview": .review, "DiscussionForumPosting": .thread, "Question": .thread,
        "Answer": .answer, "Comment": .comment,
    ]
    /// Where posts stand, whether or not they say that they are some.
    private static let holders: [String: Kind] = [
        "review": .review, "reviews": .review, "comment": .comment, "acceptedAnswer": .answer,
        "suggestedAnswer": .answer,
    ]
    /// What only lists what a page is about.
    private static let frames: Set<String> = ["@graph", "mainEntity"]
    /// What a post answers or passes on, which stands elsewhere.
    private static let quoted: Set<String> = ["citation", "parentItem", "sharedContent"]
    /// Whose questions the site asks and answers itself.
    private static let ofTheSite: Set<Substring> = ["FAQPage", "Quiz"]

    private var saying: [String?] { [author, date, title, content.text] }

    /// The parser lets nothing be nested too deep for this.
    private static func collect(
        _ node: JSONNode, _ place: Surroundings, into found: inout [StatedPost]
    ) {
        switch node.value {
        case .object(let fields):
            let types = types(of: node)
            guard !types.contains(where: ofTheSite.contains) else { return }
            let kind = types.isEmpty ? place.kind : types.lazy.compactMap { kinds[$0] }.first
            if let kind, let post = StatedPost(node, kind, place) { found.append(post) }
            var inside = place
            inside.isOfReview = place.isOfReview || kind == .review
            for (name, value) in fields where !quoted.contains(name) {
                inside.kind = holders[name]
                inside.standsAlone = place.standsAlone && frames.contains(name)
                collect(value, inside, into: &found)
            }
        case .array(let nodes):
            for node in nodes { collect(node, place, into: &found) }
        case .string, .number, .literal: break
        }
    }

    private static func types(of node: JSONNode) -> [Substring] {
        (node["@type"]?.oneOrMore ?? []).compactMap(\.text)
            .compactMap { $0.split { "/:#".contains($0) }.last }
    }

    /// `nil` where it says nothing in words, or nothing that a reader would.
    private init?(_ node: JSONNode, _ kind: Kind, _ place: Surroundings) {
        let author = (node["author"] ?? node["creator"])?.oneOrMore.first
        let words = (author?["name"] ?? author)?.oneOrMore.first?.text.flatMap(Self.line)
        let date = (node["datePublished"] ?? node["dateCreated"])?.text
        let title = (node["name"] ?? node["headline"])?.text.flatMap(Self.line)
        let content = Self.fragment(Self.body(of: node, kind)?.text)
        // Many ask in the title alone.
        let asks = kind == .thread && title != nil
        guard content?.text != nil || asks else { return nil }
        switch kind {
        case .review: break
        // What nobody asked is a part of the page.
        case .thread, .answer: guard words != nil || date != nil else { return nil }
        // To a review, a firm answers.
        case .comment:
            let types = author.map(Self.types) ?? ["Organization"]
            guard !place.isOfReview || types.isEmpty || types.contains("Person") else { return nil }
        }
        self.kind = kind
        self.content = content ?? HTMLFragment([])
        self.standsAlone = place.standsAlone
        self.author = words
        self.date = date
        self.title = title
        offset = node.offset
        link =
            node["url"]?.text
            ?? node["@id"]?.text.flatMap { $0.hasPrefix("http") ? $0 : nil }
        stars = kind == .review ? Self.stars(node["reviewRating"]?.oneOrMore.first) : nil
        commentCount = kind == .thread ? Self.commentCount(of: node) : nil
        language = node["inLanguage"]?.text
    }

    private static func body(of node: JSONNode, _ kind: Kind) -> JSONNode? {
        switch kind {
        case .review: node["reviewBody"] ?? node["description"] ?? node["text"]
        case .thread, .answer, .comment:
            node["text"] ?? node["articleBody"] ?? node["commentText"] ?? node["description"]
        }
    }

    private static func commentCount(of node: JSONNode) -> Int? {
        let counts = (node["interactionStatistic"]?.oneOrMore ?? []).filter { statistic in
            let action = statistic["interactionType"]
            let name = (action?["@type"] ?? action)?.text ?? ""
            return name.hasSuffix("CommentAction") || name.hasSuffix("ReplyAction")
        }
        let count =
            (node["commentCount"] ?? node["answerCount"])?.integer
            ?? counts.firstNonNil { $0["userInteractionCount"]?.integer }
        return count.flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func line(_ text: String) -> String? {
        PlainText.line(ofPlain: Array(text.utf8)[...])
    }

    /// Its paragraphs are those of who wrote it.
    private static func fragment(_ text: String?) -> HTMLFragment? {
        guard let text else { return nil }
        let field = PlainField(Array(text.utf8)[...], isCalledText: true)
        return field.isHTML ? field.html : HTMLFragment(lines: field.bytes)
    }

    /// - Parameter rating: a `Rating`, or a number alone.
    private static func stars(_ rating: JSONNode?) -> Stars? {
        guard let rating, let value = number((rating["ratingValue"] ?? rating).text) else {
            return nil
        }
        guard let given = Double(value) else { return Stars(value) }
        let worst = number(rating["worstRating"]?.text).flatMap { Double($0) }
        let best = number(rating["bestRating"]?.text).flatMap { Double($0) }
        return Stars(rating: given, from: worst == 0 ? 0 : 1, of: best ?? 5)
    }

    private static func number(_ text: String?) -> String? {
        text?.trimmed.replacing(",", with: ".")
    }
}
