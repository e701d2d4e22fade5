package import Model

/// A list of feeds, as feed readers hand it to one another: OPML 1.0, 1.1 and 2.0.
package struct OPMLDocument: Hashable, Sendable {
    package var title: String?
    /// In document order, folders left out.
    package var outlines: [Outline]
    /// What was repaired or left out, in document order.
    package var problems: [ParseProblem]

    package init(title: String? = nil, outlines: [Outline], problems: [ParseProblem] = []) {
        self.title = title
        self.outlines = outlines
        self.problems = problems
    }

    /// One item of the list: all that leads to a feed, and all that holds nothing else.
    package struct Outline: Hashable, Sendable {
        package var text: String?
        package var title: String?
        /// Such as `rss` or `link`.
        package var type: String?
        /// Address of the feed, as it is stated.
        package var xmlURL: String?
        /// Address of the site, as it is stated.
        package var htmlURL: String?
        package var language: String?
        package var description: String?
        /// Of the feed's format, such as `RSS2`.
        package var version: String?
        /// Such as `/Regions/Riga` or `news`; a comma cannot stand in one.
        package var categories: [String]
        /// The names of the outlines around it, outermost first.
        package var folder: [String]
        /// Whether it, or an outline around it, is commented out.
        package var isComment: Bool
        /// All others, in document order.
        package var otherAttributes: [Attribute]

        package init(
            text: String? = nil, title: String? = nil, type: String? = nil, xmlURL: String? = nil,
            htmlURL: String? = nil, language: String? = nil, description: String? = nil,
            version: String? = nil, categories: [String] = [], folder: [String] = [],
            isComment: Bool = false, otherAttributes: [Attribute] = []
        ) {
            self.text = text
            self.title = title
            self.type = type
            self.xmlURL = xmlURL
            self.htmlURL = htmlURL
            self.language = language
            self.description = description
            self.version = version
            self.categories = categories
            self.folder = folder
            self.isComment = isComment
            self.otherAttributes = otherAttributes
        }
    }

    /// An attribute that OPML has no meaning for.
    package struct Attribute: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}
