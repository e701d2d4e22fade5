package import Model

/// What a handbook is made of: the rules, and what other stages make of them.
package struct HandbookContent: Sendable {
    package let rules: Rules
    /// The forms in which each brand is looked for, struck ones left out.
    package let forms: [Brand.ID: [String]]
    /// The query of each brand that has one, as it would be typed.
    package let queries: [Brand.ID: String]
    package let rulesHash: String
    package let programVersion: String
    /// What stands before a file's path in a link to it: empty, or an address that ends in `/`.
    package let linkBase: String
    /// How often each rule has fired; `nil` where nobody asked.
    package var usage: HandbookUsage?

    package init(
        rules: Rules, forms: [Brand.ID: [String]], queries: [Brand.ID: String], rulesHash: String,
        programVersion: String, linkBase: String = ""
    ) {
        self.rules = rules
        self.forms = forms
        self.queries = queries
        self.rulesHash = rulesHash
        self.programVersion = programVersion
        self.linkBase = linkBase
    }
}

/// The page that tells people what the rules do: one HTML file without scripts that loads nothing.
package enum HandbookPage {
    package static func html(
        of content: HandbookContent, in language: ReportLanguage
    ) throws(ReportingError) -> String {
        try PageTemplates.page(
            "handbook", of: HandbookView(content, words: HandbookWords(language)))
    }
}
