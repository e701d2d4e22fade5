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
            blocks.append(section(notice.sentences.map(escaped).joined(separator: "\n")))
        }
        for part in notice.sections {
            blocks.append(section("*\(escaped(part.title))*"))
            blocks += part.items.map { section(line($0)) }
        }
        if let table = notice.table {
            blocks.append(
                section(
                    table.lines.map { escaped($0.cut(to: 200)) }.joined(separator: "\n")))
        }
        let closing: JSON = [
            "type": "context",
            "elements": [text(escaped(notice.closing))],
        ]
        // Slack refuses more than 50 as a whole.
        blocks = Array(blocks.prefix(mostBlocks - 1)) + [closing]
        return ["text": .string(escaped(notice.subject)), "blocks": .array(blocks)]
    }

    // MARK: - Private

    private static let mostBlocks = 50
    private static let mostCharacters = 3_000

    private static func section(_ text: String) -> JSON {
        ["type": "section", "text": self.text(text.cut(to: mostCharacters))]
    }

    /// - Parameter markup: of which Slack reads no more than is in it: names of people and rooms, and
    ///   addresses, stay words.
    private static func text(_ markup: String) -> JSON {
        ["type": "mrkdwn", "verbatim": true, "text": .string(markup)]
    }

    /// Cut before it is escaped, so that nothing is cut in half.
    private static func line(_ item: Notice.Item) -> String {
        let text = escaped(item.text.cut(to: 500))
        let detail = escaped(item.detail.cut(to: 300))
        return (link(item.link).map { "<\($0)|\(text)>" } ?? text) + "\n" + detail
    }

    private static func link(_ address: String?) -> String? {
        guard let address,
            !address.unicodeScalars.contains(where: {
                "|<>".unicodeScalars.contains($0) || $0.properties.isWhitespace
            })
        else { return nil }
        return address.replacing("&", with: "&amp;")
    }

    /// Escapes the three characters that Slack asks for, so that nobody is called.
    ///
    /// A character of no width keeps the others from formatting, and from being names. It works on
    /// scalars, as `TicketMarkup` does.
    private static func escaped(_ text: String) -> String {
        text.withoutInvisibles.mappingScalars { scalar in
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
