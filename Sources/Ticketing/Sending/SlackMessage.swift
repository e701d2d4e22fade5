import Foundation
import Model

/// A notice for an incoming webhook of Slack, in its Block Kit.
enum SlackMessage {
    static func body(of notice: Notice) -> JSON {
        var blocks: [JSON] = [
            [
                "type": "header",
                "text": ["type": "plain_text", "text": .string(notice.subject.cut(to: 150))],
            ]
        ]
        // A text must not be empty.
        if !notice.sentences.isEmpty {
            blocks.append(section(escaped(notice.sentences.joined(separator: "\n"))))
        }
        let head = blocks.count
        // How many items and rows a block has: a title has none, and the table is one.
        var items: [Int] = []
        for part in notice.sections {
            blocks.append(section("*\(escaped(part.title, to: mostInALine))*"))
            blocks += part.items.map { section(line($0)) }
            items += [0] + part.items.map { _ in 1 }
        }
        if let table = notice.table {
            blocks.append(section(lines(table)))
            items.append(table.rows.count)
        }
        // Slack refuses more than 50 as a whole.
        let kept = blocks.prefix(mostBlocks - 1)
        let left = items.dropFirst(kept.count - head).reduce(0, +)
        let closing: JSON = [
            "type": "context",
            "elements": [text(escaped(notice.closing(leavingOut: left)))],
        ]
        blocks = Array(kept) + [closing]
        return ["text": .string(escaped(notice.subject)), "blocks": .array(blocks)]
    }

    // MARK: - Private

    private static let mostBlocks = 50
    /// That a text of a block may have; more of one and Slack refuses the message.
    private static let mostCharacters = 3_000
    /// Of the text and of the detail of an item, so that with its link all three are taken.
    private static let mostInALine = 900

    private static func section(_ text: String) -> JSON {
        ["type": "section", "text": self.text(text)]
    }

    /// - Parameter markup: of which Slack reads no more than is in it: names of people and rooms, and
    ///   addresses, stay words.
    private static func text(_ markup: String) -> JSON {
        ["type": "mrkdwn", "verbatim": true, "text": .string(markup)]
    }

    /// As many rows as a text may have, the rest counted in the last line.
    private static func lines(_ table: Notice.Table) -> String {
        let lines = table.lines.map { escaped($0.cut(to: 200)) }
        let whole = lines.joined(separator: "\n")
        guard whole.utf16.count > mostCharacters else { return whole }
        var used = "… +\(lines.count)".utf16.count
        let kept = lines.prefix { line in
            used += line.utf16.count + 1
            return used <= mostCharacters
        }
        return (kept + ["… +\(lines.count - kept.count)"]).joined(separator: "\n")
    }

    private static func line(_ item: Notice.Item) -> String {
        let text = escaped(item.text.cut(to: 500), to: mostInALine)
        let detail = escaped(item.detail.cut(to: 300), to: mostInALine)
        return (link(item.link).map { "<\($0)|\(text)>" } ?? text) + "\n" + detail
    }

    private static func link(_ address: String?) -> String? {
        guard let address,
            !address.unicodeScalars.contains(where: {
                "|<>".unicodeScalars.contains($0) || $0.properties.isWhitespace
            })
        else { return nil }
        let escaped = address.replacing("&", with: "&amp;")
        return escaped.utf16.count <= mostInALine ? escaped : nil
    }

    /// Escapes the three characters that Slack asks for, so that nobody is called.
    ///
    /// A character of no width keeps the others from formatting, and from being names. It works on
    /// scalars, as `TicketMarkup` does.
    ///
    /// - Parameter length: UTF-16 units that there may be of it; it is cut between characters, the last
    ///   one `…` where something was cut off.
    private static func escaped(_ text: String, to length: Int = mostCharacters) -> String {
        let text = text.withoutInvisibles
        let whole = escapedSigns(text)
        guard whole.utf16.count > length else { return whole }
        var used = 1
        let kept = text.prefix { character in
            used += escapedSigns(String(character)).utf16.count
            return used <= length
        }
        return escapedSigns(kept.trimmingCharacters(in: .whitespaces)) + "…"
    }

    private static func escapedSigns(_ text: String) -> String {
        text.mappingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "*", "_", "~", "`", "@", "#": "\(scalar)\u{200B}"
            default: nil
            }
        }
    }
}
