/// How reviews are marked by standards other than microdata, whatever software shows them.
extension PageRecipe {
    static let reviews = [rdfa, microformats]

    // MARK: - Private

    /// schema.org in RDFa, with or without a prefix.
    private static let rdfa = PageRecipe(
        item: ".//*[@typeof][\(isReview)][not(ancestor::aside or ancestor::footer)]",
        title: own("name", "headline"), author: own("author"),
        date: own("datePublished", "dateCreated"), text: own("reviewBody", "description"),
        link: own("url"), next: related,
        rating: ".//*[\(property("ratingValue"))][ancestor::*[\(property("reviewRating"))]]",
        bestRating: ".//*[\(property("bestRating"))][ancestor::*[\(property("reviewRating"))]]")

    /// h-review (microformats2) and hReview, but for the box in which a blog sums up its post.
    private static let microformats = PageRecipe(
        item: """
            .//*[\(word("h-review")) or \(word("hreview"))]\
            [not(ancestor::article or ancestor::aside or ancestor::footer)]\
            [not(ancestor::*[\(word("hentry")) or \(word("h-entry"))])]
            """,
        title: ".p-name, .summary", author: ".p-author, .reviewer .fn, .reviewer",
        date: ".dt-published, .dt-reviewed, .dtreviewed, time",
        text: ".e-content, .description, .p-summary", link: ".u-url, .permalink, a[rel~=bookmark]",
        next: related,
        rating: """
            .//*[\(word("rating")) or \(word("p-rating"))][not(.//*[\(word("value"))])] \
            | .//*[\(word("rating"))]//*[\(word("value"))]
            """,
        bestRating: ".p-best, .best")

    private static let isReview = """
        \(word("Review", in: "typeof")) or \(word("schema:Review", in: "typeof")) \
        or \(word("http://schema.org/Review", in: "typeof")) \
        or \(word("https://schema.org/Review", in: "typeof"))
        """

    private static func property(_ name: String) -> String {
        "\(word(name, in: "property")) or \(word("schema:\(name)", in: "property"))"
    }

    /// The XPath for properties of the review itself, and not of another thing in it, such as its author.
    private static func own(_ names: String...) -> String {
        let properties = names.map(property).joined(separator: " or ")
        return ".//*[\(properties)][ancestor::*[@typeof][1][\(isReview)]]"
    }
}
