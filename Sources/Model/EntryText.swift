/// What matching and tagging read of an entry.
package struct EntryText: Hashable, Sendable {
    package let title: String?
    package let text: String
    package let link: String?
    /// As the publisher or the caller states it.
    package let language: LanguageCode?
    package let author: String?

    package init(
        title: String? = nil, text: String, link: String? = nil, language: LanguageCode? = nil,
        author: String? = nil
    ) {
        self.title = title
        self.text = text
        self.link = link
        self.language = language
        self.author = author
    }

    /// The string that ranges of a field count in.
    package func string(of field: TextField) -> String {
        switch field {
        case .title: title ?? ""
        case .text: text
        }
    }
}
