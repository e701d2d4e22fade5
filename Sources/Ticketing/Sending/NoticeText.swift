import Foundation
import Model

/// A notice as e-mail shows it: as plain text, and as HTML of tables with the style of each element on
/// it, which is all that mail programs agree on.
enum NoticeText {
    static func plain(_ notice: Notice) -> String {
        var parts = [notice.sentences.joined(separator: "\n")]
        for section in notice.sections {
            let items = section.items.map { item in
                (["- " + item.text]
                    + [item.detail, item.link ?? ""].filter { !$0.isEmpty }.map { "  " + $0 })
                    .joined(separator: "\n")
            }
            parts.append(([section.title.uppercased()] + items).joined(separator: "\n"))
        }
        if let table = notice.table {
            parts.append(
                table.lines.joined(separator: "\n"))
        }
        parts.append(notice.closing)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n").withoutInvisibles + "\n"
    }

    static func html(_ notice: Notice) -> String {
        var rows = notice.sentences.map { row("<p style=\"margin:0 0 8px\">\($0.asHTML)</p>") }
        for section in notice.sections {
            rows.append(row(title(section.title)))
            rows += section.items.map { row(item($0)) }
        }
        if let table = notice.table { rows.append(row(self.table(table))) }
        rows.append(row("<p style=\"margin:16px 0 0;color:#5a5f66\">\(notice.closing.asHTML)</p>"))
        return """
            <!DOCTYPE html>
            <html lang="\(notice.language.rawValue)"><head><meta charset="utf-8">
            <title>\(notice.subject.asHTML)</title></head>
            <body style="margin:0;padding:16px;background:#ffffff;color:#1a1d21;\(font)">
            <table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" \
            style="width:100%;max-width:640px;\(font)">
            <tr><td><h1 style="margin:0 0 12px;font-size:20px">\(notice.subject.asHTML)</h1></td></tr>
            \(rows.joined(separator: "\n"))
            </table></body></html>

            """
    }

    // MARK: - Private

    private static let font =
        "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.4"

    private static func row(_ content: String) -> String { "<tr><td>\(content)</td></tr>" }

    private static func title(_ text: String) -> String {
        "<h2 style=\"margin:20px 0 8px;font-size:16px;border-bottom:1px solid #c9ced6\">"
            + "\(text.asHTML)</h2>"
    }

    private static func item(_ item: Notice.Item) -> String {
        let text = item.text.asHTML
        let isWeb = ["http", "https"].contains(
            item.link.flatMap { URLComponents(string: $0)?.scheme?.lowercased() })
        let title =
            isWeb
            ? "<a href=\"\((item.link ?? "").asHTML)\" style=\"color:#0b57a4\">\(text)</a>" : text
        return "<p style=\"margin:0 0 10px\">\(title)<br>"
            + "<span style=\"color:#5a5f66\">\(item.detail.asHTML)</span></p>"
    }

    private static func table(_ table: Notice.Table) -> String {
        let cell = "padding:4px 12px 4px 0;text-align:left;border-bottom:1px solid #e3e6ea"
        let head = table.head.map { "<th scope=\"col\" style=\"\(cell)\">\($0.asHTML)</th>" }
        let rows = table.rows.map { row in
            "<tr>" + row.map { "<td style=\"\(cell)\">\($0.asHTML)</td>" }.joined() + "</tr>"
        }
        return "<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
            + "style=\"margin:20px 0 0;border-collapse:collapse;\(font)\"><tr>\(head.joined())</tr>"
            + rows.joined(separator: "\n") + "</table>"
    }
}

extension Notice {
    /// Its last line, with how many items and rows there was no room for.
    func closing(leavingOut items: Int) -> String {
        items > 0 ? "… +\(items) · \(closing)" : closing
    }
}

extension Notice.Table {
    /// For where there are no tables.
    var lines: [String] { ([head] + rows).map { $0.joined(separator: " | ") } }
}

extension String {
    fileprivate var asHTML: String { withoutInvisibles.escapedAsHTML }
}
