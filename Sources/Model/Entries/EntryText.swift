/// What matching and tagging read of an entry.
package struct EntryText: Hashable, Sendable {
    package let title: String?
    package let text: String
    package let link: String?
    /// As the publisher or the caller states it.
    package let language: LanguageCode?
    package let author: String?
    /// Where it was heard.
    package let source: Source.ID?

    package init(
        title: String? = nil, text: String, link: String? = nil, language: LanguageCode? = nil,
        author: String? = nil, source: Source.ID? = nil
    ) {
        self.title = title
        self.text = text
        self.link = link
        self.language = language
        self.author = author
        self.source = source
    }

    /// The string that ranges of a field count in.
    package func string(of field: TextField) -> String {
        switch field {
        case .title: title ?? ""
        case .text: text
        }
    }
}
