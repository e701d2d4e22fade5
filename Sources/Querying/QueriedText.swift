package import Model
package import Tokenizing

/// An entry as a query sees it: cut into words once, for all the queries that ask.
package struct QueriedText: Sendable {
    package let entry: EntryText
    package let title: Words
    package let text: Words
    /// As detected; the entry's own statement stands in where it is `nil`.
    package let language: LanguageCode?

    package init(entry: EntryText, title: Words, text: Words, language: LanguageCode? = nil) {
        self.entry = entry
        self.title = title
        self.text = text
        self.language = language
    }

    package init(_ entry: EntryText, language: LanguageCode? = nil) {
        self.init(
            entry: entry, title: Words(of: entry.title ?? ""), text: Words(of: entry.text),
            language: language)
    }
}
