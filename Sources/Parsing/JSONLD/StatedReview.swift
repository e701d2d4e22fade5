import Model

/// A review as a site states it to search engines: `Review` of schema.org, in JSON-LD.
struct StatedReview {
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
    let content: HTMLFragment
    let language: String?
}

extension StatedReview {
    /// The reviews of a document in document order.
    ///
    /// - Parameter said: what those before it say, as plugins state one review in several scripts.
    static func all(in root: JSONNode, butFor said: inout Set<[String?]>) -> [StatedReview] {
        var found: [StatedReview] = []
        collect(root, isOfReviews: false, standsAlone: true, into: &found)
        return found.filter { said.insert($0.saying).inserted }
    }

    // MARK: - Private

    private static let types: Set<Substring> = [
        "Review", "UserReview", "CriticReview", "EmployerReview",
    ]
    /// Where reviews stand, whether or not they say that they are some.
    private static let holders: Set<String> = ["review", "reviews"]
    /// What only lists what a page is about.
    private static let frames: Set<String> = ["@graph", "mainEntity"]

    private var saying: [String?] { [author, date, title, content.text] }

    /// The parser lets nothing be nested too deep for this.
    private static func collect(
        _ node: JSONNode, isOfReviews: Bool, standsAlone: Bool, into found: inout [StatedReview]
    ) {
        switch node.value {
        case .object(let fields):
            let types = (node["@type"]?.oneOrMore ?? []).compactMap(\.text)
                .compactMap { $0.split { "/:#".contains($0) }.last }
            let isReview =
                types.isEmpty ? isOfReviews : types.contains(where: Self.types.contains)
            if isReview, let review = StatedReview(node, standsAlone: standsAlone) {
                found.append(review)
            }
            for (name, value) in fields {
                collect(
                    value, isOfReviews: holders.contains(name),
                    standsAlone: standsAlone && frames.contains(name), into: &found)
            }
        case .array(let nodes):
            for node in nodes {
                collect(
                    node, isOfReviews: isOfReviews, standsAlone: standsAlone, into: &found)
            }
        case .string, .number, .literal: break
        }
    }

    /// `nil` where it says nothing in words.
    private init?(_ node: JSONNode, standsAlone: Bool) {
        let body = node["reviewBody"] ?? node["description"] ?? node["text"]
        guard let content = Self.fragment(body?.text), content.text != nil else { return nil }
        self.content = content
        self.standsAlone = standsAlone
        offset = node.offset
        link =
            node["url"]?.text
            ?? node["@id"]?.text.flatMap { $0.hasPrefix("http") ? $0 : nil }
        title = (node["name"] ?? node["headline"])?.text.flatMap(Self.line)
        let author = node["author"]?.oneOrMore.first
        self.author = (author?["name"] ?? author)?.text.flatMap(Self.line)
        date = (node["datePublished"] ?? node["dateCreated"])?.text
        stars = Self.stars(node["reviewRating"]?.oneOrMore.first)
        language = node["inLanguage"]?.text
    }

    private static func line(_ text: String) -> String? {
        PlainText.line(ofPlain: Array(text.utf8)[...])
    }

    /// Its paragraphs are those of who wrote it.
    private static func fragment(_ text: String?) -> HTMLFragment? {
        guard let text else { return nil }
        let field = PlainField(Array(text.utf8)[...], isCalledText: true)
        guard !field.isHTML else { return field.html }
        var html: [UInt8] = []
        for (index, line) in field.bytes.split(separator: .lineFeed).enumerated() {
            if index > 0 { html.append(contentsOf: "<br>".utf8) }
            html.appendEscaped(line)
        }
        return HTMLFragment(html)
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
