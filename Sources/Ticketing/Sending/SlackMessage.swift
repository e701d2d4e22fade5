import Model

/// A notice for an incoming webhook of Slack, in its Block Kit.
enum SlackMessage {
    static func body(of notice: Notice) -> JSON {
        var blocks: [JSON] = [
            [
                "type": "header",
                "text": ["type": "plain_text", "text": .string(notice.subject.cut(to: 150))],
            ],
            section(notice.sentences.map(escaped).joined(separator: "\n")),
        ]
        for part in notice.sections {
            blocks.append(section("*\(escaped(part.title))*"))
            blocks += part.items.map { section(line($0)) }
        }
        let closing: JSON = [
            "type": "context",
            "elements": [["type": "mrkdwn", "text": .string(escaped(notice.closing))]],
        ]
        // Slack refuses more than 50 as a whole.
        blocks = Array(blocks.prefix(mostBlocks - 1)) + [closing]
        return ["text": .string(escaped(notice.subject)), "blocks": .array(blocks)]
    }

    // MARK: - Private

    private static let mostBlocks = 50
    private static let mostCharacters = 3_000

    private static func section(_ text: String) -> JSON {
        [
            "type": "section",
            "text": ["type": "mrkdwn", "text": .string(text.cut(to: mostCharacters))],
        ]
    }

    /// Cut before it is escaped, so that nothing is cut in half.
    private static func line(_ item: Notice.Item) -> String {
        let text = escaped(item.text.cut(to: 500))
        let detail = escaped(item.detail.cut(to: 300))
        return (link(item.link).map { "<\($0)|\(text)>" } ?? text) + "\n" + detail
    }

    private static func link(_ address: String?) -> String? {
        guard let address, !address.contains(where: { "|<>".contains($0) || $0.isWhitespace })
        else { return nil }
        return address.replacing("&", with: "&amp;")
    }

    /// Escapes the three characters that Slack asks for, so that nobody is called.
    ///
    /// A character of no width keeps the others from formatting.
    private static func escaped(_ text: String) -> String {
        text.withoutInvisibles.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "*", "_", "~", "`":
                result.append(character)
                result += "\u{200B}"
            default: result.append(character)
            }
        }
    }
}
