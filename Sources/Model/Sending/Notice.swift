package import Foundation

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

    /// Which rule it is of, and which period: later than `after`, up to and including `through`.
    package struct Origin: Hashable, Sendable, Codable {
        package enum Kind: String, Sendable, Codable {
            case digest, alerts
        }

        package let rule: NoticeRule.ID
        package let kind: Kind
        package let after: Date
        package let through: Date

        package init(rule: NoticeRule.ID, kind: Kind, after: Date, through: Date) {
            self.rule = rule
            self.kind = kind
            self.after = after
            self.through = through
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
    /// Absent in what earlier versions wrote, and where the rule has gone.
    package var origin: Origin?

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
