/// What is sent, before it is put in the form of its channel: plain text throughout.
package struct Notice: Hashable, Sendable, Codable {
    package struct Item: Hashable, Sendable, Codable {
        package let text: String
        package let detail: String
        /// Of the web; absent where there is none to follow.
        package let link: String?

        package init(text: String, detail: String, link: String?) {
            self.text = text
            self.detail = detail
            self.link = link
        }
    }

    package struct Section: Hashable, Sendable, Codable {
        package let title: String
        package let items: [Item]

        package init(title: String, items: [Item]) {
            self.title = title
            self.items = items
        }
    }

    /// Each row has as many cells as the head.
    package struct Table: Hashable, Sendable, Codable {
        package let head: [String]
        package let rows: [[String]]

        package init(head: [String], rows: [[String]]) {
            self.head = head
            self.rows = rows
        }
    }

    package let language: ReportLanguage
    /// One line.
    package let subject: String
    package let sentences: [String]
    package let sections: [Section]
    package let table: Table?
    /// Where it comes from and which period it covers.
    package let closing: String

    package init(
        language: ReportLanguage, subject: String, sentences: [String], sections: [Section],
        table: Table?, closing: String
    ) {
        self.language = language
        self.subject = subject
        self.sentences = sentences
        self.sections = sections
        self.table = table
        self.closing = closing
    }
}
